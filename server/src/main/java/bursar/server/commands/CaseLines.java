package bursar.server.commands;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;

/** Cases as lines of a file: each is answered by one line of JSON, in order, as soon as it is read. */
final class CaseLines {
  /**
   * The answer to a line.
   *
   * @param json one line
   * @param badCase whether the line was no case
   */
  record Answered(String json, boolean badCase) {}

  private CaseLines() {}

  /**
   * Answers every line that is not blank.
   *
   * @param file the cases; {@code -} is standard input
   * @return the command's exit code: 1 when a line was no case, otherwise 0
   */
  static int answerAll(Path file, PrintWriter out, Function<String, Answered> answer) {
    boolean bad = false;
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(Paths.open(file), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank()) {
          continue;
        }
        Answered answered = answer.apply(line);
        bad |= answered.badCase();
        out.print(answered.json());
        out.print('\n');
        if (!lines.ready()) {
          out.flush();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The cases " + file + " cannot be read.", e);
    }
    out.flush();
    return bad ? 1 : 0;
  }
}

package bursar.server;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** What a command of {@code ./bursar} came to: its exit code and what it printed. */
record Outcome(int code, String out, String err) {
  /** Runs a command in this process, with that standard input. */
  static Outcome run(String input, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      CommandLine line = Main.commandLine();
      line.setOut(new PrintWriter(out, true));
      line.setErr(new PrintWriter(err, true));
      return new Outcome(line.execute(arguments), out.toString(), err.toString());
    } finally {
      System.setIn(before);
    }
  }
}

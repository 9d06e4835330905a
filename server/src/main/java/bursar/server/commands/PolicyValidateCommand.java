package bursar.server.commands;

import bursar.domain.permissions.KnownPermissions;
import bursar.policy.PolicyKind;
import bursar.policy.advice.Finding;
import bursar.policy.advice.KnownNames;
import bursar.policy.advice.PolicyAdvisor;
import bursar.policy.advice.ValidationCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bursar policy validate}: what is wrong with policies, for people or, case by case, for programs. */
@Command(name = "validate", mixinStandardHelpOptions = true,
    description = "Reviews policies: errors for which AWS refuses them, and advice. Exits with 1 when one is refused.")
public final class PolicyValidateCommand implements Callable<Integer> {
  /** The most of a line that is shown, and how much of it before the place that is meant. */
  private static final int SHOWN_MAX = 120;
  private static final int SHOWN_BEFORE = 60;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Policies to review; - is standard input.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--kind", paramLabel = "K", defaultValue = "identity",
      description = "What the policies are for: identity, resource, trust, boundary, session, scp or rcp (default: ${DEFAULT-VALUE}).")
  private String kind = "identity";

  @Option(names = "--cases", paramLabel = "FILE.jsonl",
      description = "Answers one line of JSON to each case of the file, in order; - is standard input. Exits with 1 if a case was none.")
  private @Nullable Path cases;

  @Override
  public Integer call() {
    if (cases == null == files.isEmpty()) {
      throw new CommandLine.ParameterException(spec.commandLine(), "Give either --cases FILE.jsonl, or the files of policies.");
    }
    KnownNames names = KnownPermissions.shipped();
    return cases == null ? review(names) : CaseLines.answerAll(cases, spec.commandLine().getOut(), line -> {
      ValidationCase.Answer answer = ValidationCase.answer(line, names);
      return new CaseLines.Answered(answer.json(), answer.badCase());
    });
  }

  private int review(KnownNames names) {
    PolicyKind meant = PolicyFile.kind(spec, kind);
    PrintWriter out = spec.commandLine().getOut();
    boolean refused = false;
    for (Path file : files) {
      String text;
      try (InputStream in = Paths.open(file)) {
        text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException("The policy " + file + " cannot be read.", e);
      }
      List<Finding> findings = PolicyAdvisor.review(text, meant, names);
      findings.forEach(finding -> print(out, file, text, finding));
      boolean valid = findings.stream().noneMatch(Finding::refused);
      out.println(file + ": " + (valid ? "valid" : "refused") + " as " + meant.nounWithArticle()
          + (findings.isEmpty() ? "" : ", " + findings.size() + (findings.size() == 1 ? " finding" : " findings")));
      refused |= !valid;
    }
    out.flush();
    return refused ? 1 : 0;
  }

  private static void print(PrintWriter out, Path file, String text, Finding finding) {
    out.println(file + ":" + finding.line() + ":" + finding.column() + ": " + finding.severity() + " " + finding.code() + " "
        + finding.message());
    List<String> lines = text.lines().toList();
    if (finding.line() > lines.size()) {
      return;
    }
    String line = lines.get(finding.line() - 1).replace('\t', ' ');
    int column = Math.min(finding.column() - 1, line.length());
    int from = line.length() <= SHOWN_MAX ? 0 : Math.max(0, column - SHOWN_BEFORE);
    String shown = line.substring(from, Math.min(line.length(), from + SHOWN_MAX));
    out.println("    " + shown.replaceAll("\\p{Cntrl}", " "));
    out.println("    " + " ".repeat(column - from) + "^");
  }
}

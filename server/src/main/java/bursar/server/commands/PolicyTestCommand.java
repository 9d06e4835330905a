package bursar.server.commands;

import bursar.policy.Decision;
import bursar.policy.cases.BadCaseException;
import bursar.policy.cases.CaseReader;
import bursar.policy.cases.PolicyCase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bursar policy test}: a person's own tests of policies, as cases that say what they expect. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Runs the cases of every *.jsonl file in a folder against what each expects. Exits with 1 if one fails.")
public final class PolicyTestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "A folder with *.jsonl files, looked through with all below it; or one such file.")
  private Path folder = Path.of(".");

  @Option(names = "--junit", paramLabel = "FILE", description = "Also writes a report in JUnit's XML form.")
  private @Nullable Path junit;

  @Override
  public Integer call() {
    Path root = Paths.meant(folder);
    List<PolicyTestReport.Suite> suites = new ArrayList<>();
    for (Path file : files(root)) {
      suites.add(suite(root.equals(file) ? String.valueOf(file.getFileName()) : root.relativize(file).toString(), file));
    }
    PolicyTestReport report = new PolicyTestReport(suites);
    if (report.count() == 0) {
      throw new IllegalArgumentException("There is no case under " + folder + ": put cases, one a line, into files that end in .jsonl.");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(report.text());
    out.flush();
    if (junit != null) {
      try {
        Files.writeString(Paths.meant(junit), report.junit());
      } catch (IOException e) {
        throw new UncheckedIOException("The report " + junit + " cannot be written.", e);
      }
    }
    return report.failures() == 0 ? 0 : 1;
  }

  private List<Path> files(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> file.toString().endsWith(".jsonl") && Files.isRegularFile(file)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be read.", e);
    }
  }

  private static PolicyTestReport.Suite suite(String name, Path file) {
    List<PolicyTestReport.Result> results = new ArrayList<>();
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The cases " + file + " cannot be read.", e);
    }
    for (int index = 0; index < lines.size(); index++) {
      if (!lines.get(index).isBlank()) {
        results.add(result(lines.get(index), index + 1));
      }
    }
    return new PolicyTestReport.Suite(name, results);
  }

  private static PolicyTestReport.Result result(String line, int number) {
    try {
      PolicyCase asked = CaseReader.read(line);
      PolicyCase.Expectation expected = asked.expected();
      String name = asked.id().equals("null") ? "line " + number : asked.id().replaceAll("^\"|\"$", "");
      if (expected == null) {
        return new PolicyTestReport.Result(number, name, "The case does not say what it expects. Add \"expected\": \"Allowed\", for example.");
      }
      Decision decision = asked.decide();
      return new PolicyTestReport.Result(number, name, expected.isMetBy(decision) ? null : difference(expected, decision));
    } catch (BadCaseException bad) {
      return new PolicyTestReport.Result(number, "line " + number, String.valueOf(bad.getMessage()));
    }
  }

  private static String difference(PolicyCase.Expectation expected, Decision decision) {
    String by = switch (decision) {
      case Decision.ImplicitlyDenied denied -> " (no Allow is found in " + denied.gate().describe() + ")";
      case Decision.Allowed _, Decision.ExplicitlyDenied _ -> " by " + listed(PolicyCase.places(decision));
    };
    List<PolicyCase.Place> statements = expected.statements();
    return "Expected " + expected.decision() + (statements == null || statements.isEmpty() ? "" : " by " + listed(statements)) + ", and it is "
        + PolicyCase.name(decision) + by + ".";
  }

  private static String listed(List<PolicyCase.Place> places) {
    return places.isEmpty() ? "no statement"
        : String.join(", ", places.stream().map(place -> "statement " + place.statement() + " of policies[" + place.policy() + "]").toList());
  }
}

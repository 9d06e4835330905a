package bursar.server.commands;

import bursar.domain.focus.FocusDeclaration;
import bursar.domain.focus.FocusReport;
import bursar.domain.focus.FocusReport.Outcome;
import bursar.domain.focus.FocusRuleSet;
import bursar.storage.costs.SourceTable;
import bursar.storage.focus.FocusChecker;
import bursar.storage.focus.FocusModel;
import bursar.storage.focus.FocusReportJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bursar focus check}: which rules of FOCUS 1.2 files keep, which they break and where, and which cannot be asked. */
@Command(name = "check", mixinStandardHelpOptions = true,
    description = "Checks files (CSV, CSV.gz, Parquet) against the rules of FOCUS 1.2. Exits with 1 when a rule with MUST is broken.")
public final class FocusCheckCommand implements Callable<Integer> {
  private static final int VALUE_SHOWN_MAX = 60;
  private static final String ALL = "ALL";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to check, or folders of such files.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--rules", paramLabel = "MODEL.json",
      description = "A published model of FOCUS's rules to run in place of Bursar's own declaration of FOCUS 1.2.")
  private @Nullable Path model;

  @Option(names = "--supports", paramLabel = "CRITERION", split = ",",
      description = "What the provider supports, such as TAGGING_SUPPORTED, or ALL: rules that depend on it apply even where the file does not"
          + " show it.")
  private List<String> supports = new ArrayList<>();

  @Option(names = "--json", description = "Answers one JSON document a file, with every rule.")
  private boolean json;

  @Option(names = "--verbose", description = "Lists the rules that passed and those that were skipped, too.")
  private boolean verbose;

  @Override
  public Integer call() {
    FocusRuleSet rules = model == null ? FocusDeclaration.version12() : FocusModel.read(Paths.meant(model));
    FocusChecker checker = new FocusChecker(rules, supported(rules));
    PrintWriter out = spec.commandLine().getOut();
    boolean conforms = true;
    for (Path given : files) {
      for (Path file : SourceTable.files(Paths.meant(given))) {
        FocusReport report = checker.check(file);
        conforms &= report.conforms();
        if (json) {
          out.println(FocusReportJson.of(report));
        } else {
          print(out, report);
        }
        out.flush();
      }
    }
    return conforms ? 0 : 1;
  }

  private Set<String> supported(FocusRuleSet rules) {
    Set<String> known = rules.criteria();
    Set<String> supported = new LinkedHashSet<>();
    for (String criterion : supports) {
      if (criterion.equals(ALL)) {
        supported.addAll(known);
      } else if (known.contains(criterion)) {
        supported.add(criterion);
      } else {
        throw new CommandLine.ParameterException(spec.commandLine(),
            "No rule depends on " + criterion + ". Criteria are " + ALL + ", " + String.join(", ", known) + ".");
      }
    }
    return supported;
  }

  private void print(PrintWriter out, FocusReport report) {
    List<FocusReport.Result> failed = report.having(Outcome.FAILED);
    List<FocusReport.Result> passed = report.having(Outcome.PASSED);
    List<FocusReport.Result> skipped = report.having(Outcome.SKIPPED);
    long binding = failed.stream().filter(result -> result.rule().keyword().binding()).count();
    out.println(report.file() + ": " + (report.conforms() ? "conforms to" : "does not conform to") + " FOCUS " + report.version() + ": "
        + report.rows() + " rows; " + passed.size() + " rules passed, " + failed.size() + " failed (" + binding + " of them binding), "
        + skipped.size() + " skipped");
    for (FocusReport.Unreadable row : report.unreadable()) {
      out.println("  row " + row.row() + " cannot be read: it " + row.reason());
    }
    for (FocusReport.Result result : failed) {
      out.println("  FAILED " + result.rule().id() + " (" + result.rule().keyword().written() + ") " + result.rule().sentence());
      if (result.rows() > 0) {
        out.println("    " + result.rows() + (result.rows() == 1 ? " row" : " rows") + ":");
        result.examples().forEach(example -> out.println("    row " + example.row() + ": " + values(example.values())));
      }
    }
    if (verbose) {
      passed.forEach(result -> out.println("  passed " + result.rule().id() + " " + result.rule().sentence()));
      skipped.forEach(result -> out.println("  skipped " + result.rule().id() + ", because " + result.reason() + ": "
          + result.rule().sentence()));
    } else {
      Map<String, Integer> reasons = new TreeMap<>();
      skipped.forEach(result -> reasons.merge(result.reason(), 1, Integer::sum));
      reasons.forEach((reason, count) -> out.println("  skipped " + count + ": " + reason));
    }
  }

  private static String values(Map<String, String> values) {
    List<String> shown = new ArrayList<>();
    values.forEach((column, value) -> {
      String printable = value.replaceAll("\\p{Cntrl}", " ");
      shown.add(column + " = " + (value.isEmpty() ? "nothing"
          : printable.length() > VALUE_SHOWN_MAX ? printable.substring(0, VALUE_SHOWN_MAX) + "..." : printable));
    });
    return String.join(", ", shown);
  }
}

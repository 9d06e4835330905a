package bursar.server.commands;

import bursar.operations.bursar.CostImportReport;
import bursar.operations.bursar.GetCostImport;
import bursar.operations.bursar.ImportCosts;
import bursar.operations.bursar.UndoCostImport;
import bursar.server.operator.OperatorChannel;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bursar import}: cost files into an account's data, by the running server or, where none runs, by this process. */
@Command(name = "import", mixinStandardHelpOptions = true,
    description = "Imports cost files: AWS CUR (legacy and 2.0) and FOCUS, as Parquet, CSV or CSV.gz. Whole months are replaced.")
public final class ImportCommand implements Callable<Integer> {
  private static final long ASK_MILLIS = 100;
  private static final int REFUSALS_SHOWN = 10;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..*", paramLabel = "PATH",
      description = "Files, or folders to search for them. A folder with a report's manifests gives exactly the newest deliveries.")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--account", required = true, paramLabel = "ID", description = "The account that owns the data, whatever payer the files show.")
  private String account = "";

  @Option(names = "--data-set", paramLabel = "NAME",
      description = "The data set whose months are replaced (default: the account's main one). Data sets of an account add up.")
  private @Nullable String dataSet;

  @Option(names = "--force", description = "Import deliveries of reports once more that are there already.")
  private boolean again;

  @Option(names = "--several-payers", description = "Let Cost and Usage Reports of several payer accounts be mixed.")
  private boolean severalPayers;

  @Option(names = "--undo", paramLabel = "IMPORT", description = "Take back the import of that id: its months are again what they were before.")
  private @Nullable String undo;

  @Option(names = "--data", defaultValue = "data", paramLabel = "DIR", description = "The data folder (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Override
  public Integer call() throws InterruptedException {
    if ((undo == null) == paths.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Name files or folders to import, or an import to take back with --undo.");
    }
    if (undo != null) {
      return undo(undo);
    }
    List<String> meant = new ArrayList<>();
    for (Path path : paths) {
      Path file = Paths.meant(path);
      if (!Files.exists(file)) {
        throw new IllegalArgumentException("There is no file or folder " + path + ".");
      }
      meant.add(file.toString());
    }
    try (OperatorChannel operator = Channels.to(Paths.meant(data))) {
      String id = operator.call("ImportCosts", new ImportCosts.Request(account, meant, dataSet, again, severalPayers), ImportCosts.Answer.class).importId();
      GetCostImport.Answer last = follow(operator, id);
      PrintWriter out = spec.commandLine().getOut();
      if (last.result() == null) {
        spec.commandLine().getErr().println("bursar: " + (last.failure() == null ? "The import failed." : last.failure()));
        spec.commandLine().getErr().println("Nothing was changed.");
        return 1;
      }
      report(out, last.result());
      if (last.status().equals("SUCCEEDED")) {
        spec.commandLine().getErr().printf("To take it back: bursar import --undo %s --account %s%n", last.result().importId(), account);
      }
      return 0;
    }
  }

  private int undo(String importId) {
    try (OperatorChannel operator = Channels.to(Paths.meant(data))) {
      UndoCostImport.Answer undone =
          operator.call("UndoCostImport", new UndoCostImport.Request(importId, account), UndoCostImport.Answer.class);
      PrintWriter out = spec.commandLine().getOut();
      out.printf(Locale.ROOT, "Took back import %s of account %s: %s %s what it was before.%n", undone.importId(), undone.accountId(),
          String.join(", ", undone.months()), undone.months().size() == 1 ? "is again" : "are again");
      out.flush();
      return 0;
    }
  }

  private GetCostImport.Answer follow(OperatorChannel operator, String id) throws InterruptedException {
    boolean terminal = System.console() != null && System.console().isTerminal();
    PrintWriter err = spec.commandLine().getErr();
    String step = "";
    while (true) {
      GetCostImport.Answer now = operator.call("GetCostImport", new GetCostImport.Request(id), GetCostImport.Answer.class);
      if (terminal) {
        err.print("\r" + progress(now) + "\u001b[K");
        err.flush();
      } else if (!now.step().equals(step)) {
        err.println(progress(now));
        err.flush();
      }
      step = now.step();
      if (!now.status().equals("RUNNING")) {
        if (terminal) {
          err.println();
        }
        return now;
      }
      Thread.sleep(ASK_MILLIS);
    }
  }

  private static String progress(GetCostImport.Answer now) {
    StringBuilder line = new StringBuilder(now.step());
    @Nullable Long total = now.rowsTotal();
    if (now.rowsRead() > 0) {
      line.append(String.format(Locale.ROOT, ": %,d%s rows", now.rowsRead(), total == null ? "" : String.format(Locale.ROOT, " of %,d", total)));
    }
    if (now.rowsPerSecond() != null) {
      line.append(String.format(Locale.ROOT, ", %,d rows/s", now.rowsPerSecond()));
    }
    if (now.secondsLeft() != null && now.secondsLeft() > 0) {
      line.append(String.format(Locale.ROOT, ", about %d:%02d left", now.secondsLeft() / 60, now.secondsLeft() % 60));
    }
    return line.toString();
  }

  private static void report(PrintWriter out, CostImportReport report) {
    if (report.status().equals("UNCHANGED")) {
      report.deliveries().forEach(delivery -> out.printf("Delivery %s of report %s for %s is there already.%n", delivery.assemblyId(),
          delivery.report(), delivery.month()));
      out.println("Nothing was changed. To import it once more, add --force.");
      out.flush();
      return;
    }
    out.printf(Locale.ROOT, "Imported %,d rows (%s) for account %s.%n", report.rowsRead() - report.rowsRefused(), report.format(),
        report.accountId());
    report.totals().forEach(total -> out.printf(Locale.ROOT, "  %s  %,12d rows  unblended cost %s %s%n", total.month(), total.rows(),
        total.unblendedCost().toPlainString(), total.currency()));
    if (report.rowsRefused() > 0) {
      out.printf(Locale.ROOT, "Refused %,d rows:%n", report.rowsRefused());
      report.refusals().stream().limit(REFUSALS_SHOWN).forEach(
          refusal -> out.printf(Locale.ROOT, "  %s, row %d: %s%n", refusal.file(), refusal.row(), refusal.reason()));
      if (report.rowsRefused() > REFUSALS_SHOWN) {
        out.println("  ... the console's page of cost imports lists more.");
      }
    }
    if (!report.normalisations().isEmpty()) {
      out.println("Read although written otherwise than the format prescribes:");
      report.normalisations().stream().limit(REFUSALS_SHOWN).forEach(one -> out.println("  " + told(one)));
    }
    out.flush();
  }

  private static String told(CostImportReport.Normalisation one) {
    String where = one.firstRow() == 0 ? "" : String.format(Locale.ROOT, " (%,d rows, first row %d%s)", one.rows(), one.firstRow(),
        one.example() == null ? "" : ": '" + one.example() + "'");
    return one.file() + (one.column().isEmpty() ? "" : ", column " + one.column()) + ": " + one.what() + where;
  }
}

package bursar.server.commands;

import bursar.operations.bursar.CostImportReport;
import bursar.operations.bursar.GetCostImport;
import bursar.operations.bursar.ImportCosts;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bursar import}: cost files into an account's data, by the running server or, where none runs, by this process. */
@Command(name = "import", mixinStandardHelpOptions = true,
    description = "Imports cost files: AWS CUR (legacy and 2.0) and FOCUS, as Parquet, CSV or CSV.gz. Whole months are replaced.")
public final class ImportCommand implements Callable<Integer> {
  private static final long ASK_MILLIS = 100;
  private static final int REFUSALS_SHOWN = 10;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders to search for them.")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--account", required = true, paramLabel = "ID", description = "The account that owns the data, whatever payer the files show.")
  private String account = "";

  @Option(names = "--data", defaultValue = "data", paramLabel = "DIR", description = "The data folder (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Override
  public Integer call() throws InterruptedException {
    List<String> meant = new ArrayList<>();
    for (Path path : paths) {
      Path file = Paths.meant(path);
      if (!Files.exists(file)) {
        throw new IllegalArgumentException("There is no file or folder " + path + ".");
      }
      meant.add(file.toString());
    }
    try (OperatorChannel operator = Channels.to(Paths.meant(data))) {
      String id = operator.call("ImportCosts", new ImportCosts.Request(account, meant), ImportCosts.Answer.class).importId();
      GetCostImport.Answer last = follow(operator, id);
      PrintWriter out = spec.commandLine().getOut();
      if (last.result() == null) {
        spec.commandLine().getErr().println("bursar: " + (last.failure() == null ? "The import failed." : last.failure()));
        spec.commandLine().getErr().println("Nothing was changed.");
        return 1;
      }
      report(out, last.result());
      return 0;
    }
  }

  private GetCostImport.Answer follow(OperatorChannel operator, String id) throws InterruptedException {
    boolean terminal = System.console() != null && System.console().isTerminal();
    PrintWriter err = spec.commandLine().getErr();
    long started = System.nanoTime();
    String step = "";
    while (true) {
      GetCostImport.Answer now = operator.call("GetCostImport", new GetCostImport.Request(id), GetCostImport.Answer.class);
      if (terminal) {
        err.print("\r" + progress(now, started) + "\u001b[K");
        err.flush();
      } else if (!now.step().equals(step)) {
        err.println(progress(now, started));
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

  private static String progress(GetCostImport.Answer now, long started) {
    double seconds = Math.max((System.nanoTime() - started) / 1e9, 0.001);
    @Nullable Long total = now.rowsTotal();
    String rows = now.rowsRead() == 0 ? "" : String.format(Locale.ROOT, ": %,d%s rows, %,.0f rows/s", now.rowsRead(),
        total == null ? "" : String.format(Locale.ROOT, " of %,d", total), now.rowsRead() / seconds);
    return now.step() + rows;
  }

  private static void report(PrintWriter out, CostImportReport report) {
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
    out.flush();
  }
}

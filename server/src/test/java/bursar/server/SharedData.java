package bursar.server;

import bursar.operations.bursar.GetCostImport;
import bursar.operations.bursar.ImportCosts;
import bursar.server.rooms.InProcessChannel;
import bursar.server.rooms.RunningServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The data sets of real costs that lie beside the project, and their import. */
final class SharedData {
  private static final int ASKED_MAX = 1_200;

  private SharedData() {}

  /** The folder of a data set: under the system property {@code bursar.shared.data}, else under {@code shared/data} of a parent folder. */
  static Path folder(String name) {
    String given = System.getProperty("bursar.shared.data");
    if (given != null) {
      return existing(Path.of(given).resolve(name));
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path found = at.resolve("shared/data").resolve(name);
      if (Files.isDirectory(found)) {
        return found;
      }
    }
    throw new AssertionError("There is no folder shared/data/" + name
        + " beside the project. Put the data sets there, or name their folder with -Dbursar.shared.data=FOLDER.");
  }

  private static Path existing(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new AssertionError("bursar.shared.data is given, but there is no folder " + folder + ".");
    }
    return folder;
  }

  /** Imports as the operator does, and waits for the end. */
  static GetCostImport.Answer imported(RunningServer server, String account, Path... paths) throws InterruptedException {
    InProcessChannel operator = server.rooms().operator();
    String id = operator.call("ImportCosts", new ImportCosts.Request(account, List.of(paths).stream().map(Path::toString).toList()),
        ImportCosts.Answer.class).importId();
    for (int asked = 0; asked < ASKED_MAX; asked++) {
      GetCostImport.Answer now = operator.call("GetCostImport", new GetCostImport.Request(id), GetCostImport.Answer.class);
      if (!now.status().equals("RUNNING")) {
        return now;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("The import of " + List.of(paths) + " does not end.");
  }
}

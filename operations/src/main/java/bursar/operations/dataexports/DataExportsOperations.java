package bursar.operations.dataexports;

import bursar.operations.declaration.Operation;
import bursar.operations.exports.ExportRuns;
import java.util.List;

/** Every operation of Data Exports. */
public final class DataExportsOperations {
  private DataExportsOperations() {}

  /** All of them, over these runs. */
  public static List<Operation<?, ?>> all(ExportRuns runs) {
    return List.of(new CreateExport(runs), new UpdateExport(runs), new DeleteExport(runs), 
        new GetExport(runs), new ListExports(runs), new ListExecutions(runs), new GetExecution(runs), 
        new ListTables(), new GetTable(), new ListTagsForResource(runs), new TagResource(runs), new UntagResource(runs));
  }
}

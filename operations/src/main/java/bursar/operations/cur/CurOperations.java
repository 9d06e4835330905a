package bursar.operations.cur;

import bursar.operations.declaration.Operation;
import bursar.operations.exports.ExportRuns;
import java.util.List;

/** Every operation of Cost and Usage Reports. */
public final class CurOperations {
  private CurOperations() {}

  /** All of them, over these runs. */
  public static List<Operation<?, ?>> all(ExportRuns runs) {
    return List.of(new PutReportDefinition(runs), new ModifyReportDefinition(runs), 
        new DeleteReportDefinition(runs), new DescribeReportDefinitions(runs), new ListTagsForResource(runs), 
        new TagResource(runs), new UntagResource(runs));
  }
}

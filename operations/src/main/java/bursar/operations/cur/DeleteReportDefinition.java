package bursar.operations.cur;

import bursar.domain.exports.ExportDefinition;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.exports.ExportRuns;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.costandusagereport.model.DeleteReportDefinitionRequest;
import software.amazon.awssdk.services.costandusagereport.model.DeleteReportDefinitionResponse;

/** Forgets a report. Source: Cost and Usage Report API reference, DeleteReportDefinition. */
public final class DeleteReportDefinition implements Operation<DeleteReportDefinitionRequest, DeleteReportDefinitionResponse> {
  private static final Declaration<DeleteReportDefinitionRequest, DeleteReportDefinitionResponse> DECLARATION =
      CurService.declare("DeleteReportDefinition", DeleteReportDefinitionRequest.class, DeleteReportDefinitionResponse.class, AccessLevel.WRITE)
          .summary("Forgets a report; the files it delivered stay.")
          .resource((caller, request) -> CurService.arn(caller, request.reportName()))
          .rules(CurService.REPORT_NAME)
          .example(() -> DeleteReportDefinitionRequest.builder().reportName("costs").build())
          .build();

  private final ExportRuns runs;

  DeleteReportDefinition(ExportRuns runs) {
    this.runs = runs;
  }

  @Override
  public Declaration<DeleteReportDefinitionRequest, DeleteReportDefinitionResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public DeleteReportDefinitionResponse handle(Authorized<DeleteReportDefinitionRequest> call) {
    ExportDefinition known = CurService.find(runs.exports().store(), call.account(), call.input().reportName(), "ValidationException");
    runs.exports().delete(known);
    return DeleteReportDefinitionResponse.builder().responseMessage("Deleted the report " + known.name() + ".").build();
  }
}

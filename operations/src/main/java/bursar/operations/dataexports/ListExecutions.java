package bursar.operations.dataexports;

import bursar.domain.exports.ExportDefinition;
import bursar.domain.exports.ExportExecution;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.exports.ExportRuns;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.bcmdataexports.model.ExecutionReference;
import software.amazon.awssdk.services.bcmdataexports.model.ListExecutionsRequest;
import software.amazon.awssdk.services.bcmdataexports.model.ListExecutionsResponse;

/** Lists the runs of an export. Source: Data Exports API reference, ListExecutions. */
public final class ListExecutions implements Operation<ListExecutionsRequest, ListExecutionsResponse> {
  private static final Declaration<ListExecutionsRequest, ListExecutionsResponse> DECLARATION =
      DataExportsService.declare("ListExecutions", ListExecutionsRequest.class, ListExecutionsResponse.class, AccessLevel.LIST)
          .summary("Lists the runs of an export, the newest first.")
          .resource((caller, request) -> DataExportsService.arnOf(request.exportArn()))
          .rules(DataExportsService.EXPORT_ARN, DataExportsService.MAX_RESULTS, DataExportsService.NEXT_TOKEN)
          .errors(DataExportsService.RESOURCE_NOT_FOUND)
          .example(() -> ListExecutionsRequest.builder().exportArn(DataExportsService.EXAMPLE_ARN).build())
          .build();

  private final ExportRuns runs;

  ListExecutions(ExportRuns runs) {
    this.runs = runs;
  }

  @Override
  public Declaration<ListExecutionsRequest, ListExecutionsResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public ListExecutionsResponse handle(Authorized<ListExecutionsRequest> call) {
    ExportDefinition known = DataExportsService.find(runs.exports().store(), call.account(), call.input().exportArn());
    DataExportsService.Page<ExportExecution> page = DataExportsService.page(runs.exports().store().executions(known.id(), Integer.MAX_VALUE),
        call.input().maxResults(), call.input().nextToken());
    return ListExecutionsResponse.builder().executions(page.items().stream().map(one -> ExecutionReference.builder().executionId(one.id())
        .executionStatus(ExportModels.status(one)).build()).toList()).nextToken(page.next()).build();
  }
}

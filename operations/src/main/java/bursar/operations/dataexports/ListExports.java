package bursar.operations.dataexports;

import bursar.domain.exports.ExportDefinition;
import bursar.domain.exports.ExportStore;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.exports.ExportRuns;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.bcmdataexports.model.ExportReference;
import software.amazon.awssdk.services.bcmdataexports.model.ListExportsRequest;
import software.amazon.awssdk.services.bcmdataexports.model.ListExportsResponse;

/** Lists exports. Source: Data Exports API reference, ListExports. */
public final class ListExports implements Operation<ListExportsRequest, ListExportsResponse> {
  private static final Declaration<ListExportsRequest, ListExportsResponse> DECLARATION =
      DataExportsService.declare("ListExports", ListExportsRequest.class, ListExportsResponse.class, AccessLevel.LIST)
          .summary("Lists the exports of the account.")
          .rules(DataExportsService.MAX_RESULTS, DataExportsService.NEXT_TOKEN)
          .example(() -> ListExportsRequest.builder().build())
          .build();

  private final ExportRuns runs;

  ListExports(ExportRuns runs) {
    this.runs = runs;
  }

  @Override
  public Declaration<ListExportsRequest, ListExportsResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public ListExportsResponse handle(Authorized<ListExportsRequest> call) {
    ExportStore store = runs.exports().store();
    DataExportsService.Page<ExportDefinition> page = DataExportsService.page(
        store.list(call.account(), ExportDefinition.Kind.EXPORT), call.input().maxResults(), call.input().nextToken());
    return ListExportsResponse.builder().exports(page.items().stream().map(export -> ExportReference.builder().exportArn(export.arn())
        .exportName(export.name()).exportStatus(ExportModels.status(export, store.executions(export.id(), 100))).build()).toList())
        .nextToken(page.next()).build();
  }
}

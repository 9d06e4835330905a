package bursar.operations.dataexports;

import bursar.domain.exports.ExportDefinition;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.exports.ExportRuns;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.bcmdataexports.model.GetExportRequest;
import software.amazon.awssdk.services.bcmdataexports.model.GetExportResponse;

/** Tells an export. Source: Data Exports API reference, GetExport. */
public final class GetExport implements Operation<GetExportRequest, GetExportResponse> {
  private static final Declaration<GetExportRequest, GetExportResponse> DECLARATION =
      DataExportsService.declare("GetExport", GetExportRequest.class, GetExportResponse.class, AccessLevel.READ)
          .summary("Tells an export and how its last run ended.")
          .resource((caller, request) -> DataExportsService.arnOf(request.exportArn()))
          .rules(DataExportsService.EXPORT_ARN)
          .errors(DataExportsService.RESOURCE_NOT_FOUND)
          .example(() -> GetExportRequest.builder().exportArn(DataExportsService.EXAMPLE_ARN).build())
          .build();

  private final ExportRuns runs;

  GetExport(ExportRuns runs) {
    this.runs = runs;
  }

  @Override
  public Declaration<GetExportRequest, GetExportResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public GetExportResponse handle(Authorized<GetExportRequest> call) {
    ExportDefinition known = DataExportsService.find(runs.exports().store(), call.account(), call.input().exportArn());
    return GetExportResponse.builder().export(ExportModels.model(known))
        .exportStatus(ExportModels.status(known, runs.exports().store().executions(known.id(), EXECUTIONS))).build();
  }

  private static final int EXECUTIONS = 100;
}

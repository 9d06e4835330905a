package bursar.operations.dataexports;

import bursar.domain.exports.ExportDefinition;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.exports.ExportRuns;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.bcmdataexports.model.DeleteExportRequest;
import software.amazon.awssdk.services.bcmdataexports.model.DeleteExportResponse;

/** Forgets an export. Source: Data Exports API reference, DeleteExport. */
public final class DeleteExport implements Operation<DeleteExportRequest, DeleteExportResponse> {
  private static final Declaration<DeleteExportRequest, DeleteExportResponse> DECLARATION =
      DataExportsService.declare("DeleteExport", DeleteExportRequest.class, DeleteExportResponse.class, AccessLevel.WRITE)
          .summary("Forgets an export; the files it delivered stay.")
          .resource((caller, request) -> DataExportsService.arnOf(request.exportArn()))
          .rules(DataExportsService.EXPORT_ARN)
          .errors(DataExportsService.RESOURCE_NOT_FOUND)
          .example(() -> DeleteExportRequest.builder().exportArn(DataExportsService.EXAMPLE_ARN).build())
          .build();

  private final ExportRuns runs;

  DeleteExport(ExportRuns runs) {
    this.runs = runs;
  }

  @Override
  public Declaration<DeleteExportRequest, DeleteExportResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public DeleteExportResponse handle(Authorized<DeleteExportRequest> call) {
    ExportDefinition known = DataExportsService.find(runs.exports().store(), call.account(), call.input().exportArn());
    runs.exports().delete(known);
    return DeleteExportResponse.builder().exportArn(known.arn()).build();
  }
}

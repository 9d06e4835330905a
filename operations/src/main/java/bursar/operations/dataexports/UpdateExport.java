package bursar.operations.dataexports;

import bursar.domain.exports.ExportDefinition;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.exports.ExportAccess;
import bursar.operations.exports.ExportRuns;
import bursar.operations.gate.Authorized;
import java.util.List;
import software.amazon.awssdk.services.bcmdataexports.model.UpdateExportRequest;
import software.amazon.awssdk.services.bcmdataexports.model.UpdateExportResponse;

/** Changes an export. Source: Data Exports API reference, UpdateExport. */
public final class UpdateExport implements Operation<UpdateExportRequest, UpdateExportResponse> {
  private static final Declaration<UpdateExportRequest, UpdateExportResponse> DECLARATION =
      DataExportsService.declare("UpdateExport", UpdateExportRequest.class, UpdateExportResponse.class, AccessLevel.WRITE)
          .summary("Changes an export, which from then on runs for whoever changed it, and runs it.")
          .resource((caller, request) -> DataExportsService.arnOf(request.exportArn()))
          .readsCosts()
          .rules(DataExportsService.EXPORT_ARN, MemberRule.required("Export"))
          .errors(DataExportsService.LIMIT_EXCEEDED, DataExportsService.RESOURCE_NOT_FOUND)
          .example(() -> UpdateExportRequest.builder().exportArn(DataExportsService.EXAMPLE_ARN).export(ExportModels.example()).build())
          .build();

  private final ExportRuns runs;

  UpdateExport(ExportRuns runs) {
    this.runs = runs;
  }

  @Override
  public Declaration<UpdateExportRequest, UpdateExportResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public UpdateExportResponse handle(Authorized<UpdateExportRequest> call) {
    ExportDefinition known = DataExportsService.find(runs.exports().store(), call.account(), call.input().exportArn());
    ExportDefinition changed = runs.exports().change(known, ExportAccess.owner(call.caller()), ExportModels.draft(call.input().export()));
    var unused = runs.begin(changed, List.of());
    return UpdateExportResponse.builder().exportArn(changed.arn()).build();
  }
}

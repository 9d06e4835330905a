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
import software.amazon.awssdk.services.bcmdataexports.model.CreateExportRequest;
import software.amazon.awssdk.services.bcmdataexports.model.CreateExportResponse;

/** Defines an export, which runs at once, after each import and daily, for whoever defined it. Source: Data Exports API reference, CreateExport. */
public final class CreateExport implements Operation<CreateExportRequest, CreateExportResponse> {
  /** What is known of it; runs of exports are decided by it, too. */
  public static final Declaration<CreateExportRequest, CreateExportResponse> DECLARATION =
      DataExportsService.declare("CreateExport", CreateExportRequest.class, CreateExportResponse.class, AccessLevel.WRITE)
          .summary("Defines an export of cost data to a destination that the operator has allowed, and runs it.")
          .resource((caller, request) -> DataExportsService.arn(caller, request.export() == null ? null : request.export().name()))
          .readsCosts()
          .rules(MemberRule.required("Export"), MemberRule.optional("ResourceTags").range(0, 200))
          .errors(DataExportsService.LIMIT_EXCEEDED, DataExportsService.RESOURCE_NOT_FOUND, DataExportsService.QUOTA)
          .example(() -> CreateExportRequest.builder().export(ExportModels.example()).build())
          .build();

  private final ExportRuns runs;

  CreateExport(ExportRuns runs) {
    this.runs = runs;
  }

  @Override
  public Declaration<CreateExportRequest, CreateExportResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public CreateExportResponse handle(Authorized<CreateExportRequest> call) {
    ExportDefinition defined = runs.exports().define(call.account(), ExportAccess.owner(call.caller()), ExportModels.draft(call.input().export()),
        ExportModels.tags(call.input().resourceTags()));
    var unused = runs.begin(defined, List.of());
    return CreateExportResponse.builder().exportArn(defined.arn()).build();
  }
}

package bursar.operations.cur;

import bursar.domain.exports.ExportDefinition;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.exports.ExportAccess;
import bursar.operations.exports.ExportRuns;
import bursar.operations.gate.Authorized;
import java.util.List;
import software.amazon.awssdk.services.costandusagereport.model.ModifyReportDefinitionRequest;
import software.amazon.awssdk.services.costandusagereport.model.ModifyReportDefinitionResponse;

/** Changes a report. Source: Cost and Usage Report API reference, ModifyReportDefinition. */
public final class ModifyReportDefinition implements Operation<ModifyReportDefinitionRequest, ModifyReportDefinitionResponse> {
  private static final Declaration<ModifyReportDefinitionRequest, ModifyReportDefinitionResponse> DECLARATION =
      CurService.declare("ModifyReportDefinition", ModifyReportDefinitionRequest.class, ModifyReportDefinitionResponse.class, AccessLevel.WRITE)
          .summary("Changes a report, which from then on runs for whoever changed it, and runs it.")
          .resource((caller, request) -> CurService.arn(caller, request.reportName()))
          .readsCosts()
          .rules(CurService.REPORT_NAME, MemberRule.required("ReportDefinition"))
          .errors(CurService.LIMIT_EXCEEDED)
          .example(() -> ModifyReportDefinitionRequest.builder().reportName("costs").reportDefinition(ReportModels.example()).build())
          .build();

  private final ExportRuns runs;

  ModifyReportDefinition(ExportRuns runs) {
    this.runs = runs;
  }

  @Override
  public Declaration<ModifyReportDefinitionRequest, ModifyReportDefinitionResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public ModifyReportDefinitionResponse handle(Authorized<ModifyReportDefinitionRequest> call) {
    ExportDefinition known = CurService.find(runs.exports().store(), call.account(), call.input().reportName(), "ValidationException");
    ExportDefinition changed =
        runs.exports().change(known, ExportAccess.owner(call.caller()), ReportModels.draft(call.input().reportDefinition()));
    var unused = runs.begin(changed, List.of());
    return ModifyReportDefinitionResponse.builder().build();
  }
}

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
import software.amazon.awssdk.services.costandusagereport.model.PutReportDefinitionRequest;
import software.amazon.awssdk.services.costandusagereport.model.PutReportDefinitionResponse;

/** Defines a report, which runs at once, after each import and daily, for whoever defined it. Source: Cost and Usage Report API reference, PutReportDefinition. */
public final class PutReportDefinition implements Operation<PutReportDefinitionRequest, PutReportDefinitionResponse> {
  /** What is known of it; runs of reports are decided by it, too. */
  public static final Declaration<PutReportDefinitionRequest, PutReportDefinitionResponse> DECLARATION =
      CurService.declare("PutReportDefinition", PutReportDefinitionRequest.class, PutReportDefinitionResponse.class, AccessLevel.WRITE)
          .summary("Defines a report to a destination that the operator has allowed, and runs it.")
          .resource((caller, request) -> CurService.arn(caller,
              request.reportDefinition() == null ? null : request.reportDefinition().reportName()))
          .readsCosts()
          .rules(MemberRule.required("ReportDefinition"), MemberRule.optional("Tags").range(0, 200))
          .errors(CurService.LIMIT_EXCEEDED, CurService.DUPLICATE, CurService.LIMIT, CurService.RESOURCE_NOT_FOUND)
          .example(() -> PutReportDefinitionRequest.builder().reportDefinition(ReportModels.example()).build())
          .build();

  private final ExportRuns runs;

  PutReportDefinition(ExportRuns runs) {
    this.runs = runs;
  }

  @Override
  public Declaration<PutReportDefinitionRequest, PutReportDefinitionResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public PutReportDefinitionResponse handle(Authorized<PutReportDefinitionRequest> call) {
    ExportDefinition defined = runs.exports().define(call.account(), ExportAccess.owner(call.caller()),
        ReportModels.draft(call.input().reportDefinition()), ReportModels.tags(call.input().tags()));
    var unused = runs.begin(defined, List.of());
    return PutReportDefinitionResponse.builder().build();
  }
}

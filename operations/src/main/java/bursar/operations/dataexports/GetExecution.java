package bursar.operations.dataexports;

import bursar.domain.Failure;
import bursar.domain.exports.ExportDefinition;
import bursar.domain.exports.ExportExecution;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.exports.ExportRuns;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.bcmdataexports.model.GetExecutionRequest;
import software.amazon.awssdk.services.bcmdataexports.model.GetExecutionResponse;

/** Tells a run of an export. Source: Data Exports API reference, GetExecution. */
public final class GetExecution implements Operation<GetExecutionRequest, GetExecutionResponse> {
  private static final Declaration<GetExecutionRequest, GetExecutionResponse> DECLARATION =
      DataExportsService.declare("GetExecution", GetExecutionRequest.class, GetExecutionResponse.class, AccessLevel.READ)
          .summary("Tells a run of an export.")
          .resource((caller, request) -> DataExportsService.arnOf(request.exportArn()))
          .rules(DataExportsService.EXPORT_ARN, MemberRule.required("ExecutionId").range(1, 128))
          .errors(DataExportsService.RESOURCE_NOT_FOUND)
          .example(() -> GetExecutionRequest.builder().exportArn(DataExportsService.EXAMPLE_ARN).executionId("00000000-0000-0000-0000-000000000001").build())
          .build();

  private final ExportRuns runs;

  GetExecution(ExportRuns runs) {
    this.runs = runs;
  }

  @Override
  public Declaration<GetExecutionRequest, GetExecutionResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public GetExecutionResponse handle(Authorized<GetExecutionRequest> call) {
    ExportDefinition known = DataExportsService.find(runs.exports().store(), call.account(), call.input().exportArn());
    ExportExecution execution = runs.exports().store().execution(String.valueOf(call.input().executionId()))
        .filter(one -> one.exportId().equals(known.id()))
        .orElseThrow(() -> new Failure("ResourceNotFoundException", "The export has no execution " + call.input().executionId() + "."));
    return GetExecutionResponse.builder().executionId(execution.id()).export(ExportModels.model(known))
        .executionStatus(ExportModels.status(execution)).build();
  }
}

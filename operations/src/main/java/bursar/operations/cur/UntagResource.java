package bursar.operations.cur;

import bursar.domain.exports.ExportDefinition;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.exports.ExportRuns;
import bursar.operations.gate.Authorized;
import java.util.Map;
import software.amazon.awssdk.services.costandusagereport.model.UntagResourceRequest;
import software.amazon.awssdk.services.costandusagereport.model.UntagResourceResponse;

/** Takes tags of a report away. Source: Cost and Usage Report API reference, UntagResource. */
public final class UntagResource implements Operation<UntagResourceRequest, UntagResourceResponse> {
  private static final Declaration<UntagResourceRequest, UntagResourceResponse> DECLARATION =
      CurService.declare("UntagResource", UntagResourceRequest.class, UntagResourceResponse.class, AccessLevel.TAGGING)
          .summary("Takes tags of a report away.")
          .resource((caller, request) -> CurService.arn(caller, request.reportName()))
          .rules(CurService.REPORT_NAME, MemberRule.required("TagKeys").range(0, 200))
          .errors(CurService.RESOURCE_NOT_FOUND)
          .example(() -> UntagResourceRequest.builder().reportName("costs").tagKeys("Team").build())
          .build();

  private final ExportRuns runs;

  UntagResource(ExportRuns runs) {
    this.runs = runs;
  }

  @Override
  public Declaration<UntagResourceRequest, UntagResourceResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public UntagResourceResponse handle(Authorized<UntagResourceRequest> call) {
    ExportDefinition known = CurService.find(runs.exports().store(), call.account(), call.input().reportName(), "ResourceNotFoundException");
    runs.exports().tag(known, Map.of(), call.input().tagKeys());
    return UntagResourceResponse.builder().build();
  }
}

package bursar.operations.dataexports;

import bursar.domain.exports.ExportDefinition;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.exports.ExportRuns;
import bursar.operations.gate.Authorized;
import java.util.Map;
import software.amazon.awssdk.services.bcmdataexports.model.UntagResourceRequest;
import software.amazon.awssdk.services.bcmdataexports.model.UntagResourceResponse;

/** Takes tags of an export away. Source: Data Exports API reference, UntagResource. */
public final class UntagResource implements Operation<UntagResourceRequest, UntagResourceResponse> {
  private static final Declaration<UntagResourceRequest, UntagResourceResponse> DECLARATION =
      DataExportsService.declare("UntagResource", UntagResourceRequest.class, UntagResourceResponse.class, AccessLevel.TAGGING)
          .summary("Takes tags of an export away.")
          .resource((caller, request) -> DataExportsService.arnOf(request.resourceArn()))
          .rules(MemberRule.required("ResourceArn").range(20, 2_048), MemberRule.required("ResourceTagKeys").range(0, 200))
          .errors(DataExportsService.RESOURCE_NOT_FOUND)
          .example(() -> UntagResourceRequest.builder().resourceArn(DataExportsService.EXAMPLE_ARN).resourceTagKeys("Team").build())
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
    ExportDefinition known = DataExportsService.find(runs.exports().store(), call.account(), call.input().resourceArn());
    runs.exports().tag(known, Map.of(), call.input().resourceTagKeys());
    return UntagResourceResponse.builder().build();
  }
}

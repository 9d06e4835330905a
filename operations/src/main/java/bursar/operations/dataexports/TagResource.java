package bursar.operations.dataexports;

import bursar.domain.exports.ExportDefinition;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.exports.ExportRuns;
import bursar.operations.gate.Authorized;
import java.util.List;
import software.amazon.awssdk.services.bcmdataexports.model.ResourceTag;
import software.amazon.awssdk.services.bcmdataexports.model.TagResourceRequest;
import software.amazon.awssdk.services.bcmdataexports.model.TagResourceResponse;

/** Sets tags of an export. Source: Data Exports API reference, TagResource. */
public final class TagResource implements Operation<TagResourceRequest, TagResourceResponse> {
  private static final Declaration<TagResourceRequest, TagResourceResponse> DECLARATION =
      DataExportsService.declare("TagResource", TagResourceRequest.class, TagResourceResponse.class, AccessLevel.TAGGING)
          .summary("Sets tags of an export.")
          .resource((caller, request) -> DataExportsService.arnOf(request.resourceArn()))
          .rules(MemberRule.required("ResourceArn").range(20, 2_048), MemberRule.required("ResourceTags").range(0, 200))
          .errors(DataExportsService.RESOURCE_NOT_FOUND)
          .example(() -> TagResourceRequest.builder().resourceArn(DataExportsService.EXAMPLE_ARN)
              .resourceTags(ResourceTag.builder().key("Team").value("Web").build()).build())
          .build();

  private final ExportRuns runs;

  TagResource(ExportRuns runs) {
    this.runs = runs;
  }

  @Override
  public Declaration<TagResourceRequest, TagResourceResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public TagResourceResponse handle(Authorized<TagResourceRequest> call) {
    ExportDefinition known = DataExportsService.find(runs.exports().store(), call.account(), call.input().resourceArn());
    runs.exports().tag(known, ExportModels.tags(call.input().resourceTags()), List.of());
    return TagResourceResponse.builder().build();
  }
}

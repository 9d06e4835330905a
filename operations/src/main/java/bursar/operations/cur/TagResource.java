package bursar.operations.cur;

import bursar.domain.exports.ExportDefinition;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.exports.ExportRuns;
import bursar.operations.gate.Authorized;
import java.util.List;
import software.amazon.awssdk.services.costandusagereport.model.Tag;
import software.amazon.awssdk.services.costandusagereport.model.TagResourceRequest;
import software.amazon.awssdk.services.costandusagereport.model.TagResourceResponse;

/** Sets tags of a report. Source: Cost and Usage Report API reference, TagResource. */
public final class TagResource implements Operation<TagResourceRequest, TagResourceResponse> {
  private static final Declaration<TagResourceRequest, TagResourceResponse> DECLARATION =
      CurService.declare("TagResource", TagResourceRequest.class, TagResourceResponse.class, AccessLevel.TAGGING)
          .summary("Sets tags of a report.")
          .resource((caller, request) -> CurService.arn(caller, request.reportName()))
          .rules(CurService.REPORT_NAME, MemberRule.required("Tags").range(0, 200))
          .errors(CurService.RESOURCE_NOT_FOUND)
          .example(() -> TagResourceRequest.builder().reportName("costs").tags(Tag.builder().key("Team").value("Web").build()).build())
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
    ExportDefinition known = CurService.find(runs.exports().store(), call.account(), call.input().reportName(), "ResourceNotFoundException");
    runs.exports().tag(known, ReportModels.tags(call.input().tags()), List.of());
    return TagResourceResponse.builder().build();
  }
}

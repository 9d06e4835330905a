package bursar.operations.cur;

import bursar.domain.exports.ExportDefinition;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.exports.ExportRuns;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.costandusagereport.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.costandusagereport.model.ListTagsForResourceResponse;

/** Lists the tags of a report. Source: Cost and Usage Report API reference, ListTagsForResource. */
public final class ListTagsForResource implements Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> {
  private static final Declaration<ListTagsForResourceRequest, ListTagsForResourceResponse> DECLARATION =
      CurService.declare("ListTagsForResource", ListTagsForResourceRequest.class, ListTagsForResourceResponse.class, AccessLevel.READ)
          .summary("Lists the tags of a report.")
          .resource((caller, request) -> CurService.arn(caller, request.reportName()))
          .rules(CurService.REPORT_NAME)
          .errors(CurService.RESOURCE_NOT_FOUND)
          .example(() -> ListTagsForResourceRequest.builder().reportName("costs").build())
          .build();

  private final ExportRuns runs;

  ListTagsForResource(ExportRuns runs) {
    this.runs = runs;
  }

  @Override
  public Declaration<ListTagsForResourceRequest, ListTagsForResourceResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public ListTagsForResourceResponse handle(Authorized<ListTagsForResourceRequest> call) {
    ExportDefinition known = CurService.find(runs.exports().store(), call.account(), call.input().reportName(), "ResourceNotFoundException");
    return ListTagsForResourceResponse.builder().tags(ReportModels.tags(known.tags())).build();
  }
}

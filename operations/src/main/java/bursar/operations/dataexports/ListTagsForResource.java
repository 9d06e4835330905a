package bursar.operations.dataexports;

import bursar.domain.exports.ExportDefinition;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.exports.ExportRuns;
import bursar.operations.gate.Authorized;
import java.util.TreeMap;
import software.amazon.awssdk.services.bcmdataexports.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.bcmdataexports.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.bcmdataexports.model.ResourceTag;

/** Lists the tags of an export. Source: Data Exports API reference, ListTagsForResource. */
public final class ListTagsForResource implements Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> {
  private static final Declaration<ListTagsForResourceRequest, ListTagsForResourceResponse> DECLARATION =
      DataExportsService.declare("ListTagsForResource", ListTagsForResourceRequest.class, ListTagsForResourceResponse.class, AccessLevel.LIST)
          .summary("Lists the tags of an export.")
          .resource((caller, request) -> DataExportsService.arnOf(request.resourceArn()))
          .rules(MemberRule.required("ResourceArn").range(20, 2_048), DataExportsService.MAX_RESULTS, DataExportsService.NEXT_TOKEN)
          .errors(DataExportsService.RESOURCE_NOT_FOUND)
          .example(() -> ListTagsForResourceRequest.builder().resourceArn(DataExportsService.EXAMPLE_ARN).build())
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
    ExportDefinition known = DataExportsService.find(runs.exports().store(), call.account(), call.input().resourceArn());
    return ListTagsForResourceResponse.builder().resourceTags(new TreeMap<>(known.tags()).entrySet().stream()
        .map(tag -> ResourceTag.builder().key(tag.getKey()).value(tag.getValue()).build()).toList()).build();
  }
}

package bursar.operations.ce;

import bursar.domain.categories.CostCategories;
import bursar.domain.categories.CostTags;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.costexplorer.model.CostAllocationTagStatusEntry;
import software.amazon.awssdk.services.costexplorer.model.UpdateCostAllocationTagsStatusError;
import software.amazon.awssdk.services.costexplorer.model.UpdateCostAllocationTagsStatusRequest;
import software.amazon.awssdk.services.costexplorer.model.UpdateCostAllocationTagsStatusResponse;

/** Turns cost allocation tags on or off, from the current month on. Source: Cost Explorer API reference, UpdateCostAllocationTagsStatus. */
final class UpdateCostAllocationTagsStatus implements Operation<UpdateCostAllocationTagsStatusRequest, UpdateCostAllocationTagsStatusResponse> {
  private static final Declaration<UpdateCostAllocationTagsStatusRequest, UpdateCostAllocationTagsStatusResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "UpdateCostAllocationTagsStatus", UpdateCostAllocationTagsStatusRequest.class, UpdateCostAllocationTagsStatusResponse.class)
          .summary("Turns cost allocation tags on or off, from the current month on.")
          .needs(CostExplorerService.managing("ce:UpdateCostAllocationTagsStatus"), AccessLevel.WRITE)
          .rules(MemberRule.required("CostAllocationTagsStatus").range(1, 20))
          .errors(CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.ACCESS_DENIED)
          .example(() -> UpdateCostAllocationTagsStatusRequest.builder()
              .costAllocationTagsStatus(tag -> tag.tagKey("team").status("Inactive")).build())
          .build();

  private final CostTags tags;
  private final CostCategories categories;

  UpdateCostAllocationTagsStatus(CostTags tags, CostCategories categories) {
    this.tags = tags;
    this.categories = categories;
  }

  @Override
  public Declaration<UpdateCostAllocationTagsStatusRequest, UpdateCostAllocationTagsStatusResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public UpdateCostAllocationTagsStatusResponse handle(Authorized<UpdateCostAllocationTagsStatusRequest> call) {
    UpdateCostAllocationTagsStatusRequest request = call.input();
    categories.refuseMember(call.account(), CostExplorerService.MEMBER_TAGS);
    List<UpdateCostAllocationTagsStatusError> errors = new ArrayList<>();
    for (CostAllocationTagStatusEntry entry : request.costAllocationTagsStatus()) {
      String key = entry.tagKey();
      if (key == null || key.isEmpty() || key.length() > KEY_MAX || !STATUSES.contains(String.valueOf(entry.statusAsString()))) {
        errors.add(UpdateCostAllocationTagsStatusError.builder().tagKey(key).code("ValidationException")
            .message("An entry has a TagKey of 1 to " + KEY_MAX + " characters, and the Status Active or Inactive.").build());
      } else {
        tags.turn(call.account(), key, entry.statusAsString().equals("Active"));
      }
    }
    return UpdateCostAllocationTagsStatusResponse.builder().errors(errors).build();
  }

  private static final int KEY_MAX = 1_024;
  private static final Set<String> STATUSES = Set.of("Active", "Inactive");
}

package bursar.operations.ce;

import bursar.domain.categories.CostCategories;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.costexplorer.model.DeleteCostCategoryDefinitionRequest;
import software.amazon.awssdk.services.costexplorer.model.DeleteCostCategoryDefinitionResponse;

/** Deletes a cost category, for all months. Source: Cost Explorer API reference, DeleteCostCategoryDefinition. */
final class DeleteCostCategoryDefinition implements Operation<DeleteCostCategoryDefinitionRequest, DeleteCostCategoryDefinitionResponse> {
  private static final Declaration<DeleteCostCategoryDefinitionRequest, DeleteCostCategoryDefinitionResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "DeleteCostCategoryDefinition", DeleteCostCategoryDefinitionRequest.class, DeleteCostCategoryDefinitionResponse.class)
          .summary("Deletes a cost category, for all months.")
          .needs(CostExplorerService.managing("ce:DeleteCostCategoryDefinition"), AccessLevel.WRITE)
          .resource((caller, request) -> request.costCategoryArn())
          .rules(MemberRule.required("CostCategoryArn").range(20, 2_048))
          .errors(CostExplorerService.RESOURCE_NOT_FOUND, CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.ACCESS_DENIED)
          .example(() -> DeleteCostCategoryDefinitionRequest.builder().costCategoryArn("arn:aws:ce::111122223333:costcategory/11111111-2222-3333-4444-555555555555").build())
          .build();

  private final CostCategories categories;

  DeleteCostCategoryDefinition(CostCategories categories) {
    this.categories = categories;
  }

  @Override
  public Declaration<DeleteCostCategoryDefinitionRequest, DeleteCostCategoryDefinitionResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public DeleteCostCategoryDefinitionResponse handle(Authorized<DeleteCostCategoryDefinitionRequest> call) {
    DeleteCostCategoryDefinitionRequest request = call.input();
    var gone = categories.delete(call.account(), request.costCategoryArn());
    return DeleteCostCategoryDefinitionResponse.builder().costCategoryArn(gone.arn())
        .effectiveEnd(Categories.written(gone.versions().getFirst().effectiveStart())).build();
  }
}

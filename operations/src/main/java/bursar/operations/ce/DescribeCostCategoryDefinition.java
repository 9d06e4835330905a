package bursar.operations.ce;

import bursar.domain.Failure;
import bursar.domain.categories.CategoryDefinition;
import bursar.domain.categories.CategoryVersion;
import bursar.domain.categories.CostCategories;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.time.YearMonth;
import software.amazon.awssdk.services.costexplorer.model.DescribeCostCategoryDefinitionRequest;
import software.amazon.awssdk.services.costexplorer.model.DescribeCostCategoryDefinitionResponse;

/** Answers the rules of a cost category, those of now or of another time. Source: Cost Explorer API reference, DescribeCostCategoryDefinition. */
final class DescribeCostCategoryDefinition implements Operation<DescribeCostCategoryDefinitionRequest, DescribeCostCategoryDefinitionResponse> {
  private static final Declaration<DescribeCostCategoryDefinitionRequest, DescribeCostCategoryDefinitionResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "DescribeCostCategoryDefinition", DescribeCostCategoryDefinitionRequest.class, DescribeCostCategoryDefinitionResponse.class)
          .summary("Answers the rules of a cost category, those of now or of another time.")
          .needs(CostExplorerService.need("ce:DescribeCostCategoryDefinition"), AccessLevel.READ)
          .resource((caller, request) -> request.costCategoryArn())
          .rules(MemberRule.required("CostCategoryArn").range(20, 2_048), MemberRule.optional("EffectiveOn").range(20, 25))
          .errors(CostExplorerService.RESOURCE_NOT_FOUND, CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.ACCESS_DENIED)
          .example(() -> DescribeCostCategoryDefinitionRequest.builder().costCategoryArn("arn:aws:ce::111122223333:costcategory/11111111-2222-3333-4444-555555555555").build())
          .build();

  private final CostCategories categories;

  DescribeCostCategoryDefinition(CostCategories categories) {
    this.categories = categories;
  }

  @Override
  public Declaration<DescribeCostCategoryDefinitionRequest, DescribeCostCategoryDefinitionResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public DescribeCostCategoryDefinitionResponse handle(Authorized<DescribeCostCategoryDefinitionRequest> call) {
    DescribeCostCategoryDefinitionRequest request = call.input();
    CategoryDefinition known = categories.get(call.account(), request.costCategoryArn());
    YearMonth on = Categories.monthOf("EffectiveOn", request.effectiveOn());
    CategoryVersion version = on == null ? known.newest() : known.in(on).orElseThrow(() -> new Failure("ResourceNotFoundException",
        "The cost category " + request.costCategoryArn() + " has no rules in " + on + "."));
    return DescribeCostCategoryDefinitionResponse.builder().costCategory(Categories.written(known, version)).build();
  }
}

package bursar.operations.ce;

import bursar.domain.categories.CategoryDefinition;
import bursar.domain.categories.CostCategories;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.costexplorer.model.CostCategoryRule;
import software.amazon.awssdk.services.costexplorer.model.CreateCostCategoryDefinitionRequest;
import software.amazon.awssdk.services.costexplorer.model.CreateCostCategoryDefinitionResponse;

/** Makes a cost category: ordered rules that give every row of costs a value. Source: Cost Explorer API reference, CreateCostCategoryDefinition. */
final class CreateCostCategoryDefinition implements Operation<CreateCostCategoryDefinitionRequest, CreateCostCategoryDefinitionResponse> {
  private static final Declaration<CreateCostCategoryDefinitionRequest, CreateCostCategoryDefinitionResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "CreateCostCategoryDefinition", CreateCostCategoryDefinitionRequest.class, CreateCostCategoryDefinitionResponse.class)
          .summary("Makes a cost category: ordered rules that give every row of costs a value.")
          .needs(CostExplorerService.managing("ce:CreateCostCategoryDefinition"), AccessLevel.WRITE)
          .rules(MemberRule.required("Name").range(1, 50), MemberRule.required("RuleVersion").oneOf(Categories.RULE_VERSION), MemberRule.required("Rules").range(1, 500),
              MemberRule.optional("SplitChargeRules").range(0, 10), MemberRule.optional("DefaultValue").range(1, 50), MemberRule.optional("ResourceTags").range(0, 200))
          .errors(CostExplorerService.QUOTA_EXCEEDED, CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.ACCESS_DENIED)
          .example(() -> CreateCostCategoryDefinitionRequest.builder().name("Teams").ruleVersion(Categories.RULE_VERSION)
              .rules(CostCategoryRule.builder().value("Blue").rule(rule -> rule.tags(tag -> tag.key("team").values("blue"))).build()).build())
          .build();

  private final CostCategories categories;

  CreateCostCategoryDefinition(CostCategories categories) {
    this.categories = categories;
  }

  @Override
  public Declaration<CreateCostCategoryDefinitionRequest, CreateCostCategoryDefinitionResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public CreateCostCategoryDefinitionResponse handle(Authorized<CreateCostCategoryDefinitionRequest> call) {
    CreateCostCategoryDefinitionRequest request = call.input();
    CategoryDefinition made = categories.create(call.account(), request.name(), Categories.monthStart("EffectiveStart", request.effectiveStart()),
        Categories.version(request.rules(), request.defaultValue(), request.splitChargeRules()), Categories.tags(request.resourceTags()));
    return CreateCostCategoryDefinitionResponse.builder().costCategoryArn(made.arn())
        .effectiveStart(Categories.written(made.newest().effectiveStart())).build();
  }
}

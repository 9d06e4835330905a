package bursar.operations.ce;

import bursar.domain.categories.CostCategories;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.costexplorer.model.CostCategoryRule;
import software.amazon.awssdk.services.costexplorer.model.UpdateCostCategoryDefinitionRequest;
import software.amazon.awssdk.services.costexplorer.model.UpdateCostCategoryDefinitionResponse;

/** Gives a cost category other rules from a month on. Source: Cost Explorer API reference, UpdateCostCategoryDefinition. */
final class UpdateCostCategoryDefinition implements Operation<UpdateCostCategoryDefinitionRequest, UpdateCostCategoryDefinitionResponse> {
  private static final Declaration<UpdateCostCategoryDefinitionRequest, UpdateCostCategoryDefinitionResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "UpdateCostCategoryDefinition", UpdateCostCategoryDefinitionRequest.class, UpdateCostCategoryDefinitionResponse.class)
          .summary("Gives a cost category other rules from a month on.")
          .needs(CostExplorerService.managing("ce:UpdateCostCategoryDefinition"), AccessLevel.WRITE)
          .resource((caller, request) -> request.costCategoryArn())
          .rules(MemberRule.required("CostCategoryArn").range(20, 2_048), MemberRule.required("RuleVersion").oneOf(Categories.RULE_VERSION), MemberRule.required("Rules").range(1, 500),
              MemberRule.optional("SplitChargeRules").range(0, 10), MemberRule.optional("DefaultValue").range(1, 50))
          .errors(CostExplorerService.RESOURCE_NOT_FOUND, CostExplorerService.QUOTA_EXCEEDED, CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.ACCESS_DENIED)
          .example(() -> UpdateCostCategoryDefinitionRequest.builder().costCategoryArn("arn:aws:ce::111122223333:costcategory/11111111-2222-3333-4444-555555555555")
              .ruleVersion(Categories.RULE_VERSION).rules(CostCategoryRule.builder().value("Blue").rule(rule -> rule.tags(tag -> tag.key("team").values("blue"))).build()).build())
          .build();

  private final CostCategories categories;

  UpdateCostCategoryDefinition(CostCategories categories) {
    this.categories = categories;
  }

  @Override
  public Declaration<UpdateCostCategoryDefinitionRequest, UpdateCostCategoryDefinitionResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public UpdateCostCategoryDefinitionResponse handle(Authorized<UpdateCostCategoryDefinitionRequest> call) {
    UpdateCostCategoryDefinitionRequest request = call.input();
    var changed = categories.update(call.account(), request.costCategoryArn(), Categories.monthStart("EffectiveStart", request.effectiveStart()),
        Categories.version(request.rules(), request.defaultValue(), request.splitChargeRules()));
    return UpdateCostCategoryDefinitionResponse.builder().costCategoryArn(changed.arn())
        .effectiveStart(Categories.written(changed.newest().effectiveStart())).build();
  }
}

/** The account's cost categories: listing, reading, creating, changing and deleting them. */
import {
  type CostCategory,
  type CostCategoryReference,
  type CostCategoryRule,
  type CostCategorySplitChargeRule,
  CreateCostCategoryDefinitionCommand,
  DeleteCostCategoryDefinitionCommand,
  DescribeCostCategoryDefinitionCommand,
  ListCostCategoryDefinitionsCommand,
  UpdateCostCategoryDefinitionCommand,
} from "@aws-sdk/client-cost-explorer";
import { costs } from "./aws";
import { everyPage } from "./paging";

/** What a cost category is made of. */
export interface CategoryDefinition {
  readonly name: string;
  readonly rules: readonly CostCategoryRule[];
  readonly defaultValue: string;
  /** The month from which it holds, YYYY-MM; empty for the present one. */
  readonly from: string;
  readonly splits: readonly CostCategorySplitChargeRule[];
}

export function listCategories(): Promise<CostCategoryReference[]> {
  return everyPage(
    (NextToken) => costs.send(new ListCostCategoryDefinitionsCommand({ ...(NextToken ? { NextToken } : {}) })),
    (page) => page.CostCategoryReferences,
    (page) => page.NextToken,
  );
}

export async function readCategory(CostCategoryArn: string): Promise<CostCategory | undefined> {
  return (await costs.send(new DescribeCostCategoryDefinitionCommand({ CostCategoryArn }))).CostCategory;
}

function written(definition: CategoryDefinition) {
  return {
    RuleVersion: "CostCategoryExpression.v1" as const,
    Rules: [...definition.rules],
    ...(definition.defaultValue ? { DefaultValue: definition.defaultValue } : {}),
    ...(definition.from ? { EffectiveStart: `${definition.from}-01T00:00:00Z` } : {}),
    ...(definition.splits.length ? { SplitChargeRules: [...definition.splits] } : {}),
  };
}

export async function createCategory(definition: CategoryDefinition): Promise<void> {
  await costs.send(new CreateCostCategoryDefinitionCommand({ Name: definition.name, ...written(definition) }));
}

export async function changeCategory(CostCategoryArn: string, definition: CategoryDefinition): Promise<void> {
  await costs.send(new UpdateCostCategoryDefinitionCommand({ CostCategoryArn, ...written(definition) }));
}

export async function deleteCategory(CostCategoryArn: string): Promise<void> {
  await costs.send(new DeleteCostCategoryDefinitionCommand({ CostCategoryArn }));
}

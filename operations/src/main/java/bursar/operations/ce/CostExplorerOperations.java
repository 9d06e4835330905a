package bursar.operations.ce;

import bursar.domain.categories.CostCategories;
import bursar.domain.categories.CostTags;
import bursar.domain.costs.CostStore;
import bursar.operations.declaration.Operation;
import java.util.List;

/** Every operation of Cost Explorer that this product serves. */
public final class CostExplorerOperations {
  private CostExplorerOperations() {}

  /**
   * All of them.
   *
   * @param names names linked accounts that the data leaves nameless
   */
  public static List<Operation<?, ?>> all(CostStore costs, LinkedAccountNames names) {
    return List.of(
        new GetCostAndUsage(costs, names),
        new GetCostCategories(costs),
        new GetCostAndUsageComparisons(costs),
        new GetCostAndUsageWithResources(costs, names),
        new GetCostComparisonDrivers(costs),
        new GetCostForecast(costs),
        new GetDimensionValues(costs, names),
        new GetReservationCoverage(costs),
        new GetReservationUtilization(costs),
        new GetSavingsPlansCoverage(costs),
        new GetSavingsPlansUtilization(costs),
        new GetSavingsPlansUtilizationDetails(costs),
        new GetTags(costs),
        new GetUsageForecast(costs));
  }

  /**
   * Those that manage cost categories and cost allocation tags.
   *
   * @param imported the costs as they were imported, with tags of any activation
   */
  public static List<Operation<?, ?>> managing(CostStore imported, CostCategories categories, CostTags tags) {
    return List.of(new CreateCostCategoryDefinition(categories), new UpdateCostCategoryDefinition(categories),
        new DeleteCostCategoryDefinition(categories), new DescribeCostCategoryDefinition(categories),
        new ListCostCategoryDefinitions(categories), new ListCostCategoryResourceAssociations(categories),
        new ListTagsForResource(categories), new TagResource(categories), new UntagResource(categories),
        new ListCostAllocationTags(imported, tags, categories), new UpdateCostAllocationTagsStatus(tags, categories),
        new StartCostAllocationTagBackfill(tags, categories), new ListCostAllocationTagBackfillHistory(tags, categories));
  }
}

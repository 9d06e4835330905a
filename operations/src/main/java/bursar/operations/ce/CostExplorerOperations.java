package bursar.operations.ce;

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
}

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
        new GetCostForecast(costs),
        new GetDimensionValues(costs, names),
        new GetTags(costs),
        new GetUsageForecast(costs));
  }
}

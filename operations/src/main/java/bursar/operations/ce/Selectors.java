package bursar.operations.ce;

import bursar.domain.costs.CostCategory;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.GroupKey;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.costexplorer.model.CostCategoryValues;
import software.amazon.awssdk.services.costexplorer.model.DimensionValues;
import software.amazon.awssdk.services.costexplorer.model.Expression;
import software.amazon.awssdk.services.costexplorer.model.TagValues;

/** The filter expression that selects one group, to be given back as it is to any operation of Cost Explorer. */
final class Selectors {
  private Selectors() {}

  static Expression of(List<GroupKey> keys, List<String> values) {
    List<Expression> parts = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      parts.add(part(keys.get(i), values.get(i)));
    }
    return parts.size() == 1 ? parts.getFirst() : Expression.builder().and(parts).build();
  }

  private static Expression part(GroupKey key, String value) {
    return switch (key) {
      case GroupKey.ByDimension(Dimension dimension) -> Expression.builder().dimensions(DimensionValues.builder().key(dimension.name())
          .values(AbsentValues.written(dimension, value)).build()).build();
      case GroupKey.ByTag(String tag) -> Expression.builder().tags(TagValues.builder().key(tag).values(value).build()).build();
      case GroupKey.ByCategory(CostCategory category) -> category(category.name(), value);
      case GroupKey.BySourceCategory(String name) -> category(name, value);
      case GroupKey.BySourceColumn(String name) -> throw new IllegalStateException("Cost Explorer cannot ask for the column " + name);
    };
  }

  private static Expression category(String name, String value) {
    return Expression.builder().costCategories(CostCategoryValues.builder().key(name).values(value).build()).build();
  }
}

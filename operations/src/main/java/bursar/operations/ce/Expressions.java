package bursar.operations.ce;

import bursar.domain.Failure;
import bursar.domain.costs.CostExpression;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costexplorer.model.CostCategoryValues;
import software.amazon.awssdk.services.costexplorer.model.DimensionValues;
import software.amazon.awssdk.services.costexplorer.model.Expression;
import software.amazon.awssdk.services.costexplorer.model.TagValues;

/** Cost Explorer's expressions as they are kept in definitions, and back. */
final class Expressions {
  private Expressions() {}

  /**
   * The expression as it is kept.
   *
   * @throws Failure {@code ValidationException} for one that breaks a rule of filters
   */
  static CostExpression kept(Expression written) {
    var unused = Filters.of(written);
    return keptUnchecked(written);
  }

  private static CostExpression keptUnchecked(Expression node) {
    if (node.hasAnd()) {
      return new CostExpression.And(node.and().stream().map(Expressions::keptUnchecked).toList());
    } else if (node.hasOr()) {
      return new CostExpression.Or(node.or().stream().map(Expressions::keptUnchecked).toList());
    } else if (node.not() != null) {
      return new CostExpression.Not(keptUnchecked(node.not()));
    } else if (node.dimensions() != null) {
      return leaf(CostExpression.Kind.DIMENSION, node.dimensions().keyAsString(), node.dimensions().values(), node.dimensions().matchOptionsAsStrings());
    } else if (node.tags() != null) {
      return leaf(CostExpression.Kind.TAG, node.tags().key(), node.tags().values(), node.tags().matchOptionsAsStrings());
    }
    return leaf(CostExpression.Kind.COST_CATEGORY, node.costCategories().key(), node.costCategories().values(),
        node.costCategories().matchOptionsAsStrings());
  }

  private static CostExpression leaf(CostExpression.Kind kind, @Nullable String key, List<String> values, List<String> options) {
    return new CostExpression.Leaf(kind, key == null ? "" : key, values, options);
  }

  /** The expression as Cost Explorer writes it. */
  static Expression written(CostExpression kept) {
    return switch (kept) {
      case CostExpression.And and -> Expression.builder().and(and.parts().stream().map(Expressions::written).toList()).build();
      case CostExpression.Or or -> Expression.builder().or(or.parts().stream().map(Expressions::written).toList()).build();
      case CostExpression.Not not -> Expression.builder().not(written(not.part())).build();
      case CostExpression.Leaf leaf -> switch (leaf.kind()) {
        case DIMENSION -> Expression.builder().dimensions(DimensionValues.builder().key(leaf.key()).values(leaf.values())
            .matchOptionsWithStrings(given(leaf.matchOptions())).build()).build();
        case TAG -> Expression.builder().tags(TagValues.builder().key(leaf.key()).values(leaf.values())
            .matchOptionsWithStrings(given(leaf.matchOptions())).build()).build();
        case COST_CATEGORY -> Expression.builder().costCategories(CostCategoryValues.builder().key(leaf.key()).values(leaf.values())
            .matchOptionsWithStrings(given(leaf.matchOptions())).build()).build();
      };
    };
  }

  private static @Nullable List<String> given(List<String> options) {
    return options.isEmpty() ? null : options;
  }
}

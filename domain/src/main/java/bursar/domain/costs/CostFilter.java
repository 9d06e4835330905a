package bursar.domain.costs;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are meant, as an expression in two-valued logic: a row without a value is a row without it, never "unknown", so that
 * {@code not(tag team is blue)} holds for a row that has no tag {@code team}.
 */
public sealed interface CostFilter {
  /** Every row. */
  CostFilter EVERYTHING = new And(List.of());

  /** No row. */
  CostFilter NOTHING = new Or(List.of());

  /** Rows for which all parts hold; all rows when there is no part. */
  record And(List<CostFilter> parts) implements CostFilter {
    /** Copies the parts. */
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** Rows for which at least one part holds; no row when there is no part. */
  record Or(List<CostFilter> parts) implements CostFilter {
    /** Copies the parts. */
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** Rows for which the part does not hold. */
  record Not(CostFilter part) implements CostFilter {}

  /** Rows whose value matches. */
  record ValueIn(GroupKey of, ValueMatch match) implements CostFilter {}

  /**
   * Whether it means a row.
   *
   * @param values the row's values; null where it has none. A cost category's value is not asked of it
   */
  default boolean holds(Function<GroupKey, @Nullable String> values) {
    return switch (this) {
      case And and -> and.parts().stream().allMatch(part -> part.holds(values));
      case Or or -> or.parts().stream().anyMatch(part -> part.holds(values));
      case Not not -> !not.part().holds(values);
      case ValueIn(GroupKey.ByCategory(CostCategory category), ValueMatch match) -> match.matches(category.valueOf(values));
      case ValueIn in -> in.match().matches(values.apply(in.of()));
    };
  }

  /** Rows for which all parts hold. */
  static CostFilter and(CostFilter... parts) {
    return new And(List.of(parts));
  }

  /** Rows for which at least one part holds. */
  static CostFilter or(CostFilter... parts) {
    return new Or(List.of(parts));
  }

  /** Rows for which the part does not hold. */
  static CostFilter not(CostFilter part) {
    return new Not(part);
  }

  /** Rows whose value of the dimension matches. */
  static CostFilter dimension(Dimension dimension, ValueMatch match) {
    return new ValueIn(new GroupKey.ByDimension(dimension), match);
  }

  /** Rows whose value of the tag matches. */
  static CostFilter tag(String key, ValueMatch match) {
    return new ValueIn(new GroupKey.ByTag(key), match);
  }

  /** Rows whose value of the dimension is one of these, in the same case. */
  static CostFilter dimension(Dimension dimension, String... values) {
    return new ValueIn(new GroupKey.ByDimension(dimension), ValueMatch.in(values));
  }

  /** Rows whose value of the tag is one of these, in the same case. */
  static CostFilter tag(String key, String... values) {
    return new ValueIn(new GroupKey.ByTag(key), ValueMatch.in(values));
  }
}

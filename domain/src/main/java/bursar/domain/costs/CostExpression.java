package bursar.domain.costs;

import java.util.LinkedHashSet;
import java.util.List;

/** A filter as somebody wrote it, with the names it was written in; it is kept and given back unchanged. */
public sealed interface CostExpression {
  /** Rows for which all parts hold. */
  record And(List<CostExpression> parts) implements CostExpression {
    /** Copies the parts. */
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** Rows for which at least one part holds. */
  record Or(List<CostExpression> parts) implements CostExpression {
    /** Copies the parts. */
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** Rows for which the part does not hold. */
  record Not(CostExpression part) implements CostExpression {}

  /**
   * Rows whose value matches.
   *
   * @param kind what the key names
   * @param key a dimension, a tag's key or a cost category's name
   * @param values any of which must match; empty only for ABSENT
   * @param matchOptions as written; empty for EQUALS and CASE_SENSITIVE
   */
  record Leaf(Kind kind, String key, List<String> values, List<String> matchOptions) implements CostExpression {
    /** Copies the lists. */
    public Leaf {
      values = List.copyOf(values);
      matchOptions = List.copyOf(matchOptions);
    }
  }

  /** What a key names. */
  enum Kind {
    DIMENSION,
    TAG,
    COST_CATEGORY
  }

  /**
   * The filter it means. Cost categories are named as the source's; {@link bursar.domain.categories.ManagedCosts} puts the defined ones in
   * their place.
   *
   * @throws bursar.domain.Failure {@code ValidationException} for an unknown dimension or match option
   */
  default CostFilter filter() {
    return switch (this) {
      case And and -> new CostFilter.And(and.parts().stream().map(CostExpression::filter).toList());
      case Or or -> new CostFilter.Or(or.parts().stream().map(CostExpression::filter).toList());
      case Not not -> new CostFilter.Not(not.part().filter());
      case Leaf leaf -> leafFilter(leaf);
    };
  }

  private static CostFilter leafFilter(Leaf leaf) {
    GroupKey of = switch (leaf.kind()) {
      case DIMENSION -> new GroupKey.ByDimension(Dimension.named(leaf.key()));
      case TAG -> new GroupKey.ByTag(leaf.key());
      case COST_CATEGORY -> new GroupKey.BySourceCategory(leaf.key());
    };
    boolean absent = leaf.matchOptions().contains("ABSENT");
    ValueMatch match = ValueMatch.of(absent ? List.of() : leaf.values(), new LinkedHashSet<>(leaf.matchOptions()));
    CostFilter filter = new CostFilter.ValueIn(of, match);
    boolean meansAbsent = leaf.kind() != Kind.DIMENSION && match.comparison() == ValueMatch.Comparison.EQUALS && match.values().contains("");
    return meansAbsent ? CostFilter.or(filter, new CostFilter.ValueIn(of, ValueMatch.absent())) : filter;
  }
}

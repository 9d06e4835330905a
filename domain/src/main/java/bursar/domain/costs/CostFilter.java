package bursar.domain.costs;

import java.util.List;

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

  /** Rows whose value of the dimension matches. */
  record DimensionIn(Dimension dimension, ValueMatch match) implements CostFilter {}

  /**
   * Rows whose value of the tag matches.
   *
   * @param key the tag's key, in its own case
   */
  record TagIn(String key, ValueMatch match) implements CostFilter {}

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

  /** Rows whose value of the dimension is one of these, in the same case. */
  static CostFilter dimension(Dimension dimension, String... values) {
    return new DimensionIn(dimension, ValueMatch.in(values));
  }

  /** Rows whose value of the tag is one of these, in the same case. */
  static CostFilter tag(String key, String... values) {
    return new TagIn(key, ValueMatch.in(values));
  }
}

package bursar.domain.costs;

/** A value that a row may have: what answers are broken down by and filters look at. */
public sealed interface GroupKey {
  /** The value of a dimension. */
  record ByDimension(Dimension dimension) implements GroupKey {}

  /**
   * The value of a cost allocation tag.
   *
   * @param key the tag's key, in its own case; a tag the provider made begins with {@code aws:}
   */
  record ByTag(String key) implements GroupKey {}

  /** The value that a cost category gives the row. */
  record ByCategory(CostCategory category) implements GroupKey {}

  /**
   * The value that the source itself wrote for one of its cost categories.
   *
   * @param name the category's name, in its own case
   */
  record BySourceCategory(String name) implements GroupKey {}

  /**
   * What stands in a column of the source that no dimension, tag or metric is made of, as text: FOCUS's own columns with those that
   * begin with {@code x_}, and the descriptive columns of the Cost and Usage Report.
   *
   * @param name the column as the source writes it ({@code ServiceCategory}, {@code line_item_line_item_description}); case does not matter
   */
  record BySourceColumn(String name) implements GroupKey {}
}

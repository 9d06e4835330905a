package bursar.domain.costs;

/** What an answer is broken down by. */
public sealed interface GroupKey {
  /** One group for each value of a dimension. */
  record ByDimension(Dimension dimension) implements GroupKey {}

  /**
   * One group for each value of a cost allocation tag.
   *
   * @param key the tag's key, in its own case; a tag the provider made begins with {@code aws:}
   */
  record ByTag(String key) implements GroupKey {}
}

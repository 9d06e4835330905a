package bursar.domain.categories;

import bursar.domain.costs.CostExpression;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.GroupKey;

/** One rule of a cost category, as it was written. */
public sealed interface CategoryRule {
  /**
   * Gives a value to the rows it means.
   *
   * @param value 1 to 50 characters
   */
  record Regular(String value, CostExpression rule) implements CategoryRule {}

  /**
   * Gives each row the name of its linked account, or its value of a tag.
   *
   * @param dimension where the value comes from
   * @param tagKey the tag's key; empty for the linked account's name
   */
  record Inherited(Source dimension, String tagKey) implements CategoryRule {
    /** The value that is inherited. */
    public GroupKey from() {
      return switch (dimension) {
        case LINKED_ACCOUNT_NAME -> new GroupKey.ByDimension(Dimension.LINKED_ACCOUNT_NAME);
        case TAG -> new GroupKey.ByTag(tagKey);
      };
    }
  }

  /** Where an inherited value comes from. */
  enum Source {
    LINKED_ACCOUNT_NAME,
    TAG
  }
}

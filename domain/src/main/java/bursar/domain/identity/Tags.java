package bursar.domain.identity;

import bursar.domain.Failure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The rules of tags. Source: IAM User Guide, "Rules for tagging in IAM": a user's keys ignore case. AWS tells
 * the cases of a policy's keys apart; here they must not differ either, since condition keys on tags ignore case and one would hide the other.
 */
enum Tags {
  OF_USER(key -> key.toLowerCase(Locale.ROOT)),
  OF_POLICY(key -> key.toLowerCase(Locale.ROOT));

  private static final Pattern TEXT = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");
  private static final int KEY_MAX = 128;
  private static final int VALUE_MAX = 256;

  private final UnaryOperator<String> sameness;

  Tags(UnaryOperator<String> sameness) {
    this.sameness = sameness;
  }

  /** The tags after some were set: a key there already gets the new value. */
  List<Tag> set(List<Tag> present, List<Tag> added) {
    Set<String> keys = new HashSet<>();
    for (Tag tag : added) {
      check(tag);
      if (!keys.add(sameness.apply(tag.key()))) {
        throw new Failure("InvalidInput", "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
      }
    }
    List<Tag> result = new ArrayList<>();
    for (Tag tag : present) {
      if (!keys.contains(sameness.apply(tag.key()))) {
        result.add(tag);
      }
    }
    result.addAll(added);
    if (result.size() > Quotas.TAGS_PER_RESOURCE) {
      throw new Failure("LimitExceeded", "The number of tags has reached the maximum limit of " + Quotas.TAGS_PER_RESOURCE + ".");
    }
    return result;
  }

  /** The tags after some were taken away; keys that are not there are passed over. */
  List<Tag> without(List<Tag> present, List<String> removed) {
    Set<String> keys = new HashSet<>();
    removed.forEach(key -> keys.add(sameness.apply(key)));
    return present.stream().filter(tag -> !keys.contains(sameness.apply(tag.key()))).toList();
  }

  private static void check(Tag tag) {
    if (tag.key().isEmpty() || tag.key().length() > KEY_MAX || !TEXT.matcher(tag.key()).matches()) {
      throw new Failure("ValidationError", "A tag key has 1 to " + KEY_MAX + " letters, digits, spaces or _.:/=+-@ characters.");
    }
    if (tag.value().length() > VALUE_MAX || !TEXT.matcher(tag.value()).matches()) {
      throw new Failure("ValidationError", "A tag value has at most " + VALUE_MAX + " letters, digits, spaces or _.:/=+-@ characters.");
    }
    if (tag.key().toLowerCase(Locale.ROOT).startsWith("aws:")) {
      throw new Failure("InvalidInput", "Tag keys that begin with aws: are reserved for system use.");
    }
  }
}

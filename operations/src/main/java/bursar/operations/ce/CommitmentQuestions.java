package bursar.operations.ce;

import bursar.domain.Failure;
import bursar.domain.commitments.Commitment;
import bursar.domain.costs.CostCategory;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.GroupKey;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costexplorer.model.SortDefinition;

/** What the reports on reservations and savings plans share: how they are asked for, and how their parts are named. */
final class CommitmentQuestions {
  private CommitmentQuestions() {}

  /** A number of a part by the name its sort key has. */
  @FunctionalInterface
  interface Numbers<V> {
    BigDecimal of(V value, String key);
  }

  /** The granularity that was asked for; refuses the hour, which commitments are not billed by. */
  static Granularity granularity(@Nullable String asked, Granularity otherwise) {
    Granularity granularity = asked == null ? otherwise : Granularity.named(asked);
    if (granularity == Granularity.HOURLY) {
      throw new Failure("ValidationException", "Reports on reservations and savings plans are DAILY or MONTHLY; there are none by the hour.");
    }
    return granularity;
  }

  /** The parts in the order that was asked for; as they are without a sort. */
  static <K, V> Stream<Map.Entry<K, V>> sorted(Map<K, V> parts, @Nullable SortDefinition sort, String usual, Numbers<V> numbers) {
    if (sort == null) {
      return parts.entrySet().stream();
    }
    String key = sort.key() == null ? usual : sort.key();
    Comparator<Map.Entry<K, V>> order = Comparator.comparing(part -> numbers.of(part.getValue(), key));
    return parts.entrySet().stream().sorted("ASCENDING".equals(sort.sortOrderAsString()) ? order : order.reversed());
  }

  static Failure unknownSort(String key) {
    return new Failure("ValidationException", "There is nothing named '" + key + "' to sort this report by.");
  }

  /** What is known of a commitment, by Cost Explorer's names of attributes; what the rows do not tell is left out. */
  static Map<String, String> attributes(Commitment commitment, String arnName, String detailName) {
    Map<String, String> attributes = new LinkedHashMap<>();
    put(attributes, arnName, commitment.arn());
    put(attributes, "subscriptionId", commitment.subscription());
    put(attributes, "accountId", commitment.account());
    put(attributes, "region", commitment.region());
    put(attributes, detailName, commitment.detail());
    return attributes;
  }

  private static void put(Map<String, String> attributes, String name, String value) {
    if (!value.isEmpty()) {
      attributes.put(name, value);
    }
  }

  /** The values of a group by the names of its keys, written as Cost Explorer does: {@code instanceType}, a tag by its key. */
  static Map<String, String> attributes(List<GroupKey> keys, List<String> values) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      String name = switch (keys.get(i)) {
        case GroupKey.ByDimension(Dimension dimension) -> camel(dimension.name());
        case GroupKey.ByTag(String key) -> key;
        case GroupKey.ByCategory(CostCategory category) -> category.name();
        case GroupKey.BySourceCategory(String category) -> category;
        case GroupKey.BySourceColumn(String column) -> column;
      };
      attributes.put(name, values.get(i));
    }
    return attributes;
  }

  private static String camel(String constant) {
    StringBuilder name = new StringBuilder();
    for (String part : constant.toLowerCase(Locale.ROOT).split("_")) {
      name.append(name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
    }
    return name.toString();
  }
}

package bursar.domain.costs;

import bursar.policy.residual.Residual;
import bursar.policy.residual.UnknownKeys;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys whose values are those of a row of costs. Policies name them beside all others; while a call is decided they are
 * unknown, and what is left of the policies is asked of each row. As every condition key they are written in any case.
 *
 * <ul>
 *   <li>{@code bursar:LinkedAccount}, {@code bursar:Provider}, {@code bursar:Service}, {@code bursar:Region}, {@code bursar:UsageType},
 *       {@code bursar:ChargeType}, {@code bursar:ResourceId}: the value of the dimension; absent where the row has none.
 *   <li>{@code bursar:OrgUnit}: the elements of the linked account's path in the organization, each a value: the ids of the organization, of its
 *       root and of every organizational unit down to the account's own; absent for accounts that are no members.
 *   <li>{@code bursar:CostTag/KEY}: the tag's value; as the key is in any case, several values where a row has twins.
 *   <li>{@code bursar:CostCategory/NAME}: the value that the owner's cost category gives the row; where the owner has none of that name, what
 *       the source's own cost categories of that name say.
 *   <li>{@code bursar:ChargeDate}: when the charge begins, {@code 2018-10-05T13:00:00Z}.
 * </ul>
 *
 * <p>{@code bursar:Metric} is no key of rows: it holds the metric that is summed, such as {@code UnblendedCost}. A question that sums nothing,
 * as for the values of a dimension, sees the rows over which some metric could be summed.
 */
public final class RowKeys {
  /** The key that tells which metric is summed. */
  public static final String METRIC = "bursar:Metric";

  /** All of them, as documents write them; a name that ends in {@code *} stands for a family. */
  public static final List<String> NAMES = List.of("bursar:LinkedAccount", "bursar:OrgUnit", "bursar:Provider", "bursar:Service",
      "bursar:Region", "bursar:UsageType", "bursar:ChargeType", "bursar:ResourceId", "bursar:CostTag/*", "bursar:CostCategory/*",
      "bursar:ChargeDate");

  /** The keys that stay unknown until a row is read. */
  public static final UnknownKeys UNKNOWN = UnknownKeys.of(NAMES);

  /** Those, and the metric that is summed. */
  public static final UnknownKeys UNKNOWN_WITH_METRIC = UnknownKeys.of(Stream.concat(NAMES.stream(), Stream.of(METRIC)).toList());

  /**
   * The actions that let a caller read rows of costs, in sums or singly. For these, and no others, policies' conditions on the keys of rows
   * are asked of each row; in a statement about another action such a key is absent.
   */
  private static final Set<String> ROW_ACTIONS = Set.of("ce:getcostandusage", "ce:getcostandusagewithresources", "ce:getcostandusagecomparisons",
      "ce:getcostcomparisondrivers", "ce:getcostforecast", "ce:getusageforecast", "ce:getdimensionvalues", "ce:gettags", "ce:getcostcategories",
      "ce:getapproximateusagerecords", "ce:listcostallocationtags", "ce:getanomalies", "ce:getreservationutilization", "ce:getreservationcoverage",
      "ce:getsavingsplansutilization", "ce:getsavingsplansutilizationdetails", "ce:getsavingsplanscoverage", "billing:getbillingdata",
      "bcm-data-exports:createexport", "bcm-data-exports:updateexport", "cur:putreportdefinition", "cur:modifyreportdefinition",
      "budgets:viewbudget");

  private static final String TAG = "bursar:costtag/";
  private static final String CATEGORY = "bursar:costcategory/";

  private static final Map<String, Dimension> DIMENSIONS = Map.of(
      "bursar:linkedaccount", Dimension.LINKED_ACCOUNT,
      "bursar:provider", Dimension.PROVIDER,
      "bursar:service", Dimension.SERVICE,
      "bursar:region", Dimension.REGION,
      "bursar:usagetype", Dimension.USAGE_TYPE,
      "bursar:chargetype", Dimension.RECORD_TYPE,
      "bursar:resourceid", Dimension.RESOURCE_ID);

  private RowKeys() {}

  /** Whether an action lets a caller read rows of costs. */
  public static boolean read(String action) {
    return ROW_ACTIONS.contains(action.toLowerCase(Locale.ROOT));
  }

  /** A formula's text with the keys as documents write them. */
  public static String spelled(Residual formula) {
    String text = formula.toString();
    for (String name : Stream.concat(NAMES.stream(), Stream.of(METRIC)).toList()) {
      String exact = name.replace("*", "");
      text = text.replace(exact.toLowerCase(Locale.ROOT), exact);
    }
    return text;
  }

  /** What a key asks of a row. */
  public sealed interface Key {
    /** A value that the row has or lacks. */
    record Value(GroupKey of) implements Key {}

    /** The values of all tags of that key, whatever its case. */
    record Tag(String lowerCaseKey) implements Key {}

    /** The path of its linked account. */
    record OrgUnit() implements Key {}

    /** When its charge begins. */
    record ChargeDate() implements Key {}

    /** The values of all cost categories that the source brought along under that name, whatever its case. */
    record SourceCategory(String lowerCaseName) implements Key {}
  }

  /**
   * What that key asks.
   *
   * @param lowerCaseKey one of {@link #UNKNOWN}, in lower case
   */
  public static Key key(String lowerCaseKey, RowFacts facts) {
    Dimension dimension = DIMENSIONS.get(lowerCaseKey);
    if (dimension != null) {
      return new Key.Value(new GroupKey.ByDimension(dimension));
    } else if (lowerCaseKey.startsWith(TAG)) {
      return new Key.Tag(lowerCaseKey.substring(TAG.length()));
    } else if (lowerCaseKey.startsWith(CATEGORY)) {
      String name = lowerCaseKey.substring(CATEGORY.length());
      CostCategory category = facts.category(name);
      return category == null ? new Key.SourceCategory(name) : new Key.Value(new GroupKey.ByCategory(category));
    }
    return switch (lowerCaseKey) {
      case "bursar:orgunit" -> new Key.OrgUnit();
      case "bursar:chargedate" -> new Key.ChargeDate();
      default -> throw new IllegalArgumentException(lowerCaseKey + " is no key of rows");
    };
  }

  /** The row's value of {@code bursar:ChargeDate}. */
  public static String chargeDate(Instant start) {
    return start.toString();
  }

  /**
   * The values that a key has for a row.
   *
   * @param values the row's values; null where it has none
   * @param tags the row's tags
   * @param categories the values that the source's cost categories give the row
   */
  public static List<String> values(String lowerCaseKey, RowFacts facts, Function<GroupKey, @Nullable String> values, Map<String, String> tags,
      Map<String, String> categories, Instant start) {
    return switch (key(lowerCaseKey, facts)) {
      case Key.Value(GroupKey of) -> listed(values.apply(of));
      case Key.Tag(String wanted) -> named(wanted, tags);
      case Key.SourceCategory(String wanted) -> named(wanted, categories);
      case Key.OrgUnit() -> {
        String account = values.apply(new GroupKey.ByDimension(Dimension.LINKED_ACCOUNT));
        yield account == null ? List.of() : Objects.requireNonNullElse(facts.paths().get(account), List.of());
      }
      case Key.ChargeDate() -> List.of(chargeDate(start));
    };
  }

  private static List<String> named(String lowerCaseName, Map<String, String> values) {
    return values.entrySet().stream().filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(lowerCaseName)).map(Map.Entry::getValue).toList();
  }

  private static List<String> listed(@Nullable String value) {
    return value == null ? List.of() : List.of(value);
  }
}

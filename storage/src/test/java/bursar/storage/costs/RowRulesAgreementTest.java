package bursar.storage.costs;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.costs.Amount;
import bursar.domain.costs.CostAnswer;
import bursar.domain.costs.CostCategory;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.CostQuery;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.DimensionValue;
import bursar.domain.costs.DimensionValuesQuery;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.LinkedAccountCharges;
import bursar.domain.costs.Metric;
import bursar.domain.costs.RowFacts;
import bursar.domain.costs.RowKeys;
import bursar.domain.costs.RowRules;
import bursar.domain.costs.RowsQuery;
import bursar.domain.costs.TagsQuery;
import bursar.domain.costs.Visibility;
import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.Decision;
import bursar.policy.PolicyReader;
import bursar.policy.PolicySet;
import bursar.policy.RequestContext;
import bursar.policy.residual.PartialDecision;
import bursar.policy.residual.Residual;
import bursar.policy.residual.UnknownKeys;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random policies and questions against a filter that evaluates the policies for each row with the row's own values: what the store answers
 * is exactly the rows that may be seen, no leak and no loss.
 */
class RowRulesAgreementTest {
  private static final int PAIRS = 1_500;
  private static final int PAIRS_BY_NIGHT = 10_000;
  private static final String ARN = "arn:aws:iam::111122223333:user/Ada";
  private static final String VIEW = "arn:aws:billing::111122223333:billingview/primary";
  private static final List<Metric> METRICS = List.of(Metric.UNBLENDED_COST, Metric.AMORTIZED_COST, Metric.USAGE_QUANTITY);
  private static final List<String> ACCOUNTS = List.of("111122223333", "222233334444", "333344445555", "444455556666");
  private static final List<String> SERVICES = List.of("Amazon EC2", "Amazon S3", "AWS_Glue%", "");
  private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1", "");
  private static final List<String> TEAMS = List.of("blue", "Blue", "red", "amazon ec2", "12", "\uD83D\uDE00", "");
  private static final List<String> RESOURCES =
      List.of("arn:aws:ec2:us-east-1:111122223333:instance/i-1", "arn:aws:ec2:eu-west-1:222233334444:instance/i-2", "bucket_1", "");
  private static final List<String> TYPES = List.of("Usage", "Credit", "Tax");
  private static final Map<String, List<String>> PATHS = Map.of("222233334444", List.of("o-1", "r-1", "ou-1-a"),
      "333344445555", List.of("o-1", "r-1", "ou-1-a", "ou-1-b"), "111122223333", List.of("o-1", "r-1"));
  private static final CostCategory PROJECT = new CostCategory("Project", List.of(
      new CostCategory.Rule.Regular("Data", CostFilter.dimension(Dimension.SERVICE, "AWS_Glue%", "Amazon S3")),
      new CostCategory.Rule.Inherited(new GroupKey.ByTag("team"))), null);
  private static final RowFacts FACTS = RowFacts.of(PATHS, List.of(PROJECT));

  @TempDir static Path folder;
  private static CostsAtHand costs;
  private static final List<Row> ROWS = new ArrayList<>();

  private record Row(Instant start, Map<Dimension, String> dimensions, Map<String, String> tags, Map<String, String> categories,
      Map<Metric, BigDecimal> amounts) {
    String value(GroupKey of) {
      return switch (of) {
        case GroupKey.ByDimension(Dimension dimension) -> dimensions.get(dimension);
        case GroupKey.ByTag(String key) -> tags.get(key);
        case GroupKey.ByCategory(CostCategory category) -> category.valueOf(this::value);
        case GroupKey.BySourceCategory _, GroupKey.BySourceColumn _ -> null;
      };
    }
  }

  @BeforeAll
  static void importRows() throws IOException {
    Random random = new Random(20261124);
    StringBuilder csv = new StringBuilder("bill/PayerAccountId,bill/BillingPeriodStartDate,lineItem/UsageStartDate,lineItem/UsageAccountId,"
        + "lineItem/LineItemType,product/ProductName,product/region,lineItem/ResourceId,lineItem/UsageType,lineItem/UnblendedCost,"
        + "lineItem/UsageAmount,lineItem/CurrencyCode,reservation/EffectiveCost,resourceTags/user:team,resourceTags/user:Team,costCategory/Stage\n");
    for (int number = 0; number < 160; number++) {
      int month = 10 + random.nextInt(2);
      Instant start = Instant.parse("2018-%d-%02dT%02d:00:00Z".formatted(month, 1 + random.nextInt(4), random.nextInt(3)));
      Map<Dimension, String> dimensions = new HashMap<>();
      put(dimensions, Dimension.LINKED_ACCOUNT, pick(random, ACCOUNTS));
      put(dimensions, Dimension.SERVICE, pick(random, SERVICES));
      put(dimensions, Dimension.REGION, pick(random, REGIONS));
      put(dimensions, Dimension.RESOURCE_ID, pick(random, RESOURCES));
      put(dimensions, Dimension.RECORD_TYPE, pick(random, TYPES));
      put(dimensions, Dimension.USAGE_TYPE, random.nextBoolean() ? "BoxUsage" : "EBS:VolumeUsage");
      dimensions.put(Dimension.PROVIDER, "AWS");
      Map<String, String> tags = new LinkedHashMap<>();
      tag(tags, "team", pick(random, TEAMS));
      tag(tags, "Team", random.nextInt(4) == 0 ? pick(random, TEAMS) : "");
      BigDecimal cost = BigDecimal.valueOf(random.nextInt(1_000_000) - 200_000L, 4);
      BigDecimal usage = BigDecimal.valueOf(random.nextInt(1_000), 2);
      Map<String, String> categories = new LinkedHashMap<>();
      tag(categories, "Stage", pick(random, TEAMS));
      ROWS.add(new Row(start, dimensions, tags, categories,
          Map.of(Metric.UNBLENDED_COST, cost, Metric.AMORTIZED_COST, cost, Metric.USAGE_QUANTITY, usage)));
      csv.append(String.join(",", "111122223333", "2018-" + month + "-01T00:00:00Z", start.toString(), dimensions.get(Dimension.LINKED_ACCOUNT),
          dimensions.get(Dimension.RECORD_TYPE), text(dimensions, Dimension.SERVICE), text(dimensions, Dimension.REGION),
          text(dimensions, Dimension.RESOURCE_ID), dimensions.get(Dimension.USAGE_TYPE), cost.toPlainString(), usage.toPlainString(), "USD", "",
          tags.getOrDefault("team", ""), tags.getOrDefault("Team", ""), categories.getOrDefault("Stage", ""))).append('\n');
    }
    Path file = Files.writeString(folder.resolve("rows.csv"), csv);
    costs = new CostsAtHand(folder.resolve("costs"));
    costs.load(file);
  }

  @AfterAll
  static void close() {
    costs.close();
  }

  private static void put(Map<Dimension, String> dimensions, Dimension dimension, String value) {
    if (!value.isEmpty()) {
      dimensions.put(dimension, value);
    }
  }

  private static void tag(Map<String, String> tags, String key, String value) {
    if (!value.isEmpty()) {
      tags.put(key, value);
    }
  }

  private static String text(Map<Dimension, String> dimensions, Dimension dimension) {
    return dimensions.getOrDefault(dimension, "");
  }

  @Test
  void everyReadSeesExactlyTheRowsThatPoliciesAllow() {
    agree(PAIRS, 4);
  }

  @Test
  @Tag("nightly")
  void everyReadSeesExactlyTheRowsThatPoliciesAllowInTenThousandPairs() {
    agree(PAIRS_BY_NIGHT, 5);
  }

  private static void agree(int pairs, long seed) {
    Random random = new Random(seed);
    int restricted = 0;
    for (int pair = 0; pair < pairs; pair++) {
      PolicySet policies = PolicySet.of(randomPolicies(random));
      RowRules rules = rules(policies);
      Map<Metric, Set<Row>> visible = new TreeMap<>();
      METRICS.forEach(metric -> visible.put(metric,
          ROWS.stream().filter(row -> allowed(policies, row, metric)).collect(Collectors.toCollection(java.util.LinkedHashSet::new))));
      Set<Row> seen = ROWS.stream().filter(row -> Arrays.stream(Metric.values()).anyMatch(metric -> allowed(policies, row, metric)))
          .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
      restricted += seen.size() < ROWS.size() && !seen.isEmpty() ? 1 : 0;
      CostFilter member = random.nextInt(3) == 0 ? CostFilter.dimension(Dimension.LINKED_ACCOUNT, pick(random, ACCOUNTS)) : CostFilter.EVERYTHING;
      Visibility visibility = Visibility.decidedByGate(CostsAtHand.OWNER, member, rules);
      String what = "pair " + pair + ": " + policies.policies().getFirst().document();
      switch (pair % 6) {
        case 0, 1, 2 -> sumsAgree(what, random, visibility, member, visible);
        case 3 -> valuesAgree(what, random, visibility, member, seen);
        case 4 -> accountsAgree(what, visibility, member, visible.get(Metric.UNBLENDED_COST), seen);
        default -> rowsAgree(what, visibility, member, visible.get(Metric.UNBLENDED_COST));
      }
    }
    assertThat(restricted).as("policies that let some rows be seen and others not").isGreaterThan(pairs / 3);
  }

  private static void sumsAgree(String what, Random random, Visibility visibility, CostFilter member, Map<Metric, Set<Row>> visible) {
    List<Metric> metrics = random.nextBoolean() ? METRICS : List.of(pick(random, METRICS));
    CostFilter asked = random.nextBoolean() ? CostFilter.EVERYTHING : CostFilter.not(CostFilter.tag("team", "blue"));
    List<GroupKey> keys = random.nextBoolean() ? List.of(randomKey(random)) : List.of();
    CostAnswer answer =
        costs.store().query(visibility, new CostQuery(CostsAtHand.always(), Granularity.MONTHLY, metrics, asked, keys));
    Map<String, Map<Metric, BigDecimal>> expected = new TreeMap<>();
    for (Metric metric : metrics) {
      for (Row row : visible.get(metric)) {
        if (member.holds(row::value) && asked.holds(row::value)) {
          String month = YearMonth.from(row.start().atZone(java.time.ZoneOffset.UTC)).toString();
          List<String> values = keys.stream().map(key -> java.util.Objects.requireNonNullElse(row.value(key), "")).toList();
          expected.computeIfAbsent(month + values, absent -> new TreeMap<>()).merge(metric, row.amounts().get(metric), BigDecimal::add);
        }
      }
    }
    Map<String, Map<Metric, BigDecimal>> found = new TreeMap<>();
    for (CostAnswer.Period period : answer.periods()) {
      String month = YearMonth.from(period.span().start().atZone(java.time.ZoneOffset.UTC)).toString();
      if (keys.isEmpty()) {
        found.put(month + "[]", plain(period.total()));
      }
      period.groups().forEach(group -> found.put(month + group.keys(), plain(group.amounts())));
    }
    found.values().forEach(amounts -> amounts.values().removeIf(amount -> amount.signum() == 0));
    found.values().removeIf(Map::isEmpty);
    Map<String, Map<Metric, BigDecimal>> wanted = new TreeMap<>();
    expected.forEach((key, amounts) -> {
      Map<Metric, BigDecimal> stripped = new TreeMap<>();
      amounts.forEach((metric, amount) -> {
        if (amount.signum() != 0) {
          stripped.put(metric, amount.stripTrailingZeros());
        }
      });
      if (!stripped.isEmpty()) {
        wanted.put(key, stripped);
      }
    });
    assertThat(found).as(what).isEqualTo(wanted);
  }

  private static Map<Metric, BigDecimal> plain(Map<Metric, Amount> amounts) {
    Map<Metric, BigDecimal> plain = new TreeMap<>();
    amounts.forEach((metric, amount) -> plain.put(metric, amount.value().stripTrailingZeros()));
    return plain;
  }

  private static void valuesAgree(String what, Random random, Visibility visibility, CostFilter member, Set<Row> seen) {
    Dimension dimension = pick(random, List.of(Dimension.SERVICE, Dimension.REGION, Dimension.LINKED_ACCOUNT, Dimension.RESOURCE_ID));
    List<Row> rows = seen.stream().filter(row -> member.holds(row::value)).toList();
    assertThat(costs.store().values(visibility, new DimensionValuesQuery(CostsAtHand.always(), dimension, null, CostFilter.EVERYTHING)).stream()
        .map(DimensionValue::value)).as(what).containsExactlyElementsOf(
            rows.stream().map(row -> row.dimensions().get(dimension)).filter(java.util.Objects::nonNull).collect(Collectors.toCollection(TreeSet::new)));
    TagsQuery all = new TagsQuery(CostsAtHand.always(), null, CostFilter.EVERYTHING);
    assertThat(costs.store().tagKeys(visibility, all)).as(what)
        .containsExactlyElementsOf(rows.stream().flatMap(row -> row.tags().keySet().stream()).collect(Collectors.toCollection(TreeSet::new)));
    GroupKey key = random.nextBoolean() ? new GroupKey.ByTag("team") : new GroupKey.ByCategory(PROJECT);
    assertThat(costs.store().valuesOf(visibility, key, all)).as(what).containsExactlyElementsOf(
        rows.stream().map(row -> row.value(key)).filter(java.util.Objects::nonNull).collect(Collectors.toCollection(TreeSet::new)));
  }

  private static void accountsAgree(String what, Visibility visibility, CostFilter member, Set<Row> summed, Set<Row> seen) {
    Map<String, BigDecimal> expected = new TreeMap<>();
    summed.stream().filter(row -> member.holds(row::value)).forEach(row -> expected.merge(row.dimensions().get(Dimension.LINKED_ACCOUNT),
        row.amounts().get(Metric.UNBLENDED_COST), BigDecimal::add));
    Map<String, BigDecimal> found = costs.store().linkedAccounts(visibility).stream()
        .collect(Collectors.toMap(LinkedAccountCharges::accountId, charges -> charges.unblendedCost().stripTrailingZeros()));
    expected.replaceAll((account, sum) -> sum.stripTrailingZeros());
    assertThat(found).as(what).isEqualTo(expected);
    assertThat(costs.store().months(visibility)).as(what).containsExactlyElementsOf(seen.stream().filter(row -> member.holds(row::value))
        .map(row -> YearMonth.from(row.start().atZone(java.time.ZoneOffset.UTC))).collect(Collectors.toCollection(TreeSet::new)));
  }

  private static void rowsAgree(String what, Visibility visibility, CostFilter member, Set<Row> visible) {
    List<String> found = new ArrayList<>();
    long count = costs.store().rows(visibility, new RowsQuery(null, List.of(new RowsQuery.Field.Start(), new RowsQuery.Field.Tags(),
        new RowsQuery.Field.Sum(Metric.UNBLENDED_COST), new RowsQuery.Field.Value(new GroupKey.ByDimension(Dimension.LINKED_ACCOUNT))),
        CostFilter.EVERYTHING), row -> found.add(row.get(0) + " " + new TreeMap<>((Map<?, ?>) row.get(1)) + " "
            + ((BigDecimal) row.get(2)).stripTrailingZeros() + " " + row.get(3)));
    List<String> expected = visible.stream().filter(row -> member.holds(row::value)).map(row -> row.start() + " " + new TreeMap<>(row.tags()) + " "
        + row.amounts().get(Metric.UNBLENDED_COST).stripTrailingZeros() + " " + row.dimensions().get(Dimension.LINKED_ACCOUNT)).toList();
    assertThat(found).as(what).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(count).isEqualTo(expected.size());
  }

  private static RequestContext context(Map<String, List<String>> row) {
    RequestContext.Builder keys = RequestContext.builder();
    keys.put("aws:username", List.of("Ada"));
    keys.put("aws:PrincipalTag/team", List.of("blue"));
    row.forEach(keys::put);
    return keys.build();
  }

  /** The reference: the policies evaluated with everything the row tells. */
  private static boolean allowed(PolicySet policies, Row row, Metric metric) {
    Map<String, List<String>> keys = new HashMap<>();
    keys.put(RowKeys.METRIC, List.of(metric.wireName()));
    for (String name : List.of("bursar:LinkedAccount", "bursar:OrgUnit", "bursar:Provider", "bursar:Service", "bursar:Region", "bursar:UsageType",
        "bursar:ChargeType", "bursar:ResourceId", "bursar:CostTag/team", "bursar:CostCategory/Project", "bursar:CostCategory/Stage", "bursar:ChargeDate")) {
      List<String> values = RowKeys.values(name.toLowerCase(java.util.Locale.ROOT), FACTS, row::value, row.tags(), row.categories(),
          row.start());
      if (!values.isEmpty()) {
        keys.put(name, values);
      }
    }
    return policies.evaluate(new AccessRequest(ARN, "ce:GetCostAndUsage", VIEW, context(keys))) instanceof Decision.Allowed;
  }

  private static RowRules rules(PolicySet policies) {
    return new RowRules(metric -> metric == null
        ? Residual.any(Arrays.stream(Metric.values()).map(one -> formula(policies, one)).toList()) : formula(policies, metric), FACTS);
  }

  private static Residual formula(PolicySet policies, Metric metric) {
    UnknownKeys unknown = RowKeys.UNKNOWN;
    return PartialDecision.of(policies,
        new AccessRequest(ARN, "ce:GetCostAndUsage", VIEW, context(Map.of(RowKeys.METRIC, List.of(metric.wireName())))), unknown).residual();
  }

  private static List<AttachedPolicy> randomPolicies(Random random) {
    List<String> statements = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int number = 0; number < count; number++) {
      String effect = number > 0 && random.nextInt(3) == 0 ? "Deny" : "Allow";
      List<String> conditions = new ArrayList<>();
      int asked = random.nextInt(3);
      Map<String, String> byOperator = new TreeMap<>();
      for (int at = 0; at <= asked; at++) {
        String[] condition = condition(random);
        byOperator.putIfAbsent(condition[0], condition[1]);
      }
      byOperator.forEach((operator, rest) -> conditions.add("\"" + operator + "\":{" + rest + "}"));
      String block = random.nextInt(8) == 0 ? "" : ",\"Condition\":{" + String.join(",", conditions) + "}";
      statements.add("{\"Effect\":\"" + effect + "\",\"Action\":\"ce:*\",\"Resource\":\"*\"" + block + "}");
    }
    String document = "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
    return List.of(new AttachedPolicy("Random", null, "inline", PolicyReader.read(document)));
  }

  private static String[] condition(Random random) {
    List<String> stringOperators = List.of("StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringEqualsIgnoreCase",
        "StringNotEqualsIgnoreCase", "StringEqualsIfExists", "StringNotEqualsIfExists", "StringLikeIfExists", "ForAllValues:StringEquals",
        "ForAnyValue:StringLike", "ForAnyValue:StringNotEquals", "ForAllValues:StringNotLike");
    String operator = pick(random, stringOperators);
    return switch (random.nextInt(14)) {
      case 0 -> of(operator, "bursar:LinkedAccount", pick(random, ACCOUNTS), pick(random, ACCOUNTS));
      case 1 -> of(operator, "bursar:Service", pick(random, List.of("Amazon EC2", "Amazon*", "AWS_Glue%", "*_*", "amazon ec2", "??????????")));
      case 2 -> of(operator, "bursar:Region", "us-east-1");
      case 3 -> of(operator, random.nextBoolean() ? "bursar:CostTag/team" : "bursar:costtag/TEAM",
          pick(random, List.of("blue", "b*", "${aws:PrincipalTag/team}", "red", "*", "*l*e*", "??", "b?ue")));
      case 4 -> of(operator, "bursar:OrgUnit", pick(random, List.of("ou-1-a", "ou-1-b", "o-1", "ou-*", "ou-1")));
      case 5 -> of(operator, random.nextBoolean() ? "bursar:CostCategory/project" : "bursar:costcategory/STAGE", pick(random, List.of("Data", "blue", "D*")));
      case 6 -> of(pick(random, List.of("DateLessThan", "DateGreaterThanEquals", "DateEquals", "DateNotEquals", "DateLessThanIfExists")),
          "bursar:ChargeDate", pick(random, List.of("2018-10-02", "2018-11-01T00:00:00Z", "2018-10-03T01:00:00Z", "1538438400")));
      case 7 -> of(pick(random, List.of("ArnLike", "ArnNotLike", "ArnEquals", "ArnLikeIfExists")), "bursar:ResourceId",
          pick(random, List.of("arn:aws:ec2:*:*:instance/*", "arn:aws:ec2:us-east-1:111122223333:instance/i-1", "arn:aws:*:instance/i-2",
              "arn:aws:ec2:eu-west-?:*:*")));
      case 8 -> of(operator, "bursar:ChargeType", pick(random, TYPES));
      case 9 -> of("Null", pick(random, List.of("bursar:CostTag/team", "bursar:Region", "bursar:OrgUnit", "bursar:CostCategory/Project",
          "bursar:CostTag/none", "bursar:ChargeDate")), random.nextBoolean() ? "true" : "false");
      case 10 -> of(operator, "bursar:Metric", pick(random, List.of("UnblendedCost", "AmortizedCost", "*Cost")));
      case 11 -> of(operator, "bursar:CostTag/team", pick(random, List.of("${bursar:Service}", "${bursar:CostCategory/Project}", "b${bursar:Region}*")));
      case 12 -> of(pick(random, List.of("NumericLessThan", "NumericEquals", "Bool", "IpAddress")), "bursar:CostTag/team",
          pick(random, List.of("12", "13", "1")));
      default -> of(operator, "bursar:CostTag/absent", "x");
    };
  }

  private static String[] of(String operator, String key, String... values) {
    return new String[] {operator, "\"" + key + "\":[" + Arrays.stream(values).map(value -> "\"" + value + "\"").collect(Collectors.joining(","))
        + "]"};
  }

  private static GroupKey randomKey(Random random) {
    return pick(random, List.of(new GroupKey.ByDimension(Dimension.SERVICE), new GroupKey.ByDimension(Dimension.LINKED_ACCOUNT),
        new GroupKey.ByTag("team"), new GroupKey.ByCategory(PROJECT), new GroupKey.ByDimension(Dimension.RECORD_TYPE)));
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}

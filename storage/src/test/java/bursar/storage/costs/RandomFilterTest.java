package bursar.storage.costs;

import static bursar.storage.costs.CostsAtHand.ALL;
import static bursar.storage.costs.CostsAtHand.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.costs.CostFilter;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.DimensionValue;
import bursar.domain.costs.DimensionValuesQuery;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.Metric;
import bursar.domain.costs.ValueMatch;
import bursar.domain.costs.Visibility;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random filters, as visibility and as question, against a reference that looks at one row after the other. */
@Tag(CostsAtHand.CONTRACT)
class RandomFilterTest {
  private static final String[] ACCOUNTS = {"000000000001", "000000000002", "000000000003"};
  private static final String[] SERVICES = {"Compute", "compute", "Sto%rage", "Sto_rage"};
  private static final String[] TEAMS = {"", "blue", "Blue", "red*", "r'ed", "back\\slash"};
  private static final String[] PATTERNS = {"*", "?lue", "b*", "*ed*", "Sto%*", "Sto_rage", "*\\*", "compute"};

  private record Row(String account, String service, String team, BigDecimal cost) {}

  @Test
  void theCostStoreAndTheReferenceAgree(@TempDir Path folder) throws IOException {
    Random random = new Random(20260105);
    List<Row> rows = new ArrayList<>();
    StringBuilder text = new StringBuilder("lineItem/UsageStartDate,lineItem/UsageAccountId,lineItem/LineItemType,product/ProductName,"
        + "resourceTags/user:team,lineItem/UnblendedCost\n");
    for (int at = 0; at < 200; at++) {
      Row row = new Row(pick(random, ACCOUNTS), pick(random, SERVICES), pick(random, TEAMS), BigDecimal.valueOf(random.nextInt(1_000_000), 4));
      rows.add(row);
      text.append("2025-0").append(1 + at % 3).append("-01T00:00:00Z,").append(row.account()).append(",Usage,").append(row.service())
          .append(',').append(row.team()).append(',').append(row.cost()).append('\n');
    }
    try (CostsAtHand costs = new CostsAtHand(folder.resolve("costs"))) {
      costs.load(Files.writeString(folder.resolve("rows.csv"), text));
      assertThat(costs.total(Metric.UNBLENDED_COST)).isEqualByComparingTo(sum(rows, CostFilter.EVERYTHING, CostFilter.EVERYTHING));
      for (int round = 0; round < (TrinoCluster.isAsked() ? 40 : 250); round++) {
        CostFilter visible = filter(random, 4);
        CostFilter asked = filter(random, 3);
        Visibility visibility = Visibility.decidedByGate(OWNER, visible);
        assertThat(costs.total(visibility, asked, Metric.UNBLENDED_COST)).as("%s seen by %s", asked, visible)
            .isEqualByComparingTo(sum(rows, visible, asked));
        if (round % 5 == 0) {
          TreeSet<String> accounts = new TreeSet<>();
          rows.stream().filter(row -> holds(visible, row) && holds(asked, row)).forEach(row -> accounts.add(row.account()));
          assertThat(costs.store().values(visibility, new DimensionValuesQuery(CostsAtHand.always(), Dimension.LINKED_ACCOUNT, null, asked)))
              .extracting(DimensionValue::value).containsExactlyElementsOf(accounts);
        }
      }
    }
    assertThat(ALL.rows()).isEqualTo(CostFilter.EVERYTHING);
  }

  private static BigDecimal sum(List<Row> rows, CostFilter visible, CostFilter asked) {
    return rows.stream().filter(row -> holds(visible, row) && holds(asked, row)).map(Row::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean holds(CostFilter filter, Row row) {
    return switch (filter) {
      case CostFilter.And and -> and.parts().stream().allMatch(part -> holds(part, row));
      case CostFilter.Or or -> or.parts().stream().anyMatch(part -> holds(part, row));
      case CostFilter.Not not -> !holds(not.part(), row);
      case CostFilter.ValueIn in -> in.match().matches(value(in.of(), row));
    };
  }

  private static String value(GroupKey of, Row row) {
    if (of.equals(new GroupKey.ByDimension(Dimension.LINKED_ACCOUNT))) {
      return row.account();
    } else if (of.equals(new GroupKey.ByDimension(Dimension.SERVICE))) {
      return row.service();
    }
    return of.equals(new GroupKey.ByTag("team")) && !row.team().isEmpty() ? row.team() : null;
  }

  private static CostFilter filter(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 8)) {
      case 0 -> CostFilter.dimension(Dimension.LINKED_ACCOUNT, match(random, ACCOUNTS));
      case 1 -> CostFilter.dimension(Dimension.SERVICE, match(random, SERVICES));
      case 2 -> CostFilter.tag("team", match(random, TEAMS));
      case 3 -> random.nextBoolean() ? CostFilter.tag("Team", match(random, TEAMS))
          : CostFilter.dimension(Dimension.REGION, match(random, SERVICES));
      case 4 -> new CostFilter.Not(filter(random, depth - 1));
      case 5, 6 -> new CostFilter.And(parts(random, depth - 1));
      default -> new CostFilter.Or(parts(random, depth - 1));
    };
  }

  private static List<CostFilter> parts(Random random, int depth) {
    List<CostFilter> parts = new ArrayList<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      parts.add(filter(random, depth));
    }
    return parts;
  }

  private static ValueMatch match(Random random, String[] values) {
    ValueMatch.Comparison comparison = List.of(ValueMatch.Comparison.values()).get(random.nextInt(ValueMatch.Comparison.values().length));
    boolean caseSensitive = random.nextBoolean();
    List<String> chosen = new ArrayList<>();
    for (int count = 1 + random.nextInt(2); count > 0 && comparison != ValueMatch.Comparison.ABSENT; count--) {
      String value = pick(random, values);
      chosen.add(switch (comparison) {
        case EQUALS, ABSENT, AT_LEAST -> value;
        case STARTS_WITH -> value.substring(0, Math.min(3, value.length()));
        case ENDS_WITH -> value.substring(Math.max(0, value.length() - 3));
        case CONTAINS -> value.isEmpty() ? value : value.substring(1, Math.min(4, value.length()));
        case LIKE -> pick(random, PATTERNS);
      });
    }
    return new ValueMatch(comparison, caseSensitive, chosen);
  }

  private static String pick(Random random, String[] values) {
    return values[random.nextInt(values.length)];
  }
}

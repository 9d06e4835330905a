package bursar.storage.state;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.KeptRecords;
import bursar.domain.accounts.AccountId;
import bursar.domain.categories.CategoryDefinition;
import bursar.domain.categories.CategoryRule;
import bursar.domain.categories.CategoryVersion;
import bursar.domain.categories.SplitRule;
import bursar.domain.categories.TagActivation;
import bursar.domain.costs.CostExpression;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jooq.SQLDialect;

class KeptRecordsTest {
  private static CategoryDefinition category(AccountId account) {
    CostExpression leaf = new CostExpression.Leaf(CostExpression.Kind.TAG, "team \"x\"", List.of("blue", "grün"), List.of("STARTS_WITH"));
    CostExpression service = new CostExpression.Leaf(CostExpression.Kind.DIMENSION, "SERVICE", List.of("Amazon S3"), List.of());
    CostExpression rule = new CostExpression.And(List.of(leaf, new CostExpression.Not(new CostExpression.Or(List.of(service, leaf)))));
    CategoryVersion version = new CategoryVersion(YearMonth.of(2026, 10),
        List.of(new CategoryRule.Regular("Blue", rule), new CategoryRule.Inherited(CategoryRule.Source.TAG, "team")), "Rest",
        List.of(new SplitRule("Rest", List.of("Blue"), SplitRule.Method.FIXED, List.of(new BigDecimal("100.00")))));
    return new CategoryDefinition(account, "b", "Teams", List.of(version), Map.of("k", "v"), Instant.parse("2026-11-23T12:00:00.123Z"));
  }

  @BothDatabases
  void recordsComeBackEqualInOrderAndGo(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId account = world.newAccount();
      KeptRecords<CategoryDefinition> kept = new JdbcKeptRecords<>(world.database, "cost-category", CategoryDefinition.class);
      KeptRecords<TagActivation> tags = new JdbcKeptRecords<>(world.database, "cost-tag", TagActivation.class);
      CategoryDefinition category = category(account);
      TagActivation tag = new TagActivation("team", false, Instant.EPOCH,
          List.of(new TagActivation.Months(YearMonth.of(2026, 1), YearMonth.of(9999, 12))));
      world.database.inTransaction(() -> {
        kept.put(account, "b", category);
        kept.put(account, "B", category);
        kept.put(account, "b", category);
        tags.put(account, "b", tag);
        return category;
      });
      assertThat(kept.find(account, "b")).contains(category);
      assertThat(kept.list(account)).hasSize(2);
      assertThat(tags.list(account)).containsExactly(tag);
      assertThat(world.database.inTransaction(() -> kept.delete(account, "b") && !kept.delete(account, "b"))).isTrue();
      assertThat(kept.list(account)).hasSize(1);
      assertThat(tags.find(account, "b")).isPresent();
      assertThat(kept.find(account, "a")).isEmpty();
    }
  }
}

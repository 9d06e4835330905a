package bursar.storage.costs;

import static bursar.storage.costs.CostsAtHand.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.costs.CostFilter;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.Metric;
import bursar.domain.costs.RowsQuery;
import bursar.domain.costs.TagsQuery;
import bursar.domain.costs.ValueMatch;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a source says beyond dimensions, tags and metrics stays there to be asked. */
class SourceColumnsTest {
  private static final String NASTY = "x_a?b{0}'c\"d:e; DROP";
  private static final TagsQuery EVERYTHING = new TagsQuery(CostsAtHand.always(), null, CostFilter.EVERYTHING);

  @TempDir Path folder;
  private CostsAtHand costs;

  @BeforeEach
  void open() {
    costs = new CostsAtHand(folder.resolve("costs"));
  }

  @AfterEach
  void close() {
    costs.close();
  }

  private void focus(String file, String extraColumns, String... rows) throws IOException {
    String header = "BilledCost,EffectiveCost,ListCost,BillingCurrency,ChargeCategory,ServiceName,SubAccountId,ChargePeriodStart,BillingPeriodStart";
    Path path = folder.resolve(file);
    Files.writeString(path, header + extraColumns + "\n" + String.join("\n", rows) + "\n");
    costs.load(path);
  }

  @Test
  void columnsOfFocusAreGroupedByAndFilteredOnWhateverTheirNames() throws IOException {
    focus("one.csv", ",ServiceCategory,\"" + NASTY.replace("\"", "\"\"") + "\"",
        "1,1,2,EUR,Usage,Vault,a,2026-01-01T00:00:00Z,2026-01-01T00:00:00Z,Storage,left",
        "10,10,20,EUR,Usage,Vault,a,2026-01-02T00:00:00Z,2026-01-01T00:00:00Z,Compute,right");
    assertThat(costs.store().sourceColumns(ALL)).contains("ServiceCategory", NASTY);
    assertThat(costs.sums(List.of(Metric.UNBLENDED_COST), new GroupKey.BySourceColumn(NASTY)).keySet()).containsExactly(List.of("left"), List.of("right"));
    assertThat(costs.total(ALL, new CostFilter.ValueIn(new GroupKey.BySourceColumn("servicecategory"), ValueMatch.in("Compute")), Metric.UNBLENDED_COST))
        .isEqualByComparingTo("10");
    assertThat(costs.store().valuesOf(ALL, new GroupKey.BySourceColumn("BilledCost"), EVERYTHING))
        .extracting(BigDecimal::new).usingElementComparator(BigDecimal::compareTo).containsExactlyInAnyOrder(BigDecimal.ONE, BigDecimal.TEN);
    assertThat(costs.store().valuesOf(ALL, new GroupKey.BySourceColumn("no such column"), EVERYTHING)).isEmpty();
    assertThat(costs.total(Metric.PUBLIC_COST)).isEqualByComparingTo("22");
  }

  @Test
  void monthsWithDifferentColumnsAreUnitedByName() throws IOException {
    focus("january.csv", ",x_Team", "1,1,1,EUR,Usage,Vault,a,2026-01-01T00:00:00Z,2026-01-01T00:00:00Z,blue");
    focus("february.csv", ",X_TEAM,x_Floor", "2,2,2,EUR,Usage,Vault,a,2026-02-01T00:00:00Z,2026-02-01T00:00:00Z,red,4");
    assertThat(costs.store().valuesOf(ALL, new GroupKey.BySourceColumn("x_team"), EVERYTHING)).containsExactly("blue", "red");
    List<List<Object>> rows = new ArrayList<>();
    assertThat(costs.store().rows(ALL, new RowsQuery(null, List.of(new RowsQuery.Field.Value(new GroupKey.BySourceColumn("x_Floor")),
        new RowsQuery.Field.Sum(Metric.UNBLENDED_COST), new RowsQuery.Field.Tags(), new RowsQuery.Field.End()), CostFilter.EVERYTHING), rows::add))
        .isEqualTo(2);
    assertThat(rows).extracting(row -> row.getFirst()).containsExactly(null, "4");
    assertThat(rows).extracting(row -> row.get(2)).containsOnly(Map.of());
  }

  @Test
  void reservationsOfTheRealReportAreCountedAsTheirFeesSay() {
    costs.load(SharedData.folder().resolve("cur-legacy-parquet"));
    assertThat(costs.total(ALL, CostFilter.dimension(Dimension.RECORD_TYPE, "RIFee"), Metric.RECURRING_FEE).setScale(6, java.math.RoundingMode.HALF_UP))
        .isEqualByComparingTo("297.159379");
    assertThat(costs.total(Metric.PUBLIC_COST).setScale(6, java.math.RoundingMode.HALF_UP)).isEqualByComparingTo("7908.881041");
    assertThat(costs.store().valuesOf(ALL, new GroupKey.ByDimension(Dimension.USAGE_TYPE_GROUP), EVERYTHING)).contains("EC2: Running Hours");
    assertThat(costs.store().valuesOf(ALL, new GroupKey.ByDimension(Dimension.PLATFORM), EVERYTHING)).contains("Linux/UNIX");
    assertThat(costs.store().valuesOf(ALL, new GroupKey.BySourceColumn("pricing_term"), EVERYTHING)).contains("OnDemand", "Reserved");
  }
}

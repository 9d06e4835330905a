package bursar.domain.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostQuestionTest {
  private static final TimeSpan MAY = TimeSpan.ofMonth(YearMonth.of(2025, 5));

  @Test
  void aMonthEndsWhereTheNextBegins() {
    assertThat(MAY.firstDay()).isEqualTo(LocalDate.of(2025, 5, 1));
    assertThat(MAY.endDay()).isEqualTo(LocalDate.of(2025, 6, 1));
    assertThat(MAY).isEqualTo(TimeSpan.ofDays(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 6, 1)));
  }

  @Test
  void aSpanThatIsEmptyOrTurnedRoundIsRefused() {
    LocalDate day = LocalDate.of(2025, 5, 1);
    assertThatThrownBy(() -> TimeSpan.ofDays(day, day)).isInstanceOf(Failure.class).hasMessageContaining("is not before");
    assertThatThrownBy(() -> TimeSpan.ofDays(day, day.minusDays(1))).isInstanceOf(Failure.class);
  }

  @Test
  void namesAreReadAsAwsWritesThem() {
    for (Metric metric : Metric.values()) {
      if (metric.isCostExplorers()) {
        assertThat(Metric.named(metric.wireName())).isEqualTo(metric);
      } else {
        assertThatThrownBy(() -> Metric.named(metric.wireName())).hasMessageContaining(metric.wireName());
      }
    }
    for (Dimension dimension : Dimension.values()) {
      assertThat(Dimension.named(dimension.name())).isEqualTo(dimension);
    }
    assertThat(Granularity.named("DAILY")).isEqualTo(Granularity.DAILY);
    assertThatThrownBy(() -> Metric.named("Cost")).isInstanceOf(Failure.class).hasMessageContaining("'Cost'");
    assertThatThrownBy(() -> Dimension.named("service")).isInstanceOf(Failure.class).hasMessageContaining("'service'");
    assertThatThrownBy(() -> Granularity.named("WEEKLY")).isInstanceOf(Failure.class).hasMessageContaining("'WEEKLY'");
  }

  @Test
  void aQuestionNeedsAMetricAndFewKeys() {
    assertThatThrownBy(() -> new CostQuery(MAY, Granularity.DAILY, List.of(), CostFilter.EVERYTHING, List.of())).isInstanceOf(Failure.class);
    List<GroupKey> keys = Collections.nCopies(CostQuery.GROUP_KEYS_MAX + 1, new GroupKey.ByDimension(Dimension.SERVICE));
    assertThatThrownBy(() -> new CostQuery(MAY, Granularity.DAILY, List.of(Metric.UNBLENDED_COST), CostFilter.EVERYTHING, keys))
        .isInstanceOf(Failure.class).hasMessageContaining("at most");
  }
}

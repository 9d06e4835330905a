package bursar.storage.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostSegment;
import bursar.domain.costs.CostSegmentStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every keeper of published months promises. */
abstract class CostSegmentStoreContract {
  private static final AccountId OWNER = new AccountId("000000000001");
  private static final AccountId OTHER = new AccountId("000000000002");
  private static final Instant AT = Instant.parse("2025-03-04T05:06:07.008Z");
  private static final YearMonth MAY = YearMonth.of(2025, 5);

  /** The empty store under test. */
  abstract CostSegmentStore store();

  private static CostImport begun(String id, AccountId owner, Instant at) {
    return new CostImport(id, owner, "main", CostImport.Status.RUNNING, at, null, "someone", List.of("/a", "/b 'c'"), "", 0, 0,
        List.of(), List.of(), null);
  }

  private static CostImport finished(String id, AccountId owner, Instant at) {
    return new CostImport(id, owner, "main", CostImport.Status.SUCCEEDED, at, at.plusSeconds(9), "someone", List.of("/a", "/b 'c'"), "FOCUS",
        12, 1, List.of(new CostImport.Refusal("a.csv", 7, "column BilledCost: 'x' is not a number")),
        List.of(new CostImport.MonthTotal(MAY, "EUR", new BigDecimal("-0.000000000000001"), 4),
            new CostImport.MonthTotal(MAY, "USD", new BigDecimal("12345678901234567890.5"), 7)), null);
  }

  private static CostSegment segment(String importId, AccountId owner, String dataSet, YearMonth month) {
    return new CostSegment(owner, dataSet, month, owner + "/" + dataSet + month + importId, importId, 11, Set.of("EUR", "USD"), AT,
        AT.plusSeconds(60));
  }

  @Test
  void whatWasPublishedIsThere() {
    CostSegmentStore store = store();
    CostSegment may = segment("i1", OWNER, "main", MAY);
    CostSegment june = segment("i1", OWNER, "main", MAY.plusMonths(1));
    store.record(begun("i1", OWNER, AT));
    store.publish(finished("i1", OWNER, AT), List.of(june, may));
    assertThat(store.segments(OWNER)).containsExactly(may, june);
    assertThat(store.segments(OTHER)).isEmpty();
    assertThat(store.fileNames()).containsExactlyInAnyOrder(may.fileName(), june.fileName());
    assertThat(store.find("i1")).contains(finished("i1", OWNER, AT));
    assertThat(store.find("i2")).isEmpty();
  }

  @Test
  void aMonthIsReplacedInItsDataSetOnly() {
    CostSegmentStore store = store();
    CostSegment june = segment("i1", OWNER, "main", MAY.plusMonths(1));
    CostSegment azure = segment("i2", OWNER, "azure", MAY);
    CostSegment others = segment("i3", OTHER, "main", MAY);
    CostSegment again = segment("i4", OWNER, "main", MAY);
    store.publish(finished("i1", OWNER, AT), List.of(segment("i1", OWNER, "main", MAY), june));
    store.publish(finished("i2", OWNER, AT), List.of(azure));
    store.publish(finished("i3", OTHER, AT), List.of(others));
    store.publish(finished("i4", OWNER, AT), List.of(again));
    assertThat(store.segments(OWNER)).containsExactly(azure, again, june);
    assertThat(store.segments(OTHER)).containsExactly(others);
  }

  @Test
  void whatCannotBePublishedWholeIsNotPublishedAtAll() {
    CostSegmentStore store = store();
    CostSegment old = segment("i1", OWNER, "main", MAY);
    store.publish(finished("i1", OWNER, AT), List.of(old));
    CostSegment first = segment("i2", OWNER, "main", MAY);
    CostSegment sameFile = new CostSegment(OWNER, "main", MAY.plusMonths(1), first.fileName(), "i2", 1, Set.of("USD"), AT, AT);
    assertThatThrownBy(() -> store.publish(finished("i2", OWNER, AT), List.of(first, sameFile))).isInstanceOf(RuntimeException.class);
    assertThat(store.segments(OWNER)).containsExactly(old);
    assertThat(store.find("i2")).isEmpty();
  }

  @Test
  void theHistoryHasTheNewestFirst() {
    CostSegmentStore store = store();
    store.record(begun("i1", OWNER, AT));
    store.record(begun("i2", OWNER, AT.plusSeconds(2)));
    store.record(begun("i3", OWNER, AT.plusSeconds(1)));
    store.record(begun("i4", OTHER, AT));
    CostImport failed = new CostImport("i3", OWNER, "main", CostImport.Status.FAILED, AT.plusSeconds(1), AT.plusSeconds(3), "someone",
        List.of("/a", "/b 'c'"), "", 0, 0, List.of(), List.of(), "a.csv is empty.");
    store.record(failed);
    assertThat(store.imports(OWNER, 10)).containsExactly(begun("i2", OWNER, AT.plusSeconds(2)), failed, begun("i1", OWNER, AT));
    assertThat(store.imports(OWNER, 1)).hasSize(1);
    assertThat(store.running()).extracting(CostImport::importId).containsExactly("i2", "i1", "i4");
  }
}

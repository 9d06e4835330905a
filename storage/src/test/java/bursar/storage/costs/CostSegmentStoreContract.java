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

  private static CostImport delivered(String id, String... assemblies) {
    CostImport plain = finished(id, OWNER, AT);
    List<CostImport.MonthTotal> totals = java.util.stream.IntStream.range(0, assemblies.length)
        .mapToObj(at -> new CostImport.MonthTotal(MAY.plusMonths(at), "USD", BigDecimal.ONE, 1)).toList();
    List<CostImport.Delivery> deliveries = java.util.stream.IntStream.range(0, assemblies.length)
        .mapToObj(at -> new CostImport.Delivery("report", MAY.plusMonths(at), assemblies[at])).toList();
    return new CostImport(id, OWNER, "main", CostImport.Status.SUCCEEDED, AT, AT, "someone", plain.paths(), "FOCUS", 2, 0, List.of(), totals,
        null, List.of(new CostImport.Normalisation("a.csv", "Tags", "read so", 2, 1, null)), deliveries, null);
  }

  private static final CostImport.Undone HOW = new CostImport.Undone(AT.plusSeconds(100), "somebody");

  @Test
  void theDeliveriesOfPublishedMonthsAreKnown() {
    CostSegmentStore store = store();
    store.publish(delivered("i1", "a", "b"), List.of(segment("i1", OWNER, "main", MAY), segment("i1", OWNER, "main", MAY.plusMonths(1))));
    store.publish(delivered("i2", "c"), List.of(segment("i2", OWNER, "main", MAY)));
    assertThat(store.deliveries(OWNER, "main")).containsExactly(
        new CostImport.Delivery("report", MAY, "c"), new CostImport.Delivery("report", MAY.plusMonths(1), "b"));
    assertThat(store.deliveries(OWNER, "azure")).isEmpty();
    assertThat(store.find("i2")).contains(delivered("i2", "c"));
    store.publish(finished("i3", OWNER, AT), List.of(segment("i3", OWNER, "main", MAY)));
    assertThat(store.deliveries(OWNER, "main")).as("a month from plain files has no delivery").hasSize(1);
  }

  @Test
  void anUndoneImportBringsBackWhatWasBefore() {
    CostSegmentStore store = store();
    CostSegment old = segment("i1", OWNER, "main", MAY);
    CostSegment azure = segment("i9", OWNER, "azure", MAY);
    store.publish(delivered("i1", "a"), List.of(old));
    store.publish(finished("i9", OWNER, AT), List.of(azure));
    store.publish(delivered("i2", "b", "b"), List.of(segment("i2", OWNER, "main", MAY), segment("i2", OWNER, "main", MAY.plusMonths(1))));
    assertThat(store.fileNames()).hasSize(4);
    CostImport undone = store.undo(OWNER, "i2", HOW);
    assertThat(undone).isEqualTo(delivered("i2", "b", "b").undone(HOW));
    assertThat(store.find("i2")).contains(undone);
    assertThat(store.segments(OWNER)).containsExactly(azure, old);
    assertThat(store.fileNames()).containsExactlyInAnyOrder(old.fileName(), azure.fileName());
    assertThat(store.deliveries(OWNER, "main")).containsExactly(new CostImport.Delivery("report", MAY, "a"));
    refused(store, OWNER, "i2", "undone already");
    refused(store, OWNER, "i1", "no longer kept");
    assertThat(store.segments(OWNER)).containsExactly(azure, old);
  }

  @Test
  void whatCannotBeUndoneIsRefusedWithTheReasonAndNothingChanges() {
    CostSegmentStore store = store();
    store.publish(delivered("i1", "a", "a"), List.of(segment("i1", OWNER, "main", MAY), segment("i1", OWNER, "main", MAY.plusMonths(1))));
    CostSegment later = segment("i2", OWNER, "main", MAY.plusMonths(1));
    store.publish(finished("i2", OWNER, AT), List.of(later));
    List<CostSegment> before = store.segments(OWNER);
    refused(store, OWNER, "i1", "2025-06 was replaced by the later import i2. Undo that one first.");
    refused(store, OTHER, "i1", "has no import i1");
    store.record(begun("i4", OWNER, AT));
    refused(store, OWNER, "i4", "still runs");
    assertThat(store.segments(OWNER)).isEqualTo(before);
  }

  private static void refused(CostSegmentStore store, AccountId owner, String importId, String part) {
    assertThatThrownBy(() -> store.undo(owner, importId, HOW)).isInstanceOfSatisfying(bursar.domain.Failure.class,
        failure -> assertThat(failure.sentence()).contains(part).endsWith("."));
  }
}

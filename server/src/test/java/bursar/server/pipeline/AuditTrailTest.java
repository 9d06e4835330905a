package bursar.server.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.Transactions;
import bursar.domain.accounts.AccountId;
import bursar.domain.audit.AuditEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final EventList store = new EventList();
  private final Transactions transactions = new Transactions() {
    @Override
    public <T> T inTransaction(Supplier<T> work) {
      return work.get();
    }
  };

  private static AuditEvent event(String user, String agent, Instant at) {
    return new AuditEvent("id", at, new AccountId("111122223333"), "anonymous", user, null, "iam.amazonaws.com", "GetUser", true, "192.0.2.1",
        agent, null, "SignatureDoesNotMatch", "The signature is wrong.", "request");
  }

  @Test
  void whatComesTooOftenIsCountedAndTheCountIsStoredAtTheLatestWhenTheTrailCloses() {
    try (AuditTrail trail = new AuditTrail(store, transactions, InstantSource.fixed(NOON))) {
      for (int call = 0; call < 1_000; call++) {
        trail.gatherInBounds("key:A", event("anna", "agent", NOON));
      }
      trail.gatherInBounds("key:B", event("bob", "agent", NOON));
    }
    assertThat(store.stored()).hasSize(RepeatedEvents.STORED_PER_MINUTE + 2);
    assertThat(store.stored().getLast().errorMessage())
        .isEqualTo("The signature is wrong. This stands for 990 calls like it within a minute, beside those stored.");
    assertThat(store.stored()).filteredOn(event -> event.userName().equals("bob")).hasSize(1);
  }

  @Test
  void everyMinuteBeginsAnew() {
    RepeatedEvents repeated = new RepeatedEvents();
    for (int call = 0; call < 11; call++) {
      assertThat(repeated.admits("key:A", event("anna", "agent", NOON.plusSeconds(call)))).isEqualTo(call < 10);
    }
    assertThat(repeated.ended(NOON.plusSeconds(59))).isEmpty();
    assertThat(repeated.ended(NOON.plusSeconds(60))).singleElement()
        .satisfies(count -> assertThat(count.errorMessage()).contains("1 call like it"));
    assertThat(repeated.admits("key:A", event("anna", "agent", NOON.plusSeconds(61)))).isTrue();
    assertThat(repeated.ended(NOON.plusSeconds(200))).as("nothing was left out, so there is nothing to count").isEmpty();
  }

  @Test
  void longTextsOfStrangersAreCut() {
    try (AuditTrail trail = new AuditTrail(store, transactions, InstantSource.fixed(NOON))) {
      trail.gather(event("n".repeat(100_000), "a".repeat(1_023) + "\uD83D\uDE00".repeat(9_000), NOON));
    }
    assertThat(store.stored()).singleElement().satisfies(event -> {
      assertThat(event.userName()).isEqualTo("n".repeat(128) + "...");
      assertThat(event.userAgent()).isEqualTo("a".repeat(1_023) + "...");
    });
  }
}

package bursar.storage.state;

import static bursar.storage.state.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.accounts.AccountId;
import bursar.domain.audit.AuditEvent;
import bursar.domain.audit.AuditPage;
import bursar.domain.audit.AuditQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.SQLDialect;

class AuditStoreTest {
  private static final AccountId ACCOUNT = new AccountId("111122223333");
  private static final Instant START = Instant.parse("2026-11-23T12:00:00.123Z");

  @BothDatabases
  void eventsComeBackWholeNewestFirstInPages(SQLDialect dialect) {
    try (Database database = Databases.fresh(dialect)) {
      JdbcAuditStore store = new JdbcAuditStore(database);
      List<AuditEvent> events = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        events.add(event(ACCOUNT, START.plusMillis(i / 2), "Event" + i, i % 2 == 0));
      }
      store.append(events);
      store.append(List.of(event(new AccountId("999900001111"), START, "Other", true)));
      List<AuditEvent> seen = new ArrayList<>();
      String marker = null;
      do {
        AuditPage page = store.lookup(new AuditQuery(ACCOUNT, null, null, Map.of(), 2, marker));
        seen.addAll(page.events());
        marker = page.next();
      } while (marker != null);
      assertThat(seen).containsExactlyElementsOf(events.reversed());
    }
  }

  @BothDatabases
  void eventsAreFoundByTheirAttributesAndTime(SQLDialect dialect) {
    try (Database database = Databases.fresh(dialect)) {
      JdbcAuditStore store = new JdbcAuditStore(database);
      AuditEvent read = event(ACCOUNT, START, "GetUser", true);
      AuditEvent write = event(ACCOUNT, START.plusSeconds(9), "CreateUser", false);
      store.append(List.of(read, write));
      assertThat(found(store, Map.of(AuditQuery.Attribute.EVENT_NAME, "CreateUser"))).containsExactly(write);
      assertThat(found(store, Map.of(AuditQuery.Attribute.READ_ONLY, "true"))).containsExactly(read);
      assertThat(found(store, Map.of(AuditQuery.Attribute.EVENT_ID, read.eventId(), AuditQuery.Attribute.USER_NAME, "Anna")))
          .containsExactly(read);
      assertThat(found(store, Map.of(AuditQuery.Attribute.ACCESS_KEY_ID, "nothing"))).isEmpty();
      assertThat(store.lookup(new AuditQuery(ACCOUNT, START.plusSeconds(1), null, Map.of(), 50, null)).events()).containsExactly(write);
      assertThat(store.lookup(new AuditQuery(ACCOUNT, null, START, Map.of(), 50, null)).events()).containsExactly(read);
      assertRefused(
          () -> store.lookup(new AuditQuery(ACCOUNT, null, null, Map.of(), 50, "' OR 1=1")), "InvalidNextTokenException", "NextToken");
    }
  }

  @BothDatabases
  void whatStrangersWroteIsKeptWhateverItHolds(SQLDialect dialect) {
    try (Database database = Databases.fresh(dialect)) {
      JdbcAuditStore store = new JdbcAuditStore(database);
      AuditEvent event =
          new AuditEvent("1", START, ACCOUNT, "anonymous", "a\0b", null, "s", "n", false, "::1", "'; DROP TABLE users; --\0", "{}", null, null, "r");
      store.append(List.of(event));
      assertThat(found(store, Map.of())).singleElement().satisfies(kept -> assertThat(kept.userName()).isEqualTo("a\uFFFDb"));
    }
  }

  private static List<AuditEvent> found(JdbcAuditStore store, Map<AuditQuery.Attribute, String> attributes) {
    return store.lookup(new AuditQuery(ACCOUNT, null, null, attributes, 50, null)).events();
  }

  private static AuditEvent event(AccountId account, Instant time, String name, boolean readOnly) {
    return new AuditEvent(
        UUID.randomUUID().toString(),
        time,
        account,
        "arn:aws:iam::" + account + ":user/Anna",
        "Anna",
        readOnly ? "AKIAEXAMPLE" : null,
        "iam.amazonaws.com",
        name,
        readOnly,
        "127.0.0.1",
        "test",
        readOnly ? null : "{\"userName\":\"Bob\"}",
        readOnly ? null : "AccessDenied",
        readOnly ? null : "User is not authorized.",
        "request");
  }
}

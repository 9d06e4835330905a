package bursar.operations.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.audit.AuditEvent;
import bursar.domain.audit.AuditQuery;
import bursar.operations.memory.AccessWorld;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;

class LookupEventsTest {
  private final AccessWorld world = new AccessWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private static AuditEvent event(String id, AccountId account, String name) {
    return new AuditEvent(id, Instant.parse("2026-11-23T11:00:00.123Z"), account, "arn:aws:iam::" + account + ":user/alice", "alice",
        "AKIAEXAMPLE", "iam.amazonaws.com", name, false, "192.0.2.1", "say \"hi\"\n\u0001", "{\"UserName\":\"bob\"}", "AccessDenied", "No.",
        "request-1");
  }

  private LookupEventsResponse lookup(LookupEventsRequest request) {
    return world.call(world.root(), "cloudtrail", "LookupEvents", request);
  }

  @Test
  void eventsAreTheAccountsOwnNewestFirstInPages() {
    AccountId own = world.account.id();
    world.trail.append(List.of(event("1", own, "CreateUser"), event("2", new AccountId("444455556666"), "CreateUser"),
        event("3", own, "DeleteUser")));
    LookupEventsResponse first = lookup(LookupEventsRequest.builder().maxResults(1).build());
    assertThat(first.events()).singleElement().satisfies(event -> {
      assertThat(event.eventId()).isEqualTo("3");
      assertThat(event.username()).isEqualTo("alice");
      assertThat(event.readOnly()).isEqualTo("false");
      assertThat(event.cloudTrailEvent())
          .contains("\"userIdentity\":{\"type\":\"IAMUser\",\"arn\":\"arn:aws:iam::111122223333:user/alice\"")
          .contains("\"requestParameters\":{\"UserName\":\"bob\"}")
          .contains("\"userAgent\":\"say \\\"hi\\\"\\n\\u0001\"")
          .contains("\"eventTime\":\"2026-11-23T11:00:00Z\"");
    });
    LookupEventsResponse second = lookup(LookupEventsRequest.builder().maxResults(1).nextToken(first.nextToken()).build());
    assertThat(second.events()).extracting(event -> event.eventId()).containsExactly("1");
    assertThat(second.nextToken()).isNull();
  }

  @Test
  void attributesAreHandedOn() {
    lookup(LookupEventsRequest.builder().lookupAttributes(attribute("EventName", "CreateUser"), attribute("Username", "alice"))
        .startTime(Instant.EPOCH).build());
    assertThat(world.trail.asked.attributes()).containsEntry(AuditQuery.Attribute.EVENT_NAME, "CreateUser")
        .containsEntry(AuditQuery.Attribute.USER_NAME, "alice");
    assertThat(world.trail.asked.from()).isEqualTo(Instant.EPOCH);
    assertThat(world.trail.asked.max()).isEqualTo(50);
  }

  private static LookupAttribute attribute(String key, String value) {
    return LookupAttribute.builder().attributeKey(key).attributeValue(value).build();
  }

  @Test
  void badQuestionsHaveCloudTrailsCodes() {
    refused(LookupEventsRequest.builder().lookupAttributes(attribute("ResourceName", "x")).build(), "InvalidLookupAttributesException");
    refused(LookupEventsRequest.builder().lookupAttributes(attribute("EventName", "x"), attribute("EventName", "y")).build(),
        "InvalidLookupAttributesException");
    refused(LookupEventsRequest.builder().maxResults(51).build(), "InvalidMaxResultsException");
    refused(LookupEventsRequest.builder().startTime(Instant.parse("2026-01-02T00:00:00Z")).endTime(Instant.EPOCH).build(),
        "InvalidTimeRangeException");
  }

  private void refused(LookupEventsRequest request, String code) {
    assertThatThrownBy(() -> lookup(request)).isInstanceOf(Failure.class).satisfies(e -> assertThat(((Failure) e).code()).isEqualTo(code));
  }
}

package bursar.operations.cloudtrail;

import bursar.domain.Failure;
import bursar.domain.audit.AuditEvent;
import bursar.domain.audit.AuditPage;
import bursar.domain.audit.AuditQuery;
import bursar.domain.audit.AuditStore;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;

/** Events of the account's audit trail, the newest first (API reference, {@code LookupEvents}). */
public final class LookupEvents implements Operation<LookupEventsRequest, LookupEventsResponse> {
  private static final int PAGE_MAX = 50;
  private static final Declaration<LookupEventsRequest, LookupEventsResponse> DECLARATION =
      Declaration.of(CloudTrailService.DEFINITION, "LookupEvents", LookupEventsRequest.class, LookupEventsResponse.class)
          .summary("Looks up events of the account's audit trail, the newest first.")
          .needs("cloudtrail:LookupEvents", AccessLevel.READ)
          .rules(MemberRule.optional("LookupAttributes").range(0, 6), MemberRule.optional("NextToken").range(0, 8_192))
          .errors(CloudTrailService.INVALID_LOOKUP_ATTRIBUTES, CloudTrailService.INVALID_MAX_RESULTS,
              CloudTrailService.INVALID_NEXT_TOKEN, CloudTrailService.INVALID_TIME_RANGE)
          .example(() -> LookupEventsRequest.builder()
              .lookupAttributes(LookupAttribute.builder().attributeKey("EventName").attributeValue("SetIAMAccessPreference").build())
              .maxResults(PAGE_MAX)
              .build())
          .build();

  private final AuditStore trail;

  /** Looks into this trail. */
  public LookupEvents(AuditStore trail) {
    this.trail = trail;
  }

  @Override
  public Declaration<LookupEventsRequest, LookupEventsResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public LookupEventsResponse handle(Authorized<LookupEventsRequest> call) {
    LookupEventsRequest request = call.input();
    if (request.startTime() != null && request.endTime() != null && request.startTime().isAfter(request.endTime())) {
      throw new Failure("InvalidTimeRangeException", "StartTime " + request.startTime() + " is after EndTime " + request.endTime() + ".");
    }
    AuditPage page = trail.lookup(new AuditQuery(call.account(), request.startTime(), request.endTime(),
        attributes(request.lookupAttributes()), max(request.maxResults()), request.nextToken()));
    return LookupEventsResponse.builder()
        .events(page.events().stream().map(LookupEvents::written).toList())
        .nextToken(page.next())
        .build();
  }

  private static int max(@Nullable Integer asked) {
    if (asked == null) {
      return PAGE_MAX;
    }
    if (asked < 1 || asked > PAGE_MAX) {
      throw new Failure("InvalidMaxResultsException", "MaxResults must be between 1 and " + PAGE_MAX + ", and " + asked + " is not.");
    }
    return asked;
  }

  private static Map<AuditQuery.Attribute, String> attributes(List<LookupAttribute> asked) {
    Map<AuditQuery.Attribute, String> attributes = new EnumMap<>(AuditQuery.Attribute.class);
    for (LookupAttribute attribute : asked) {
      String value = attribute.attributeValue();
      if (value == null || value.isEmpty()) {
        throw new Failure("InvalidLookupAttributesException", "A lookup attribute has no AttributeValue.");
      }
      if (attributes.put(key(String.valueOf(attribute.attributeKeyAsString())), value) != null) {
        throw new Failure("InvalidLookupAttributesException", "The lookup attribute " + attribute.attributeKeyAsString() + " is given twice.");
      }
    }
    return attributes;
  }

  private static AuditQuery.Attribute key(String name) {
    return switch (name) {
      case "EventId" -> AuditQuery.Attribute.EVENT_ID;
      case "EventName" -> AuditQuery.Attribute.EVENT_NAME;
      case "ReadOnly" -> AuditQuery.Attribute.READ_ONLY;
      case "Username" -> AuditQuery.Attribute.USER_NAME;
      case "EventSource" -> AuditQuery.Attribute.EVENT_SOURCE;
      case "AccessKeyId" -> AuditQuery.Attribute.ACCESS_KEY_ID;
      default -> throw new Failure("InvalidLookupAttributesException", "Events cannot be looked up by '" + name
          + "'. Use EventId, EventName, ReadOnly, Username, EventSource or AccessKeyId.");
    };
  }

  private static Event written(AuditEvent event) {
    return Event.builder()
        .eventId(event.eventId())
        .eventName(event.eventName())
        .readOnly(Boolean.toString(event.readOnly()))
        .accessKeyId(event.accessKeyId())
        .eventTime(event.time())
        .eventSource(event.eventSource())
        .username(event.userName())
        .resources(List.of())
        .cloudTrailEvent(RecordText.of(event))
        .build();
  }
}

package bursar.operations.cloudtrail;

import bursar.domain.audit.AuditEvent;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Writes an event as the JSON text of a CloudTrail record (user guide, «CloudTrail record contents»). */
final class RecordText {
  private final StringBuilder text = new StringBuilder(512);
  private boolean first = true;

  private RecordText() {}

  static String of(AuditEvent event) {
    return new RecordText().record(event);
  }

  private String record(AuditEvent event) {
    text.append('{');
    member("eventVersion", "1.11");
    name("userIdentity");
    identity(event);
    member("eventTime", event.time().truncatedTo(ChronoUnit.SECONDS).toString());
    member("eventSource", event.eventSource());
    member("eventName", event.eventName());
    member("awsRegion", "us-east-1");
    member("sourceIPAddress", event.sourceAddress());
    member("userAgent", event.userAgent());
    member("errorCode", event.errorCode());
    member("errorMessage", event.errorMessage());
    name("requestParameters");
    text.append(event.requestParameters() == null ? "null" : event.requestParameters());
    name("responseElements");
    text.append("null");
    member("requestID", event.requestId());
    member("eventID", event.eventId());
    name("readOnly");
    text.append(event.readOnly());
    member("eventType", event.eventSource().equals("billingconsole.amazonaws.com") ? "AwsConsoleAction" : "AwsApiCall");
    name("managementEvent");
    text.append(true);
    member("recipientAccountId", event.account().digits());
    member("eventCategory", "Management");
    return text.append('}').toString();
  }

  private void identity(AuditEvent event) {
    text.append('{');
    first = true;
    String arn = event.principalArn();
    member("type", type(arn));
    member("arn", arn.startsWith("arn:") ? arn : null);
    member("accountId", arn.startsWith("arn:") ? event.account().digits() : null);
    member("accessKeyId", event.accessKeyId());
    member("userName", arn.contains(":user/") ? event.userName() : null);
    text.append('}');
    first = false;
  }

  private static String type(String arn) {
    if (arn.endsWith(":root")) {
      return "Root";
    }
    return arn.contains(":user/") ? "IAMUser" : "Unknown";
  }

  private void member(String name, @Nullable String value) {
    if (value != null) {
      name(name);
      quote(value);
    }
  }

  private void name(String name) {
    if (!first) {
      text.append(',');
    }
    first = false;
    quote(name);
    text.append(':');
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < 0x20) {
            text.append(String.format("\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}

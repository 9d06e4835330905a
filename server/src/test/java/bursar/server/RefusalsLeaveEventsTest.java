package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.accounts.SignUpPolicy;
import bursar.server.rooms.RunningServer;
import bursar.server.settings.ServerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Whoever knocks at an account's door and is turned away stands in that account's trail, without a secret and within bounds. */
class RefusalsLeaveEventsTest {
  private static final String EMAIL = "owner@refusals.example";

  @TempDir private Path folder;
  private volatile Instant now = Instant.now();
  private RunningServer server;
  private Browser owner;
  private String keyId;
  private String secret;
  private Program root;

  @BeforeEach
  void start() {
    server = RunningServer.start(ServerSettings.local(folder, 0, SignUpPolicy.OPEN), () -> now);
    owner = Browser.ofNewOwner(server.url(), EMAIL);
    owner.extra.put("User-Agent", "a test of refusals");
    String made = owner.iam("CreateAccessKey").ok().body();
    keyId = element(made, "AccessKeyId");
    secret = element(made, "SecretAccessKey");
    root = Program.with(server.url(), keyId, secret);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aWrongOrExpiredSignatureOfAKnownKey() {
    Program forger = Program.with(server.url(), keyId, secret + "x");
    Browser.send(forger.signed("PutBillingAccess", "{\"IamUserAndRoleAccess\":\"ACTIVATED\"}", now, Map.of("User-Agent", "forger")));
    JsonNode forged = event(record -> is(record, "userAgent", "forger"));
    assertThat(text(forged, "errorCode")).isEqualTo("InvalidSignatureException");
    assertThat(text(forged, "errorMessage")).contains("does not match the signature you provided");
    assertThat(text(forged, "eventName")).isEqualTo("SetIAMAccessPreference");
    assertThat(text(forged, "sourceIPAddress")).isEqualTo("127.0.0.1");
    JsonNode identity = forged.field("userIdentity").orElseThrow();
    assertThat(text(identity, "accessKeyId")).isEqualTo(keyId);
    assertThat(identity.field("arn")).as("nobody proved to be that user").isEmpty();

    Instant then = now.minus(Duration.ofMinutes(16));
    Browser.send(root.signed("GetBillingAccess", "{}", then, Map.of("User-Agent", "late")));
    assertThat(text(event(record -> is(record, "userAgent", "late")), "errorMessage")).contains("Signature expired");

    owner.iam("UpdateAccessKey", "AccessKeyId", keyId, "Status", "Inactive").ok();
    Browser.send(root.signed("GetBillingAccess", "{}", now, Map.of("User-Agent", "inactive")));
    assertThat(text(event(record -> is(record, "userAgent", "inactive")), "errorCode")).isEqualTo("InvalidClientTokenId");
    assertThat(trail()).noneMatch(record -> record.contains(secret));
  }

  @Test
  void manyWrongSignaturesAreStoredInBoundsAndCounted() {
    Program forger = Program.with(server.url(), keyId, secret + "x");
    for (int call = 0; call < 25; call++) {
      Browser.send(forger.signed("GetBillingAccess", "{}", now, Map.of()));
    }
    now = now.plusSeconds(61);
    JsonNode count = event(record -> text(record, "errorMessage").contains("This stands for 15 calls like it within a minute"));
    assertThat(text(count, "errorCode")).isEqualTo("InvalidSignatureException");
    assertThat(trail().stream().map(JsonNode.parser()::parse).filter(record -> is(record, "errorCode", "InvalidSignatureException"))).hasSize(11);
  }

  @Test
  void inputThatCannotBeRead() {
    Browser.send(root.signed("PutBillingAccess", "{\"IamUserAndRoleAccess\":", now, Map.of("User-Agent", "garbler")));
    JsonNode record = event(one -> is(one, "userAgent", "garbler"));
    assertThat(text(record, "errorCode")).isEqualTo("SerializationException");
    assertThat(text(record.field("userIdentity").orElseThrow(), "arn")).endsWith(":root");
    owner.post("/", "text/plain", Map.of("X-Amz-Target", "Bursar.GetBillingAccess"), "{}");
    assertThat(text(event(one -> text(one, "errorMessage").startsWith("Send this as application/json")), "sourceIPAddress")).isEqualTo("127.0.0.1");
  }

  @Test
  void aForgedCallOfAnOpenSession() {
    Browser forger = new Browser(server.url());
    forger.cookies.putAll(owner.cookies);
    forger.extra.put("X-XSRF-TOKEN", "wrong");
    assertThat(forger.bursar("GetBillingAccess", "{}").status()).isEqualTo(403);
    assertThat(text(event(record -> is(record, "errorCode", "InvalidCsrfToken")), "eventName")).isEqualTo("GetBillingAccess");
    assertThat(trail()).noneMatch(record -> record.contains(owner.cookies.get("bursar-session")));
  }

  @Test
  void signingInDuringTheDelayAndSigningOut() {
    owner.iam("CreateUser", "UserName", "anna").ok();
    owner.iam("CreateLoginProfile", "UserName", "anna", "Password", Browser.PASSWORD).ok();
    String account = owner.bursar("GetSession", "{}").ok().text("AccountId");
    Browser anna = new Browser(server.url());
    assertThat(anna.signInUser(account, "anna", Browser.PASSWORD).status()).isEqualTo(204);
    assertThat(anna.post("/signout", "application/json", Map.of(), "").status()).isEqualTo(204);
    JsonNode out = event(record -> is(record, "eventName", "ConsoleLogout"));
    assertThat(text(out.field("userIdentity").orElseThrow(), "arn")).endsWith(":user/anna");
    Browser page = new Browser(server.url());
    for (int failure = 0; failure < 5; failure++) {
      page.signInUser(account, "anna", "wrong-" + failure);
    }
    assertThat(page.signInUser(account, "anna", Browser.PASSWORD).body()).contains("Try again in 1 second");
    JsonNode refused = event(record -> text(record, "errorMessage").contains("Too many attempts failed. Try again in 1 second."));
    assertThat(text(refused, "eventName")).isEqualTo("ConsoleLogin");
    assertThat(trail()).noneMatch(record -> record.contains("wrong-") || record.contains(Browser.PASSWORD));
  }

  @Test
  void aPasswordTypedWhereTheNameBelongsIsNotKept() {
    String account = owner.bursar("GetSession", "{}").ok().text("AccountId");
    new Browser(server.url()).signInUser(account, "My-typed-password-1", "anna");
    event(record -> is(record, "eventName", "ConsoleLogin") && is(record, "errorCode", "Failure"));
    assertThat(owner.post("/", "application/x-amz-json-1.1", target(), "{}").ok().body()).contains("HIDDEN_DUE_TO_SECURITY_REASONS")
        .doesNotContain("My-typed-password-1");
  }

  private static Map<String, String> target() {
    return Map.of("X-Amz-Target", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents");
  }

  /** The records of the account's trail, newest first. */
  private List<String> trail() {
    return owner.post("/", "application/x-amz-json-1.1", target(), "{}").ok().list("Events").stream()
        .map(event -> event.field("CloudTrailEvent").orElseThrow().text()).toList();
  }

  /** The record that fits, once it is stored: that takes a moment. */
  private JsonNode event(Predicate<JsonNode> fits) {
    for (int attempt = 0; attempt < 200; attempt++) {
      for (String record : trail()) {
        JsonNode parsed = JsonNode.parser().parse(record);
        if (fits.test(parsed)) {
          return parsed;
        }
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw new AssertionError("no such event in " + String.join("\n", trail()));
  }

  private static boolean is(JsonNode record, String member, String value) {
    return text(record, member).equals(value);
  }

  private static String text(JsonNode record, String member) {
    return record.field(member).filter(JsonNode::isString).map(JsonNode::text).orElse("");
  }

  private static String element(String xml, String name) {
    return xml.substring(xml.indexOf("<" + name + ">") + name.length() + 2, xml.indexOf("</" + name + ">"));
  }
}

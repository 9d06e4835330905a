package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.operations.bursar.GetCostImport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.MalformedPolicyDocumentException;

/** Input nobody should send: each is a clear error in the form of its protocol, and changes nothing. */
class BadInputTest {
  private static final String URL = SharedServer.url();
  private static Browser owner;
  private static String account;
  private static Program root;
  private static AccessKey key;

  @BeforeAll
  static void signUp() {
    owner = Browser.ofNewOwner(URL, "owner@bad-input.example");
    account = owner.bursar("GetSession", "{}").ok().text("AccountId");
    String made = owner.iam("CreateAccessKey").ok().body();
    key = AccessKey.builder().accessKeyId(element(made, "AccessKeyId")).secretAccessKey(element(made, "SecretAccessKey")).build();
    root = Program.with(URL, key);
  }

  @Test
  void malformedPoliciesAreRefusedAndNotKept() {
    IamClient iam = root.iam();
    iam.createUser(user -> user.userName("holder"));
    for (String document : List.of("{", "not json", "[]", "{}", "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\"}]}",
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Maybe\",\"Action\":\"*\",\"Resource\":\"*\"}]}",
        "{\"Version\":\"1999-01-01\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}",
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"noservice\",\"Resource\":\"*\"}]}")) {
      assertThatThrownBy(() -> iam.createPolicy(policy -> policy.policyName("Bad").policyDocument(document))).as(document)
          .isInstanceOf(MalformedPolicyDocumentException.class)
          .satisfies(thrown -> assertThat(((IamException) thrown).awsErrorDetails().errorMessage()).isNotBlank());
      assertThatThrownBy(() -> iam.putUserPolicy(policy -> policy.userName("holder").policyName("Bad").policyDocument(document))).as(document)
          .isInstanceOf(MalformedPolicyDocumentException.class);
    }
    assertThat(iam.listPolicies(asked -> asked.scope("Local")).policies()).isEmpty();
    assertThat(iam.listUserPolicies(asked -> asked.userName("holder")).policyNames()).isEmpty();
  }

  @Test
  void unknownOperationsAreNamedInTheFormOfTheirProtocol() {
    Answer form = owner.iam("MakeCoffee");
    assertThat(form.status()).isEqualTo(400);
    assertThat(form.body()).contains("<Code>InvalidAction</Code>", "Could not find operation MakeCoffee");
    Answer json = root.bursar("MakeCoffee", "{}");
    assertThat(json.status()).isEqualTo(400);
    assertThat(json.text("__type")).isEqualTo("UnknownOperationException");
    assertThat(json.text("message")).contains("MakeCoffee");
    Answer target = owner.post("/", "application/x-amz-json-1.1", Map.of("X-Amz-Target", "Kitchen.MakeCoffee"), "{}");
    assertThat(target.text("__type")).isEqualTo("UnknownOperationException");
    Answer explained = owner.bursar("ExplainAccess", "{\"Action\":\"billing:MakeCoffee\"}");
    assertThat(explained.text("__type")).isEqualTo("ValidationException");
    assertThat(explained.text("message")).contains("There is no action 'billing:MakeCoffee'");
  }

  @Test
  void brokenBodiesAreRefusedAsSuch() {
    for (String body : List.of("{", "[]", "{\"IamUserAndRoleAccess\":7}", "{\"IamUserAndRoleAccess\":\"ACTIVATED\"} trailing", "")) {
      Answer answer = root.bursar("PutBillingAccess", body);
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(answer.text("__type")).as(body).isIn("SerializationException", "ValidationException");
      assertThat(answer.text("message")).isNotBlank();
    }
    Answer wrongValue = root.bursar("PutBillingAccess", "{\"IamUserAndRoleAccess\":\"PERHAPS\"}");
    assertThat(wrongValue.text("__type")).isEqualTo("ValidationException");
    assertThat(wrongValue.text("message")).contains("ACTIVATED", "DEACTIVATED");
    assertThat(root.bursar("GetBillingAccess", "{}").ok().text("IamUserAndRoleAccess")).isEqualTo("DEACTIVATED");
    for (String month : List.of("2018-13", "October", "2018-1", "")) {
      assertThat(root.bursar("GetBill", "{\"Month\":\"" + month + "\"}").text("__type")).as(month).isEqualTo("ValidationException");
    }
  }

  @Test
  void deepNestingIsRefusedInsteadOfExhaustingTheServer() {
    String deep = "[".repeat(100_000);
    assertThat(owner.post("/signin", "application/json", Map.of(), deep).status()).isEqualTo(400);
    assertThat(owner.post("/signin", "application/json", Map.of(), "{\"email\":" + deep).status()).isEqualTo(400);
    Answer json = root.bursar("PutBillingAccess", "{\"IamUserAndRoleAccess\":" + deep + "}");
    assertThat(json.status()).as(json.body()).isEqualTo(400);
    String filter = "{\"Not\":".repeat(20_000);
    Answer costs = owner.ce("GetCostAndUsage", "{\"TimePeriod\":{\"Start\":\"2018-10-01\",\"End\":\"2018-11-01\"},\"Granularity\":\"MONTHLY\","
        + "\"Metrics\":[\"UnblendedCost\"],\"Filter\":" + filter + "{}" + "}".repeat(20_000) + "}");
    assertThat(costs.status()).as(costs.body()).isEqualTo(400);
    assertThat(owner.iam("CreatePolicy", "PolicyName", "Deep", "PolicyDocument", "{\"Statement\":" + deep).status()).isEqualTo(400);
    owner.bursar("GetSession", "{}").ok();
  }

  @Test
  void aWrongSignatureIsRefusedInBothForms() {
    Program forger = Program.with(URL, key.accessKeyId(), key.secretAccessKey() + "x");
    Answer json = forger.bursar("PutBillingAccess", "{\"IamUserAndRoleAccess\":\"ACTIVATED\"}");
    assertThat(json.status()).isEqualTo(400);
    assertThat(json.text("__type")).isEqualTo("InvalidSignatureException");
    assertThat(json.body()).doesNotContain(key.secretAccessKey());
    assertThatThrownBy(() -> forger.iam().createUser(user -> user.userName("forged"))).isInstanceOfSatisfying(IamException.class, refused -> {
      assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch");
      assertThat(refused.statusCode()).isEqualTo(403);
    });
    assertThat(root.iam().listUsers().users()).noneMatch(user -> user.userName().equals("forged"));
    assertThat(root.bursar("GetBillingAccess", "{}").ok().text("IamUserAndRoleAccess")).isEqualTo("DEACTIVATED");
  }

  @Test
  void aSignatureHoldsFifteenMinutesBeforeAndAfter() {
    Instant now = Instant.now();
    for (Duration off : List.of(Duration.ofMinutes(-16), Duration.ofMinutes(16), Duration.ofDays(-30))) {
      Answer answer = Browser.send(root.signed("PutBillingAccess", "{\"IamUserAndRoleAccess\":\"ACTIVATED\"}", now.plus(off), Map.of()));
      assertThat(answer.status()).as(off.toString()).isEqualTo(400);
      assertThat(answer.text("__type")).isEqualTo("InvalidSignatureException");
      assertThat(answer.text("message")).containsIgnoringCase(off.isNegative() ? "expired" : "not yet current");
    }
    Browser.send(root.signed("GetBillingAccess", "{}", now.minusSeconds(14 * 60), Map.of())).ok();
    assertThat(root.bursar("GetBillingAccess", "{}").ok().text("IamUserAndRoleAccess")).isEqualTo("DEACTIVATED");
  }

  @Test
  void aPresignedUrlHoldsAsLongAsItSays() {
    Instant now = Instant.now();
    Browser.send(root.presignedListUsers(now, Duration.ofMinutes(5))).ok();
    Answer late = Browser.send(root.presignedListUsers(now.minus(Duration.ofMinutes(6)), Duration.ofMinutes(5)));
    assertThat(late.status()).isEqualTo(400);
    assertThat(late.body()).contains("<Code>RequestExpired</Code>", "Request has expired");
  }

  @Test
  void aTruncatedParquetFileIsRefusedAndTheMonthStaysAsItWas(@TempDir Path folder) throws Exception {
    Path whole;
    try (Stream<Path> files = Files.list(SharedData.folder("cur-legacy-parquet"))) {
      whole = files.filter(file -> file.getFileName().toString().startsWith("Oct")).findFirst().orElseThrow();
    }
    GetCostImport.Answer good = SharedData.imported(SharedServer.get(), account, whole);
    assertThat(good.result()).as(String.valueOf(good.failure())).isNotNull();
    String before = root.bursar("GetBill", "{\"Month\":\"2018-10\"}").ok().text("Total");
    byte[] bytes = Files.readAllBytes(whole);
    for (int length : new int[] {bytes.length / 2, bytes.length - 1, 3, 0}) {
      Path broken = Files.write(folder.resolve("broken.snappy.parquet"), Arrays.copyOf(bytes, length));
      GetCostImport.Answer bad = SharedData.imported(SharedServer.get(), account, broken);
      assertThat(bad.status()).as(length + " bytes").isEqualTo("FAILED");
      assertThat(bad.result()).isNull();
      assertThat(bad.failure()).contains("broken.snappy.parquet");
      assertThat(root.bursar("GetBill", "{\"Month\":\"2018-10\"}").ok().text("Total")).isEqualTo(before);
    }
    byte[] holed = bytes.clone();
    Arrays.fill(holed, bytes.length / 4, bytes.length / 2, (byte) 0x5a);
    GetCostImport.Answer bad = SharedData.imported(SharedServer.get(), account, Files.write(folder.resolve("holed.snappy.parquet"), holed));
    assertThat(bad.status()).isEqualTo("FAILED");
    assertThat(root.bursar("GetBill", "{\"Month\":\"2018-10\"}").ok().text("Total")).isEqualTo(before);
  }

  static String element(String xml, String name) {
    return xml.substring(xml.indexOf("<" + name + ">") + name.length() + 2, xml.indexOf("</" + name + ">"));
  }
}

package bursar.wire.route;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.Failure;
import bursar.operations.declaration.Protocol;
import bursar.wire.ContentType;
import bursar.wire.Headers;
import bursar.wire.RawRequest;
import bursar.wire.Recordings;
import bursar.wire.Requests;
import bursar.wire.Samples;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which operation a request asks for. */
class RouterTest {
  private final Router router = new Router(Samples.catalogue());

  @ParameterizedTest
  @CsvSource({
      "cli-iam-create-user,iam:CreateUser", "cli-sts-get-caller-identity,sts:GetCallerIdentity",
      "cli-ce-get-cost-and-usage,ce:GetCostAndUsage", "cli-cloudtrail-lookup-events,cloudtrail:LookupEvents",
      "boto3-iam-list-users,iam:ListUsers", "boto3-sts-presigned,sts:GetCallerIdentity", "boto3-iam-presigned,iam:ListUsers",
      "curl-iam-get,iam:ListUsers", "curl-bursar-json,bursar:GetBill"})
  void recordedRequestsFindTheirOperation(String name, String operation) {
    Routing.Route route = (Routing.Route) router.route(Recordings.recorded(name));
    assertThat(route.operation().declaration().qualifiedName()).isEqualTo(operation);
    assertThat(route.protocol()).isEqualTo(route.service().protocol());
    assertThat(route.codec()).isSameAs(Codecs.of(route.protocol()));
  }

  @Test
  void aRestOperationIsFoundByItsPathAndTheServiceNamed() {
    for (String path : new String[] {"/getContactInformation", "/GetContactInformation", "/get-contact-information"}) {
      assertThat(router.route(at(path, "X-Bursar-Service", "account"))).isInstanceOf(Routing.Route.class);
      assertThat(router.route(at(path, "X-Amz-Date", "20261123T184440Z", "Authorization",
          "AWS4-HMAC-SHA256 Credential=A/20261123/r/account/aws4_request, SignedHeaders=host, Signature=" + "00".repeat(32))))
          .isInstanceOf(Routing.Route.class);
      assertThat(router.route(at(path))).isInstanceOf(Routing.Unknown.class);
      assertThat(router.route(at(path, "X-Bursar-Service", "account", "Authorization", "broken"))).isInstanceOf(Routing.Unknown.class);
    }
    unknown(at("/getNothing", "X-Bursar-Service", "account"), Protocol.REST_JSON_1, "UnknownOperationException",
        "The service 'account' has no operation at the path '/getNothing' on this server.");
    unknown(at("/a/b", "X-Bursar-Service", "account"), Protocol.REST_JSON_1, "UnknownOperationException", "Nothing on this server answers at this path.");
  }

  @Test
  void anUnknownOperationIsAnsweredInTheProtocolItSpeaks() {
    unknown(Requests.form("Action=Nope&Version=2010-05-08"), Protocol.AWS_QUERY, "InvalidAction", "Could not find operation Nope for version 2010-05-08");
    unknown(Requests.form("Action=CreateUser&Version=2000-01-01"), Protocol.AWS_QUERY, "InvalidAction",
        "Could not find operation CreateUser for version 2000-01-01");
    unknown(Requests.form("Action=CreateUser"), Protocol.AWS_QUERY, "InvalidAction", "Could not find operation CreateUser for version NO_VERSION_SPECIFIED");
    unknown(Requests.form("Action=GetCallerIdentity&Version=2010-05-08"), Protocol.AWS_QUERY, "InvalidAction",
        "Could not find operation GetCallerIdentity for version 2010-05-08");
    unknown(Requests.form(""), Protocol.AWS_QUERY, "MissingAction",
        "The request must contain the parameter Action, in its query or in a form, or the header X-Amz-Target.");
    unknown(target("Bursar.Nope"), Protocol.AWS_JSON_1_0, "UnknownOperationException", "The service 'bursar' has no operation 'Nope' on this server.");
    unknown(target("Nope.GetBill"), Protocol.AWS_JSON_1_1, "UnknownOperationException", "No service of this server has the target 'Nope.GetBill'.");
    unknown(target("GetBill"), Protocol.AWS_JSON_1_1, "UnknownOperationException", "No service of this server has the target 'GetBill'.");
    unknown(Requests.post("{}", "Content-Type", "application/x-amz-json-1.0"), Protocol.AWS_JSON_1_0, "UnknownOperationException",
        "The request has neither an X-Amz-Target header nor an Action.");
    unknown(Requests.post("{}", "X-Amz-Target", "Bursar.GetBill", "X-Amz-Target", "Bursar.GetBill"), Protocol.AWS_JSON_1_1,
        "UnknownOperationException", "A request carries one X-Amz-Target header, and this one carries several.");
  }

  @Test
  void aPageIsNoOperation() {
    Headers none = Requests.headers("Host", "localhost");
    assertThat(Router.isForOperation("GET", "/", null, none)).isFalse();
    assertThat(Router.isForOperation("GET", "/", "page=Action", none)).isFalse();
    assertThat(Router.isForOperation("GET", "/assets/a.js", null, none)).isFalse();
    assertThat(Router.isForOperation("POST", "/signin", null, none)).isFalse();
    assertThat(Router.isForOperation("GET", "/", "Version=1&Action=ListUsers", none)).isTrue();
    assertThat(Router.isForOperation("POST", "/", null, none)).isTrue();
    assertThat(Router.isForOperation("POST", "/getContactInformation", null, Requests.headers("X-Bursar-Service", "account"))).isTrue();
  }

  @Test
  void theContentTypeIsReadWhateverFollowsIt() {
    assertThat(ContentType.of(Requests.headers())).isEqualTo(ContentType.NONE);
    assertThat(ContentType.of(Requests.headers("content-type", "application/X-AMZ-json-1.1"))).isEqualTo(ContentType.JSON);
    assertThat(ContentType.of(Requests.headers("content-type", "application/json ; charset=utf-8"))).isEqualTo(ContentType.JSON);
    assertThat(ContentType.of(Requests.headers("content-type", "application/jsonp"))).isEqualTo(ContentType.OTHER);
    assertThat(ContentType.of(Requests.headers("content-type", "text/plain"))).isEqualTo(ContentType.OTHER);
    assertThat(ContentType.of(Requests.headers("content-type", "application/json", "content-type", "text/plain"))).isEqualTo(ContentType.OTHER);
  }

  @Test
  void nothingEscapesFromRandomRequests() {
    Random random = new Random(3);
    String[] pieces = {"Action", "=", "&", "Version", "2010-05-08", "CreateUser", ".", "Bursar", "%", "/", "-", "x", "\0", "AWS4-HMAC-SHA256 ", ","};
    for (int i = 0; i < 10_000; i++) {
      Headers headers = Requests.headers("X-Amz-Target", random(random, pieces), "Content-Type", random(random, pieces));
      Headers form = Requests.headers("Content-Type", "application/x-www-form-urlencoded", "Authorization", random(random, pieces));
      byte[] body = random(random, pieces).getBytes(StandardCharsets.ISO_8859_1);
      assertThat(router.route(new RawRequest("POST", "/" + random(random, pieces), random(random, pieces), i % 2 == 0 ? headers : form, body, "")))
          .isNotNull();
    }
  }

  private static String random(Random random, String[] pieces) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(6); n > 0; n--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }

  private static RawRequest target(String target) {
    return Requests.post("{}", "X-Amz-Target", target, "Content-Type", "application/x-amz-json-1.1");
  }

  private static RawRequest at(String path, String... headers) {
    return new RawRequest("POST", path, null, Requests.headers(headers), "{}".getBytes(StandardCharsets.UTF_8), "");
  }

  private void unknown(RawRequest request, Protocol protocol, String code, String sentence) {
    Routing.Unknown unknown = (Routing.Unknown) router.route(request);
    Failure failure = unknown.failure();
    assertThat(unknown.protocol()).isEqualTo(protocol);
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure).hasMessage(sentence);
  }
}

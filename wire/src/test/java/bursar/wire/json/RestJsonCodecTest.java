package bursar.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.ErrorCode;
import bursar.operations.declaration.HttpRoute;
import bursar.operations.declaration.OperationCatalogue;
import bursar.operations.declaration.Protocol;
import bursar.operations.declaration.ServiceDefinition;
import bursar.wire.RawRequest;
import bursar.wire.Requests;
import bursar.wire.RestPath;
import bursar.wire.Samples;
import bursar.wire.WireResponse;
import bursar.wire.route.Codecs;
import bursar.wire.route.Router;
import bursar.wire.route.Routing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersRequest;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersResponse;
import software.amazon.awssdk.services.accessanalyzer.model.UntagResourceRequest;
import software.amazon.awssdk.services.accessanalyzer.model.UntagResourceResponse;
import software.amazon.awssdk.services.accessanalyzer.model.ValidatePolicyRequest;
import software.amazon.awssdk.services.accessanalyzer.model.ValidatePolicyResponse;

/** Members of REST operations in path, query and body, and how their paths are found. */
class RestJsonCodecTest {
  private static final ServiceDefinition SERVICE =
      new ServiceDefinition("access-analyzer", Protocol.REST_JSON_1, "2019-11-01", "", "", "access-analyzer.amazonaws.com");
  private static final Declaration<ValidatePolicyRequest, ValidatePolicyResponse> VALIDATE =
      declared("ValidatePolicy", "POST", "/policy/validation", ValidatePolicyRequest.class, ValidatePolicyResponse.class, ValidatePolicyRequest.builder().build());
  private static final Declaration<ListAnalyzersRequest, ListAnalyzersResponse> LIST =
      declared("ListAnalyzers", "GET", "/analyzer", ListAnalyzersRequest.class, ListAnalyzersResponse.class, ListAnalyzersRequest.builder().build());
  private static final Declaration<UntagResourceRequest, UntagResourceResponse> UNTAG =
      declared("UntagResource", "DELETE", "/tags/{resourceArn}", UntagResourceRequest.class, UntagResourceResponse.class, UntagResourceRequest.builder().build());

  private final Router router = new Router(new OperationCatalogue(List.of(new Samples.Sample<>(VALIDATE), new Samples.Sample<>(LIST), new Samples.Sample<>(UNTAG))));

  private static <I, O> Declaration<I, O> declared(String name, String method, String path, Class<I> input, Class<O> output, I example) {
    return Declaration.of(SERVICE, name, input, output).at(method, path).summary("A sample.").needs("access-analyzer:Sample", AccessLevel.READ)
        .example(() -> example).build();
  }

  private static RawRequest request(String method, String path, String query, String body) {
    return new RawRequest(method, path, query, Requests.headers("X-Bursar-Service", "access-analyzer"), body.getBytes(StandardCharsets.UTF_8), "");
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private <I> I decoded(RawRequest request) {
    Routing.Route route = (Routing.Route) router.route(request);
    return (I) Codecs.of(route.protocol()).decode(route.operation().declaration(), request);
  }

  @Test
  void theBodyAndTheQueryEachHaveTheirMembers() {
    ValidatePolicyRequest read = decoded(request("POST", "/policy/validation", "maxResults=5&nextToken=a%2Bb+c",
        "{\"policyDocument\":\"{}\",\"policyType\":\"IDENTITY_POLICY\",\"maxResults\":9,\"unknown\":1}"));
    assertThat(read.policyDocument()).isEqualTo("{}");
    assertThat(read.maxResults()).as("a member of the query is not looked for in the body").isEqualTo(5);
    assertThat(read.nextToken()).isEqualTo("a+b c");
    ListAnalyzersRequest list = decoded(request("GET", "/analyzer", "type=ACCOUNT&other", ""));
    assertThat(list.typeAsString()).isEqualTo("ACCOUNT");
    assertThat(list.maxResults()).isNull();
  }

  @Test
  void labelsAndRepeatedParametersAreRead() {
    UntagResourceRequest read = decoded(request("DELETE", "/tags/arn%3Aaws%3Ax%3A%3A1%3Aa%2Fb+c", "tagKeys=one&tagKeys=tw%C3%B6", ""));
    assertThat(read.resourceArn()).isEqualTo("arn:aws:x::1:a/b+c");
    assertThat(read.tagKeys()).containsExactly("one", "twö");
  }

  @Test
  void aValueOfAnotherKindIsRefusedByName() {
    assertThatThrownBy(() -> decoded(request("GET", "/analyzer", "maxResults=many", ""))).isInstanceOf(Failure.class)
        .hasMessage("'maxResults' has a value of another kind than it takes.");
    assertThatThrownBy(() -> decoded(request("GET", "/analyzer", "type=%zz", ""))).isInstanceOf(Failure.class);
  }

  @Test
  void anotherPathOrMethodIsNoOperation() {
    for (RawRequest other : List.of(request("GET", "/policy/validation", "", ""), request("POST", "/policy", "", ""), request("POST", "/policy/validation/x", "", ""),
        request("DELETE", "/tags/", "", ""), request("DELETE", "/tags/%zz", "", ""), request("POST", "/policy//validation", "", ""))) {
      assertThat(router.route(other)).as(other.toString()).isInstanceOf(Routing.Unknown.class);
    }
    assertThat(RestPath.labels(new HttpRoute("GET", "/a/{rest+}"), "/a/b/c")).containsEntry("rest", "b/c");
    assertThat(RestPath.labels(new HttpRoute("GET", "/a/{rest}"), "/a/b/c")).isNull();
  }

  @Test
  void answersAndErrorsAreJson() {
    WireResponse answer = Codecs.of(Protocol.REST_JSON_1).encode(VALIDATE, ValidatePolicyResponse.builder().findings(List.of()).nextToken("2").build(), "r-1");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{\"findings\":[],\"nextToken\":\"2\"}");
    WireResponse error = Codecs.of(Protocol.REST_JSON_1).encodeError(SERVICE, new ErrorCode("ValidationException", 400), "No.", null, "r-1");
    assertThat(error.headers()).containsEntry("x-amzn-ErrorType", "ValidationException").containsEntry("x-amzn-RequestId", "r-1");
    assertThat(new String(error.body(), StandardCharsets.UTF_8)).contains("\"message\":\"No.\"");
  }

  @Test
  void aPathWithoutItsLabelIsAFaultOfTheDeclaration() {
    Declaration<UntagResourceRequest, UntagResourceResponse> wrong =
        declared("UntagResource", "DELETE", "/tags", UntagResourceRequest.class, UntagResourceResponse.class, UntagResourceRequest.builder().build());
    assertThatThrownBy(() -> new OperationCatalogue(List.of(new Samples.Sample<>(wrong)))).hasMessageContaining("'resourceArn' in its path");
  }
}

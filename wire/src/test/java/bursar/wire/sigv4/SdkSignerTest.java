package bursar.wire.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import bursar.operations.declaration.Protocol;
import bursar.wire.Headers;
import bursar.wire.RawRequest;
import bursar.wire.Requests;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Requests signed by the AWS SDK's own signer, in every odd form a client may send. */
class SdkSignerTest {
  private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");
  private static final AwsCredentialsIdentity KEY = AwsCredentialsIdentity.create("AKIAEXAMPLE000000002", "another/secret+of=nothing");

  private final SignatureVerifier verifier = new SignatureVerifier();

  @Test
  void aPlainFormIsAccepted() {
    accepted(sign(post("/").putHeader("Content-Type", "application/x-www-form-urlencoded"), "Action=GetUser&Version=2010-05-08", KEY, null));
  }

  @Test
  void headersOfTheJavaScriptAndJavaClientsAreAccepted() {
    SdkHttpRequest.Builder request = post("/")
        .putHeader("content-type", "application/x-amz-json-1.1")
        .putHeader("content-length", "2")
        .putHeader("x-amz-target", "AWSInsightsIndexService.GetCostAndUsage")
        .putHeader("amz-sdk-invocation-id", "0608e6be-299b-4f0d-a793-9c5c313921cc")
        .putHeader("amz-sdk-request", "attempt=1; max=3")
        .putHeader("x-amz-user-agent", "aws-sdk-js/3.1138.0 ua/2.1   os/other  lang/js");
    RawRequest signed = sign(request, "{}", KEY, null);
    accepted(signed);
    assertThat(signed.headers().first("x-amz-content-sha256")).hasSize(64);
    assertThat(SignatureClaim.read(signed, Protocol.AWS_JSON_1_1).signedHeaders()).contains("x-amz-content-sha256", "x-amz-target");
    RecordedSignaturesTest.refused("SignatureDoesNotMatch", () -> verify(Requests.withBody(signed, "{ }")));
    RecordedSignaturesTest.refused("SignatureDoesNotMatch", () -> verify(Requests.with(signed, "content-length", "3")));
    RecordedSignaturesTest.refused("SignatureDoesNotMatch", () -> verify(Requests.with(signed, "x-amz-content-sha256", "UNSIGNED-PAYLOAD")));
  }

  @Test
  void oddPathsAreAccepted() {
    for (String path : new String[] {"/", "/a", "/a/", "/a%20b/%C3%A9:x", "/a//b", "/a/./b/../c/", "/~user/-_.", "/a+b=c"}) {
      accepted(sign(post(path), "x", KEY, null));
    }
  }

  @Test
  void oddQueriesAreAccepted() {
    SdkHttpRequest.Builder request = post("/").appendRawQueryParameter("b", "2").appendRawQueryParameter("b", "1")
        .appendRawQueryParameter("a", "x y+z&=%é~*").appendRawQueryParameter("a-b", "").appendRawQueryParameter("A", "/")
        .appendRawQueryParameter("ab", "🙂").appendRawQueryParameter("a b", "1");
    accepted(sign(request, "", KEY, null));
  }

  @Test
  void repeatedAndBlankHeadersAreAccepted() {
    accepted(sign(post("/").appendHeader("x-many", "b").appendHeader("x-many", "a").putHeader("x-blank", "  a   b  c ").putHeader("x-empty", ""),
        "", KEY, null));
  }

  @Test
  void presignedRequestsAreAccepted() {
    RawRequest request = sign(post("/").method(SdkHttpMethod.GET).appendRawQueryParameter("Action", "GetCallerIdentity")
        .appendRawQueryParameter("Version", "2011-06-15"), null, KEY, Duration.ofHours(1));
    assertThat(SignatureClaim.read(request, Protocol.AWS_QUERY).isPresigned()).isTrue();
    accepted(request);
    RecordedSignaturesTest.refused("SignatureDoesNotMatch", () -> verify(Requests.withBody(request, "UserName=x")));
  }

  @Test
  void temporaryKeysAreAcceptedWithTheirToken() {
    AwsSessionCredentialsIdentity temporary = AwsSessionCredentialsIdentity.create(KEY.accessKeyId(), KEY.secretAccessKey(), "a/token+=");
    for (Duration presigned : new Duration[] {null, Duration.ofMinutes(5)}) {
      RawRequest request = sign(post("/"), presigned == null ? "x" : null, temporary, presigned);
      SignatureClaim claim = SignatureClaim.read(request, Protocol.AWS_QUERY);
      assertThatCode(() -> verifier.verify(request, claim,
          new SigningCredential(KEY.accessKeyId(), KEY.secretAccessKey(), "a/token+="), "iam", Protocol.AWS_QUERY, NOW)).doesNotThrowAnyException();
    }
  }

  @Test
  void rememberedKeysAreBounded() {
    for (int i = 0; i < 4200; i++) {
      String region = "region-" + i;
      RawRequest request = sign(post("/"), "", KEY, null, region);
      verify(request);
    }
    assertThat(verifier.rememberedKeys()).isEqualTo(4096);
  }

  private static SdkHttpRequest.Builder post(String path) {
    return SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(URI.create("http://localhost:8080")).encodedPath(path);
  }

  private void accepted(RawRequest request) {
    assertThatCode(() -> verify(request)).doesNotThrowAnyException();
  }

  private void verify(RawRequest request) {
    verifier.verify(request, SignatureClaim.read(request, Protocol.AWS_QUERY),
        new SigningCredential(KEY.accessKeyId(), KEY.secretAccessKey(), null), "iam", Protocol.AWS_QUERY, NOW);
  }

  private static RawRequest sign(SdkHttpRequest.Builder request, String body, AwsCredentialsIdentity key, Duration presigned) {
    return sign(request, body, key, presigned, "us-east-1");
  }

  private static RawRequest sign(SdkHttpRequest.Builder request, String body, AwsCredentialsIdentity key, Duration presigned, String region) {
    byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    SignedRequest signed = AwsV4HttpSigner.create().sign(r -> {
      r.identity(key).request(request.build()).payload(body == null ? null : () -> new ByteArrayInputStream(bytes))
          .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "iam")
          .putProperty(AwsV4HttpSigner.REGION_NAME, region)
          .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC));
      if (presigned != null) {
        r.putProperty(AwsV4HttpSigner.AUTH_LOCATION, AwsV4HttpSigner.AuthLocation.QUERY_STRING)
            .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, presigned);
      }
    });
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    signed.request().headers().forEach((name, values) -> values.forEach(value -> headers.add(Map.entry(name, value))));
    return new RawRequest(signed.request().method().name(), signed.request().encodedPath(), signed.request().encodedQueryParameters().orElse(null),
        Headers.of(headers), bytes, "127.0.0.1");
  }
}

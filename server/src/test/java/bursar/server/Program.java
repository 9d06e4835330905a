package bursar.server;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.sts.StsClient;

/** A program with an access key: the AWS SDK's clients, and signed calls of Bursar's own service. */
record Program(URI server, AwsBasicCredentials key) {
  static Program with(String url, String keyId, String secret) {
    return new Program(URI.create(url), AwsBasicCredentials.create(keyId, secret));
  }

  static Program with(String url, AccessKey key) {
    return with(url, key.accessKeyId(), key.secretAccessKey());
  }

  IamClient iam() {
    return IamClient.builder().endpointOverride(server).region(Region.AWS_GLOBAL).credentialsProvider(StaticCredentialsProvider.create(key))
        .overrideConfiguration(settings -> settings.retryStrategy(RetryMode.STANDARD).apiCallTimeout(Duration.ofSeconds(30)))
        .httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  }

  CostExplorerClient ce() {
    return CostExplorerClient.builder().endpointOverride(server).region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(key)).httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  }

  StsClient sts() {
    return StsClient.builder().endpointOverride(server).region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(key)).httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  }

  /** Calls an operation of Bursar's own service, signed now. */
  Answer bursar(String operation, String json) {
    return Browser.send(signed(operation, json, Instant.now(), Map.of()));
  }

  /** The request of {@link #bursar}, signed at that time, with further headers that the signature does not cover. */
  HttpRequest signed(String operation, String json, Instant at, Map<String, String> unsigned) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    SdkHttpRequest request = SdkHttpFullRequest.builder().method(SdkHttpMethod.POST).uri(server.resolve("/"))
        .putHeader("Content-Type", "application/x-amz-json-1.0").putHeader("X-Amz-Target", "Bursar." + operation).build();
    SignedRequest signed = AwsV4HttpSigner.create().sign(asked -> asked.identity(key).request(request)
        .payload(() -> new ByteArrayInputStream(body))
        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "bursar").putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC)));
    HttpRequest.Builder http = HttpRequest.newBuilder(server.resolve("/")).timeout(Duration.ofSeconds(30))
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    signed.request().forEachHeader((name, values) -> headers.put(name, values.getFirst()));
    headers.putAll(unsigned);
    headers.remove("Host");
    headers.remove("Content-Length");
    headers.forEach(http::header);
    return http.build();
  }

  /** A presigned URL that asks IAM for the users, signed at that time for that long. */
  HttpRequest presignedListUsers(Instant at, Duration expires) {
    SdkHttpRequest request = SdkHttpFullRequest.builder().method(SdkHttpMethod.GET).uri(server.resolve("/"))
        .putRawQueryParameter("Action", "ListUsers").putRawQueryParameter("Version", "2010-05-08").build();
    SignedRequest signed = AwsV4HttpSigner.create().sign(asked -> asked.identity(key).request(request)
        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "iam").putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AwsV4HttpSigner.AuthLocation.QUERY_STRING)
        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, expires)
        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC)));
    return HttpRequest.newBuilder(signed.request().getUri()).timeout(Duration.ofSeconds(30)).GET().build();
  }
}

package bursar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.Failure;
import bursar.wire.route.Router;
import bursar.wire.route.Routing;
import bursar.wire.sigv4.SignatureClaim;
import bursar.wire.sigv4.SignatureRefusals;
import bursar.wire.sigv4.SignatureVerifier;
import bursar.wire.sigv4.SigningCredential;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageResponse;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * The clients of this machine, unmodified, against this module behind the JDK's own HTTP server. Where a client is not installed, its recorded
 * requests (RecordedSignaturesTest) are the proof.
 */
class LiveClientsTest {
  private static final int SECONDS_MAX = 60;

  private final Router router = new Router(Samples.catalogue());
  private final SignatureVerifier verifier = new SignatureVerifier();
  private final List<String> served = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theCommandLineClientIsUnderstoodAndUnderstands() throws Exception {
    if (!runs("aws", "--version")) {
      return;
    }
    assertThat(run("aws", "iam", "create-user", "--user-name", "Zoë & <b>", "--tags", "Key=a,Value=b")).contains("\"UserName\": \"Zo", "& <b>");
    assertThat(run("aws", "sts", "get-caller-identity")).contains("\"Account\": \"123456789012\"");
    assertThat(run("aws", "ce", "get-cost-and-usage", "--time-period", "Start=2026-10-01,End=2026-11-01", "--granularity", "MONTHLY", "--metrics",
        "UnblendedCost")).contains("\"Amount\": \"12.3400\"");
    assertThat(run("aws", "iam", "delete-user", "--user-name", "x")).contains("NoSuchEntity", "No such user.");
    assertThat(run("aws", "cloudtrail", "lookup-events")).contains("AccessDeniedException", "No.");
    assertThat(run("aws", "iam", "list-groups")).contains("InvalidAction", "Could not find operation ListGroups");
    assertThat(served).contains("CreateUser", "GetCallerIdentity", "GetCostAndUsage");
  }

  @Test
  void boto3IsUnderstoodAndUnderstands() throws Exception {
    if (!runs("python3", "-c", "import boto3")) {
      return;
    }
    String script = """
        import boto3, urllib.request
        iam = boto3.client('iam')
        print(iam.create_user(UserName='bob')['User']['CreateDate'].year)
        print(iam.list_users()['Users'])
        print(boto3.client('ce').get_cost_and_usage(TimePeriod=dict(Start='a', End='b'), Granularity='DAILY', Metrics=['x'])['ResultsByTime'][0]['Estimated'])
        try:
            iam.delete_user(UserName='x')
        except iam.exceptions.NoSuchEntityException as e:
            print('typed', e)
        url = boto3.client('sts').generate_presigned_url('get_caller_identity', HttpMethod='GET')
        print(urllib.request.urlopen(url).read().decode())
        """;
    assertThat(run("python3", "-c", script)).contains("2023", "[]", "True", "typed", "<Account>123456789012</Account>");
  }

  @Test
  void curlIsUnderstood() throws Exception {
    if (!runs("curl", "--aws-sigv4", "aws:amz", "--version")) {
      return;
    }
    String key = Recordings.KEY + ":" + Recordings.SECRET;
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    assertThat(run("curl", "-s", "--aws-sigv4", "aws:amz:us-east-1:sts", "-u", key, "-d", "Action=GetCallerIdentity&Version=2011-06-15", url))
        .contains("<Account>123456789012</Account>");
    assertThat(run("curl", "-s", "--aws-sigv4", "aws:amz:us-east-1:iam", "-u", key, "-d", "Action=GetCallerIdentity&Version=2011-06-15", url))
        .contains("SignatureDoesNotMatch", "Credential should be scoped to correct service");
    assertThat(run("curl", "-s", "--aws-sigv4", "aws:amz:us-east-1:sts", "-u", Recordings.KEY + ":wrong", "-d",
        "Action=GetCallerIdentity&Version=2011-06-15", url)).contains("SignatureDoesNotMatch");
    assertThat(run("curl", "-s", "-d", "Action=GetCallerIdentity&Version=2011-06-15", url)).contains("MissingAuthenticationToken");
  }

  private void serve(HttpExchange exchange) throws IOException {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    exchange.getRequestHeaders().forEach((name, values) -> values.forEach(value -> headers.add(Map.entry(name, value))));
    RawRequest request = new RawRequest(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), exchange.getRequestURI().getRawQuery(),
        Headers.of(headers), exchange.getRequestBody().readAllBytes(), "127.0.0.1");
    WireResponse answer = answer(request);
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(answer.status(), answer.body().length);
    exchange.getResponseBody().write(answer.body());
    exchange.close();
  }

  private WireResponse answer(RawRequest request) {
    Routing routing = router.route(request);
    try {
      return switch (routing) {
        case Routing.Unknown unknown -> throw unknown.failure();
        case Routing.Route route -> {
          SignatureClaim claim = SignatureClaim.read(request, route.protocol());
          if (claim == null) {
            throw SignatureRefusals.missing(route.protocol());
          }
          verifier.verify(request, claim, new SigningCredential(Recordings.KEY, Recordings.SECRET, null), route.service().name(), route.protocol(),
              Instant.now());
          Object input = route.codec().decode(route.operation().declaration(), request);
          WireResponse encoded = route.codec().encode(route.operation().declaration(), output(input, route.operation().declaration().name()), "r-1");
          served.add(route.operation().declaration().name());
          yield encoded;
        }
      };
    } catch (Failure failure) {
      return routing.codec().encodeError(null, CommonErrors.of(routing.protocol(), failure.code()), failure.sentence(), null, "r-1");
    }
  }

  private static Object output(Object input, String operation) {
    return switch (operation) {
      case "CreateUser" -> CreateUserResponse.builder().user(u -> u.userName(((CreateUserRequest) input).userName()).path("/").userId("AIDA")
          .arn("arn").createDate(Instant.ofEpochSecond(1_700_000_000))).build();
      case "ListUsers" -> ListUsersResponse.builder().users(List.of()).isTruncated(false).build();
      case "GetCallerIdentity" -> GetCallerIdentityResponse.builder().account("123456789012").arn("arn").userId("A").build();
      case "GetCostAndUsage" -> GetCostAndUsageResponse.builder().resultsByTime(r -> r.estimated(true).total(
          Map.of("UnblendedCost", software.amazon.awssdk.services.costexplorer.model.MetricValue.builder().amount("12.3400").unit("USD").build())))
          .build();
      case "DeleteUser" -> throw new Failure("NoSuchEntity", "No such user.");
      default -> throw new Failure("AccessDenied", "No.");
    };
  }

  private boolean runs(String... command) throws Exception {
    for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
      if (new File(folder, command[0]).canExecute()) {
        return process(command).exitValue() == 0;
      }
    }
    return false;
  }

  private String run(String... command) throws Exception {
    Process process = process(command);
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private Process process(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(Map.of(
        "AWS_ACCESS_KEY_ID", Recordings.KEY, "AWS_SECRET_ACCESS_KEY", Recordings.SECRET, "AWS_DEFAULT_REGION", "us-east-1",
        "AWS_ENDPOINT_URL", "http://127.0.0.1:" + server.getAddress().getPort(), "AWS_CONFIG_FILE", "/dev/null",
        "AWS_SHARED_CREDENTIALS_FILE", "/dev/null", "AWS_EC2_METADATA_DISABLED", "true", "AWS_MAX_ATTEMPTS", "1", "AWS_PAGER", "",
        "PYTHONIOENCODING", "utf-8"));
    builder.environment().remove("AWS_SESSION_TOKEN");
    builder.environment().remove("AWS_PROFILE");
    Process process = builder.start();
    if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(command[0] + " did not end within " + SECONDS_MAX + " seconds");
    }
    return process;
  }
}

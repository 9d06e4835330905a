package bursar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.ErrorCode;
import bursar.operations.gate.AccessExplanation;
import bursar.wire.route.Codecs;
import bursar.wire.route.Router;
import bursar.wire.route.Routing;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageResponse;
import software.amazon.awssdk.services.costexplorer.model.MetricValue;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;
import software.amazon.awssdk.services.iam.model.Tag;

/**
 * One transcript a protocol: a request as a client sends it, what is read of it, the answer and a refusal, byte for byte.
 *
 * <p>What was really said is written to target/golden, to be compared, and copied to src/test/resources when a change is meant.
 */
class GoldenTranscriptsTest {
  private static final String SENTENCE = "User: arn:aws:iam::123456789012:user/bob is not authorized to perform: sample:Sample on resource: *"
      + " because no identity-based policy allows the sample:Sample action";
  private static final AccessExplanation EXPLANATION = new AccessExplanation(AccessExplanation.IMPLICITLY_DENIED, SENTENCE,
      "arn:aws:iam::123456789012:user/bob", "sample:Sample", "*",
      List.of(new AccessExplanation.GateReport("SWITCH", "PASSED", "The switch is on.", null, null)),
      List.of(new AccessExplanation.StatementReport("P", null, "inline", 0, "S1", "Allow", 3, 5, false, "The action does not match.")));

  @Test
  void awsQuery() throws IOException {
    says("aws-query", Recordings.recorded("cli-iam-create-user"), CreateUserResponse.builder().user(u -> u.userName("Zoë").path("/team/")
        .userId("AIDAEXAMPLE").arn("arn:aws:iam::123456789012:user/team/Zoë").createDate(Instant.parse("2026-11-23T18:44:41Z"))
        .tags(Tag.builder().key("cost center").value("4 & 2 <+>~*").build(), Tag.builder().key("b").value("").build())).build());
  }

  @Test
  void awsJson11() throws IOException {
    says("aws-json-1.1", Recordings.recorded("cli-ce-get-cost-and-usage"), GetCostAndUsageResponse.builder().resultsByTime(r -> r
        .timePeriod(p -> p.start("2026-10-01").end("2026-11-01")).estimated(false).groups(g -> g.keys("Amazon Simple Storage Service")
            .metrics(Map.of("UnblendedCost", MetricValue.builder().amount("12.3400").unit("USD").build())))).build());
  }

  @Test
  void awsJson10() throws IOException {
    says("aws-json-1.0", Recordings.recorded("curl-bursar-json"), new Samples.Everything("2026-10", false, 3, 4L, new BigDecimal("12.3400"),
        Instant.parse("2026-11-23T18:44:41.500Z"), List.of(), Map.of("é", new BigDecimal("0.10")), new Samples.Part("p", null), null, null));
  }

  @Test
  void restJson1() throws IOException {
    RawRequest request = new RawRequest("POST", "/getContactInformation", null,
        Requests.headers("Content-Type", "application/json", "X-Bursar-Service", "account"), "{\"Name\":\"a\"}".getBytes(StandardCharsets.UTF_8), "");
    says("rest-json-1", request, new Samples.Part("b", new Samples.Part(null, null)));
  }

  private static void says(String name, RawRequest request, Object output) throws IOException {
    Routing.Route route = (Routing.Route) new Router(Samples.catalogue()).route(request);
    Declaration<?, ?> declaration = route.operation().declaration();
    ErrorCode denied = CommonErrors.of(route.protocol(), "AccessDenied");
    assertThat(route.codec()).isSameAs(Codecs.of(route.protocol()));
    String transcript = "--- sent\n" + request.method() + " " + request.path() + "\n" + new String(request.body(), StandardCharsets.UTF_8)
        + "\n--- read\n" + declaration + " " + route.codec().decode(declaration, request)
        + "\n--- answered\n" + text(route.codec().encode(declaration, output, "6f1d2c3b"))
        + "\n--- refused\n" + text(route.codec().encodeError(route.service(), denied, SENTENCE, EXPLANATION, "6f1d2c3b")) + "\n";
    Path written = Path.of("target", "golden", name + ".txt");
    Files.createDirectories(written.getParent());
    Files.writeString(written, transcript);
    assertThat(transcript).isEqualTo(Recordings.text("golden/" + name + ".txt"));
  }

  private static String text(WireResponse answer) {
    StringBuilder text = new StringBuilder().append(answer.status()).append('\n');
    new TreeMap<>(answer.headers()).forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    return text + new String(answer.body(), StandardCharsets.UTF_8);
  }
}

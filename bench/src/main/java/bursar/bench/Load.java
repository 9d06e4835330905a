package bursar.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The program behind {@code bench/run}, loopback only.
 *
 * <p>{@code load PORT CONNECTIONS WARM_SECONDS SECONDS}: an IAM user, allowed {@code iam:GetUser} and nothing else, asks for 200 users in random
 * order. {@code costs PORT COUNT}: GetCostAndUsage over October and November 2018, one at a time. The root user's key comes in the environment,
 * {@code BENCH_KEY} and {@code BENCH_SECRET}.
 */
public final class Load {
  private static final int USERS = 200;
  private static final String POLICY =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"iam:GetUser\",\"Resource\":\"*\"}]}";

  private Load() {}

  /** Runs one of the two. */
  public static void main(String[] arguments) throws IOException {
    InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]));
    AccessKey root = new AccessKey(environment("BENCH_KEY"), environment("BENCH_SECRET"));
    switch (arguments[0]) {
      case "load" -> load(server, root, Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]), Long.parseLong(arguments[4]));
      case "costs" -> costs(server, root, Integer.parseInt(arguments[2]));
      default -> throw new IllegalArgumentException("load or costs, not " + arguments[0]);
    }
  }

  private static String environment(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is not set.");
    }
    return value;
  }

  private static String host(InetSocketAddress server) {
    return "127.0.0.1:" + server.getPort();
  }

  private static void load(InetSocketAddress server, AccessKey root, int connections, long warmSeconds, long seconds) throws IOException {
    Signer caller = new Signer(callerKey(server, root), "iam", host(server));
    SplittableRandom random = new SplittableRandom(20_181_001);
    ClosedLoop loop = new ClosedLoop(server, () -> caller.query("Action=GetUser&Version=2010-05-08&UserName=bench-" + random.nextInt(USERS)),
        answer -> answer.status() == 200 && answer.text().contains("<UserName>bench-"));
    ClosedLoop.Outcome outcome = loop.run(connections, Duration.ofSeconds(warmSeconds), Duration.ofSeconds(seconds));
    System.out.printf(Locale.ROOT, "  %,.0f requests/s over %d connections for %d s; %s%n", outcome.perSecond(), connections, seconds,
        outcome.latencies().line());
  }

  private static AccessKey callerKey(InetSocketAddress server, AccessKey root) {
    Signer owner = new Signer(root, "iam", host(server));
    for (int i = 0; i < USERS; i++) {
      var unused = Calls.make(server, owner.query("Action=CreateUser&Version=2010-05-08&UserName=bench-" + i));
    }
    String user = "&UserName=bench-0";
    var unused = Calls.make(server, owner.query("Action=PutUserPolicy&Version=2010-05-08&PolicyName=one-action&PolicyDocument="
        + URLEncoder.encode(POLICY, StandardCharsets.UTF_8) + user));
    Answer key = Calls.make(server, owner.query("Action=CreateAccessKey&Version=2010-05-08" + user));
    return new AccessKey(Calls.element(key, "AccessKeyId"), Calls.element(key, "SecretAccessKey"));
  }

  private static void costs(InetSocketAddress server, AccessKey root, int count) {
    Signer owner = new Signer(root, "ce", host(server));
    String period = "\"TimePeriod\":{\"Start\":\"2018-10-01\",\"End\":\"2018-12-01\"},\"Metrics\":[\"UnblendedCost\"]";
    String service = "{\"Type\":\"DIMENSION\",\"Key\":\"SERVICE\"}";
    List<String> questions = List.of(
        "{\"Granularity\":\"MONTHLY\"," + period + "}",
        "{\"Granularity\":\"MONTHLY\"," + period + ",\"GroupBy\":[" + service + "]}",
        "{\"Granularity\":\"DAILY\"," + period + ",\"GroupBy\":[" + service + "]}",
        "{\"Granularity\":\"DAILY\"," + period.replace("\"UnblendedCost\"", "\"UnblendedCost\",\"AmortizedCost\",\"UsageQuantity\"")
            + ",\"GroupBy\":[" + service + ",{\"Type\":\"DIMENSION\",\"Key\":\"USAGE_TYPE\"}]}");
    List<String> names = List.of("monthly total", "monthly by service", "daily by service", "daily by service and usage type, three metrics");
    for (int i = 0; i < questions.size(); i++) {
      Latencies latencies = new Latencies();
      double first = 0;
      int bytes = 0;
      for (int turn = 0; turn < count; turn++) {
        byte[] request = owner.json("AWSInsightsIndexService.GetCostAndUsage", questions.get(i));
        long begin = System.nanoTime();
        Answer answer = Calls.make(server, request);
        long nanos = System.nanoTime() - begin;
        latencies.add(nanos);
        first = turn == 0 ? nanos / 1e6 : first;
        bytes = answer.text().length();
        if (!answer.text().contains("\"Amount\"")) {
          throw new IllegalStateException("No amount in: " + answer.text());
        }
      }
      System.out.printf(Locale.ROOT, "  %s: first %.1f ms; %d in a row: %s (%,d bytes)%n", names.get(i), first, count, latencies.line(), bytes);
    }
  }
}

package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;
import static org.assertj.core.api.Assertions.within;

import bursar.server.InstalledClient.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * The clients of this machine, unmodified, against a real server process whose accounts and costs came by the operator's commands. Where a
 * client is not installed, its recorded requests (the wire's tests) are the proof, and {@code ./bursar test} says so.
 */
class LiveClientsTest {
  private static final String ADMINISTRATOR_ACCESS = "arn:aws:iam::aws:policy/AdministratorAccess";
  private static final String READ_BILLING = "arn:aws:iam::aws:policy/AWSBillingReadOnlyAccess";
  private static final Path COSTS = SharedData.folder("cur-legacy-parquet");

  @TempDir private static Path data;
  private static ServerProcess server;

  @BeforeAll
  static void serve() throws Exception {
    server = ServerProcess.serve(data.resolve("data"), "--sign-up", "closed");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void theSeedPageIsWalkedWithBoto3() throws Exception {
    if (!InstalledClient.BOTO3.isHere()) {
      return;
    }
    Program owner = owner("owner@boto3.example", "222200000001", COSTS);
    Map<String, String> environment = InstalledClient.environment(owner);
    environment.put("EXPECTED", COSTS.resolve("expected.json").toString());
    assertThat(InstalledClient.run(environment, List.of("python3", "-c", script())).ok())
        .contains("the owner deactivates, and both lose it with the next call");
  }

  @Test
  void theSeedPageIsWalkedWithTheCommandLine() throws Exception {
    if (!InstalledClient.AWS_CLI.isHere()) {
      return;
    }
    Program owner = owner("owner@command-line-client.example", "222200000002", COSTS.resolve("Oct2018-WorkshopCUR-00001.snappy.parquet"));
    assertThat(aws(owner, "sts", "get-caller-identity").ok()).contains("\"Account\": \"222200000002\"", ":root");
    assertThat(aws(owner, "iam", "create-user", "--user-name", "ada", "--tags", "Key=team,Value=platform").ok()).contains("\"UserName\": \"ada\"");
    aws(owner, "iam", "attach-user-policy", "--user-name", "ada", "--policy-arn", ADMINISTRATOR_ACCESS).ok();
    aws(owner, "iam", "create-user", "--user-name", "paul").ok();
    Program ada = keyOf(owner, "ada");
    Program paul = keyOf(owner, "paul");

    assertThat(october(ada).failed()).contains("AccessDeniedException", "ce:GetCostAndUsage", "root user");
    owner.bursar("PutBillingAccess", "{\"IamUserAndRoleAccess\":\"ACTIVATED\"}").ok();
    assertThat(total(october(ada))).isCloseTo(expectedOfOctober(), within(new BigDecimal("0.000001")));
    assertThat(october(paul).failed()).contains("AccessDeniedException", "because no identity-based policy allows the ce:GetCostAndUsage action");

    String exampleFour = owner.bursar("ListPolicyTemplates", "{}").ok().list("Templates").stream()
        .filter(template -> template.field("Name").orElseThrow().text().equals("example-4-deny-only")).findFirst().orElseThrow()
        .field("PolicyDocument").orElseThrow().text();
    Path document = Files.writeString(data.resolve("example-4.json"), exampleFour);
    aws(owner, "iam", "put-user-policy", "--user-name", "ada", "--policy-name", "NoBilling", "--policy-document", "file://" + document).ok();
    assertThat(aws(ada, "iam", "list-users").failed()).contains("AccessDenied", "iam:ListUsers", "with an explicit deny in an identity-based policy");
    assertThat(total(october(ada))).as("Example 4 leaves the cost APIs open").isPositive();

    aws(owner, "iam", "attach-user-policy", "--user-name", "paul", "--policy-arn", READ_BILLING).ok();
    assertThat(aws(paul, "iam", "create-user", "--user-name", "eve").failed()).contains("AccessDenied", "iam:CreateUser");
    owner.bursar("PutBillingAccess", "{\"IamUserAndRoleAccess\":\"DEACTIVATED\"}").ok();
    assertThat(october(ada).failed()).contains("AccessDeniedException", "root user");
    assertThat(total(october(owner))).isPositive();
    assertThat(aws(owner, "iam", "delete-user", "--user-name", "nobody").failed()).contains("NoSuchEntity");
  }

  @Test
  void theCommandsOfTheReadmeWork() throws Exception {
    if (!InstalledClient.AWS_CLI.isHere()) {
      return;
    }
    Program owner = owner("owner@readme.example", "222200000003");
    List<String> commands = Files.readAllLines(readme()).stream().filter(line -> line.startsWith("aws ")).toList();
    assertThat(commands).hasSizeGreaterThanOrEqualTo(3);
    for (String command : commands) {
      InstalledClient.run(InstalledClient.environment(owner), List.of("sh", "-c", command)).ok();
    }
  }

  @Test
  void curlIsUnderstood() throws Exception {
    if (!InstalledClient.CURL.isHere()) {
      return;
    }
    Program owner = owner("owner@curl.example", "222200000004");
    String identity = "Action=GetCallerIdentity&Version=2011-06-15";
    assertThat(curl(owner, "sts", "-d", identity)).contains("<Account>222200000004</Account>");
    assertThat(curl(owner, "iam", "-d", identity)).contains("SignatureDoesNotMatch", "Credential should be scoped to correct service");
    assertThat(curl(new Program(owner.server(), Program.with("http://x", owner.key().accessKeyId(), "wrong").key()), "sts", "-d", identity))
        .contains("SignatureDoesNotMatch");
    assertThat(curl(owner, "bursar", "-H", "Content-Type: application/x-amz-json-1.0", "-H", "X-Amz-Target: Bursar.GetBillingAccess", "-d", "{}"))
        .contains("\"IamUserAndRoleAccess\":\"DEACTIVATED\"");
    assertThat(InstalledClient.run(Map.of(), List.of("curl", "-s", "-d", identity, owner.server() + "/")).ok())
        .contains("MissingAuthenticationToken");
  }

  private static String curl(Program program, String service, String... more) throws Exception {
    List<String> command = new ArrayList<>(List.of("curl", "-s", "--aws-sigv4", "aws:amz:us-east-1:" + service, "-u",
        program.key().accessKeyId() + ":" + program.key().secretAccessKey()));
    command.addAll(List.of(more));
    command.add(program.server() + "/");
    return InstalledClient.run(Map.of(), command).ok();
  }

  @Test
  void anOrganizationAndAViewAreMadeWithTheCommandLine() throws Exception {
    if (!InstalledClient.AWS_CLI.isHere()) {
      return;
    }
    Program payer = owner("payer@command-line-client.example", "222200000006");
    Program member = owner("member@command-line-client.example", "222200000007");
    assertThat(aws(payer, "organizations", "describe-organization").failed()).contains("AWSOrganizationsNotInUseException");
    assertThat(aws(payer, "organizations", "create-organization").ok()).contains("\"MasterAccountId\": \"222200000006\"", "\"FeatureSet\": \"ALL\"");
    String root = field(aws(payer, "organizations", "list-roots").ok(), "Roots", "Id");
    aws(payer, "organizations", "create-organizational-unit", "--parent-id", root, "--name", "Workloads").ok();
    assertThat(aws(payer, "organizations", "create-organizational-unit", "--parent-id", root, "--name", "Workloads").failed())
        .contains("DuplicateOrganizationalUnitException");
    assertThat(aws(payer, "organizations", "create-account", "--email", "made@command-line-client.example", "--account-name", "Made",
        "--iam-user-access-to-billing", "DENY").ok()).contains("\"State\": \"SUCCEEDED\"");
    aws(payer, "organizations", "invite-account-to-organization", "--target", "Id=222200000007,Type=ACCOUNT").ok();
    String handshake = field(aws(member, "organizations", "list-handshakes-for-account").ok(), "Handshakes", "Id");
    assertThat(aws(member, "organizations", "accept-handshake", "--handshake-id", handshake).ok()).contains("\"State\": \"ACCEPTED\"");
    assertThat(aws(payer, "organizations", "list-accounts").ok()).contains("222200000006", "222200000007", "\"JoinedMethod\": \"CREATED\"");
    String primary = "arn:aws:billing::222200000006:billingview/primary";
    String made = aws(payer, "billing", "create-billing-view", "--name", "Member", "--source-views", primary, "--data-filter-expression",
        "{\"dimensions\":{\"key\":\"LINKED_ACCOUNT\",\"values\":[\"222200000007\"]}}").ok();
    String view = JsonNode.parser().parse(made).field("arn").orElseThrow().text();
    assertThat(aws(payer, "billing", "list-billing-views").ok()).contains(view, primary);
    assertThat(aws(member, "organizations", "leave-organization").ok()).isEmpty();
  }

  private static String field(String json, String list, String member) {
    return JsonNode.parser().parse(json).field(list).orElseThrow().asArray().getFirst().field(member).orElseThrow().text();
  }

  private static Outcome aws(Program program, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("aws", "--output", "json"));
    command.addAll(List.of(words));
    return InstalledClient.run(InstalledClient.environment(program), command);
  }

  private static Outcome october(Program program) throws Exception {
    return aws(program, "ce", "get-cost-and-usage", "--time-period", "Start=2018-10-01,End=2018-11-01", "--granularity", "MONTHLY", "--metrics",
        "UnblendedCost");
  }

  private static BigDecimal total(Outcome costs) {
    JsonNode month = JsonNode.parser().parse(costs.ok()).field("ResultsByTime").orElseThrow().asArray().getFirst();
    return new BigDecimal(month.field("Total").orElseThrow().field("UnblendedCost").orElseThrow().field("Amount").orElseThrow().text());
  }

  private static BigDecimal expectedOfOctober() throws IOException {
    JsonNode expected = JsonNode.parser().parse(Files.readString(COSTS.resolve("expected.json")));
    return new BigDecimal(expected.field("by_month").orElseThrow().asArray().getFirst().field("UnblendedCost").orElseThrow().text());
  }

  private static Program keyOf(Program owner, String user) throws Exception {
    JsonNode key = JsonNode.parser().parse(aws(owner, "iam", "create-access-key", "--user-name", user).ok()).field("AccessKey").orElseThrow();
    return Program.with(owner.server().toString(), key.field("AccessKeyId").orElseThrow().text(), key.field("SecretAccessKey").orElseThrow().text());
  }

  /** A new account with an access key of its owner, and with those costs. */
  private static Program owner(String email, String account, Path... costs) throws Exception {
    String made = bursar(Browser.PASSWORD + "\n", "account", "create", "--data", data.resolve("data").toString(), "--email", email, "--name",
        "Example", "--account-id", account, "--password-stdin", "--with-access-key", "--json");
    for (Path path : costs) {
      assertThat(bursar("", "import", path.toString(), "--account", account, "--data", data.resolve("data").toString())).contains("Imported ");
    }
    JsonNode json = JsonNode.parser().parse(made);
    return Program.with(server.url, json.field("AccessKeyId").orElseThrow().text(), json.field("SecretAccessKey").orElseThrow().text());
  }

  private static String bursar(String input, String... arguments) throws Exception {
    Path progress = Files.createTempFile(data, "progress", ".txt");
    Process process = ServerProcess.bursar(List.of(arguments)).redirectError(progress.toFile()).start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(() -> out + contentOf(progress.toFile())).isZero();
    return out;
  }

  private static String script() throws IOException {
    try (InputStream in = Objects.requireNonNull(LiveClientsTest.class.getResourceAsStream("seed-walk.py"), "seed-walk.py")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Path readme() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("README.md")) ? here.resolve("README.md") : here.resolveSibling("README.md");
  }
}

package bursar.server;

import static bursar.server.Outcome.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bursar.domain.accounts.SignUpPolicy;
import bursar.server.rooms.RunningServer;
import bursar.server.settings.ServerSettings;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** The operator's commands, with a server on the folder and without. */
class CommandLineTest {
  private static final String PASSWORD_LINE = Browser.PASSWORD + "\n";

  @TempDir private Path data;

  @Test
  void anAccountIsCreatedWithoutAServerAndItsKeyWorksLater() {
    Outcome made = create("owner@command-line.example", "111122223333");
    assertThat(made.code()).as(made.err()).isZero();
    JsonNode json = JsonNode.parser().parse(made.out());
    assertThat(json.asObject().keySet()).containsExactly("AccountId", "AccessKeyId", "SecretAccessKey");
    assertThat(json.field("AccountId").orElseThrow().text()).isEqualTo("111122223333");
    try (RunningServer server = RunningServer.start(ServerSettings.local(data, 0, SignUpPolicy.FIRST_ACCOUNT))) {
      assertThat(server.setUpCode()).as("there is nothing left to claim").isEmpty();
      assertThat(program(server, json).sts().getCallerIdentity().arn()).isEqualTo("arn:aws:iam::111122223333:root");
      assertThat(new Browser(server.url()).signInRoot("owner@command-line.example", Browser.PASSWORD).status()).isEqualTo(204);
    }
  }

  @Test
  void anAccountIsCreatedByTheRunningServerAndItsKeyWorksAtOnce() {
    try (RunningServer server = RunningServer.start(ServerSettings.local(data, 0, SignUpPolicy.CLOSED))) {
      Outcome made = create("owner@command-line.example", "111122223333");
      assertThat(made.code()).as(made.err()).isZero();
      JsonNode json = JsonNode.parser().parse(made.out());
      assertThat(json.asObject().keySet()).containsExactly("AccountId", "AccessKeyId", "SecretAccessKey");
      assertThat(program(server, json).sts().getCallerIdentity().account()).isEqualTo("111122223333");
      refusesWhatExists();
      Browser owner = new Browser(server.url());
      owner.signInRoot("owner@command-line.example", Browser.PASSWORD);
      String trail = owner.post("/", "application/x-amz-json-1.1",
          Map.of("X-Amz-Target", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents"), "{}").ok().body();
      assertThat(trail).contains("CreateAccount", "operator").doesNotContain(Browser.PASSWORD);
    }
  }

  @Test
  void whatExistsIsRefusedWithoutAServerToo() {
    assertThat(create("owner@command-line.example", "111122223333").code()).isZero();
    refusesWhatExists();
    Outcome weak = run("short\n", "account", "create", "--data", data.toString(), "--email", "weak@command-line.example", "--name", "Weak",
        "--password-stdin");
    assertThat(weak.code()).isEqualTo(1);
    assertThat(weak.err()).startsWith("bursar: ").containsIgnoringCase("password").doesNotContain("Exception");
  }

  private void refusesWhatExists() {
    Outcome sameMail = create("Owner@command-line.example", "444455556666");
    assertThat(sameMail.code()).isEqualTo(1);
    assertThat(sameMail.err()).startsWith("bursar: An account with the e-mail address ").contains("already exists.")
        .doesNotContain("Exception");
    assertThat(sameMail.out()).isEmpty();
    Outcome sameId = create("other@command-line.example", "111122223333");
    assertThat(sameId.code()).isEqualTo(1);
    assertThat(sameId.err()).isEqualToIgnoringNewLines("bursar: An account with the id 111122223333 already exists.");
    assertThat(sameId.out()).isEmpty();
  }

  @Test
  void importIsTheSameWithAndWithoutAServer() {
    String costs = SharedData.folder("cur-legacy-parquet").toString();
    JsonNode json = JsonNode.parser().parse(create("owner@command-line.example", "111122223333").out());
    Outcome without = run("", "import", costs, "--account", "111122223333", "--data", data.toString());
    assertThat(without.code()).as(without.err()).isZero();
    assertThat(without.out()).contains("Imported 243,647 rows", "2018-10", "2018-11");
    try (RunningServer server = RunningServer.start(ServerSettings.local(data, 0, SignUpPolicy.CLOSED))) {
      Program root = program(server, json);
      String before = root.bursar("GetBill", "{\"Month\":\"2018-11\"}").ok().text("Total");
      assertThat(new BigDecimal(before)).isCloseTo(new BigDecimal("3505.3269681268"),
          within(new BigDecimal("0.000001")));
      Outcome with = run("", "import", costs, "--account", "111122223333", "--data", data.toString());
      assertThat(with.code()).as(with.err()).isZero();
      assertThat(with.out()).isEqualTo(without.out());
      assertThat(root.bursar("GetBill", "{\"Month\":\"2018-11\"}").ok().text("Total")).as("no month is doubled").isEqualTo(before);
      Outcome unknown = run("", "import", costs, "--account", "999999999999", "--data", data.toString());
      assertThat(unknown.code()).isEqualTo(1);
      assertThat(unknown.err()).contains("999999999999");
    }
  }

  @Test
  void anUnknownPathIsASentence() {
    Outcome outcome = run("", "import", data.resolve("nothing-here").toString(), "--account", "111122223333", "--data", data.toString());
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).startsWith("bursar: There is no file or folder ").contains("nothing-here").doesNotContain("Exception");
    assertThat(run("", "import", "--account", "111122223333").code()).isEqualTo(2);
  }

  @Test
  void anAddressOthersReachNeedsTlsOrATrustedProxy() {
    for (String address : List.of("0.0.0.0", "::", "192.0.2.1")) {
      Outcome outcome = run("", "serve", "--data", data.toString(), "--port", "0", "--address", address);
      assertThat(outcome.code()).as(address).isEqualTo(1);
      assertThat(outcome.err()).startsWith("bursar: --address " + address).contains("--tls-certificate", "--trusted-proxy")
          .doesNotContain("Exception");
    }
    assertThat(run("", "serve", "--data", data.toString(), "--sign-up", "everybody").err()).contains("open, first-account or closed");
  }

  @Test
  void theFolderAndItsSecretsAreTheOwnersAlone() throws Exception {
    Path folder = data.resolve("made/by/the/server");
    try (RunningServer server = RunningServer.start(ServerSettings.local(folder, 0, SignUpPolicy.OPEN))) {
      assertThat(server.url()).startsWith("http://127.0.0.1:");
      assertThat(mode(folder)).isEqualTo("rwx------");
      assertThat(mode(folder.resolve("secrets.key"))).isEqualTo("rw-------");
      assertThat(mode(folder.resolve("operator.token"))).isEqualTo("rw-------");
      Browser owner = Browser.ofNewOwner(server.url(), "owner@command-line.example");
      String made = owner.iam("CreateAccessKey").ok().body();
      String secret = made.substring(made.indexOf("<SecretAccessKey>") + 17, made.indexOf("</SecretAccessKey>"));
      try (var files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(file.toString()).doesNotContain(secret)
              .doesNotContain(Browser.PASSWORD);
        }
      }
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (RunningServer server = RunningServer.start(ServerSettings.local(folder, 0, SignUpPolicy.OPEN))) {
      assertThat(server.url()).isNotBlank();
      assertThat(mode(folder)).as("closed again").isEqualTo("rwx------");
    }
  }

  @Test
  void oneServerHoldsAFolder() {
    try (RunningServer server = RunningServer.start(ServerSettings.local(data, 0, SignUpPolicy.OPEN))) {
      Outcome second = run("", "serve", "--data", data.toString(), "--port", "0");
      assertThat(second.code()).isEqualTo(1);
      assertThat(second.err()).startsWith("bursar: Another Bursar works on ").contains(server.url());
    }
  }

  private Outcome create(String email, String id) {
    return run(PASSWORD_LINE, "account", "create", "--data", data.toString(), "--email", email, "--name", "Example", "--account-id", id,
        "--password-stdin", "--with-access-key", "--json");
  }

  private static Program program(RunningServer server, JsonNode made) {
    return Program.with(server.url(), made.field("AccessKeyId").orElseThrow().text(), made.field("SecretAccessKey").orElseThrow().text());
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}

package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.accounts.SignUpPolicy;
import bursar.server.rooms.RunningServer;
import bursar.server.settings.ServerSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole server with its state in PostgreSQL. */
class PostgreSqlServerTest {
  private static final String EMAIL = "owner@postgresql.example";

  @Test
  void theServerKeepsItsStateInPostgreSql(@TempDir Path folder) throws Exception {
    try (EmbeddedPostgres database = EmbeddedPostgres.start()) {
      ServerSettings settings = new ServerSettings(folder, ServerSettings.LOOPBACK, 0, SignUpPolicy.OPEN, null, null, List.of(), List.of(),
          database.getJdbcUrl("postgres", "postgres"));
      String made;
      try (RunningServer server = RunningServer.start(settings)) {
        Browser owner = Browser.ofNewOwner(server.url(), EMAIL);
        owner.iam("CreateUser", "UserName", "alice").ok();
        made = owner.iam("CreateAccessKey", "UserName", "alice").ok().body();
        owner.iam("AttachUserPolicy", "UserName", "alice", "PolicyArn", "arn:aws:iam::aws:policy/AWSBillingReadOnlyAccess").ok();
        Program alice = alice(server, made);
        assertThat(alice.bursar("GetBill", "{\"Month\":\"2026-10\"}").status()).isEqualTo(400);
        charactersTheDatabaseCannotHoldAreNobodysName(server, owner);
        owner.bursar("PutBillingAccess", "{\"IamUserAndRoleAccess\":\"ACTIVATED\"}").ok();
        alice.bursar("GetBill", "{\"Month\":\"2026-10\"}").ok();
      }
      Outcome withoutServer = Outcome.run("", "import", folder.toString(), "--account", "111122223333", "--data", folder.toString());
      assertThat(withoutServer.code()).isEqualTo(1);
      assertThat(withoutServer.err()).contains("is in PostgreSQL. Start the server with --state");
      assertThat(folder.resolve("bursar.sqlite")).doesNotExist();
      try (RunningServer again = RunningServer.start(settings)) {
        alice(again, made).bursar("GetBill", "{\"Month\":\"2026-10\"}").ok();
        Browser owner = new Browser(again.url());
        assertThat(owner.signInRoot(EMAIL, Browser.PASSWORD).status()).isEqualTo(204);
        assertThat(owner.iam("GetUser", "UserName", "alice").ok().body()).contains("<UserName>alice</UserName>");
        assertThat(owner.bursar("GetBillingAccess", "{}").ok().text("IamUserAndRoleAccess")).isEqualTo("ACTIVATED");
      }
    }
  }

  private static void charactersTheDatabaseCannotHoldAreNobodysName(RunningServer server, Browser owner) {
    Browser stranger = new Browser(server.url());
    assertThat(stranger.signInRoot("no\\u0000body@postgresql.example", "wrong").status()).isEqualTo(401);
    assertThat(stranger.signInUser("exa\\u0000mple", "ali\\u0000ce", "wro\\u0000ng").status()).isEqualTo(401);
    assertThat(stranger.signInUser("example", "\\ud800", "wrong").status()).isEqualTo(401);
    assertThat(owner.iam("GetUser", "UserName", "ali\0ce").status()).isBetween(400, 404);
    assertThat(owner.iam("TagUser", "UserName", "alice", "Tags.member.1.Key", "a\0b", "Tags.member.1.Value", "c\0d").status()).isEqualTo(400);
    assertThat(stranger.post("/", "application/x-amz-json-1.0", Map.of("X-Amz-Target", "Bursar.SignUp"),
        "{\"Email\":\"n@postgresql.example\",\"Password\":\"" + Browser.PASSWORD + "\",\"AccountName\":\"nu\\u0000l\"}").status()).isEqualTo(400);
    assertThat(owner.bursar("GetBill", "{\"Month\":\"2026-\\u00001\"}").status()).isEqualTo(400);
  }

  private static Program alice(RunningServer server, String made) {
    return Program.with(server.url(), made.substring(made.indexOf("<AccessKeyId>") + 13, made.indexOf("</AccessKeyId>")),
        made.substring(made.indexOf("<SecretAccessKey>") + 17, made.indexOf("</SecretAccessKey>")));
  }
}

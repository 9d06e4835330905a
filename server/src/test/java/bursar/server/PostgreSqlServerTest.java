package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.accounts.SignUpPolicy;
import bursar.server.rooms.RunningServer;
import bursar.server.settings.ServerSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
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
        owner.bursar("PutBillingAccess", "{\"IamUserAndRoleAccess\":\"ACTIVATED\"}").ok();
        alice.bursar("GetBill", "{\"Month\":\"2026-10\"}").ok();
      }
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

  private static Program alice(RunningServer server, String made) {
    return Program.with(server.url(), made.substring(made.indexOf("<AccessKeyId>") + 13, made.indexOf("</AccessKeyId>")),
        made.substring(made.indexOf("<SecretAccessKey>") + 17, made.indexOf("</SecretAccessKey>")));
  }
}

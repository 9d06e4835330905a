package bursar.server;

import static bursar.server.Outcome.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change of policies brings, and who can do what, on the command line. */
class PolicyProofCommandTest {
  private static final String COSTS = "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"ce:Get*\",\"Resource\":\"*\"}}";
  private static final String EVERYTHING = "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  @Test
  void diffSaysWhatIsNewAndGivesAnExample() throws IOException {
    String before = file("before.json", COSTS);
    String after = file("after.json", COSTS.replace("ce:Get*", "ce:*"));
    Outcome more = run("", "policy", "diff", before, after);
    assertThat(more.code()).isEqualTo(1);
    assertThat(more.out()).startsWith("+ ce:* on *").contains("such as ce:");
    Outcome less = run("", "policy", "diff", after, before);
    assertThat(less.out()).startsWith("- ce:* on *");
    Outcome same = run("", "policy", "diff", before, before);
    assertThat(same.code()).isZero();
    assertThat(same.out()).contains("Both allow the same requests.");
  }

  @Test
  void whoCanGoesThroughGroupsBoundariesAndControlPolicies() throws IOException {
    file("users/ann/own.json", COSTS);
    file("users/bob/own.json", EVERYTHING);
    file("users/bob/boundary/limit.json", COSTS);
    file("groups/Finance/pay.json", COSTS.replace("ce:Get*", "payments:*"));
    file("groups/Finance/members.txt", "ann\nbob\n");
    file("roles/admin/all.json", EVERYTHING);
    Outcome payers = run("", "policy", "who-can", "--policies", folder.toString(), "--action", "payments:*");
    assertThat(payers.code()).isZero();
    assertThat(payers.out())
        .contains("arn:aws:iam::123456789012:user/ann  can: payments:")
        .contains("arn:aws:iam::123456789012:user/bob  cannot")
        .contains("arn:aws:iam::123456789012:role/admin  can: payments:");
    file("scp/Root/guard.json", "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"},"
        + "{\"Effect\":\"Deny\",\"Action\":\"payments:*\",\"Resource\":\"*\"}]}");
    assertThat(run("", "policy", "who-can", "--policies", folder.toString(), "--action", "payments:*").out()).doesNotContain("can: ");
  }

  @Test
  void whatIsMissingIsSaidInASentence() {
    assertThat(run("", "policy", "who-can", "--policies", folder.toString(), "--action", "ce:*").err()).contains("users/NAME/");
  }
}

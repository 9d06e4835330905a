package bursar.server;

import static bursar.server.Outcome.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyValidateCommandTest {
  @TempDir private Path folder;

  @Test
  void aPersonIsShownTheLineAndAPointer() throws IOException {
    Path file = Files.writeString(folder.resolve("team.json"), """
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "allow",
            "Action": "ce:*",
            "Resource": "*"
          }
        }
        """);
    Outcome outcome = run("", "policy", "validate", file.toString());
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out().lines()).containsExactly(
        file + ":4:15: ERROR INVALID_EFFECT Invalid effect: allow. Write \"Allow\" or \"Deny\", with that capital.",
        "        \"Effect\": \"allow\",",
        "    " + " ".repeat(14) + "^",
        file + ": refused as an identity-based policy, 1 finding");
  }

  @Test
  void adviceIsNoRefusal() throws IOException {
    Path file = Files.writeString(folder.resolve("deny.json"),
        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"aws-portal:*\",\"Resource\":\"*\"}}");
    Outcome outcome = run("", "policy", "validate", file.toString(), "--kind", "SCP");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains(":1:63: WARNING LEGACY_BILLING_DENY Denying `aws-portal:*` closes billing only")
        .endsWith("valid as a service control policy, 1 finding" + System.lineSeparator());
  }

  @Test
  void casesAreAnsweredInOrderAndABadOneIsToldAtTheEnd() {
    String lines = """
        {"id":"good","kind":"trust","document":{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}}}
        {"id":"bad","kind":"trust","document":"{}"}

        nonsense
        {"id":"last","kind":"session","document":{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ce:GetTags","Resource":"*"}}}
        """;
    Outcome outcome = run(lines, "policy", "validate", "--cases", "-");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out().split("\n")).hasSize(4).satisfies(answers -> {
      assertThat(answers[0]).isEqualTo("{\"id\":\"good\",\"valid\":true,\"findings\":[]}");
      assertThat(answers[1]).startsWith("{\"id\":\"bad\",\"valid\":false,\"findings\":[{\"code\":\"MalformedPolicyDocument\"");
      assertThat(answers[2]).startsWith("{\"id\":null,\"error\":\"");
      assertThat(answers[3]).isEqualTo("{\"id\":\"last\",\"valid\":true,\"findings\":[]}");
    });
  }

  @Test
  void wrongUseIsASentence() {
    assertThat(run("", "policy", "validate").code()).isEqualTo(2);
    assertThat(run("", "policy", "validate", "x.json", "--kind", "group").err()).contains("--kind is identity, resource, trust");
    Outcome missing = run("", "policy", "validate", folder.resolve("none.json").toString());
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("none.json cannot be read.").doesNotContain("Exception\n");
  }
}

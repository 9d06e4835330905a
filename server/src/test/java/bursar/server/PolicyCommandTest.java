package bursar.server;

import static bursar.server.Outcome.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions to policy files on the command line. */
class PolicyCommandTest {
  private static final String ANN = "arn:aws:iam::111122223333:user/ann";
  private static final String ALLOW = "{\"Statement\":{\"Sid\":\"Read\",\"Effect\":\"Allow\",\"Action\":\"ce:Get*\",\"Resource\":\"*\"}}";
  private static final String NEVER = "{\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"ce:GetTags\",\"Resource\":\"*\"}}";

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static String aCase(String id, String action, String more) {
    return "{\"id\":\"" + id + "\",\"policies\":[{\"kind\":\"identity\",\"document\":" + ALLOW + "},{\"kind\":\"scp\",\"level\":\"root\",\"document\":"
        + "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"},{\"Effect\":\"Deny\",\"Action\":\"ce:GetTags\",\"Resource\":\"*\"}]}}],"
        + "\"request\":{\"principal\":\"" + ANN + "\",\"action\":\"" + action + "\",\"resource\":\"*\",\"context\":{}}" + more + "}\n";
  }

  private static String threeCases() {
    return aCase("one", "ce:GetCostAndUsage", "") + "\n" + aCase("two", "ce:GetTags", "") + aCase("three", "s3:GetObject", "");
  }

  @Test
  void everyCaseIsAnsweredOnItsLineInOrder() throws IOException {
    String answers = "{\"id\":\"one\",\"decision\":\"Allowed\",\"statements\":[{\"policy\":0,\"statement\":0}]}\n"
        + "{\"id\":\"two\",\"decision\":\"ExplicitlyDenied\",\"statements\":[{\"policy\":1,\"statement\":1}]}\n"
        + "{\"id\":\"three\",\"decision\":\"ImplicitlyDenied\",\"statements\":[]}\n";
    assertThat(run(threeCases(), "policy", "evaluate", "--cases", "-")).isEqualTo(new Outcome(0, answers, ""));
    assertThat(run("", "policy", "evaluate", "--cases", file("cases.jsonl", threeCases()))).isEqualTo(new Outcome(0, answers, ""));
  }

  @Test
  void aBadCaseIsToldOnItsLineTheRunGoesOnAndTheExitCodeSaysSo() {
    Outcome outcome = run(aCase("one", "ce:GetTags", "").replace("identity", "person") + threeCases(), "policy", "evaluate", "--cases", "-");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out().lines()).hasSize(4);
    assertThat(outcome.out().lines().findFirst().orElseThrow()).isEqualTo(
        "{\"id\":\"one\",\"error\":\"policies[0].kind is `person`; write identity, resource, trust, boundary, session, scp or rcp.\"}");
  }

  @Test
  void casesThatCannotBeReadAreASentence() {
    Outcome outcome = run("", "policy", "evaluate", "--cases", folder.resolve("absent.jsonl").toString());
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).startsWith("bursar: The cases ").contains("cannot be read");
  }

  @Test
  void oneQuestionGetsAReadableAnswer() throws IOException {
    String allow = file("allow.json", ALLOW);
    Outcome allowed = run("", "policy", "evaluate", "--policy", allow, "--principal", ANN, "--action", "ce:GetTags", "--resource", "*");
    assertThat(allowed).isEqualTo(new Outcome(0, "Allowed\nStatement Read of policy allow.json (identity-based policy) allows the request.\n", ""));
    Outcome denied = run("", "policy", "evaluate", "--policy", allow, "--policy", file("never.json", NEVER), "--principal", ANN, "--action", "ce:GetTags");
    assertThat(denied.out()).isEqualTo("ExplicitlyDenied\nStatement 1 of policy never.json (identity-based policy) denies the request.\n");
    Outcome silent = run("", "policy", "evaluate", "--policy", allow, "--scp", "Root=" + file("never.json", NEVER), "--principal", ANN, "--action",
        "ce:GetCostAndUsage");
    assertThat(silent.out()).isEqualTo("ImplicitlyDenied\nNo Allow is found in the service control policies of level Root.\n");
  }

  @Test
  void anExplanationTellsTheGatesAndTheNearMisses() throws IOException {
    String near = ALLOW.replace("\"Resource\":\"*\"", "\"Resource\":\"*\",\"Condition\":{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}");
    Outcome outcome = run("", "policy", "explain", "--policy", file("near.json", near), "--boundary", file("allow.json", ALLOW), "--principal", ANN,
        "--action", "ce:GetTags", "--context", "aws:SourceIp=203.0.113.7");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("ImplicitlyDenied\n", "Deny statements: none matches", "identity-based policies: no Allow matches",
        "permissions boundary: an Allow matches", "the request has no key aws:MultiFactorAuthPresent",
        "Condition keys that the request does not carry: aws:multifactorauthpresent",
        "What would allow it, the smallest change first, each proven:",
        "write BoolIfExists in place of Bool for aws:MultiFactorAuthPresent, which this request does not carry.",
        "Ask whoever may change the policies of " + ANN);
  }

  @Test
  void aQuestionThatIsNoneIsRefusedWithASentence() throws IOException {
    String allow = file("allow.json", ALLOW);
    assertThat(run("", "policy", "evaluate", "--policy", allow, "--principal", "ann", "--action", "ce:GetTags").err())
        .startsWith("bursar: The principal ann is not the ARN of a root user");
    assertThat(run("", "policy", "evaluate", "--policy", allow, "--principal", ANN, "--action", "a:b", "--context", "key").err())
        .startsWith("bursar: --context key has no value.");
    assertThat(run("", "policy", "evaluate", "--policy", file("bad.json", "{\n\"Statment\":[]}"), "--principal", ANN, "--action", "a:b").err())
        .contains("bad.json, line ").doesNotContain("Exception");
    assertThat(run("", "policy", "evaluate").err()).contains("Give either --cases FILE.jsonl, or a question");
    assertThat(run("", "policy").err()).contains("Say what to do: policy ");
  }

  @Test
  void aPersonsOwnTestsAreRunAndReported() throws IOException {
    Files.createDirectories(folder.resolve("team"));
    file("good.jsonl", aCase("reads", "ce:GetCostAndUsage", ",\"expected\":\"Allowed\""));
    file("team/more.jsonl", aCase("tags <&>", "ce:GetTags", ",\"expected\":{\"decision\":\"ExplicitlyDenied\",\"statements\":[{\"policy\":1,\"statement\":1}]}"));
    Outcome good = run("", "policy", "test", folder.toString());
    assertThat(good).isEqualTo(new Outcome(0, "2 passed, 0 failed, in 2 files.\n", ""));
    file("wrong.jsonl", aCase("wrong", "ce:GetTags", ",\"expected\":\"Allowed\"") + "\n" + aCase("silent", "ce:GetTags", ""));
    Path junit = folder.resolve("report.xml");
    Outcome wrong = run("", "policy", "test", folder.toString(), "--junit", junit.toString());
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.out()).isEqualTo("FAILED wrong.jsonl:1 wrong\n"
        + "  Expected Allowed, and it is ExplicitlyDenied by statement 1 of policies[1].\n"
        + "FAILED wrong.jsonl:3 silent\n"
        + "  The case does not say what it expects. Add \"expected\": \"Allowed\", for example.\n"
        + "2 passed, 2 failed, in 3 files.\n");
    assertThat(Files.readString(junit)).contains("<testsuites tests=\"4\" failures=\"2\">", "name=\"tags &lt;&amp;&gt;\"/>",
        "<failure message=\"Expected Allowed, and it is ExplicitlyDenied by statement 1 of policies[1].\"/>");
  }

  @Test
  void aFolderWithoutTestsIsNoSuccess() {
    assertThat(run("", "policy", "test", folder.toString()).err()).startsWith("bursar: There is no case under ");
  }

  @Test
  void thousandsOfCasesAreAnsweredInOrder() {
    String cases = Stream.iterate(0, number -> number + 1).limit(3_000).map(number -> aCase("n" + number, "ce:GetTags", ""))
        .collect(Collectors.joining());
    Outcome outcome = run(cases, "policy", "evaluate", "--cases", "-");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out().lines()).hasSize(3_000).last().asString().startsWith("{\"id\":\"n2999\"");
  }
}

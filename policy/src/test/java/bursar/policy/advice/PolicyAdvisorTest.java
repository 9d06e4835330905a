package bursar.policy.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import bursar.policy.PolicyKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyAdvisorTest {
  private static final KnownNames NOTHING = KnownNames.of(List.of());

  private static List<Finding> review(String json, String... actions) {
    return PolicyAdvisor.review(json, PolicyKind.IDENTITY, List.of(actions));
  }

  private static String policy(String... statements) {
    return "{\"Version\":\"2012-10-17\",\n\"Statement\":[" + String.join(",\n", statements) + "]}";
  }

  private static String statement(String effect, String rest) {
    return "{\"Effect\":\"" + effect + "\"," + rest + "}";
  }

  private static List<String> codes(String json) {
    return PolicyAdvisor.review(json, PolicyKind.IDENTITY, NOTHING).stream().map(Finding::code).toList();
  }

  @Test
  void aPlainPolicyHasNoFindings() {
    assertThat(codes(policy(statement("Allow", "\"Action\":\"ce:Get*\",\"Resource\":\"*\"")))).isEmpty();
  }

  @Test
  void everyGrammarErrorIsAFindingWithItsPlace() {
    assertThat(review(policy(statement("allow", "\"Action\":\"x\",\"Resource\":\"*\""))))
        .extracting(Finding::severity, Finding::code, Finding::line, Finding::column)
        .containsExactly(tuple(Severity.ERROR, "INVALID_EFFECT", 2, 24), tuple(Severity.ERROR, "INVALID_ACTION", 2, 41));
    assertThat(review("{")).extracting(Finding::code).containsExactly("JSON_SYNTAX_ERROR");
  }

  @Test
  void aMisspeltActionIsPointedAtWithTheOneItMeans() {
    String json = policy(statement("Allow", "\"Action\":[\"ce:GetTags\",\n\"ce:GetCostAndUsge\",\"ce:Frobnicate\"],\"Resource\":\"*\""));
    assertThat(review(json, "ce:GetTags", "ce:GetCostAndUsage"))
        .extracting(Finding::severity, Finding::code, Finding::message, Finding::line, Finding::column)
        .containsExactly(
            tuple(
                Severity.ERROR,
                "INVALID_ACTION",
                "There is no action `ce:GetCostAndUsge`, so naming it has no effect. Did you mean `ce:GetCostAndUsage`?",
                3,
                1),
            tuple(
                Severity.ERROR,
                "INVALID_ACTION",
                "There is no action `ce:Frobnicate`, so naming it has no effect. Check the service and the name.",
                3,
                21));
  }

  @Test
  void withAListOfActionsEvenWildcardsAndFartherSpellingsAreJudged() {
    String json = policy(statement("Allow", "\"Action\":[\"CE:gettags\",\"ce:Gett*\",\"ce:Put*\",\"ce:GetCostUsage\",\"xyz:Any\"],\"Resource\":\"*\""));
    assertThat(PolicyAdvisor.review(json, PolicyKind.IDENTITY, List.of("ce:GetTags", "ce:GetCostAndUsage")))
        .extracting(Finding::message)
        .containsExactly(
            "CE:gettags is covered by ce:Gett* in the same list. Remove it.",
            "No known action matches `ce:Put*`, so this pattern has no effect. Check the service and the name.",
            "There is no action `ce:GetCostUsage`, so naming it has no effect. Did you mean `ce:GetCostAndUsage`?");
  }

  @Test
  void denyingTheLegacyPermissionsAloneIsATrap() {
    String json = policy(statement("Allow", "\"Action\":\"*\",\"Resource\":\"*\""), statement("Deny", "\"Action\":\"aws-portal:*\",\"Resource\":\"*\""));
    List<Finding> findings = review(json);
    assertThat(findings).extracting(Finding::code).containsExactly("ALLOW_EVERYTHING", "PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE", "CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE", "LEGACY_BILLING_DENY");
    assertThat(findings.getLast().severity()).isEqualTo(Severity.WARNING);
    assertThat(findings.getLast().message())
        .startsWith("Denying `aws-portal:*` closes billing only where the retired aws-portal permissions count. It leaves open: ce:*, budgets:*, cur:*, billing:*,");
    assertThat(findings.getLast().line()).isEqualTo(3);
  }

  @Test
  void denyingAllFamiliesIsNoTrap() {
    assertThat(
            codes(
                policy(
                    statement("Deny", "\"Action\":[\"aws-portal:*\",\"ce:*\",\"budgets:*\",\"cur:*\"],\"Resource\":\"*\""),
                    statement(
                        "Deny",
                        "\"Action\":[\"account:*\",\"billing:*\",\"payments:*\",\"invoicing:*\",\"consolidatedbilling:*\",\"freetier:*\",\"tax:*\"],"
                            + "\"Resource\":\"*\""))))
        .isEmpty();
    assertThat(codes(policy(statement("Deny", "\"Action\":[\"aws-portal:*Account\"],\"Resource\":\"*\"")))).isEmpty();
  }

  @Test
  void denyingWhatBillingPagesShareIsWarnedOf() {
    String json = policy(statement("Deny", "\"Action\":\"account:*\",\"Resource\":\"*\""));
    assertThat(codes(json)).containsExactly("DENY_BREAKS_BILLING_PAGES");
    assertThat(review(json).getFirst().message())
        .startsWith("This statement denies account:GetAccountInformation, which the billing pages need too");
  }

  @Test
  void breadthIsASecurityWarning() {
    assertThat(codes(policy(statement("Allow", "\"Action\":\"*:*\",\"Resource\":\"*\""))))
        .containsExactly("ALLOW_EVERYTHING", "PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE", "CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE");
    assertThat(codes(policy(statement("Allow", "\"NotAction\":\"iam:*\",\"Resource\":\"*\"")))).containsExactly("ALLOW_ALL_BUT");
    assertThat(codes(policy(statement("Allow", "\"Action\":\"s3:*\",\"NotResource\":\"arn:aws:s3:::a\"")))).containsExactly("ALLOW_ALL_RESOURCES_BUT");
    assertThat(codes(policy(statement("Allow", "\"Action\":\"iam:Pass*\",\"Resource\":\"*\"")))).containsExactly("PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE");
    assertThat(codes(policy(statement("Deny", "\"Action\":\"*\",\"Resource\":\"*\"")))).isEmpty();
  }

  @Test
  void conditionValuesOfTheWrongTypeAreWarnedOf() {
    String json =
        policy(
            statement(
                "Allow",
                "\"Action\":\"s3:Get*\",\"Resource\":\"*\",\"Condition\":{\"NumericEquals\":{\"a:n\":\"many\"},\"DateLessThan\":{\"a:d\":\"soon\"},"
                    + "\"Bool\":{\"a:b\":\"yes\"},\"IpAddress\":{\"a:i\":\"10.0.0.0/40\"},\"BinaryEquals\":{\"a:x\":\"%\"},"
                    + "\"ArnLike\":{\"a:a\":\"*\"},\"Null\":{\"a:k\":\"no\"},\"StringLike\":{\"a:s\":\"any\"}}"));
    assertThat(review(json))
        .hasSize(7)
        .allSatisfy(
            finding -> {
              assertThat(finding.code()).startsWith("TYPE_MISMATCH_");
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.refused()).isFalse();
            })
        .first()
        .extracting(Finding::message)
        .isEqualTo("NumericEquals needs a number, and `many` is none, so it never matches. Correct it.");
  }

  @Test
  void forAllValuesWithoutNullIsASecurityWarning() {
    String open = "\"Action\":\"s3:Get*\",\"Resource\":\"*\",\"Condition\":{\"ForAllValues:StringEquals\":{\"aws:TagKeys\":\"a\"}";
    assertThat(codes(policy(statement("Allow", open + "}")))).containsExactly("FOR_ALL_VALUES_WITHOUT_NULL");
    assertThat(codes(policy(statement("Allow", open + ",\"Null\":{\"AWS:tagkeys\":\"false\"}}")))).isEmpty();
    assertThat(codes(policy(statement("Deny", open + "}")))).isEmpty();
  }

  @Test
  void versionsAndEmptyListsAreRemarkedOn() {
    assertThat(codes("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:Get*\",\"Resource\":\"*\"}}")).containsExactly("MISSING_VERSION");
    assertThat(codes("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:Get*\",\"Resource\":\"arn:aws:s3:::${aws:username}\"}}"))
        .containsExactly("MISSING_VERSION", "VARIABLE_UNSUPPORTED_IN_VERSION");
    assertThat(codes(policy(statement("Allow", "\"Action\":[],\"Resource\":[],\"Condition\":{\"StringEquals\":{\"a:b\":[]}}"))))
        .containsExactly("EMPTY_ARRAY_ACTION", "EMPTY_ARRAY_RESOURCE", "EMPTY_ARRAY_CONDITION");
  }
}

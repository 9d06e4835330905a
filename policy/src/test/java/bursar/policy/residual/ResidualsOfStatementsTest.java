package bursar.policy.residual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.Decision;
import bursar.policy.PolicyKind;
import bursar.policy.PolicyReader;
import bursar.policy.PolicySet;
import bursar.policy.RequestContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What single statements leave open, word by word. */
class ResidualsOfStatementsTest {
  private static final UnknownKeys ROW = UnknownKeys.of("aws:ResourceTag/*", "bursar:Service", "bursar:LinkedAccount");
  private static final RequestContext ANN =
      RequestContext.builder()
          .put("aws:username", "ann")
          .put("aws:PrincipalTag/team", "a*b${x}:c")
          .put("aws:TagKeys", List.of("one", "two"))
          .put("aws:ResourceTag/team", "of no interest")
          .build();

  private static String allow(String conditions) {
    return "{\"Effect\":\"Allow\",\"Action\":\"ce:*\",\"Resource\":\"*\",\"Condition\":{" + conditions.replace('\'', '"').replace('`', '\'') + "}}";
  }

  private static String deny(String conditions) {
    return allow(conditions).replace("Allow", "Deny");
  }

  private static AttachedPolicy policy(PolicyKind kind, String... statements) {
    String json = "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
    return new AttachedPolicy("p", null, "attached to user ann", PolicyReader.read(json, kind));
  }

  private static PartialDecision ask(List<AttachedPolicy> policies) {
    AccessRequest request = new AccessRequest("arn:aws:iam::111122223333:user/ann", "ce:GetCostAndUsage", "arn:aws:ce:us-east-1:111122223333:/ann/x", ANN);
    return PartialDecision.of(PolicySet.of(policies), request, ROW);
  }

  private static String left(String... statements) {
    return ask(List.of(policy(PolicyKind.IDENTITY, statements))).residual().toString();
  }

  private static String leftOfCondition(String conditions) {
    return left(allow(conditions));
  }

  @Test
  void aConditionOnAnUnknownKeyStays() {
    assertThat(leftOfCondition("'StringEquals':{'aws:ResourceTag/Team':['red','blue','red']}"))
        .isEqualTo("aws:resourcetag/team StringEquals \"blue\", \"red\"");
  }

  @Test
  void aConditionOnKnownKeysIsDecided() {
    assertThat(leftOfCondition("'StringEquals':{'aws:username':'ann'}")).isEqualTo("true");
    assertThat(leftOfCondition("'StringEquals':{'aws:username':'bob'}")).isEqualTo("false");
  }

  @Test
  void valuesThatTheRequestCarriesForUnknownKeysAreNotLookedAt() {
    assertThat(leftOfCondition("'StringEquals':{'aws:ResourceTag/team':'of no interest'}")).contains("aws:resourcetag/team StringEquals");
  }

  @Test
  void knownVariablesAreFilledInLiterally() {
    assertThat(leftOfCondition("'StringLike':{'aws:ResourceTag/owner':'${aws:username}-*'}"))
        .isEqualTo("aws:resourcetag/owner StringLike \"ann-*\"");
    assertThat(leftOfCondition("'StringLike':{'aws:ResourceTag/team':'${aws:PrincipalTag/team}*'}"))
        .isEqualTo("aws:resourcetag/team StringLike \"a${*}b${$}{x}:c*\"");
    assertThat(leftOfCondition("'StringEquals':{'aws:ResourceTag/owner':'${aws:nobody, `x`}'}"))
        .isEqualTo("aws:resourcetag/owner StringEquals \"x\"");
  }

  @Test
  void aVariableWithoutOneValueFitsNothing() {
    assertThat(leftOfCondition("'StringEquals':{'aws:ResourceTag/owner':'${aws:nobody}'}")).isEqualTo("false");
    assertThat(leftOfCondition("'StringNotEquals':{'aws:ResourceTag/owner':'${aws:TagKeys}'}")).isEqualTo("true");
  }

  @Test
  void anUnknownVariableStaysAVariable() {
    assertThat(leftOfCondition("'StringEquals':{'aws:username':'${aws:ResourceTag/owner}'}"))
        .isEqualTo("\"ann\" StringEquals \"${aws:resourcetag/owner}\"");
    assertThat(leftOfCondition("'StringEquals':{'aws:username':['z${aws:ResourceTag/owner}','bob']}")).isEqualTo("false");
    assertThat(leftOfCondition("'StringEquals':{'bursar:Service':'${aws:ResourceTag/owner}'}"))
        .isEqualTo("bursar:service StringEquals \"${aws:resourcetag/owner}\"");
  }

  @Test
  void aResourceWithAnUnknownVariableStays() {
    String statement = "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":[\"arn:aws:s3:::no\",\"arn:aws:ce:*:*:/${aws:ResourceTag/owner}/*\"]}";
    assertThat(left(statement)).isEqualTo("\"/ann/x\" StringLike \"/${aws:resourcetag/owner}/*\"");
    assertThat(left(statement.replace("Resource\"", "NotResource\""))).isEqualTo("not (\"/ann/x\" StringLike \"/${aws:resourcetag/owner}/*\")");
    assertThat(left(statement.replace("/${", "/b${"))).isEqualTo("false");
  }

  @Test
  void negatedComparisonsAreNegationsOfTheirTwins() {
    assertThat(leftOfCondition("'StringNotLike':{'bursar:Service':'Amazon*'}")).isEqualTo("not (bursar:service StringLike \"Amazon*\")");
    assertThat(leftOfCondition("'ForAllValues:StringNotEquals':{'bursar:Service':'x'}")).isEqualTo("not (bursar:service StringEquals \"x\")");
    assertThat(leftOfCondition("'ForAnyValue:StringEquals':{'bursar:Service':'x'}")).isEqualTo("bursar:service StringEquals \"x\"");
    assertThat(leftOfCondition("'ForAllValues:StringNotEquals':{'bursar:Service':''}")).isEqualTo("bursar:service ForAllValues:StringNotEquals \"\"");
  }

  @Test
  void presenceIsAskedInOneWayOnly() {
    assertThat(leftOfCondition("'Null':{'bursar:Service':'true'}")).isEqualTo("bursar:service is absent");
    assertThat(leftOfCondition("'Null':{'bursar:Service':'false'}")).isEqualTo("bursar:service is present");
    assertThat(leftOfCondition("'StringLike':{'bursar:Service':['*','x']}")).isEqualTo("bursar:service is present");
    assertThat(leftOfCondition("'StringLikeIfExists':{'bursar:Service':'*'}")).isEqualTo("true");
    assertThat(leftOfCondition("'NumericEqualsIfExists':{'bursar:Service':'word'}")).isEqualTo("bursar:service is absent");
    assertThat(leftOfCondition("'Null':{'bursar:Service':'false'},'StringEquals':{'bursar:Service':'x'}")).isEqualTo("bursar:service StringEquals \"x\"");
  }

  @Test
  void anExplicitDenyIsPartOfTheFormula() {
    assertThat(left(allow("'StringEquals':{'bursar:LinkedAccount':['1','2']}"), deny("'StringEquals':{'bursar:Service':'s3'}"), deny("'StringEquals':{'bursar:Service':'ec2'}")))
        .isEqualTo("bursar:linkedaccount StringEquals \"1\", \"2\" and not (bursar:service StringEquals \"ec2\", \"s3\")");
  }

  @Test
  void everyGateIsPartOfTheFormula() {
    List<AttachedPolicy> policies = new ArrayList<>();
    policies.add(policy(PolicyKind.IDENTITY, allow("'StringEquals':{'aws:ResourceTag/a':'1'}"), allow("'StringEquals':{'aws:ResourceTag/b':'1'}")));
    policies.add(policy(PolicyKind.PERMISSIONS_BOUNDARY, allow("'StringEquals':{'aws:ResourceTag/c':'1'}")));
    policies.add(policy(PolicyKind.SESSION, allow("'StringEquals':{'aws:ResourceTag/d':'1'}")));
    policies.add(policy(PolicyKind.SERVICE_CONTROL, allow("'StringEquals':{'aws:ResourceTag/e':'1'}")));
    String owner = "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"Null\":{\"aws:ResourceTag/f\":\"true\"}}}";
    policies.add(policy(PolicyKind.RESOURCE, owner));
    assertThat(ask(policies).residual())
        .hasToString(
            "(((aws:resourcetag/a StringEquals \"1\" or aws:resourcetag/b StringEquals \"1\") and aws:resourcetag/c StringEquals \"1\""
                + " and aws:resourcetag/d StringEquals \"1\") or aws:resourcetag/f is absent) and aws:resourcetag/e StringEquals \"1\"");
  }

  @Test
  void nothingIsMultipliedOut() {
    List<AttachedPolicy> policies = new ArrayList<>();
    for (PolicyKind kind : List.of(PolicyKind.IDENTITY, PolicyKind.PERMISSIONS_BOUNDARY, PolicyKind.SERVICE_CONTROL)) {
      List<String> statements = new ArrayList<>();
      for (int number = 0; number < 100; number++) {
        String values = "{'aws:ResourceTag/" + kind + "':'" + number + "','bursar:Service':'" + number + "'}";
        statements.add(number % 2 == 0 ? allow("'StringEquals':" + values) : deny("'StringEquals':" + values));
      }
      policies.add(policy(kind, statements.toArray(String[]::new)));
    }
    assertThat(ask(policies).residual().size()).isEqualTo(600);
  }

  @Test
  void whatIsDecidedNamesItsStatements() {
    assertThat(ask(List.of(policy(PolicyKind.IDENTITY, allow("'Bool':{'aws:nothing':'true'}")))))
        .isInstanceOfSatisfying(PartialDecision.Denied.class, denied -> assertThat(denied.whenAbsent()).isInstanceOf(Decision.ImplicitlyDenied.class));
    assertThat(ask(List.of(policy(PolicyKind.IDENTITY, allow("")))))
        .isInstanceOfSatisfying(PartialDecision.Allowed.class, allowed -> assertThat(allowed.whenAbsent().statements()).hasSize(1));
  }

  @Test
  void whoAsksCannotBeUnknown() {
    assertThatThrownBy(() -> UnknownKeys.of("aws:*"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("aws:PrincipalArn cannot be unknown: it tells who asks");
  }
}

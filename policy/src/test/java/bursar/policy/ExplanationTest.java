package bursar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final String POLICY =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {"Effect": "Allow", "Action": "ec2:*", "Resource": "*"},
          {"Sid": "Office", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::box/*",
           "Condition": {"IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "198.51.100.7"]},
                         "Bool": {"aws:MultiFactorAuthPresent": "true"}}},
          {"Sid": "Put", "Effect": "Allow", "NotAction": ["s3:Get*"], "Resource": "*"},
          {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::other/*"},
          {"Sid": "Guard", "Effect": "Deny", "Action": "s3:DeleteObject", "Resource": "*"}
        ]
      }
      """;
  private final PolicySet set =
      PolicySet.of(
          List.of(new AttachedPolicy("Team", "arn:aws:iam::111122223333:policy/Team", "attached to group Dev", PolicyReader.read(POLICY))));

  private static AccessRequest request(String action, String resource) {
    return new AccessRequest(
        "arn:aws:iam::111122223333:user/ann", action, resource, RequestContext.builder().put("aws:SourceIp", "192.0.2.1").build());
  }

  @Test
  void nearMissesComeFirstWhenNothingAllows() {
    Explanation explanation = set.explain(request("s3:GetObject", "arn:aws:s3:::box/a"));
    assertThat(explanation.decision()).isInstanceOf(Decision.ImplicitlyDenied.class);
    assertThat(explanation.deciding()).isEmpty();
    assertThat(explanation.statements().stream().map(statement -> statement.reference().index())).containsExactly(1, 3, 2, 0, 4);
    assertThat(explanation.missingKeys()).containsExactly("aws:multifactorauthpresent");
  }

  @Test
  void aFalseConditionShowsTheOperatorTheRequestsValueAndThePolicysValues() {
    StatementExplanation nearest = set.explain(request("s3:GetObject", "arn:aws:s3:::box/a")).statements().getFirst();
    assertThat(nearest.matched()).isFalse();
    assertThat(nearest.misses()).hasSize(2).allSatisfy(miss -> assertThat(miss.element()).isEqualTo(StatementElement.CONDITION));
    assertThat(nearest.reason())
        .isEqualTo(
            "Statement Office of policy Team (attached to group Dev) does not allow the request, because the condition IpAddress"
                + " aws:SourceIp \"203.0.113.0/24\", \"198.51.100.7\" is false: the request's aws:SourceIp is \"192.0.2.1\","
                + " and the condition Bool aws:MultiFactorAuthPresent \"true\" is false: the request has no key"
                + " aws:MultiFactorAuthPresent.");
  }

  @Test
  void missedActionsAndResourcesAreNamed() {
    List<StatementExplanation> statements = set.explain(request("s3:GetObject", "arn:aws:s3:::box/a")).statements();
    assertThat(statements.get(1).reason())
        .isEqualTo(
            "Statement 4 of policy Team (attached to group Dev) does not allow the request, because its Resource"
                + " \"arn:aws:s3:::other/*\" does not match the resource arn:aws:s3:::box/a.");
    assertThat(statements.get(2).reason())
        .isEqualTo(
            "Statement Put of policy Team (attached to group Dev) does not allow the request, because its NotAction \"s3:Get*\""
                + " excepts the action s3:GetObject.");
    assertThat(statements.get(3).reason()).contains("its Action \"ec2:*\" does not match the action s3:GetObject.");
  }

  @Test
  void theDecidingStatementComesFirstWithItsPlaceInTheText() {
    Explanation explanation = set.explain(request("s3:DeleteObject", "arn:aws:s3:::box/a"));
    assertThat(explanation.decision()).isInstanceOf(Decision.ExplicitlyDenied.class);
    StatementExplanation first = explanation.statements().getFirst();
    assertThat(first.deciding()).isTrue();
    assertThat(first.reason()).isEqualTo("Statement Guard of policy Team (attached to group Dev) denies the request.");
    assertThat(first.reference().line()).isEqualTo(10);
    assertThat(first.reference().column()).isEqualTo(5);
    assertThat(explanation.statements().get(1).reason())
        .isEqualTo("Statement Put of policy Team (attached to group Dev) allows the request, but an explicit deny elsewhere wins.");
  }

  @Test
  void longListsAreCutShort() {
    PolicySet many =
        PolicySet.of(
            EvaluatorAgreementTest.attached(
                List.of(
                    PolicyReader.read(
                        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\"a:1\",\"a:2\",\"a:3\",\"a:4\",\"a:5\",\"a:6\",\"a:7\"],\"Resource\":\"*\"}}"))));
    assertThat(many.explain(request("b:X", "*")).statements().getFirst().reason()).contains("\"a:5\" and 2 more does not match");
  }
}

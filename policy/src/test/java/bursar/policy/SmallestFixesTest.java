package bursar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.policy.fix.Edit;
import bursar.policy.fix.Fix;
import bursar.policy.fix.FixAnswer;
import bursar.policy.fix.SmallestFixes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SmallestFixesTest {
  private static final String ANN = "arn:aws:iam::111122223333:user/ann";
  private static final String BOX = "arn:aws:s3:::box/a";

  private static AttachedPolicy policy(PolicyKind kind, String name, String document) {
    return new AttachedPolicy(name, null, kind.noun(), PolicyReader.read(document.replace('\'', '"'), kind));
  }

  private static AttachedPolicy identity(String statements) {
    return policy(PolicyKind.IDENTITY, "Team", "{'Version':'2012-10-17','Statement':[" + statements + "]}");
  }

  private static AccessRequest request(String action, String resource, String... context) {
    RequestContext.Builder keys = RequestContext.builder();
    for (int index = 0; index < context.length; index += 2) {
      keys.put(context[index], context[index + 1]);
    }
    return new AccessRequest(ANN, action, resource, keys.build());
  }

  private static Fix smallest(List<AttachedPolicy> policies, AccessRequest request) {
    return SmallestFixes.of(policies, request).fixes().getFirst();
  }

  @Test
  void whereNothingIsAttachedAPolicyOfJustTheActionAndResourceIsTheFix() {
    Fix fix = smallest(List.of(), request("s3:GetObject", BOX));
    assertThat(fix.sentence()).isEqualTo("Give " + ANN + " a new policy of its own: {\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
        + "\"Action\":\"s3:GetObject\",\"Resource\":\"" + BOX + "\"}]}.");
    assertThat(fix.breadth()).isEqualTo(1);
  }

  @Test
  void aNearMissIsMendedByOneValue() {
    AttachedPolicy office = identity("{'Sid':'Office','Effect':'Allow','Action':'s3:GetObject','Resource':'" + BOX + "',"
        + "'Condition':{'IpAddress':{'aws:SourceIp':['203.0.113.0/24']}}}");
    Edit edit = smallest(List.of(office), request("s3:GetObject", BOX, "aws:SourceIp", "192.0.2.1")).edits().getFirst();
    assertThat(edit.form()).isEqualTo(Edit.Form.CHANGE_ELEMENT);
    assertThat(edit.element()).isEqualTo(StatementElement.CONDITION);
    assertThat(edit.before()).isEqualTo("{\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"203.0.113.0/24\"}}}");
    assertThat(edit.after()).isEqualTo("{\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":[\"203.0.113.0/24\",\"192.0.2.1\"]}}}");
    assertThat(edit.instruction()).isEqualTo("In statement Office of policy Team (identity-based policy), add \"192.0.2.1\" to IpAddress aws:SourceIp.");
  }

  @Test
  void addingAnActionToAWideStatementRanksBehindANarrowStatement() {
    AttachedPolicy wide = identity("{'Effect':'Allow','Action':'s3:PutObject','Resource':'*'}");
    List<Fix> fixes = SmallestFixes.of(List.of(wide), request("s3:GetObject", BOX)).fixes();
    assertThat(fixes.getFirst().edits().getFirst().form()).isNotEqualTo(Edit.Form.CHANGE_ELEMENT);
    assertThat(fixes).extracting(fix -> fix.edits().getFirst().instruction())
        .contains("In statement 1 of policy Team (identity-based policy), add s3:GetObject to Action.");
    assertThat(fixes).extracting(Fix::breadth).isSorted();
  }

  @Test
  void aDenyIsExceptedForThePrincipalWhereTheRequestSaysWhoItIs() {
    List<AttachedPolicy> policies =
        List.of(identity("{'Effect':'Allow','Action':'*','Resource':'*'},{'Sid':'Guard','Effect':'Deny','Action':'s3:Get*','Resource':'" + BOX + "'}"));
    assertThat(smallest(policies, request("s3:GetObject", BOX, "aws:PrincipalArn", ANN)).sentence())
        .isEqualTo("In statement Guard of policy Team (identity-based policy), add the condition StringNotEquals aws:PrincipalArn \"" + ANN
            + "\", which excepts this principal.");
    assertThat(smallest(policies, request("s3:GetObject", BOX)).sentence())
        .isEqualTo("Remove statement Guard of policy Team (identity-based policy).");
  }

  @Test
  void everyRefusingGateGetsItsPart() {
    List<AttachedPolicy> policies = List.of(
        identity("{'Effect':'Deny','Action':'s3:GetObject','Resource':'*'}"),
        policy(PolicyKind.PERMISSIONS_BOUNDARY, "Bound", "{'Statement':{'Effect':'Allow','Action':'ce:*','Resource':'*'}}"),
        policy(PolicyKind.SERVICE_CONTROL, "Control", "{'Statement':{'Effect':'Allow','Action':'ce:*','Resource':'*'}}"));
    Fix fix = smallest(policies, request("s3:GetObject", BOX));
    assertThat(fix.edits()).extracting(edit -> edit.policy().document().kind())
        .containsExactly(PolicyKind.IDENTITY, PolicyKind.SERVICE_CONTROL, PolicyKind.IDENTITY, PolicyKind.PERMISSIONS_BOUNDARY);
    assertThat(fix.sentence()).startsWith("Do all of these. 1: In statement 1 of policy Team");
  }

  @Test
  void aPolicyOfAwsIsDetachedAndNotChanged() {
    AttachedPolicy shipped = new AttachedPolicy("AWSDenyAll", "arn:aws:iam::aws:policy/AWSDenyAll", "attached to user",
        PolicyReader.read("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}}"));
    Fix fix = smallest(List.of(identity("{'Effect':'Allow','Action':'*','Resource':'*'}"), shipped), request("s3:GetObject", BOX));
    assertThat(fix.edits()).singleElement().extracting(Edit::form).isEqualTo(Edit.Form.REMOVE_POLICY);
    assertThat(fix.policies()).hasSize(1);
  }

  @Test
  void anAllowIsEndedByADenyThatTouchesNothingElse() {
    List<AttachedPolicy> policies = List.of(identity("{'Effect':'Allow','Action':'*','Resource':'*'}"));
    Fix fix = smallest(policies, request("s3:GetObject", BOX));
    PolicySet after = PolicySet.of(fix.policies());
    assertThat(after.evaluate(request("s3:GetObject", BOX))).isInstanceOf(Decision.ExplicitlyDenied.class);
    assertThat(after.evaluate(request("s3:PutObject", BOX)).isAllowed()).isTrue();
    assertThat(after.evaluate(request("s3:GetObject", BOX + "b")).isAllowed()).isTrue();
  }

  @Test
  void aFixInAnotherAccountsResourcePolicyNamesThePrincipal() {
    AccessRequest across = new AccessRequest(Principal.parse(ANN), "s3:GetObject", BOX, "444455556666", RequestContext.empty());
    Fix fix = smallest(List.of(identity("{'Effect':'Allow','Action':'s3:*','Resource':'*'}")), across);
    assertThat(fix.edits()).singleElement().satisfies(edit -> {
      assertThat(edit.policy().document().kind()).isEqualTo(PolicyKind.RESOURCE);
      assertThat(edit.after()).contains("\"Principal\":{\"AWS\":\"" + ANN + "\"}");
      assertThat(edit.whoCan(across)).isEqualTo("whoever may change the policy of " + BOX);
    });
  }

  @Test
  void aLevelOfResourceControlsIsOpenedByTheOnlyPolicyThatMayAllowThere() {
    AttachedPolicy guard = policy(PolicyKind.RESOURCE_CONTROL, "Guard",
        "{'Version':'2012-10-17','Statement':{'Effect':'Deny','Principal':'*','Action':'kms:*','Resource':'*'}}");
    Fix fix = smallest(List.of(identity("{'Effect':'Allow','Action':'s3:*','Resource':'*'}"), guard), request("s3:GetObject", BOX));
    assertThat(fix.edits()).singleElement().extracting(edit -> edit.policy().name()).isEqualTo("RCPFullAWSAccess");
  }

  @Test
  void aRoleIsAssumedOnceItsTrustPolicyNamesTheCaller() {
    AttachedPolicy trust = policy(PolicyKind.TRUST, "Trust",
        "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:user/bob'},'Action':'sts:AssumeRole'}}");
    Fix fix = smallest(List.of(trust), request("sts:AssumeRole", "arn:aws:iam::111122223333:role/Ops"));
    assertThat(fix.edits()).singleElement().satisfies(edit -> assertThat(edit.policy().document().kind()).isEqualTo(PolicyKind.TRUST));
    assertThat(SmallestFixes.of(List.of(trust), request("sts:AssumeRole", "arn:aws:iam::111122223333:role/Ops")).fixes())
        .extracting(Fix::sentence).contains("In statement 1 of policy Trust (role trust policy), add " + ANN + " to Principal.");
  }

  @Test
  void theRootUserOfAnAccountCannotBeDeniedByItAndTheAnswerSaysSo() {
    AccessRequest asked = new AccessRequest("arn:aws:iam::111122223333:root", "s3:GetObject", BOX, RequestContext.empty());
    assertThat(SmallestFixes.of(List.of(), asked).reason())
        .isEqualTo("No policy of an account limits its own root user; only a service control policy of its organization does.");
  }

  @Test
  void anActionThatNoPolicyCanNameHasNoFix() {
    assertThat(SmallestFixes.of(List.of(), request("everything", "*")).reason())
        .isEqualTo("No policy can name the action everything: an action is written service:Name.");
  }

  @Test
  void fiveThousandRandomRefusalsAllHaveAProvenAndMinimalFix() {
    RandomPolicies random = new RandomPolicies(20261123);
    Map<String, Integer> seen = new TreeMap<>();
    for (int refusals = 0; refusals < 5_000; ) {
      List<AttachedPolicy> policies = random.policies();
      AccessRequest request = random.anyRequest();
      Decision decision = PolicySet.of(policies).evaluate(request);
      if (decision.isAllowed()) {
        continue;
      }
      refusals++;
      FixAnswer answer = SmallestFixes.of(policies, request);
      if (answer.fixes().isEmpty()) {
        assertThat(answer.fixes()).as(request + "\n" + EvaluatorAgreementTest.described(policies)).isNotEmpty();
      }
      check(policies, request, answer.fixes());
      seen.merge(decision.getClass().getSimpleName() + " " + Math.min(answer.fixes().getFirst().edits().size(), 4), 1, Integer::sum);
    }
    assertThat(seen.keySet()).contains("ExplicitlyDenied 1", "ExplicitlyDenied 4", "ImplicitlyDenied 1", "ImplicitlyDenied 3");
  }

  @Test
  void randomAllowsAreEndedByOneDenyThatTheReferenceAgreesOnOrTheReasonIsSaid() {
    RandomPolicies random = new RandomPolicies(20261124);
    int ended = 0;
    for (int number = 0; number < 5_000; number++) {
      List<AttachedPolicy> policies = random.policies();
      AccessRequest request = random.anyRequest();
      if (!PolicySet.of(policies).evaluate(request).isAllowed()) {
        continue;
      }
      FixAnswer answer = SmallestFixes.of(policies, request);
      for (Fix fix : answer.fixes()) {
        assertThat(fix.edits()).hasSize(1);
        assertThat(ReferenceEvaluator.evaluate(fix.policies(), request).decision()).isEqualTo("ExplicitlyDenied");
        ended++;
      }
      if (answer.fixes().isEmpty()) {
        assertThat(answer.reason()).isNotBlank();
      }
    }
    assertThat(ended).isGreaterThan(500);
  }

  private static void check(List<AttachedPolicy> policies, AccessRequest request, List<Fix> fixes) {
    assertThat(fixes).extracting(fix -> fix.edits().size()).isSorted();
    for (Fix fix : fixes) {
      boolean allowed = PolicySet.of(fix.policies()).evaluate(request).isAllowed();
      boolean alsoByTheReference = ReferenceEvaluator.evaluate(fix.policies(), request).decision().equals("Allowed");
      if (!allowed || !alsoByTheReference) {
        assertThat(fix).as(request + "\n" + EvaluatorAgreementTest.described(policies)).isNull();
      }
      int parts = fix.edits().size();
      for (int subset = 0; subset < (1 << Math.min(parts, 8)) - 1; subset++) {
        List<Edit> some = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
          if ((subset >> part & 1) == 1) {
            some.add(fix.edits().get(part));
          }
        }
        List<AttachedPolicy> after = after(policies, some);
        if (ReferenceEvaluator.evaluate(after, request).decision().equals("Allowed")) {
          assertThat(fix).as("a part is enough\n" + request + "\n" + EvaluatorAgreementTest.described(policies)).isNull();
        }
      }
    }
  }

  /** The edits carried out by their data alone. */
  private static List<AttachedPolicy> after(List<AttachedPolicy> policies, List<Edit> edits) {
    List<AttachedPolicy> after = new ArrayList<>();
    for (int index = 0; index < policies.size(); index++) {
      AttachedPolicy policy = policies.get(index);
      List<Statement> statements = new ArrayList<>(policy.document().statements());
      boolean gone = false;
      for (Edit edit : edits) {
        if (edit.policyIndex() == index) {
          gone |= edit.form() == Edit.Form.REMOVE_POLICY;
          if (edit.form() == Edit.Form.ADD_STATEMENT) {
            statements.add(edit.result());
          } else if (!gone) {
            statements.set(edit.statementIndex(), edit.result());
          }
        }
      }
      statements.removeIf(statement -> statement == null);
      PolicyDocument document = policy.document();
      if (!gone) {
        after.add(new AttachedPolicy(policy.name(), policy.arn(), policy.via(),
            new PolicyDocument(document.kind(), document.version(), document.id(), statements), policy.level()));
      }
    }
    edits.stream().filter(edit -> edit.form() == Edit.Form.ADD_POLICY).map(Edit::policy).forEach(after::add);
    return after;
  }
}

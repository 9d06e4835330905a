package bursar.operations.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bursar.domain.Failure;
import bursar.operations.gate.Caller;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.*;

class PolicySimulationTest {
  private static final String READ_BOX = """
      {
        "Version": "2012-10-17",
        "Statement": [
          {"Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::box/*",
           "Condition": {"StringEquals": {"aws:PrincipalTag/Team": "Web"}}},
          {"Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::box/secret/${aws:username}"}
        ]
      }
      """;
  private static final String BOX = "arn:aws:s3:::box/a";

  private IamWorld world;
  private Caller root;

  @BeforeEach
  void open(@TempDir Path folder) {
    world = new IamWorld(folder);
    root = world.root();
    world.call(root, "iam", "CreateUser",
        CreateUserRequest.builder().userName("Anna").tags(Tag.builder().key("Team").value("Web").build()).build(), CreateUserResponse.class);
    world.call(root, "iam", "CreateGroup", CreateGroupRequest.builder().groupName("Dev").build(), CreateGroupResponse.class);
    world.call(root, "iam", "AddUserToGroup", AddUserToGroupRequest.builder().groupName("Dev").userName("Anna").build(), AddUserToGroupResponse.class);
    world.call(root, "iam", "PutUserPolicy", PutUserPolicyRequest.builder().userName("Anna").policyName("Box").policyDocument(READ_BOX).build(),
        PutUserPolicyResponse.class);
    world.call(root, "iam", "PutGroupPolicy",
        PutGroupPolicyRequest.builder().groupName("Dev").policyName("Ec2").policyDocument(allow("ec2:*")).build(), PutGroupPolicyResponse.class);
    world.call(root, "iam", "AttachGroupPolicy",
        AttachGroupPolicyRequest.builder().groupName("Dev").policyArn("arn:aws:iam::aws:policy/job-function/Billing").build(),
        AttachGroupPolicyResponse.class);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static String allow(String action) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":\"*\"}}";
  }

  private String arn(String resource) {
    return "arn:aws:iam::" + world.account.id() + ":" + resource;
  }

  private SimulatePrincipalPolicyResponse principal(Consumer<SimulatePrincipalPolicyRequest.Builder> asked) {
    SimulatePrincipalPolicyRequest.Builder request = SimulatePrincipalPolicyRequest.builder().policySourceArn(arn("user/Anna"));
    asked.accept(request);
    return world.call(root, "iam", "SimulatePrincipalPolicy", request.build(), SimulatePrincipalPolicyResponse.class);
  }

  private SimulateCustomPolicyResponse custom(Consumer<SimulateCustomPolicyRequest.Builder> asked) {
    SimulateCustomPolicyRequest.Builder request = SimulateCustomPolicyRequest.builder();
    asked.accept(request);
    return world.call(root, "iam", "SimulateCustomPolicy", request.build(), SimulateCustomPolicyResponse.class);
  }

  @Test
  void aUsersTagsAndNameDecideAsTheyWouldAndTheStatementIsNamedByLineAndColumn() {
    List<EvaluationResult> results =
        principal(asked -> asked.actionNames("s3:GetObject").resourceArns(BOX, "arn:aws:s3:::box/secret/Anna", "arn:aws:s3:::other")).evaluationResults();
    assertThat(results).extracting(EvaluationResult::evalResourceName).containsExactly(BOX, "arn:aws:s3:::box/secret/Anna", "arn:aws:s3:::other");
    assertThat(results).extracting(EvaluationResult::evalDecisionAsString).containsExactly("allowed", "explicitDeny", "implicitDeny");
    Statement allow = results.getFirst().matchedStatements().getFirst();
    assertThat(allow.sourcePolicyId()).isEqualTo("user_Anna_Box");
    assertThat(allow.sourcePolicyType()).isEqualTo(PolicySourceType.USER);
    assertThat(allow.startPosition()).isEqualTo(Position.builder().line(4).column(5).build());
    assertThat(allow.endPosition()).isEqualTo(Position.builder().line(5).column(70).build());
    assertThat(results.get(1).matchedStatements()).singleElement().extracting(one -> one.startPosition().line()).isEqualTo(6);
    assertThat(results.get(2).matchedStatements()).isEmpty();
    assertThat(results.getFirst().missingContextValues()).isEmpty();
    assertThat(results.getFirst().resourceSpecificResults()).singleElement().satisfies(specific -> {
      assertThat(specific.evalResourceName()).isEqualTo(BOX);
      assertThat(specific.evalResourceDecision()).isEqualTo(PolicyEvaluationDecisionType.ALLOWED);
      assertThat(specific.matchedStatements()).containsExactly(allow);
    });
  }

  @Test
  void policiesOfGroupsAndOfAwsCountAndSayWhatTheyAre() {
    List<EvaluationResult> results = principal(asked -> asked.actionNames("ec2:RunInstances", "billing:GetBillingData")).evaluationResults();
    assertThat(results).extracting(EvaluationResult::evalDecision).containsOnly(PolicyEvaluationDecisionType.ALLOWED);
    assertThat(results.getFirst().matchedStatements()).singleElement()
        .extracting(Statement::sourcePolicyId, Statement::sourcePolicyType).containsExactly("group_Dev_Ec2", PolicySourceType.GROUP);
    assertThat(results.get(1).matchedStatements()).extracting(Statement::sourcePolicyType).containsOnly(PolicySourceType.AWS_MANAGED);
    assertThat(results.getFirst().resourceSpecificResults()).isEmpty();
    List<EvaluationResult> group = world.call(root, "iam", "SimulatePrincipalPolicy",
        SimulatePrincipalPolicyRequest.builder().policySourceArn(arn("group/Dev")).policyInputList(READ_BOX).actionNames("s3:GetObject").build(),
        SimulatePrincipalPolicyResponse.class).evaluationResults();
    assertThat(group.getFirst().missingContextValues()).containsExactly("aws:PrincipalTag/Team", "aws:username");
  }

  @Test
  void whatTheRequestDoesNotTellIsMissingUnlessGivenAndABoundaryLetsPassOrNot() {
    EvaluationResult missing = custom(asked -> asked.policyInputList(READ_BOX).permissionsBoundaryPolicyInputList(allow("ce:*"))
        .actionNames("s3:GetObject").resourceArns(BOX)).evaluationResults().getFirst();
    assertThat(missing.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.IMPLICIT_DENY);
    assertThat(missing.missingContextValues()).isEmpty();
    assertThat(missing.resourceSpecificResults().getFirst().missingContextValues()).containsExactly("aws:PrincipalTag/Team", "aws:username");
    assertThat(missing.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary()).isFalse();
    EvaluationResult given = custom(asked -> asked.policyInputList(READ_BOX).permissionsBoundaryPolicyInputList(allow("s3:*"))
        .actionNames("s3:GetObject").resourceArns(BOX).contextEntries(entry("aws:PrincipalTag/Team", "string", "Web"))).evaluationResults().getFirst();
    assertThat(given.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.ALLOWED);
    assertThat(given.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary()).isTrue();
    assertThat(given.matchedStatements()).singleElement().extracting(Statement::sourcePolicyId).isEqualTo("PolicyInputList.1");
  }

  private static ContextEntry entry(String key, String type, String... values) {
    return ContextEntry.builder().contextKeyName(key).contextKeyType(type).contextKeyValues(values).build();
  }

  @Test
  void acrossAccountsBothSidesMustAllowAndEachIsTold() {
    String resourcePolicy = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + arn("user/Anna")
        + "\"},\"Action\":\"s3:*\",\"Resource\":\"*\"}}";
    Consumer<SimulatePrincipalPolicyRequest.Builder> asked =
        request -> request.actionNames("s3:GetObject", "s3:PutObject").resourceArns(BOX).resourceOwner("arn:aws:iam::444455556666:root");
    assertThat(principal(asked).evaluationResults().getFirst().evalDecisionAsString()).isEqualTo("implicitDeny");
    List<EvaluationResult> results = principal(asked.andThen(request -> request.resourcePolicy(resourcePolicy))).evaluationResults();
    assertThat(results).extracting(EvaluationResult::evalDecisionAsString).containsExactly("allowed", "implicitDeny");
    assertThat(results.getFirst().matchedStatements()).extracting(Statement::sourcePolicyId).containsExactly("user_Anna_Box", "ResourcePolicy");
    assertThat(results.get(1).evalDecisionDetailsAsStrings()).containsEntry("IAM Policy", "implicitDeny").containsEntry("Resource Policy", "allowed");
  }

  @Test
  void anOrganizationIsToldOnlyOfAccountsThatBelongToOne() {
    assertThat(principal(asked -> asked.actionNames("ec2:RunInstances")).evaluationResults().getFirst().organizationsDecisionDetail()).isNull();
    world.organizations.join(world.accounts.create(null, "payer@example.com", "Correct-horse-1", "Payer").id(), world.account.id());
    assertThat(principal(asked -> asked.actionNames("ec2:RunInstances")).evaluationResults().getFirst().organizationsDecisionDetail()
        .allowedByOrganizations()).isTrue();
  }

  @Test
  void resultsComeInPages() {
    SimulateCustomPolicyResponse first =
        custom(asked -> asked.policyInputList(allow("s3:*")).actionNames("s3:GetObject", "ec2:RunInstances").resourceArns(BOX, BOX + "b").maxItems(3));
    assertThat(first.evaluationResults()).hasSize(3);
    assertThat(first.isTruncated()).isTrue();
    SimulateCustomPolicyResponse second = custom(asked -> asked.policyInputList(allow("s3:*")).actionNames("s3:GetObject", "ec2:RunInstances")
        .resourceArns(BOX, BOX + "b").maxItems(3).marker(first.marker()));
    assertThat(second.evaluationResults()).singleElement()
        .extracting(EvaluationResult::evalActionName, EvaluationResult::evalResourceName).containsExactly("ec2:RunInstances", BOX + "b");
    assertThat(second.isTruncated()).isFalse();
    assertThat(second.marker()).isNull();
  }

  @Test
  void anInstanceRunsWhenEveryResourceOfItsScenarioMayBeUsed() {
    String ec2 = "arn:aws:ec2:us-east-1:111122223333:";
    String[] needed = {ec2 + "image/*", ec2 + "instance/*", ec2 + "network-interface/*", ec2 + "security-group/*"};
    String document = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"ec2:*\",\"Resource\":\"*\"},"
        + "{\"Effect\":\"Deny\",\"Action\":\"ec2:*\",\"Resource\":\"" + ec2 + "security-group/*\"}]}";
    EvaluationResult result = custom(asked -> asked.policyInputList(document).actionNames("ec2:RunInstances").resourceArns(needed)
        .resourceHandlingOption("EC2-VPC-InstanceStore").callerArn("arn:aws:iam::111122223333:user/Anna")).evaluationResults().getFirst();
    assertThat(result.evalDecisionAsString()).isEqualTo("explicitDeny");
    assertThat(result.resourceSpecificResults()).extracting(ResourceSpecificResult::evalResourceDecisionAsString)
        .containsExactly("allowed", "allowed", "allowed", "explicitDeny");
    assertThatExceptionOfType(Failure.class).isThrownBy(() -> custom(asked -> asked.policyInputList(document).actionNames("ec2:RunInstances")
            .resourceArns(needed).resourceHandlingOption("EC2-VPC-EBS")))
        .withMessage("The scenario EC2-VPC-EBS needs a resource of type volume in ResourceArns.");
  }

  @ParameterizedTest
  @CsvSource({"string,x", "stringList,x", "numeric,1.5", "numericList,2", "boolean,true", "booleanList,False", "ip,10.0.0.1", "ipList,10.0.0.0/8",
      "binary,YWI=", "binaryList,YWI=", "date,2026-11-23T00:00:00Z", "dateList,1767225600"})
  void everyTypeOfContextKeyIsTaken(String type, String value) {
    assertThat(custom(asked -> asked.policyInputList(allow("s3:*")).actionNames("s3:GetObject").contextEntries(entry("a:key", type, value)))
        .evaluationResults()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"numeric,one", "boolean,maybe", "ip,here", "date,soon"})
  void aValueOfAnotherTypeIsRefused(String type, String value) {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> custom(asked -> asked.policyInputList(allow("s3:*")).actionNames("s3:GetObject").contextEntries(entry("a:key", type, value))))
        .withMessage("The value '" + value + "' of context entry a:key is not of type " + type + ".");
  }

  @Test
  void faultsOfTheRequestAreSaid() {
    assertThatExceptionOfType(Failure.class).isThrownBy(() -> custom(asked -> asked.policyInputList("{}").actionNames("s3:GetObject")))
        .withMessageStartingWith("PolicyInputList.1, line 1, column 1: Missing required field Statement.");
    assertThatExceptionOfType(Failure.class).isThrownBy(() -> custom(asked -> asked.policyInputList(allow("s3:*")).actionNames("s3:*")))
        .withMessageStartingWith("Invalid Action Name: s3:*.");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> custom(asked -> asked.policyInputList(allow("s3:*")).actionNames("s3:GetObject").resourcePolicy(allow("s3:*"))))
        .withMessageContaining("needs a CallerArn");
    assertThatExceptionOfType(Failure.class).isThrownBy(() -> principal(asked -> asked.policySourceArn(arn("user/Nobody")).actionNames("s3:GetObject")))
        .withMessage("Account " + world.account.id() + " has no user, group or role " + arn("user/Nobody") + ".");
    assertThatExceptionOfType(Failure.class).isThrownBy(() -> principal(asked -> asked.policySourceArn(arn("root") + "12345").actionNames("s3:GetObject")))
        .withMessageContaining("does not clearly define entity type and name.");
  }

  @Test
  void theConditionKeysThatPoliciesAskForAreListed() {
    assertThat(world.call(root, "iam", "GetContextKeysForPrincipalPolicy",
        GetContextKeysForPrincipalPolicyRequest.builder().policySourceArn(arn("user/Anna")).policyInputList(
            "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"Bool\":{\"AWS:SecureTransport\":\"true\"}}}}").build(),
        GetContextKeysForPrincipalPolicyResponse.class).contextKeyNames())
        .contains("aws:PrincipalTag/Team", "aws:username", "AWS:SecureTransport");
    assertThat(world.call(root, "iam", "GetContextKeysForCustomPolicy", GetContextKeysForCustomPolicyRequest.builder().policyInputList(READ_BOX).build(),
        GetContextKeysForCustomPolicyResponse.class).contextKeyNames()).containsExactly("aws:PrincipalTag/Team", "aws:username");
  }
}

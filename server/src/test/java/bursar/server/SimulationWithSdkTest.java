package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;

/** IAM's simulations by the SDK's own client: lists, maps, pages, positions and typed errors over the query protocol. */
class SimulationWithSdkTest {
  private static final String OWN = "{\"Version\":\"2012-10-17\",\n\"Statement\":[\n{\"Effect\":\"Allow\",\"Action\":\"ce:Get*\",\"Resource\":\"*\","
      + "\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}}}]}";
  private static final String BOX_POLICY = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\","
      + "\"Resource\":\"*\"}}";

  private final String url = SharedServer.url();

  @Test
  void simulationsAnswerWithEveryField() {
    Browser owner = Browser.ofNewOwner(url, "owner@simulation.example");
    String made = owner.iam("CreateAccessKey").ok().body();
    IamClient iam = Program.with(url, between(made, "AccessKeyId"), between(made, "SecretAccessKey")).iam();
    String anna = iam.createUser(user -> user.userName("Anna")).user().arn();
    iam.putUserPolicy(policy -> policy.userName("Anna").policyName("Own").policyDocument(OWN));

    List<EvaluationResult> results = iam.simulatePrincipalPolicyPaginator(asked -> asked.policySourceArn(anna).maxItems(1)
            .actionNames("ce:GetCostAndUsage", "s3:GetObject").resourceArns("arn:aws:s3:::box/a").resourceOwner("444455556666").resourcePolicy(BOX_POLICY)
            .contextEntries(entry -> entry.contextKeyName("aws:SourceIp").contextKeyType("ip").contextKeyValues("10.1.2.3")))
        .evaluationResults().stream().toList();
    assertThat(results).extracting(EvaluationResult::evalActionName).containsExactly("ce:GetCostAndUsage", "s3:GetObject");
    EvaluationResult crossing = results.getFirst();
    assertThat(crossing.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.IMPLICIT_DENY);
    assertThat(crossing.evalDecisionDetailsAsStrings()).containsEntry("IAM Policy", "allowed").containsEntry("Resource Policy", "implicitDeny");
    assertThat(crossing.resourceSpecificResults()).singleElement()
        .satisfies(one -> assertThat(one.evalDecisionDetailsAsStrings()).containsEntry("IAM Policy", "allowed"));

    EvaluationResult alone = iam.simulatePrincipalPolicy(asked -> asked.policySourceArn(anna).actionNames("ce:GetCostAndUsage"))
        .evaluationResults().getFirst();
    assertThat(alone.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.IMPLICIT_DENY);
    assertThat(alone.missingContextValues()).containsExactly("aws:SourceIp");
    assertThat(alone.evalResourceName()).isEqualTo("*");

    EvaluationResult custom = iam.simulateCustomPolicy(asked -> asked.policyInputList(OWN).permissionsBoundaryPolicyInputList(OWN)
            .actionNames("ce:GetCostAndUsage").contextEntries(entry -> entry.contextKeyName("aws:SourceIp").contextKeyType("ip").contextKeyValues("10.1.2.3")))
        .evaluationResults().getFirst();
    assertThat(custom.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.ALLOWED);
    assertThat(custom.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary()).isTrue();
    assertThat(custom.matchedStatements()).singleElement().satisfies(statement -> {
      assertThat(statement.sourcePolicyId()).isEqualTo("PolicyInputList.1");
      assertThat(statement.sourcePolicyTypeAsString()).isEqualTo("none");
      assertThat(statement.startPosition().line()).isEqualTo(3);
      assertThat(statement.startPosition().column()).isEqualTo(1);
      assertThat(statement.endPosition().line()).isEqualTo(3);
    });

    assertThat(iam.getContextKeysForPrincipalPolicy(asked -> asked.policySourceArn(anna)).contextKeyNames()).containsExactly("aws:SourceIp");
    assertThat(iam.getContextKeysForCustomPolicy(asked -> asked.policyInputList(OWN)).contextKeyNames()).containsExactly("aws:SourceIp");
    assertThatThrownBy(() -> iam.simulateCustomPolicy(asked -> asked.policyInputList("{").actionNames("s3:GetObject")))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> iam.simulatePrincipalPolicy(asked -> asked.policySourceArn(anna + "x").actionNames("s3:GetObject")))
        .isInstanceOf(NoSuchEntityException.class);

    IamClient annas = Program.with(url, iam.createAccessKey(key -> key.userName("Anna")).accessKey()).iam();
    assertThatThrownBy(() -> annas.simulatePrincipalPolicy(asked -> asked.policySourceArn(anna).actionNames("s3:GetObject")))
        .isInstanceOf(IamException.class)
        .hasMessageContaining("is not authorized to perform: iam:SimulatePrincipalPolicy on resource: " + anna
            + " because no identity-based policy allows the iam:SimulatePrincipalPolicy action");
  }

  private static String between(String xml, String element) {
    int start = xml.indexOf("<" + element + ">") + element.length() + 2;
    return xml.substring(start, xml.indexOf("</" + element + ">"));
  }
}

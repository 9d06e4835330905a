package bursar.operations.accessanalyzer;

import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import bursar.policy.PolicyKind;
import bursar.policy.prove.Prover;
import software.amazon.awssdk.services.accessanalyzer.model.AccessCheckResourceType;
import software.amazon.awssdk.services.accessanalyzer.model.CheckNoPublicAccessRequest;
import software.amazon.awssdk.services.accessanalyzer.model.CheckNoPublicAccessResponse;

/** Whether a policy on a resource lets nobody unknown in, over all possible requests (API reference, {@code CheckNoPublicAccess}). */
public final class CheckNoPublicAccess implements Operation<CheckNoPublicAccessRequest, CheckNoPublicAccessResponse> {
  private static final AccessCheck CHECK = new AccessCheck(
      "The resource policy does not grant public access for the given resource type.",
      "The resource policy grants public access for the given resource type",
      "Public access granted in the statement");
  private static final Declaration<CheckNoPublicAccessRequest, CheckNoPublicAccessResponse> DECLARATION =
      Declaration.of(AccessAnalyzerService.DEFINITION, "CheckNoPublicAccess", CheckNoPublicAccessRequest.class, CheckNoPublicAccessResponse.class)
          .at("POST", "/policy/check-no-public-access")
          .summary("Proves that a policy on a resource lets nobody unknown in, or gives a stranger's request that it allows.")
          .needs("access-analyzer:CheckNoPublicAccess", AccessLevel.READ)
          .rules(
              MemberRule.required("policyDocument").range(1, AccessCheck.DOCUMENT_MAX),
              MemberRule.required("resourceType")
                  .oneOf(AccessCheckResourceType.knownValues().stream().map(AccessCheckResourceType::toString).sorted().toArray(String[]::new)))
          .errors(AccessAnalyzerService.VALIDATION, AccessAnalyzerService.INVALID_PARAMETER, AccessAnalyzerService.UNPROCESSABLE)
          .example(() -> CheckNoPublicAccessRequest.builder()
              .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"111122223333\"},"
                  + "\"Action\":\"sts:AssumeRole\"}}")
              .resourceType(AccessCheckResourceType.AWS_IAM_ASSUME_ROLE_POLICY_DOCUMENT)
              .build())
          .build();

  @Override
  public Declaration<CheckNoPublicAccessRequest, CheckNoPublicAccessResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public CheckNoPublicAccessResponse handle(Authorized<CheckNoPublicAccessRequest> call) {
    CheckNoPublicAccessRequest request = call.input();
    PolicyKind kind = request.resourceType() == AccessCheckResourceType.AWS_IAM_ASSUME_ROLE_POLICY_DOCUMENT ? PolicyKind.TRUST : PolicyKind.RESOURCE;
    AccessCheck.Answer answer =
        CHECK.of(Prover.noPublicAccess(AccessCheck.read("policyDocument", request.policyDocument(), kind)), "policy");
    return CheckNoPublicAccessResponse.builder().result(answer.result()).message(answer.message()).reasons(answer.reasons()).build();
  }
}

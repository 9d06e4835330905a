package bursar.operations.accessanalyzer;

import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import bursar.policy.PolicyKind;
import bursar.policy.prove.Prover;
import java.util.List;
import software.amazon.awssdk.services.accessanalyzer.model.AccessCheckPolicyType;
import software.amazon.awssdk.services.accessanalyzer.model.CheckNoNewAccessRequest;
import software.amazon.awssdk.services.accessanalyzer.model.CheckNoNewAccessResponse;

/** Whether a policy stays within another, over all possible requests (API reference, {@code CheckNoNewAccess}). */
public final class CheckNoNewAccess implements Operation<CheckNoNewAccessRequest, CheckNoNewAccessResponse> {
  private static final AccessCheck CHECK = new AccessCheck(
      "The modified permissions do not grant new access compared to your existing policy.",
      "The modified permissions grant new access compared to your existing policy",
      "New access in the statement");
  private static final Declaration<CheckNoNewAccessRequest, CheckNoNewAccessResponse> DECLARATION =
      Declaration.of(AccessAnalyzerService.DEFINITION, "CheckNoNewAccess", CheckNoNewAccessRequest.class, CheckNoNewAccessResponse.class)
          .at("POST", "/policy/check-no-new-access")
          .summary("Proves that a policy grants nothing that another does not, or gives a request that only the new one allows.")
          .needs("access-analyzer:CheckNoNewAccess", AccessLevel.READ)
          .rules(
              MemberRule.required("newPolicyDocument").range(1, AccessCheck.DOCUMENT_MAX),
              MemberRule.required("existingPolicyDocument").range(1, AccessCheck.DOCUMENT_MAX),
              MemberRule.required("policyType").oneOf("IDENTITY_POLICY", "RESOURCE_POLICY"))
          .errors(AccessAnalyzerService.VALIDATION, AccessAnalyzerService.INVALID_PARAMETER, AccessAnalyzerService.UNPROCESSABLE)
          .example(() -> CheckNoNewAccessRequest.builder()
              .existingPolicyDocument(
                  "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"ce:Get*\",\"Resource\":\"*\"}}")
              .newPolicyDocument(
                  "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"ce:GetTags\",\"Resource\":\"*\"}}")
              .policyType(AccessCheckPolicyType.IDENTITY_POLICY)
              .build())
          .build();

  @Override
  public Declaration<CheckNoNewAccessRequest, CheckNoNewAccessResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public CheckNoNewAccessResponse handle(Authorized<CheckNoNewAccessRequest> call) {
    CheckNoNewAccessRequest request = call.input();
    PolicyKind kind = AccessCheck.kind(request.policyType());
    AccessCheck.Answer answer = CHECK.of(
        Prover.noNewAccess(
            List.of(AccessCheck.read("existingPolicyDocument", request.existingPolicyDocument(), kind)),
            List.of(AccessCheck.read("newPolicyDocument", request.newPolicyDocument(), kind))),
        "new policy");
    return CheckNoNewAccessResponse.builder().result(answer.result()).message(answer.message()).reasons(answer.reasons()).build();
  }
}

package bursar.operations.accessanalyzer;

import bursar.domain.Failure;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import bursar.policy.PolicyDocument;
import bursar.policy.prove.Prover;
import java.util.List;
import software.amazon.awssdk.services.accessanalyzer.model.Access;
import software.amazon.awssdk.services.accessanalyzer.model.AccessCheckPolicyType;
import software.amazon.awssdk.services.accessanalyzer.model.CheckAccessNotGrantedRequest;
import software.amazon.awssdk.services.accessanalyzer.model.CheckAccessNotGrantedResponse;

/** Whether a policy grants nothing of a list, over all possible requests (API reference, {@code CheckAccessNotGranted}). */
public final class CheckAccessNotGranted implements Operation<CheckAccessNotGrantedRequest, CheckAccessNotGrantedResponse> {
  private static final int LISTED_MAX = 100;
  private static final AccessCheck CHECK = new AccessCheck(
      "The policy document does not grant access to perform the listed actions or resources.",
      "The policy document grants access to perform one or more of the listed actions or resources",
      "One or more of the listed actions or resources in the statement");
  private static final Declaration<CheckAccessNotGrantedRequest, CheckAccessNotGrantedResponse> DECLARATION =
      Declaration.of(AccessAnalyzerService.DEFINITION, "CheckAccessNotGranted", CheckAccessNotGrantedRequest.class, CheckAccessNotGrantedResponse.class)
          .at("POST", "/policy/check-access-not-granted")
          .summary("Proves that a policy does not grant an action on a resource, or gives a request that it allows.")
          .needs("access-analyzer:CheckAccessNotGranted", AccessLevel.READ)
          .rules(
              MemberRule.required("policyDocument").range(1, AccessCheck.DOCUMENT_MAX),
              MemberRule.required("access").range(1, 1),
              MemberRule.required("policyType").oneOf("IDENTITY_POLICY", "RESOURCE_POLICY"))
          .errors(AccessAnalyzerService.VALIDATION, AccessAnalyzerService.INVALID_PARAMETER, AccessAnalyzerService.UNPROCESSABLE)
          .example(() -> CheckAccessNotGrantedRequest.builder()
              .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"ce:*\",\"Resource\":\"*\"}}")
              .access(Access.builder().actions("payments:*").build())
              .policyType(AccessCheckPolicyType.IDENTITY_POLICY)
              .build())
          .build();

  @Override
  public Declaration<CheckAccessNotGrantedRequest, CheckAccessNotGrantedResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public CheckAccessNotGrantedResponse handle(Authorized<CheckAccessNotGrantedRequest> call) {
    CheckAccessNotGrantedRequest request = call.input();
    PolicyDocument policy = AccessCheck.read("policyDocument", request.policyDocument(), AccessCheck.kind(request.policyType()));
    AccessCheck.Answer answer =
        CHECK.of(Prover.accessNotGranted(List.of(policy), request.access().stream().map(CheckAccessNotGranted::asked).toList()), "policy");
    return CheckAccessNotGrantedResponse.builder().result(answer.result()).message(answer.message()).reasons(answer.reasons()).build();
  }

  private static bursar.policy.prove.Access asked(Access access) {
    if (access.actions().isEmpty() && access.resources().isEmpty()) {
      throw new Failure("ValidationException", "An access names actions, resources, or both.");
    }
    if (access.actions().size() > LISTED_MAX || access.resources().size() > LISTED_MAX) {
      throw new Failure("ValidationException", "An access names at most " + LISTED_MAX + " actions and " + LISTED_MAX + " resources.");
    }
    for (String action : access.actions()) {
      if (!action.equals("*") && action.indexOf(':') <= 0) {
        throw new Failure("InvalidParameterException", "'" + action + "' is no action. Write it with its service, such as payments:*.");
      }
    }
    return new bursar.policy.prove.Access(access.actions(), access.resources());
  }
}

package bursar.operations.bursar;

import bursar.domain.permissions.KnownPermissions;
import bursar.domain.permissions.PermissionCatalogue;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.AccessExplanation;
import bursar.operations.gate.Authorized;
import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.Decision;
import bursar.policy.MalformedPolicyException;
import bursar.policy.PolicyKind;
import bursar.policy.PolicyReader;
import bursar.policy.PolicySet;
import bursar.policy.RequestContext;
import bursar.policy.advice.Finding;
import bursar.policy.advice.KnownNames;
import bursar.policy.advice.PolicyAdvisor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a policy's text, and what it does in billing. It looks at the text alone, so whoever is signed in may ask. */
public final class AnalyzePolicy implements Operation<AnalyzePolicy.Request, AnalyzePolicy.Answer> {
  private static final int DOCUMENT_MAX = 131_072;
  private static final int FINDINGS_MAX = 100;
  private static final Declaration<Request, Answer> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "AnalyzePolicy", Request.class, Answer.class)
          .summary("Reviews the text of an identity-based policy: errors, dangers, and what it allows and denies in billing.")
          .exempt(Exemption.UNDENIABLE, AccessLevel.READ)
          .rules(MemberRule.required("PolicyDocument").range(1, DOCUMENT_MAX))
          .example(() -> new Request("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"aws-portal:*\",\"Resource\":\"*\"}}"))
          .build();

  private final KnownNames names;

  /** Judges names by this catalogue. */
  public AnalyzePolicy(PermissionCatalogue catalogue) {
    this.names = new KnownPermissions(catalogue);
  }

  /** The policy's JSON. */
  public record Request(String policyDocument) {}

  /**
   * The review.
   *
   * @param valid whether it can be attached
   * @param findings what was found, in the order of the text
   * @param billingEffects what it alone does in billing; empty unless valid
   */
  public record Answer(Boolean valid, List<Review> findings, List<BillingEffect> billingEffects) {}

  /** A finding and its place. */
  public record Review(String severity, String code, String message, Integer line, Integer column) {}

  /**
   * What the policy alone does for one page or tool, without regard to conditions on resources.
   *
   * @param name the page or tool
   * @param action the action of today
   * @param legacyAction the legacy permission; null where there never was one
   * @param effect {@code ALLOWED}, {@code IMPLICITLY_DENIED} or {@code EXPLICITLY_DENIED}
   * @param legacyEffect the same for the legacy permission; null without one
   */
  public record BillingEffect(
      String name, String action, @Nullable String legacyAction, String effect, @Nullable String legacyEffect) {}

  @Override
  public Declaration<Request, Answer> declaration() {
    return DECLARATION;
  }

  @Override
  public Answer handle(Authorized<Request> call) {
    String text = call.input().policyDocument();
    List<Review> findings =
        PolicyAdvisor.review(text, PolicyKind.IDENTITY, names).stream().limit(FINDINGS_MAX).map(AnalyzePolicy::written).toList();
    try {
      PolicySet policy = PolicySet.of(List.of(new AttachedPolicy("the policy", null, "given", PolicyReader.read(text))));
      String arn = call.caller().principal().arn();
      return new Answer(true, findings, Arrays.stream(BillingTool.values()).map(tool -> effect(policy, arn, tool)).toList());
    } catch (MalformedPolicyException malformed) {
      return new Answer(false, findings, List.of());
    }
  }

  private static Review written(Finding finding) {
    return new Review(finding.severity().name(), finding.code(), finding.message(), finding.line(), finding.column());
  }

  private static BillingEffect effect(PolicySet policy, String arn, BillingTool tool) {
    String legacy = tool.legacyAction();
    return new BillingEffect(tool.title(), tool.action(), legacy, effect(policy, arn, tool.action()),
        legacy == null ? null : effect(policy, arn, legacy));
  }

  private static String effect(PolicySet policy, String arn, String action) {
    return switch (policy.evaluate(new AccessRequest(arn, action, "*", RequestContext.empty()))) {
      case Decision.Allowed _ -> AccessExplanation.ALLOWED;
      case Decision.ImplicitlyDenied _ -> AccessExplanation.IMPLICITLY_DENIED;
      case Decision.ExplicitlyDenied _ -> AccessExplanation.EXPLICITLY_DENIED;
    };
  }
}

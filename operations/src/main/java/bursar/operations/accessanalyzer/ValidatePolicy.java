package bursar.operations.accessanalyzer;

import bursar.domain.Failure;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import bursar.policy.PolicyKind;
import bursar.policy.PolicyOutline;
import bursar.policy.advice.Finding;
import bursar.policy.advice.KnownNames;
import bursar.policy.advice.PolicyAdvisor;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.accessanalyzer.model.Location;
import software.amazon.awssdk.services.accessanalyzer.model.PathElement;
import software.amazon.awssdk.services.accessanalyzer.model.PolicyType;
import software.amazon.awssdk.services.accessanalyzer.model.Position;
import software.amazon.awssdk.services.accessanalyzer.model.Span;
import software.amazon.awssdk.services.accessanalyzer.model.ValidatePolicyFinding;
import software.amazon.awssdk.services.accessanalyzer.model.ValidatePolicyRequest;
import software.amazon.awssdk.services.accessanalyzer.model.ValidatePolicyResourceType;
import software.amazon.awssdk.services.accessanalyzer.model.ValidatePolicyResponse;

/** What is wrong with a policy's text, and what is not as its author may think (API reference, {@code ValidatePolicy}). */
public final class ValidatePolicy implements Operation<ValidatePolicyRequest, ValidatePolicyResponse> {
  private static final int PAGE_MAX = 1_000;
  private static final int DOCUMENT_MAX = 131_072;
  private static final Pattern TOKEN = Pattern.compile("[1-9][0-9]{0,8}");
  private static final Declaration<ValidatePolicyRequest, ValidatePolicyResponse> DECLARATION =
      Declaration.of(AccessAnalyzerService.DEFINITION, "ValidatePolicy", ValidatePolicyRequest.class, ValidatePolicyResponse.class)
          .at("POST", "/policy/validation")
          .summary("Reviews the text of a policy: errors, security warnings, warnings and suggestions, each with its place.")
          .needs("access-analyzer:ValidatePolicy", AccessLevel.READ)
          .rules(
              MemberRule.required("policyDocument").range(1, DOCUMENT_MAX),
              MemberRule.required("policyType").oneOf(PolicyType.knownValues().stream().map(PolicyType::toString).sorted().toArray(String[]::new)),
              MemberRule.optional("maxResults").range(0, PAGE_MAX),
              MemberRule.optional("nextToken").range(1, 100))
          .errors(AccessAnalyzerService.VALIDATION)
          .example(() -> ValidatePolicyRequest.builder()
              .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"aws-portal:*\",\"Resource\":\"*\"}}")
              .policyType(PolicyType.IDENTITY_POLICY)
              .build())
          .build();

  private final KnownNames names;

  /** Judges names by these. */
  public ValidatePolicy(KnownNames names) {
    this.names = names;
  }

  @Override
  public Declaration<ValidatePolicyRequest, ValidatePolicyResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public ValidatePolicyResponse handle(Authorized<ValidatePolicyRequest> call) {
    ValidatePolicyRequest request = call.input();
    String text = request.policyDocument();
    List<Finding> findings = PolicyAdvisor.review(text, kind(request), names);
    int from = from(request.nextToken(), findings.size());
    int size = request.maxResults() == null || request.maxResults() == 0 ? PAGE_MAX : request.maxResults();
    int to = Math.min(findings.size(), from + size);
    PolicyOutline outline = PolicyOutline.of(text);
    return ValidatePolicyResponse.builder()
        .findings(findings.subList(from, to).stream().map(finding -> written(finding, outline)).toList())
        .nextToken(to < findings.size() ? Integer.toString(to) : null)
        .build();
  }

  /** The kind of policy that a type, and for policies on resources the type of resource, stands for. */
  static PolicyKind kind(ValidatePolicyRequest request) {
    return switch (request.policyType()) {
      case IDENTITY_POLICY -> PolicyKind.IDENTITY;
      case SERVICE_CONTROL_POLICY -> PolicyKind.SERVICE_CONTROL;
      case RESOURCE_CONTROL_POLICY -> PolicyKind.RESOURCE_CONTROL;
      case RESOURCE_POLICY ->
          request.validatePolicyResourceType() == ValidatePolicyResourceType.AWS_IAM_ASSUME_ROLE_POLICY_DOCUMENT
              ? PolicyKind.TRUST
              : PolicyKind.RESOURCE;
      case UNKNOWN_TO_SDK_VERSION ->
          throw new Failure("ValidationException", "There is no policy type " + request.policyTypeAsString() + ".");
    };
  }

  private static int from(@Nullable String token, int size) {
    if (token == null) {
      return 0;
    }
    int from = TOKEN.matcher(token).matches() ? Integer.parseInt(token) : 0;
    if (from < 1 || from >= size) {
      throw new Failure("ValidationException", "The nextToken is none that this operation gave out for this policy.");
    }
    return from;
  }

  private static ValidatePolicyFinding written(Finding finding, PolicyOutline outline) {
    PolicyOutline.Place place = outline.at(new bursar.policy.Position(finding.line(), finding.column()));
    return ValidatePolicyFinding.builder()
        .findingType(finding.severity().name())
        .issueCode(finding.code())
        .findingDetails(finding.message())
        .learnMoreLink(finding.learnMoreLink())
        .locations(Location.builder()
            .path(place.path().stream().map(ValidatePolicy::written).toList())
            .span(Span.builder()
                .start(position(place.start(), place.startOffset()))
                .end(position(place.end(), place.endOffset()))
                .build())
            .build())
        .build();
  }

  private static PathElement written(PolicyOutline.Step step) {
    return switch (step) {
      case PolicyOutline.Step.Value value -> PathElement.fromValue(value.name());
      case PolicyOutline.Step.Key key -> PathElement.fromKey(key.name());
      case PolicyOutline.Step.Index index -> PathElement.fromIndex(index.index());
    };
  }

  /** Access Analyzer counts lines from 1, columns and offsets from 0. */
  private static Position position(bursar.policy.Position place, int offset) {
    return Position.builder().line(place.line()).column(place.column() - 1).offset(offset).build();
  }
}

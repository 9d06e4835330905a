package bursar.policy.prove;

import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.Decision;
import bursar.policy.Effect;
import bursar.policy.Located;
import bursar.policy.Miss;
import bursar.policy.PatternElement;
import bursar.policy.PolicyDocument;
import bursar.policy.PolicyKind;
import bursar.policy.PolicySet;
import bursar.policy.PolicyVersion;
import bursar.policy.Position;
import bursar.policy.Principal;
import bursar.policy.RequestContext;
import bursar.policy.Statement;
import bursar.policy.StatementExplanation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The whole decision of {@link PolicySet} about one principal as a formula: every Deny, the levels of control policies,
 * identity-based and resource-based policies and what they grant, boundaries and session policies.
 */
final class AllowedFormula {
  /** How far a resource-based Allow carries within one account. */
  private enum Reach {
    FINAL,
    LIMITED,
    DELEGATED
  }

  private static final Position NOWHERE = new Position(1, 1);
  private static final Formula NEVER = new Formula.SomeMatch(List.of());
  private static final Formula ALWAYS = new Formula.NoneMatch(List.of());

  private final Question.Builder question;
  private final List<AttachedPolicy> policies;
  private final PrincipalCase asker;
  private final @Nullable String resourceAccount;
  private final RequestContext context;
  private final Group all;
  private final Set<Source> missing = new HashSet<>();

  private AllowedFormula(
      Question.Builder question, List<AttachedPolicy> policies, PrincipalCase asker, @Nullable String resourceAccount) {
    this.question = question;
    this.policies = policies;
    this.asker = asker;
    this.resourceAccount = resourceAccount;
    RequestContext.Builder known = RequestContext.builder();
    asker.given().forEach(known::put);
    this.context = known.build();
    this.all = question.add(policies);
    findMissing();
  }

  /** The formula that is true of the requests that the policies allow; adds the policies to the question first. */
  static Formula of(
      Question.Builder question, List<AttachedPolicy> policies, PrincipalCase asker, @Nullable String resourceAccount) {
    return new AllowedFormula(question, policies, asker, resourceAccount).build();
  }

  private AccessRequest probe() {
    return new AccessRequest(asker.principal(), "x:x", "*", null, context);
  }

  private void findMissing() {
    Map<List<Integer>, Source> byPlace = new LinkedHashMap<>();
    for (List<Source> sources : List.of(all.allows(), all.denies())) {
      for (Source source : sources) {
        byPlace.put(List.of(source.reference().policyIndex(), source.reference().index()), source);
      }
    }
    for (StatementExplanation each : PolicySet.of(policies).explain(probe()).statements()) {
      if (each.misses().stream().anyMatch(Miss.OfPrincipal.class::isInstance)) {
        Source source = byPlace.get(List.of(each.reference().policyIndex(), each.reference().index()));
        missing.add(Objects.requireNonNull(source));
      }
    }
  }

  private static PolicyKind kind(Source source) {
    return source.reference().policy().document().kind();
  }

  private List<Source> allowsOf(PolicyKind... kinds) {
    return all.allows().stream().filter(source -> List.of(kinds).contains(kind(source)) && !missing.contains(source)).toList();
  }

  private Formula build() {
    List<Formula> gates = new ArrayList<>();
    gates.add(new Formula.NoneMatch(all.denies().stream().filter(source -> !missing.contains(source)).toList()));
    gates.addAll(levels());
    List<Source> resource = allowsOf(PolicyKind.RESOURCE, PolicyKind.TRUST);
    Formula byResource = new Formula.SomeMatch(resource);
    Formula byIdentity = new Formula.SomeMatch(allowsOf(PolicyKind.IDENTITY));
    boolean root = asker.principal() instanceof Principal.AccountRoot;
    if (asker.principal().hasNoIdentityPolicies()) {
      gates.add(byResource);
    } else if (probe(resourceAccount).crossesAccounts()) {
      gates.add(byResource);
      gates.add(root ? ALWAYS : Formula.all(byIdentity, limits()));
    } else {
      List<Source> closed = closedResources();
      gates.add(new Formula.Some(List.of(new Formula.NoneMatch(closed), byResource)));
      gates.add(root ? ALWAYS : withinAccount(resource, byIdentity));
    }
    return new Formula.All(gates);
  }

  private AccessRequest probe(@Nullable String account) {
    return new AccessRequest(asker.principal(), "x:x", "*", account, context);
  }

  private Formula withinAccount(List<Source> resource, Formula byIdentity) {
    List<Source> direct = new ArrayList<>();
    List<Source> limited = new ArrayList<>();
    for (Source source : resource) {
      switch (reach(source)) {
        case FINAL -> direct.add(source);
        case LIMITED -> limited.add(source);
        case DELEGATED -> {
          // Leaves the decision to the identity-based policies.
        }
      }
    }
    return new Formula.Some(
        List.of(
            Formula.all(byIdentity, limits()),
            new Formula.SomeMatch(direct),
            Formula.all(new Formula.SomeMatch(limited), limits())));
  }

  /** Asks the evaluator how far the statement's principal carries: past a boundary that allows nothing, or up to it. */
  private Reach reach(Source source) {
    Statement statement =
        new Statement(
            null, Effect.ALLOW, source.statement().principal(), element("*"), null, List.of(), NOWHERE, Map.of());
    Statement nothing =
        new Statement(null, Effect.ALLOW, null, element("x:nothing"), element("*"), List.of(), NOWHERE, Map.of());
    Decision decision =
        PolicySet.of(List.of(attached(PolicyKind.RESOURCE, statement), attached(PolicyKind.PERMISSIONS_BOUNDARY, nothing)))
            .evaluate(probe());
    return switch (decision) {
      case Decision.Allowed _ -> Reach.FINAL;
      case Decision.ImplicitlyDenied denied ->
          denied.lacking() == PolicyKind.PERMISSIONS_BOUNDARY ? Reach.LIMITED : Reach.DELEGATED;
      case Decision.ExplicitlyDenied _ -> Reach.DELEGATED;
    };
  }

  private static AttachedPolicy attached(PolicyKind kind, Statement statement) {
    return new AttachedPolicy("probe", null, "asked", new PolicyDocument(kind, PolicyVersion.V2012, null, List.of(statement)));
  }

  private static PatternElement element(String text) {
    return new PatternElement(false, List.of(new Located(text, NOWHERE)));
  }

  private Formula limits() {
    List<Formula> limits = new ArrayList<>();
    boolean hasSessionPolicy = false;
    for (int index = 0; index < policies.size(); index++) {
      PolicyKind kind = policies.get(index).document().kind();
      hasSessionPolicy |= kind == PolicyKind.SESSION;
      if (kind == PolicyKind.PERMISSIONS_BOUNDARY) {
        AttachedPolicy boundary = policies.get(index);
        limits.add(
            new Formula.SomeMatch(
                all.allows().stream().filter(source -> source.reference().policy() == boundary).toList()));
      }
    }
    if (hasSessionPolicy) {
      limits.add(new Formula.SomeMatch(allowsOf(PolicyKind.SESSION)));
    } else if (asker.principal() instanceof Principal.FederatedUser) {
      limits.add(NEVER);
    }
    return new Formula.All(limits);
  }

  /** Every level of control policies must allow, unless it does not bind the principal. */
  private List<Formula> levels() {
    Map<List<Object>, List<Source>> allows = new LinkedHashMap<>();
    Set<List<Object>> binding = new HashSet<>();
    for (List<Source> sources : List.of(all.allows(), all.denies())) {
      for (Source source : sources) {
        PolicyKind kind = kind(source);
        if (kind == PolicyKind.SERVICE_CONTROL || kind == PolicyKind.RESOURCE_CONTROL) {
          String name = source.reference().policy().level();
          List<Object> level = List.of(kind, name == null ? List.of() : name);
          List<Source> ofLevel = allows.computeIfAbsent(level, key -> new ArrayList<>());
          if (!missing.contains(source)) {
            binding.add(level);
            if (source.statement().effect() == Effect.ALLOW) {
              ofLevel.add(source);
            }
          }
        }
      }
    }
    List<Formula> formulas = new ArrayList<>();
    allows.forEach(
        (level, sources) -> {
          if (binding.contains(level)) {
            formulas.add(new Formula.SomeMatch(List.copyOf(sources)));
          }
        });
    return formulas;
  }

  /** The requests for roles and keys, which are closed until their own policy opens them. */
  private List<Source> closedResources() {
    boolean hasResourcePolicy =
        policies.stream()
            .map(policy -> policy.document().kind())
            .anyMatch(kind -> kind == PolicyKind.RESOURCE || kind == PolicyKind.TRUST);
    List<String> keys = hasResourcePolicy ? List.of() : List.of("arn:*:kms:*:*:key/*", "arn:*:kms:*:*:*:key/*");
    return List.of(
        question.asking(new Access(List.of("sts:AssumeRole*"), List.of()), List.of()),
        question.asking(new Access(List.of("sts:*"), List.of("arn:*:iam:*:*:role/*", "arn:*:iam:*:*:*:role/*")), List.of()),
        question.asking(new Access(List.of("kms:*"), keys), List.of()));
  }
}

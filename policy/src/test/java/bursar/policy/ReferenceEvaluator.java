package bursar.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How policies are evaluated, as a slow, readable specification: AWS's text paragraph by paragraph, with none of the code that
 * the fast evaluator uses. {@link ReferenceMatcher} is the same for what one statement says.
 */
final class ReferenceEvaluator {
  /** A statement by its policy and its place in it. */
  record Place(int policy, int statement) {}

  /** The decision's name and the statements it rests on. */
  record Verdict(String decision, List<Place> statements) {}

  /** One of the names a principal goes by, and how far an Allow carries that names it so. */
  private record Name(String text, String reach) {}

  private final List<AttachedPolicy> policies;
  private final AccessRequest request;
  private final String who;
  /** The principal's ARN in its six parts; a single part when it has no ARN. */
  private final String[] arn;

  private ReferenceEvaluator(List<AttachedPolicy> policies, AccessRequest request) {
    this.policies = policies;
    this.request = request;
    this.who = request.principalArn();
    this.arn = who.split(":", 6);
  }

  /** Policy evaluation logic, paragraph by paragraph. */
  static Verdict evaluate(List<AttachedPolicy> policies, AccessRequest request) {
    ReferenceEvaluator evaluator = new ReferenceEvaluator(policies, request);
    // "If the code finds even one explicit deny that applies, the code returns a final decision of Deny."
    List<Place> denies = evaluator.matching(policy -> true, Effect.DENY);
    return denies.isEmpty() ? evaluator.grant() : new Verdict("ExplicitlyDenied", denies);
  }

  private Verdict grant() {
    // "The request is implicitly denied" where a level of RCPs or SCPs has no applicable Allow.
    for (AttachedPolicy control : policies) {
      if (isControl(control) && binds(control) && matching(other -> isSameLevel(control, other), Effect.ALLOW).isEmpty()) {
        return verdict(List.of());
      }
    }
    Predicate<AttachedPolicy> ofResource = policy -> List.of(PolicyKind.RESOURCE, PolicyKind.TRUST).contains(policy.document().kind());
    List<Place> resource = matching(ofResource, Effect.ALLOW);
    // Services, identity providers and anonymous callers have no policies of their own.
    if (!hasAccount()) {
      return verdict(resource);
    }
    boolean across = request.resourceAccount() != null && !request.resourceAccount().equals(arn[4]);
    boolean closed = isClosedUntilItsOwnPolicyAllows(policies.stream().anyMatch(ofResource));
    if (resource.isEmpty() && (across || closed)) {
      return verdict(List.of());
    }
    List<Place> identity = matching(policy -> policy.document().kind() == PolicyKind.IDENTITY, Effect.ALLOW);
    // "The AWS account root user has full access."
    boolean unlimited = arn[5].equals("root") || (boundariesAllow() && sessionAllows());
    if (across) {
      // "The request is allowed only if both evaluations return a decision of Allow."
      return verdict(unlimited && (arn[5].equals("root") || !identity.isEmpty()) ? together(identity, resource) : List.of());
    }
    List<Place> granting = resource.stream().filter(place -> counts(place, unlimited, closed && !identity.isEmpty())).toList();
    return arn[5].equals("root")
        ? new Verdict("Allowed", together(identity, resource))
        : verdict(together(unlimited ? identity : List.of(), granting));
  }

  private static Verdict verdict(List<Place> granting) {
    return new Verdict(granting.isEmpty() ? "ImplicitlyDenied" : "Allowed", granting);
  }

  private static List<Place> together(List<Place> some, List<Place> others) {
    return Stream.concat(some.stream(), others.stream())
        .sorted(Comparator.comparingInt(Place::policy).thenComparingInt(Place::statement))
        .toList();
  }

  /** "If a policy grants permission directly to the user or the session, an implicit deny elsewhere does not impact it." */
  private boolean counts(Place place, boolean unlimited, boolean delegationDecides) {
    PrincipalElement element = policies.get(place.policy()).document().statements().get(place.statement()).principal();
    return switch (reach(element, false)) {
      case "principal" -> true;
      case "role" -> unlimited;
      default -> unlimited && delegationDecides;
    };
  }

  /** "Role trust policies and KMS key policies must explicitly allow access." */
  private boolean isClosedUntilItsOwnPolicyAllows(boolean hasPolicy) {
    String action = request.action().toLowerCase(Locale.ROOT);
    String resource = request.resource();
    return action.startsWith("sts:assumerole")
        || (action.startsWith("sts:") && resource.matches("arn:[^:]*:iam:.*:role/.*"))
        || (action.startsWith("kms:") && (hasPolicy || resource.matches("arn:[^:]*:kms:.*:key/.*")));
  }

  private boolean boundariesAllow() {
    return policies.stream()
        .filter(policy -> policy.document().kind() == PolicyKind.PERMISSIONS_BOUNDARY)
        .noneMatch(boundary -> matching(policy -> policy == boundary, Effect.ALLOW).isEmpty());
  }

  /** "If there is no session policy and the principal is a role session, the request is allowed. Otherwise it is denied." */
  private boolean sessionAllows() {
    Predicate<AttachedPolicy> ofSession = policy -> policy.document().kind() == PolicyKind.SESSION;
    return policies.stream().noneMatch(ofSession)
        ? !arn[5].startsWith("federated-user/")
        : !matching(ofSession, Effect.ALLOW).isEmpty();
  }

  private static boolean isControl(AttachedPolicy policy) {
    return List.of(PolicyKind.SERVICE_CONTROL, PolicyKind.RESOURCE_CONTROL).contains(policy.document().kind());
  }

  private static boolean isSameLevel(AttachedPolicy one, AttachedPolicy other) {
    return one.document().kind() == other.document().kind() && Objects.equals(one.level(), other.level());
  }

  /** Service-linked roles are bound by neither; SCPs bind users and roles of member accounts only. */
  private boolean binds(AttachedPolicy policy) {
    if (!isControl(policy)) {
      return true;
    }
    boolean linked =
        arn.length == 6
            && arn[5].matches("role/aws-service-role/.*|assumed-role/AWSServiceRoleFor.*")
            && told("role/").map(role -> role.contains(":role/aws-service-role/")).orElse(true);
    return !linked && (hasAccount() || policy.document().kind() == PolicyKind.RESOURCE_CONTROL);
  }

  private boolean hasAccount() {
    return arn.length == 6 && !arn[5].contains("-provider/");
  }

  /** The role or user behind a session, as aws:PrincipalArn tells it. */
  private Optional<String> told(String type) {
    List<String> values = request.context().get("aws:PrincipalArn");
    boolean role = arn.length == 6 && type.equals("role/") && arn[5].startsWith("assumed-role/");
    boolean user = arn.length == 6 && type.equals("user/") && arn[5].startsWith("federated-user/");
    String name = role ? "/" + arn[5].split("/")[1] : "";
    return values.stream()
        .filter(value -> values.size() == 1 && (role || user) && value.matches("arn:[^:]*:iam::" + arn[4] + ":" + type + ".*") && value.endsWith(name))
        .findFirst();
  }

  /** Everything the principal is, the nearest first. */
  private List<Name> names() {
    List<Name> names = new ArrayList<>();
    if (!arn[5].equals("root")) {
      names.add(new Name(who, arn[5].startsWith("role/") ? "role" : "principal"));
    }
    if (arn[5].startsWith("assumed-role/")) {
      String plain = String.join(":", arn[0], arn[1], "iam", "", arn[4], "role/" + arn[5].split("/")[1]);
      names.add(new Name(told("role/").orElse(plain), "role"));
    }
    told("user/").ifPresent(user -> names.add(new Name(user, "user behind")));
    names.add(new Name(arn[4], arn[5].equals("root") ? "principal" : "account"));
    return names;
  }

  /** How the element names the principal: as the "principal" itself, its "role", its "account", or not ("none"). */
  private String reach(PrincipalElement element, boolean inDoubt) {
    List<String> aws = accountsAsIds(element);
    boolean everyAws = aws.contains("*") && (inDoubt || hasAccount() || who.equals("anonymous"));
    if (element.everyone() || element.negated() || everyAws) {
      return "principal";
    }
    if (!hasAccount()) {
      List<String> services = texts(element, "Service");
      List<String> federated = texts(element, "Federated");
      boolean service = !who.contains(":") && who.contains(".") && (services.contains(who) || (inDoubt && services.contains("*")));
      boolean provider = who.contains("-provider/") && (federated.contains(who) || federated.contains("*"));
      return service || provider ? "principal" : "none";
    }
    boolean pathUnknown = inDoubt && arn[5].startsWith("assumed-role/") && told("role/").isEmpty();
    for (Name name : names()) {
      boolean listed = aws.contains(name.text());
      boolean listedWithSomePath = pathUnknown && name.reach().equals("role") && aws.stream().anyMatch(text -> withoutPath(text).equals(name.text()));
      if (listed || listedWithSomePath) {
        return name.reach().equals("user behind") ? "role" : name.reach();
      }
    }
    return "none";
  }

  private static String withoutPath(String roleArn) {
    return roleArn.replaceFirst(":role/.*/", ":role/");
  }

  private static List<String> texts(PrincipalElement element, String type) {
    return element.named().getOrDefault(type, List.of()).stream().map(Located::text).toList();
  }

  private static List<String> accountsAsIds(PrincipalElement element) {
    return texts(element, "AWS").stream().map(text -> text.endsWith(":root") ? text.split(":")[4] : text).toList();
  }

  /** NotPrincipal with Deny spares whom it names with everything they are, "the account, then the role, then the user". */
  private boolean isAbout(PrincipalElement element, Effect effect) {
    if (element == null || element.everyone()) {
      return element == null || !element.negated();
    }
    boolean deny = effect == Effect.DENY;
    PrincipalElement plain = new PrincipalElement(false, false, element.named());
    if (!element.negated() || !deny || !hasAccount() || accountsAsIds(element).contains("*")) {
      return reach(plain, deny != element.negated()).equals("none") == element.negated();
    }
    return !names().stream().filter(name -> !name.reach().equals("user behind")).allMatch(name -> accountsAsIds(element).contains(name.text()));
  }

  private List<Place> matching(Predicate<AttachedPolicy> asked, Effect effect) {
    List<Place> places = new ArrayList<>();
    for (int policy = 0; policy < policies.size(); policy++) {
      if (!asked.test(policies.get(policy)) || !binds(policies.get(policy))) {
        continue;
      }
      List<Statement> statements = policies.get(policy).document().statements();
      boolean variables = policies.get(policy).document().version() == PolicyVersion.V2012;
      for (int index = 0; index < statements.size(); index++) {
        Statement statement = statements.get(index);
        if (statement.effect() == effect && isAbout(statement.principal(), effect) && new ReferenceMatcher(request).matches(statement, variables)) {
          places.add(new Place(policy, index));
        }
      }
    }
    return places;
  }
}

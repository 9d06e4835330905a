package bursar.policy.advice;

import bursar.policy.Effect;
import bursar.policy.Located;
import bursar.policy.Malformation;
import bursar.policy.MalformedPolicyException;
import bursar.policy.PolicyDocument;
import bursar.policy.PolicyKind;
import bursar.policy.PolicyReader;
import bursar.policy.Position;
import bursar.policy.Statement;
import bursar.policy.StatementElement;
import bursar.policy.matching.WildcardPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reviews a policy's text: its errors, its dangers, and what does not do what it seems to do. */
public final class PolicyAdvisor {
  private static final int MOST_SUGGESTIONS = 20;

  private final Predicate<String> known;
  private final Predicate<WildcardPattern> knownPattern;
  private final Function<String, Optional<String>> nearest;
  private final List<Finding> findings = new ArrayList<>();
  private int suggestions;

  private PolicyAdvisor(
      Predicate<String> known, Predicate<WildcardPattern> knownPattern, Function<String, Optional<String>> nearest) {
    this.known = known;
    this.knownPattern = knownPattern;
    this.nearest = nearest;
  }

  /**
   * Reviews an identity-based policy.
   *
   * @param knownAction whether an action without wildcards exists; it should ignore case, and say yes of services it
   *     knows nothing about
   * @return the findings in the order of the text; only errors when the policy is malformed
   */
  public static List<Finding> review(String json, Predicate<String> knownAction) {
    return review(json, PolicyKind.IDENTITY, knownAction);
  }

  /** Reviews a policy of a kind; see {@link #review(String, Predicate)}. */
  public static List<Finding> review(String json, PolicyKind kind, Predicate<String> knownAction) {
    return new PolicyAdvisor(knownAction, pattern -> true, action -> NearestAction.oneLetterAway(action, knownAction))
        .findings(json, kind);
  }

  /**
   * Reviews a policy with a list of all actions at hand, and so also finds wildcards that match none. Services of which
   * the list has no action are not judged.
   */
  public static List<Finding> review(String json, PolicyKind kind, Collection<String> knownActions) {
    Set<String> actions = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    actions.addAll(knownActions);
    Set<String> services = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    actions.forEach(action -> services.add(service(action)));
    return new PolicyAdvisor(
            action -> actions.contains(action) || !services.contains(service(action)),
            pattern -> !services.contains(service(pattern.literalPrefix())) || actions.stream().anyMatch(pattern::matches),
            action -> NearestAction.among(action, actions))
        .findings(json, kind);
  }

  private static String service(String action) {
    int colon = action.indexOf(':');
    return colon < 0 ? "" : action.substring(0, colon);
  }

  private List<Finding> findings(String json, PolicyKind kind) {
    List<Malformation> faults = PolicyReader.faults(json, kind);
    if (!faults.isEmpty()) {
      faults.forEach(fault -> add(Severity.ERROR, fault.problem().name(), fault.position(), fault.sentence()));
      return List.copyOf(findings);
    }
    PolicyDocument document;
    try {
      document = PolicyReader.read(json, kind);
    } catch (MalformedPolicyException unread) {
      throw new IllegalStateException("A policy without faults could not be read.", unread);
    }
    reviewVersion(document);
    for (Statement statement : document.statements()) {
      reviewActions(statement);
      reviewBreadth(statement);
      reviewEmptyLists(statement);
      statement.conditions().forEach(condition -> ConditionReview.review(statement, condition, findings));
    }
    BillingReview.review(document, findings);
    findings.sort(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column));
    return List.copyOf(findings);
  }

  private void add(Severity severity, String code, Position position, String message) {
    findings.add(new Finding(severity, code, message, position.line(), position.column()));
  }

  private void reviewVersion(PolicyDocument document) {
    if (document.effectiveVersion().hasVariables()) {
      return;
    }
    for (Statement statement : document.statements()) {
      List<Located> texts = new ArrayList<>();
      if (statement.resource() != null) {
        texts.addAll(statement.resource().patterns());
      }
      statement.conditions().forEach(condition -> texts.addAll(condition.values()));
      for (Located text : texts) {
        if (text.text().contains("${")) {
          add(
              Severity.WARNING,
              "VARIABLE_WITHOUT_VERSION",
              text.position(),
              "`" + text.text() + "` looks like a policy variable, but without \"Version\": \"2012-10-17\" it is plain text."
                  + " Add that version.");
          return;
        }
      }
    }
    if (document.version() == null) {
      add(
          Severity.SUGGESTION,
          "MISSING_VERSION",
          Position.START,
          "The policy has no Version and so follows the rules of 2008-10-17. Add \"Version\": \"2012-10-17\".");
    }
  }

  private void reviewActions(Statement statement) {
    for (Located action : statement.action().patterns()) {
      WildcardPattern pattern = WildcardPattern.ignoringCase(action.text());
      boolean exists = pattern.isLiteral() ? known.test(action.text()) : knownPattern.test(pattern);
      if (exists) {
        continue;
      }
      if (!pattern.isLiteral()) {
        add(
            Severity.WARNING,
            "UNKNOWN_ACTION",
            action.position(),
            "No known action matches `" + action.text() + "`, so this pattern has no effect. Check the service and the name.");
        continue;
      }
      Optional<String> meant = suggestions++ < MOST_SUGGESTIONS ? nearest.apply(action.text()) : Optional.empty();
      add(
          Severity.WARNING,
          "UNKNOWN_ACTION",
          action.position(),
          "There is no action `" + action.text() + "`, so naming it has no effect."
              + meant.map(name -> " Did you mean `" + name + "`?").orElse(" Check the service and the name."));
    }
  }

  private void reviewBreadth(Statement statement) {
    if (statement.effect() != Effect.ALLOW || statement.resource() == null || !statement.conditions().isEmpty()) {
      return;
    }
    boolean everyResource =
        !statement.resource().negated() && statement.resource().texts().contains("*");
    boolean everyAction =
        !statement.action().negated()
            && statement.action().texts().stream().anyMatch(text -> text.equals("*") || text.equals("*:*"));
    if (everyAction && everyResource) {
      add(
          Severity.SECURITY_WARNING,
          "ALLOW_EVERYTHING",
          statement.positionOf(StatementElement.ACTION),
          "This statement allows every action on every resource, billing and payments included as soon as the account lets"
              + " IAM users reach billing. Name the actions, or add a statement that denies what must stay closed.");
    } else if (statement.action().negated() && everyResource) {
      add(
          Severity.SECURITY_WARNING,
          "ALLOW_ALL_BUT",
          statement.positionOf(StatementElement.NOT_ACTION),
          "This statement allows every action except those listed, actions of new services included. To refuse actions,"
              + " write a Deny; to allow some, list them under Action.");
    } else if (statement.resource().negated()) {
      add(
          Severity.SECURITY_WARNING,
          "ALLOW_ALL_RESOURCES_BUT",
          statement.positionOf(StatementElement.NOT_RESOURCE),
          "This statement allows its actions on every resource except those listed, new ones included. List the resources"
              + " under Resource instead.");
    } else if (everyResource && matches(statement, "iam:passrole")) {
      add(
          Severity.SECURITY_WARNING,
          "PASS_ANY_ROLE",
          statement.positionOf(StatementElement.ACTION),
          "This statement lets its holder pass any role to any service, and so gain any role's rights. Name the roles under"
              + " Resource.");
    }
  }

  private void reviewEmptyLists(Statement statement) {
    if (statement.action().patterns().isEmpty()) {
      StatementElement element = statement.action().negated() ? StatementElement.NOT_ACTION : StatementElement.ACTION;
      addEmpty(statement.positionOf(element), element);
    }
    if (statement.resource() != null && statement.resource().patterns().isEmpty()) {
      StatementElement element = statement.resource().negated() ? StatementElement.NOT_RESOURCE : StatementElement.RESOURCE;
      addEmpty(statement.positionOf(element), element);
    }
  }

  private void addEmpty(Position position, StatementElement element) {
    add(
        Severity.SUGGESTION,
        "EMPTY_" + element.name(),
        position,
        element.awsName() + " is an empty list, so the statement has no effect. Fill it, or remove the statement.");
  }

  /** Whether a statement names an action, given in lower case, itself or by a wildcard. */
  static boolean matches(Statement statement, String action) {
    boolean listed =
        statement.action().texts().stream()
            .anyMatch(text -> text.equals("*:*") || WildcardPattern.ignoringCase(text).matches(action));
    return !statement.action().patterns().isEmpty() && listed != statement.action().negated();
  }

  /** The service that a pattern names, in lower case; empty for the lone star. */
  static String serviceOf(Located pattern) {
    return service(pattern.text()).toLowerCase(Locale.ROOT);
  }
}

package bursar.policy;

import bursar.policy.MalformedPolicyException.Problem;
import bursar.policy.PolicyKind.Presence;
import bursar.policy.matching.ConditionOperator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one statement and reports every fault in it. */
final class StatementReader {
  private static final Set<String> ELEMENTS =
      Stream.of(StatementElement.values()).map(StatementElement::awsName).collect(Collectors.toSet());
  private static final Set<String> PRINCIPAL_TYPES = Set.of("AWS", "Service", "Federated", "CanonicalUser");
  private static final Pattern SID = Pattern.compile("[0-9A-Za-z]*");
  private static final Pattern ACTION = Pattern.compile("\\*|\\*:\\*|[A-Za-z0-9][A-Za-z0-9-]*:[\\x21-\\x7E]*");
  private static final Pattern PARTITION = Pattern.compile("\\*|aws(-[a-z0-9-]+)?");
  private static final Pattern CONDITION_KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*:\\S(.*\\S)?", Pattern.DOTALL);

  private final PolicyKind kind;
  private final PolicyReader.Faults faults;
  private final Map<StatementElement, Position> places = new EnumMap<>(StatementElement.class);
  private final Map<StatementElement, JsonNode> values = new EnumMap<>(StatementElement.class);

  StatementReader(PolicyKind kind, PolicyReader.Faults faults) {
    this.kind = kind;
    this.faults = faults;
  }

  @Nullable Statement read(JsonNode.Obj object, List<JsonNode.Member> members) {
    for (JsonNode.Member member : members) {
      StatementElement element = StatementElement.named(member.name());
      if (element == null) {
        faults.add(
            Problem.UNKNOWN_ELEMENT,
            member.position(),
            "Syntax errors in policy. `" + member.name() + "` is no element of a statement"
                + PolicyReader.spelling(member.name(), ELEMENTS) + ".");
      } else {
        places.put(element, member.position());
        values.put(element, member.value());
      }
    }
    String sid = sid();
    Effect effect = effect(object);
    PrincipalElement principal = principal(object);
    PatternElement action = action(object);
    PatternElement resource = resource(object);
    List<Condition> conditions = conditions();
    if (effect == null || action == null) {
      return null;
    }
    return new Statement(sid, effect, principal, action, resource, conditions, object.position(), places);
  }

  private @Nullable String sid() {
    JsonNode node = values.get(StatementElement.SID);
    if (node == null) {
      return null;
    }
    if (!(node instanceof JsonNode.Text text)) {
      wrongType(node, "Sid is a text in quotes");
      return null;
    }
    if (kind.limitsSid() && !SID.matcher(text.value()).matches()) {
      faults.add(
          Problem.BAD_SID,
          text.position(),
          "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression"
              + " [0-9A-Za-z]*.");
    }
    return text.value();
  }

  private @Nullable Effect effect(JsonNode.Obj object) {
    JsonNode node = values.get(StatementElement.EFFECT);
    if (node == null) {
      missing(object, Problem.MISSING_EFFECT, "Effect", "Write \"Allow\" or \"Deny\".");
      return null;
    }
    Effect effect = node instanceof JsonNode.Text text ? Effect.named(text.value()) : null;
    if (effect == null) {
      String written = node instanceof JsonNode.Text text ? text.value() : node.describe();
      faults.add(
          Problem.BAD_EFFECT,
          node.position(),
          "Invalid effect: " + written + ". Write \"Allow\" or \"Deny\", with that capital.");
    }
    return effect;
  }

  private @Nullable PrincipalElement principal(JsonNode.Obj object) {
    StatementElement element = oneOf(StatementElement.PRINCIPAL, StatementElement.NOT_PRINCIPAL);
    if (element == null) {
      if (kind.principal() == Presence.REQUIRED) {
        missing(object, Problem.MISSING_PRINCIPAL, "Principal", "Say whom the statement is about: " + kind.nounWithArticle() + " needs it.");
      }
      return null;
    }
    if (kind.principal() == Presence.FORBIDDEN) {
      faults.add(
          kind == PolicyKind.SERVICE_CONTROL ? Problem.FORBIDDEN_PRINCIPAL_IN_SCP : Problem.FORBIDDEN_PRINCIPAL,
          places.getOrDefault(element, object.position()),
          "Policy document should not specify a principal. Remove " + element.awsName() + ": " + kind.nounWithArticle()
              + " is about whomever it is attached to.");
    }
    boolean negated = element == StatementElement.NOT_PRINCIPAL;
    if (negated && (kind == PolicyKind.TRUST || kind == PolicyKind.RESOURCE_CONTROL)) {
      faults.add(
          Problem.FORBIDDEN_ELEMENT,
          places.getOrDefault(element, object.position()),
          "NotPrincipal is not allowed in " + kind.nounWithArticle() + ". Use Principal with a condition instead.");
    }
    JsonNode node = values.get(element);
    if (node instanceof JsonNode.Text text && text.value().equals("*")) {
      return new PrincipalElement(negated, true, Map.of());
    }
    if (!(node instanceof JsonNode.Obj types)) {
      faults.add(
          Problem.BAD_PRINCIPAL,
          node == null ? object.position() : node.position(),
          "Invalid principal in policy. Write \"*\" or an object such as {\"AWS\": \"arn:aws:iam::123456789012:root\"}.");
      return null;
    }
    return new PrincipalElement(negated, false, namedPrincipals(types));
  }

  private Map<String, List<Located>> namedPrincipals(JsonNode.Obj types) {
    Map<String, List<Located>> named = new LinkedHashMap<>();
    for (JsonNode.Member member : PolicyReader.unique(types, false, faults)) {
      if (!PRINCIPAL_TYPES.contains(member.name())) {
        faults.add(
            Problem.BAD_PRINCIPAL_TYPE,
            member.position(),
            "Invalid principal in policy. `" + member.name() + "` is no type of principal; write AWS, Service, Federated"
                + " or CanonicalUser.");
      }
      List<Located> principals = texts(member.value(), "A principal is a text in quotes");
      for (Located principal : principals) {
        if (principal.text().isEmpty() || (principal.text().length() > 1 && principal.text().indexOf('*') >= 0)) {
          faults.add(
              principal.text().isEmpty() ? Problem.BAD_PRINCIPAL : Problem.WILDCARD_IN_PRINCIPAL,
              principal.position(),
              "Invalid principal in policy. A principal is named in full; only a lone \"*\" stands for everyone.");
        }
      }
      named.put(member.name(), principals);
    }
    return named;
  }

  private @Nullable PatternElement action(JsonNode.Obj object) {
    StatementElement element = oneOf(StatementElement.ACTION, StatementElement.NOT_ACTION);
    JsonNode node = element == null ? null : values.get(element);
    if (node == null) {
      missing(object, Problem.MISSING_ACTION, "Action", "Policy statement must contain actions.");
      return null;
    }
    List<Located> patterns = texts(node, "An action is a text in quotes");
    for (Located pattern : patterns) {
      if (!ACTION.matcher(pattern.text()).matches()) {
        faults.add(
            Problem.BAD_ACTION,
            pattern.position(),
            "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc. `" + pattern.text()
                + "` is neither \"*\" nor of the form service:Name with a service that has no wildcard.");
      }
    }
    return new PatternElement(element == StatementElement.NOT_ACTION, patterns);
  }

  private @Nullable PatternElement resource(JsonNode.Obj object) {
    StatementElement element = oneOf(StatementElement.RESOURCE, StatementElement.NOT_RESOURCE);
    JsonNode node = element == null ? null : values.get(element);
    if (element == null || node == null) {
      if (kind.resource() == Presence.REQUIRED) {
        missing(object, Problem.MISSING_RESOURCE, "Resource", "Policy statement must contain resources; \"*\" stands for all.");
      }
      return null;
    }
    if (kind.resource() == Presence.FORBIDDEN) {
      faults.add(
          Problem.FORBIDDEN_RESOURCE,
          places.getOrDefault(element, object.position()),
          "Has prohibited field Resource. Remove it: " + kind.nounWithArticle() + " stands on its own resource.");
    }
    List<Located> patterns = texts(node, "A resource is a text in quotes");
    patterns.forEach(this::checkResource);
    return new PatternElement(element == StatementElement.NOT_RESOURCE, patterns);
  }

  private void checkResource(Located pattern) {
    String text = pattern.text();
    if (text.equals("*")) {
      return;
    }
    String[] parts = text.split(":", 6);
    if (parts.length < 6 || !parts[0].equals("arn")) {
      faults.add(
          parts[0].equals("arn") ? Problem.SHORT_RESOURCE : Problem.BAD_RESOURCE,
          pattern.position(),
          "Resource " + text + " must be in ARN format or \"*\". An ARN has six parts:"
              + " arn:partition:service:region:account:resource.");
    } else if (!PARTITION.matcher(parts[1]).matches()) {
      faults.add(
          Problem.BAD_PARTITION,
          pattern.position(),
          "Partition \"" + parts[1] + "\" is not valid for resource \"" + text + "\". Write aws.");
    } else if (parts[2].isEmpty() || parts[2].indexOf('*') >= 0 || parts[2].indexOf('?') >= 0) {
      faults.add(
          Problem.BAD_RESOURCE_SERVICE,
          pattern.position(),
          "Resource vendor must be fully qualified and cannot contain regexes. Name the service in full in \"" + text
              + "\", or write \"*\" alone.");
    }
  }

  private List<Condition> conditions() {
    JsonNode node = values.get(StatementElement.CONDITION);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof JsonNode.Obj operators)) {
      wrongType(node, "Condition is an object of operators");
      return List.of();
    }
    List<Condition> conditions = new ArrayList<>();
    for (JsonNode.Member member : PolicyReader.unique(operators, true, faults)) {
      ConditionOperator operator = ConditionOperator.parse(member.name());
      if (operator == null) {
        faults.add(
            member.name().toLowerCase(Locale.ROOT).endsWith("nullifexists") ? Problem.NULL_IF_EXISTS : Problem.UNKNOWN_OPERATOR,
            member.position(),
            "Invalid Condition type : " + member.name() + ". Use an operator such as StringEquals, with the prefix"
                + " ForAllValues: or ForAnyValue: and the suffix IfExists where wanted (Null takes no suffix).");
        continue;
      }
      if (!(member.value() instanceof JsonNode.Obj keys)) {
        wrongType(member.value(), "An operator holds an object of condition keys");
        continue;
      }
      for (JsonNode.Member key : PolicyReader.unique(keys, true, faults)) {
        if (!CONDITION_KEY.matcher(key.name()).matches()) {
          faults.add(
              Problem.BAD_CONDITION_KEY,
              key.position(),
              "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc. The condition key `" + key.name()
                  + "` has no prefix such as aws:.");
        }
        conditions.add(new Condition(operator, key.name(), conditionValues(key.value()), key.position()));
      }
    }
    return conditions;
  }

  private List<Located> conditionValues(JsonNode node) {
    List<Located> located = new ArrayList<>();
    for (JsonNode item : node instanceof JsonNode.Arr array ? array.items() : List.of(node)) {
      switch (item) {
        case JsonNode.Text text -> located.add(new Located(text.value(), text.position()));
        case JsonNode.Literal literal -> located.add(new Located(literal.written(), literal.position()));
        case JsonNode.Obj object -> wrongType(object, "A condition value is a text, a number, a boolean or a list of them");
        case JsonNode.Arr array -> wrongType(array, "A condition value is a text, a number, a boolean or a list of them");
        case JsonNode.Nothing nothing ->
            wrongType(nothing, "A condition value is a text, a number, a boolean or a list of them");
      }
    }
    return located;
  }

  private List<Located> texts(JsonNode node, String expectation) {
    List<Located> located = new ArrayList<>();
    for (JsonNode item : node instanceof JsonNode.Arr array ? array.items() : List.of(node)) {
      if (item instanceof JsonNode.Text text) {
        located.add(new Located(text.value(), text.position()));
      } else {
        wrongType(item, expectation);
      }
    }
    return located;
  }

  /** The one of a pair that is there; both at once is a fault. */
  private @Nullable StatementElement oneOf(StatementElement plain, StatementElement negated) {
    Position second = places.get(negated);
    if (second == null) {
      return places.containsKey(plain) ? plain : null;
    }
    if (places.containsKey(plain)) {
      faults.add(
          Problem.CONFLICTING_ELEMENTS,
          second,
          "A statement has either " + plain.awsName() + " or " + negated.awsName() + ", and this one has both. Keep one.");
      return plain;
    }
    return negated;
  }

  private void missing(JsonNode.Obj object, Problem problem, String field, String remedy) {
    faults.add(problem, object.position(), "Missing required field " + field + ". " + remedy);
  }

  private void wrongType(JsonNode node, String expectation) {
    faults.add(Problem.WRONG_TYPE, node.position(), "Syntax errors in policy. " + expectation + ", and this is "
        + node.describe() + ".");
  }

}

package bursar.policy.advice;

import bursar.policy.Located;
import bursar.policy.PolicyDocument;
import bursar.policy.PolicyKind;
import bursar.policy.Position;
import bursar.policy.Statement;
import bursar.policy.matching.WildcardPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One review of one policy: what the checks look at, and where they report. */
final class Review {
  private static final int MOST_SUGGESTIONS = 20;

  final String json;
  final PolicyDocument document;
  final KnownNames names;
  private final Set<String> actions = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, List<String>> byService = new TreeMap<>();
  private final List<Remark> remarks = new ArrayList<>();
  private int suggestions;

  /** A finding before its path is known. */
  record Remark(Severity severity, String code, Position position, String message, boolean refused) {}

  Review(String json, PolicyDocument document, KnownNames names) {
    this.json = json;
    this.document = document;
    this.names = names;
    this.actions.addAll(names.actions());
    this.actions.forEach(action -> byService.computeIfAbsent(serviceOf(action), service -> new ArrayList<>()).add(action));
  }

  PolicyKind kind() {
    return document.kind();
  }

  List<Remark> remarks() {
    return remarks;
  }

  void error(String code, Position position, String message) {
    remarks.add(new Remark(Severity.ERROR, code, position, message, false));
  }

  void refusal(String code, Position position, String message) {
    remarks.add(new Remark(Severity.ERROR, code, position, message, true));
  }

  void securityWarning(String code, Position position, String message) {
    remarks.add(new Remark(Severity.SECURITY_WARNING, code, position, message, false));
  }

  void warning(String code, Position position, String message) {
    remarks.add(new Remark(Severity.WARNING, code, position, message, false));
  }

  void suggestion(String code, Position position, String message) {
    remarks.add(new Remark(Severity.SUGGESTION, code, position, message, false));
  }

  boolean existsAction(String literal) {
    return actions.contains(literal);
  }

  boolean existsActionLike(WildcardPattern pattern, String service) {
    return byService.getOrDefault(service, List.of()).stream().anyMatch(pattern::matches);
  }

  /** A hint at the name that a misspelt one means, as a sentence; empty without one, or when this review has offered enough. */
  String hint(String written, Collection<String> known) {
    return suggestions++ < MOST_SUGGESTIONS
        ? NearestName.among(written, known).map(meant -> " Did you mean " + meant + "?").orElse("")
        : "";
  }

  /** The nearest known name, unless this review has offered enough. */
  Optional<String> nearestAction(String written) {
    return suggestions++ < MOST_SUGGESTIONS ? NearestName.among(written, actions) : Optional.empty();
  }

  /** A listed service whose name differs from this one in a single letter. */
  Optional<String> serviceMeantBy(String written) {
    if (written.length() < 5 || suggestions++ >= MOST_SUGGESTIONS) {
      return Optional.empty();
    }
    return NearestName.within(written, byService.keySet(), 1);
  }

  /** Whether a statement names an action, given in lower case, itself or by a wildcard. */
  static boolean matches(Statement statement, String action) {
    boolean listed =
        statement.action().texts().stream()
            .anyMatch(text -> text.equals("*:*") || WildcardPattern.ignoringCase(text).matches(action));
    return !statement.action().patterns().isEmpty() && listed != statement.action().negated();
  }

  /** What stands before an action's colon, in lower case; empty for the lone star. */
  static String serviceOf(String action) {
    int colon = action.indexOf(':');
    return colon < 0 ? "" : action.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  static boolean isEveryAction(Located pattern) {
    return pattern.text().equals("*") || pattern.text().equals("*:*");
  }
}

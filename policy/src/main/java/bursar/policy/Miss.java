package bursar.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One element of a statement that did not fit a request. */
public sealed interface Miss {
  /** The element's name in the statement. */
  StatementElement element();

  /** Why it did not fit, as a clause that can follow "because". */
  String clause();

  /**
   * The principal was not among those named, or among those excepted, or is of those whom the policy's kind does not bind.
   *
   * @param principal who asks
   * @param written the statement's Principal or NotPrincipal; null when it has none
   * @param kind the policy's kind
   */
  record OfPrincipal(Principal principal, @Nullable PrincipalElement written, PolicyKind kind) implements Miss {
    @Override
    public StatementElement element() {
      return written != null && written.negated() ? StatementElement.NOT_PRINCIPAL : StatementElement.PRINCIPAL;
    }

    @Override
    public String clause() {
      if (kind.isControl()) {
        return kind.nounWithArticle() + " does not bind " + principal.text();
      }
      List<String> names =
          written == null ? List.of()
              : written.everyone() ? List.of("*")
              : written.named().values().stream().flatMap(List::stream).map(Located::text).toList();
      return element() == StatementElement.NOT_PRINCIPAL
          ? "its NotPrincipal " + listed(names) + " excepts " + principal.text()
          : "its Principal " + listed(names) + " does not name " + principal.text();
    }
  }

  /**
   * The action was not among those named, or among those excepted.
   *
   * @param action the request's action
   * @param written the statement's Action or NotAction
   */
  record OfAction(String action, PatternElement written) implements Miss {
    @Override
    public StatementElement element() {
      return written.negated() ? StatementElement.NOT_ACTION : StatementElement.ACTION;
    }

    @Override
    public String clause() {
      return clauseOf("action", action, element(), written);
    }
  }

  /**
   * The resource was not among those named, or among those excepted.
   *
   * @param resource the request's resource
   * @param written the statement's Resource or NotResource
   */
  record OfResource(String resource, PatternElement written) implements Miss {
    @Override
    public StatementElement element() {
      return written.negated() ? StatementElement.NOT_RESOURCE : StatementElement.RESOURCE;
    }

    @Override
    public String clause() {
      return clauseOf("resource", resource, element(), written);
    }
  }

  /**
   * A condition was false.
   *
   * @param condition what the statement asks
   * @param requestValues what the request carries; empty when it has no such key
   */
  record OfCondition(Condition condition, List<String> requestValues) implements Miss {
    @Override
    public StatementElement element() {
      return StatementElement.CONDITION;
    }

    @Override
    public String clause() {
      String found =
          requestValues.isEmpty()
              ? "the request has no key " + condition.key()
              : "the request's " + condition.key() + " is " + listed(requestValues);
      return "the condition " + condition.operator().awsName() + " " + condition.key() + " " + listed(condition.texts())
          + " is false: " + found;
    }
  }

  private static String clauseOf(String what, String value, StatementElement element, PatternElement written) {
    if (written.patterns().isEmpty()) {
      return "its " + element.awsName() + " is an empty list, which matches nothing";
    }
    return written.negated()
        ? "its " + element.awsName() + " " + listed(written.texts()) + " excepts the " + what + " " + value
        : "its " + element.awsName() + " " + listed(written.texts()) + " does not match the " + what + " " + value;
  }

  /** At most five values, each in quotes. */
  private static String listed(List<String> values) {
    StringBuilder text = new StringBuilder();
    int shown = Math.min(values.size(), 5);
    for (int index = 0; index < shown; index++) {
      text.append(index == 0 ? "\"" : ", \"").append(values.get(index)).append('"');
    }
    return values.size() > shown ? text + " and " + (values.size() - shown) + " more" : text.toString();
  }
}

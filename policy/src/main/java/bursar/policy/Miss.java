package bursar.policy;

import java.util.List;

/** One element of a statement that did not fit a request. */
public sealed interface Miss {
  /** The element's name in the statement. */
  StatementElement element();

  /** Why it did not fit, as a clause that can follow "because". */
  String clause();

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

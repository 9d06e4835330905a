package bursar.policy.fix;

import bursar.policy.AttachedPolicy;
import bursar.policy.PolicyPrinter;
import bursar.policy.Statement;
import bursar.policy.StatementElement;
import java.util.List;
import java.util.stream.Collectors;

/** How edits name things. */
final class Wording {
  private Wording() {}

  static String name(AttachedPolicy policy, int index) {
    String sid = policy.document().statements().get(index).sid();
    String name = sid == null || sid.isEmpty() ? Integer.toString(index + 1) : sid;
    return "statement " + name + " of policy " + policy.name() + " (" + policy.via() + ")";
  }

  /** The element, in whichever of its two forms it is there, with its name. */
  static String members(Statement statement, StatementElement element) {
    for (StatementElement form : forms(element)) {
      String value = PolicyPrinter.print(statement, form);
      if (value != null) {
        return "{\"" + form.awsName() + "\":" + value + "}";
      }
    }
    return "{}";
  }

  private static List<StatementElement> forms(StatementElement element) {
    return switch (element) {
      case ACTION, NOT_ACTION -> List.of(StatementElement.ACTION, StatementElement.NOT_ACTION);
      case RESOURCE, NOT_RESOURCE -> List.of(StatementElement.RESOURCE, StatementElement.NOT_RESOURCE);
      case PRINCIPAL, NOT_PRINCIPAL -> List.of(StatementElement.PRINCIPAL, StatementElement.NOT_PRINCIPAL);
      case SID, EFFECT, CONDITION -> List.of(element);
    };
  }

  static String listed(List<String> values) {
    return values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(", "));
  }
}

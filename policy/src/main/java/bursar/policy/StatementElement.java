package bursar.policy;

import org.jspecify.annotations.Nullable;

/** The elements of a statement, by the names the language gives them; case matters. */
public enum StatementElement {
  SID("Sid"),
  EFFECT("Effect"),
  PRINCIPAL("Principal"),
  NOT_PRINCIPAL("NotPrincipal"),
  ACTION("Action"),
  NOT_ACTION("NotAction"),
  RESOURCE("Resource"),
  NOT_RESOURCE("NotResource"),
  CONDITION("Condition");

  private final String awsName;

  StatementElement(String awsName) {
    this.awsName = awsName;
  }

  /** The element's name in the policy language. */
  public String awsName() {
    return awsName;
  }

  static @Nullable StatementElement named(String name) {
    for (StatementElement element : values()) {
      if (element.awsName.equals(name)) {
        return element;
      }
    }
    return null;
  }
}

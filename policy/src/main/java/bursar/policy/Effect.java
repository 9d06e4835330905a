package bursar.policy;

import org.jspecify.annotations.Nullable;

/** What a statement does to the requests it matches. */
public enum Effect {
  ALLOW("Allow"),
  DENY("Deny");

  private final String awsName;

  Effect(String awsName) {
    this.awsName = awsName;
  }

  /** The word in the policy language; its case matters. */
  public String awsName() {
    return awsName;
  }

  static @Nullable Effect named(String name) {
    return name.equals("Allow") ? ALLOW : name.equals("Deny") ? DENY : null;
  }
}

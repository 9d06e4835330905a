package bursar.policy;

import org.jspecify.annotations.Nullable;

/** The version of the policy language; only the newer one has policy variables. */
public enum PolicyVersion {
  V2008("2008-10-17"),
  V2012("2012-10-17");

  private final String date;

  PolicyVersion(String date) {
    this.date = date;
  }

  /** The date that the Version element writes. */
  public String date() {
    return date;
  }

  /** Whether {@code ${...}} is a variable rather than literal text. */
  public boolean hasVariables() {
    return this == V2012;
  }

  static @Nullable PolicyVersion dated(String date) {
    return date.equals(V2012.date) ? V2012 : date.equals(V2008.date) ? V2008 : null;
  }
}

package bursar.domain.identity;

import bursar.domain.Failure;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form of names and paths. Source: IAM API, the patterns of userNameType, groupNameType, policyNameType, pathType, policyPathType. */
public final class Names {
  private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]+");
  private static final Pattern PATH = Pattern.compile("/|/[\\x21-\\x7E]+/");
  private static final Pattern POLICY_PATH = Pattern.compile("((/[A-Za-z0-9.,+@=_-]+)*)/");
  private static final int USER_MAX = 64;
  private static final int OTHER_MAX = 128;
  private static final int PATH_MAX = 512;

  private Names() {}

  /** What makes two names the same: they differ in case at most. */
  public static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  static void checkUser(String name) {
    check(name, "userName", USER_MAX);
  }

  static void checkGroup(String name) {
    check(name, "groupName", OTHER_MAX);
  }

  static void checkPolicy(String name) {
    check(name, "policyName", OTHER_MAX);
  }

  private static void check(String name, String member, int max) {
    if (name.length() > max) {
      throw constraint(name, member, "Member must have length less than or equal to " + max);
    }
    if (!NAME.matcher(name).matches()) {
      throw new Failure(
          "ValidationError",
          "The specified value for " + member + " is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-");
    }
  }

  static void checkPath(String path) {
    if (path.length() > PATH_MAX || !PATH.matcher(path).matches()) {
      throw new Failure(
          "ValidationError",
          "The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.");
    }
  }

  static void checkPolicyPath(String path) {
    if (path.length() > PATH_MAX || !POLICY_PATH.matcher(path).matches()) {
      throw new Failure(
          "ValidationError",
          "The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters, / and"
              + " the following: +=,.@_-");
    }
  }

  private static Failure constraint(String value, String member, String constraint) {
    return new Failure(
        "ValidationError", "1 validation error detected: Value '" + value + "' at '" + member + "' failed to satisfy constraint: " + constraint);
  }
}

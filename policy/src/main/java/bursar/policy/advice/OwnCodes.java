package bursar.policy.advice;

import java.util.Set;

/** The codes of findings that Access Analyzer does not have. */
final class OwnCodes {
  private static final Set<String> ALL =
      Set.of(
          "ALLOW_ALL_BUT",
          "ALLOW_ALL_RESOURCES_BUT",
          "ALLOW_EVERYTHING",
          "DENY_BREAKS_BILLING_PAGES",
          "FOR_ALL_VALUES_WITHOUT_NULL",
          "LEGACY_BILLING_DENY",
          "MFA_KEY_ABSENT",
          "MULTIVALUED_VARIABLE",
          "POLICY_TOO_LARGE",
          "PUBLIC_PRINCIPAL",
          "RESOURCE_MUST_BE_STAR",
          "TYPE_MISMATCH_ARN");

  private OwnCodes() {}

  static boolean contains(String code) {
    return ALL.contains(code);
  }
}

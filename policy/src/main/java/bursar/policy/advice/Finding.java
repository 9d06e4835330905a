package bursar.policy.advice;

import java.util.Locale;

/**
 * One remark on a policy's text.
 *
 * @param severity how grave it is
 * @param code what it is, for programs, such as {@code INVALID_ACTION}: Access Analyzer's issue code, or one of ours where AWS has no such check
 * @param message what it is and what to do, for the author
 * @param line where, counted from 1
 * @param column where in the line, counted from 1
 * @param path the part of the text it is about, such as {@code Statement[0].Action[1]}; empty for the whole
 * @param refused whether AWS would refuse to store the policy because of it
 */
public record Finding(Severity severity, String code, String message, int line, int column, String path, boolean refused) {
  private static final String CHECKS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html";

  /** Where AWS explains the check; the whole list for codes of ours. */
  public String learnMoreLink() {
    if (OwnCodes.contains(code)) {
      return CHECKS;
    }
    String grade =
        switch (severity) {
          case ERROR -> "error";
          case SECURITY_WARNING -> "security-warning";
          case WARNING -> "general-warning";
          case SUGGESTION -> "suggestion";
        };
    return CHECKS + "#access-analyzer-reference-policy-checks-" + grade + "-" + code.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

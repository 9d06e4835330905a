package bursar.policy;

import bursar.policy.MalformedPolicyException.Problem;

/**
 * One thing wrong in a policy's text.
 *
 * @param problem what, for programs
 * @param sentence what and how to mend it, for the author
 * @param position where
 */
public record Malformation(Problem problem, String sentence, Position position) {
  MalformedPolicyException toException() {
    return new MalformedPolicyException(problem, sentence, position);
  }
}

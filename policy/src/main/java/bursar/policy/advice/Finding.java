package bursar.policy.advice;

/**
 * One remark on a policy's text.
 *
 * @param severity how grave it is
 * @param code what it is, for programs, such as {@code UNKNOWN_ACTION}
 * @param message what it is and what to do, for the author
 * @param line where, counted from 1
 * @param column where in the line, counted from 1
 */
public record Finding(Severity severity, String code, String message, int line, int column) {}

package bursar.operations.bursar;

/**
 * Which vocabulary of billing permissions decides.
 *
 * @param actionSet {@code BOTH}, {@code LEGACY} or {@code FINE_GRAINED}
 */
public record ActionSetState(String actionSet) {}

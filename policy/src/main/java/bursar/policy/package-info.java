/**
 * The language of permission: policies are read, printed, evaluated and explained here.
 * It owns the grammar, the matching rules and the decision.
 * Anyone may use it; it uses the JDK and a JSON streaming parser only.
 * Nothing here has state, reads a clock or touches a disk: the same policies and the same request always give the same decision.
 */
@NullMarked
package bursar.policy;

import org.jspecify.annotations.NullMarked;

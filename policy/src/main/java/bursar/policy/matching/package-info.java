/**
 * How one value meets one pattern: wildcards, ARNs, address ranges, dates, numbers and condition operators.
 * It owns the matching rules and their cost: no pattern takes more steps than its length times the value's.
 * The evaluator in {@code bursar.policy} uses it; it uses the JDK only.
 * Nothing here throws on any text: what cannot be understood never matches.
 */
@NullMarked
package bursar.policy.matching;

import org.jspecify.annotations.NullMarked;

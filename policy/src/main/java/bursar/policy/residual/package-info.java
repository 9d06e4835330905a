/**
 * What policies leave open when some condition keys are not known yet: a formula over those keys, for choosing rows.
 * It owns the formula, its simplification and the partial evaluation that makes it.
 * Whoever filters by policy may use it; it uses {@code bursar.policy} and its matching rules.
 * For every assignment of the unknown keys, absence included, the formula is true exactly where the policies allow.
 */
@NullMarked
package bursar.policy.residual;

import org.jspecify.annotations.NullMarked;

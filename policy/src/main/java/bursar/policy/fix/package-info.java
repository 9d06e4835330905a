/**
 * The smallest change to policies that turns a decision round: what to add or to except so that a refused request is allowed, what to deny
 * so that an allowed one is not.
 * It owns the search for changes, their order and their proof.
 * Anyone may use it; it uses {@code bursar.policy} only.
 * Every fix is proven by evaluating its outcome, and every fix with a part left out still leaves the decision as it was.
 */
@NullMarked
package bursar.policy.fix;

import org.jspecify.annotations.NullMarked;

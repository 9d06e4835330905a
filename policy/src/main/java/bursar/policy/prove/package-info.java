/**
 * Exact answers about all possible requests: what a policy allows beyond another, whether it ever grants an access, whether strangers get in.
 * It owns the algebra behind them: wildcard patterns as automata, scalars as boundary points, condition keys as independent dimensions.
 * Anyone may use it; it uses the documents and the matching rules of {@code bursar.policy} and the JDK only.
 * Every answer is proved, or an example request that the evaluator confirms, or unknown with the reason; never a guess.
 */
@NullMarked
package bursar.policy.prove;

import org.jspecify.annotations.NullMarked;

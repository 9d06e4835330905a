/**
 * Costs: what was charged, when, by whom, and who may see it.
 * It owns the vocabulary of cost questions and answers (metrics, dimensions, filters, periods) and the ports of the cost store, its importer and its published segments.
 * Bills, operations and storage use it; it uses {@code bursar.domain}, the account's id and the residuals of {@code bursar.policy}.
 * No question is answered without a {@link Visibility}, money is decimal, and two currencies are never added.
 */
@NullMarked
package bursar.domain.costs;

import org.jspecify.annotations.NullMarked;

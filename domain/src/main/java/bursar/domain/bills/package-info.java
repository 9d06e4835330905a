/**
 * Bills: what a month came to.
 * It owns the bill's shape: charges by service, region and usage type, by linked account, tax, credits and the total.
 * Operations use it; it uses {@code bursar.domain.costs} only, through its port.
 * Every figure of a bill is the UnblendedCost of its rows, and the parts sum to the total exactly.
 */
@NullMarked
package bursar.domain.bills;

import org.jspecify.annotations.NullMarked;

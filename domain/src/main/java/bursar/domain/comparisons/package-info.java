/**
 * Two months of costs side by side, and what drove the difference.
 * It owns how months are compared, how differences are ordered, and which kind of line is which kind of driver.
 * The operations use it; it uses the cost store's port.
 * Only rows of the visibility count, and the groups of a comparison sum to its total exactly.
 */
@NullMarked
package bursar.domain.comparisons;

import org.jspecify.annotations.NullMarked;

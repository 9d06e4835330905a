/**
 * How well reservations and savings plans are used, and how much of what ran they covered, from rows of costs.
 * It owns the formulas (Cost Explorer API reference; Cost and Usage Report user guide, columns of reservations and savings plans).
 * The operations use it; it uses the cost store's port.
 * Only rows of the visibility count; a fee stands on the day its row begins, which for most is the first of the month.
 */
@NullMarked
package bursar.domain.commitments;

import org.jspecify.annotations.NullMarked;

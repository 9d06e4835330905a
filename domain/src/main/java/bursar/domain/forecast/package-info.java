/**
 * Forecasts of costs and usage from their own past: trend, weekday and day of the month, with an interval of stated likelihood.
 * It owns the method, how much history it needs, and how far it looks; the sums it learns from come from the cost store.
 * The operations use it; it uses the cost store's port.
 * Only rows of the visibility are learned from, and the same history always gives the same forecast.
 */
@NullMarked
package bursar.domain.forecast;

import org.jspecify.annotations.NullMarked;

/**
 * The runs of exports: who they run for, when, and what became of them.
 * It owns the queue of runs, their daily repetition, and the decision, anew at each run, of what the export's owner may see.
 * The operations of {@code cur} and {@code bcm-data-exports} begin runs; it uses the gate and the deliveries of {@code bursar.domain.exports}.
 * A run without a decision of the gate delivers nothing.
 */
@NullMarked
package bursar.operations.exports;

import org.jspecify.annotations.NullMarked;

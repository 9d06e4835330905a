/**
 * Conformance to FOCUS, the FinOps Open Cost and Usage Specification: which rules there are, and what became of them on a file.
 * It owns the vocabulary of rules and checks, our own declaration of FOCUS 1.2, and the report of a check; who runs the checks is not its matter.
 * Storage runs them and the commands print the report; it uses the JDK only.
 * A rule that a file does not break and one that was not asked are never confused: each has its outcome, and a skipped one says why.
 */
@NullMarked
package bursar.domain.focus;

import org.jspecify.annotations.NullMarked;

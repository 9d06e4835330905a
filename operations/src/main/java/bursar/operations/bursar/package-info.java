/**
 * Bursar's own operations: the session, the switch, explanations, proofs and guardrails, bills, policy templates and the operator's work.
 * It owns what AWS offers on pages only, or not at all; the actions that guard it keep AWS's names where AWS has one.
 * The wire and the server use it; it uses the domain and the gate.
 * Every operation is one file, and its declaration says who may call it.
 */
@NullMarked
package bursar.operations.bursar;

import org.jspecify.annotations.NullMarked;

/**
 * Questions about who can ever do what, over all possible requests, and the guardrails that keep their answers.
 * It owns how billing's two vocabularies and the switch are told to the prover, and what a guardrail refuses.
 * Operations and the server use it; it uses accounts, identities, the catalogue of permissions and the policy language's proofs.
 * A guardrail holds after every change that is stored: what would break it, or leave it undecided, is refused in the change's transaction.
 */
@NullMarked
package bursar.domain.guardrails;

import org.jspecify.annotations.NullMarked;

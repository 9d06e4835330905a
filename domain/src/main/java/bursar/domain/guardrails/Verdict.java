package bursar.domain.guardrails;

import bursar.policy.prove.Proof;
import org.jspecify.annotations.Nullable;

/** Whether a guardrail holds. */
public sealed interface Verdict {
  /** The guardrail that was asked about. */
  Guardrail guardrail();

  /** Nobody but those excepted can ever do it: proved. */
  record Holds(Guardrail guardrail) implements Verdict {}

  /** Somebody can: by this request, which the evaluator has confirmed. */
  record Broken(Guardrail guardrail, String principalArn, Proof.Counterexample counterexample) implements Verdict {}

  /** It could not be decided for somebody; that counts as broken, since the absence of a proof is no proof. */
  record Undecided(Guardrail guardrail, String principalArn, String reason) implements Verdict {}

  /** Why it does not hold, as a clause to follow a colon; null when it holds. */
  default @Nullable String reasonAgainst() {
    return switch (this) {
      case Holds _ -> null;
      case Broken broken -> broken.principalArn() + " could " + Reach.describe(broken.counterexample());
      case Undecided open -> "it cannot be decided for " + open.principalArn() + ". " + open.reason();
    };
  }
}

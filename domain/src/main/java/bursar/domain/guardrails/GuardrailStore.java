package bursar.domain.guardrails;

import bursar.domain.accounts.AccountId;
import java.util.List;

/** Keeps guardrails. Writes join the open transaction. Promised: a name is unique in its account, ignoring case. */
public interface GuardrailStore {
  /** The guardrails of an account, by name. */
  List<Guardrail> list(AccountId account);

  /** Keeps a guardrail, in place of one of the same name. */
  void put(Guardrail guardrail);

  /** Forgets a guardrail; false when there was none of that name. */
  boolean delete(AccountId account, String name);
}

package bursar.operations.memory;

import bursar.domain.accounts.AccountId;
import bursar.domain.guardrails.Guardrail;
import bursar.domain.guardrails.GuardrailStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Guardrails in memory. */
public final class InMemoryGuardrailStore implements GuardrailStore {
  private final Map<String, Guardrail> guardrails = new TreeMap<>();

  private static String key(AccountId account, String name) {
    return account + "/" + name.toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Guardrail> list(AccountId account) {
    return guardrails.values().stream().filter(guardrail -> guardrail.account().equals(account)).toList();
  }

  @Override
  public void put(Guardrail guardrail) {
    guardrails.put(key(guardrail.account(), guardrail.name()), guardrail);
  }

  @Override
  public boolean delete(AccountId account, String name) {
    return guardrails.remove(key(account, name)) != null;
  }
}

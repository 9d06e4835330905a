package bursar.operations.memory;

import bursar.domain.signin.AttemptStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Failed attempts to sign in, in memory. */
final class InMemoryAttemptStore implements AttemptStore {
  private final Map<String, Failures> kept = new HashMap<>();

  @Override
  public Optional<Failures> find(String key) {
    return Optional.ofNullable(kept.get(key));
  }

  @Override
  public void put(String key, Failures failures) {
    kept.put(key, failures);
  }

  @Override
  public void delete(String key) {
    kept.remove(key);
  }

  @Override
  public void deleteBefore(Instant last) {
    kept.values().removeIf(failures -> failures.last().isBefore(last));
  }
}

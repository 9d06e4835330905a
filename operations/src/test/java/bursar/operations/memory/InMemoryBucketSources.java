package bursar.operations.memory;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.BucketSource;
import bursar.domain.costs.BucketSourceStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sources in buckets, in memory; nobody looks at them. */
public final class InMemoryBucketSources implements BucketSourceStore {
  private final List<BucketSource> sources = new ArrayList<>();

  @Override
  public void put(BucketSource source, byte[] sealedSecret) {
    delete(source.dataOwner(), source.name());
    sources.add(source);
  }

  @Override
  public List<BucketSource> list(AccountId dataOwner) {
    return sources.stream().filter(source -> source.dataOwner().equals(dataOwner)).toList();
  }

  @Override
  public List<BucketSource> all() {
    return List.copyOf(sources);
  }

  @Override
  public byte[] sealedSecret(BucketSource source) {
    throw new IllegalStateException("nobody looks at " + source);
  }

  @Override
  public boolean delete(AccountId dataOwner, String name) {
    return sources.removeIf(source -> source.dataOwner().equals(dataOwner) && source.name().equals(name));
  }

  @Override
  public boolean claim(BucketSource source, Instant now) {
    return false;
  }

  @Override
  public void note(BucketSource source, String outcome) {}

  @Override
  public Map<String, String> parts(BucketSource source) {
    return Map.of();
  }

  @Override
  public void noteParts(BucketSource source, Map<String, String> fingerprints) {}
}

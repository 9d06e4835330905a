package bursar.domain.costs;

import bursar.domain.Failure;
import bursar.domain.Transactions;
import bursar.domain.accounts.AccountId;
import bursar.domain.identity.SecretBox;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rules of sources in buckets: only at addresses the operator allows, with sealed secrets, a bounded number an account. */
public final class BucketSources {
  private static final int PER_OWNER_MAX = 20;

  private final BucketSourceStore store;
  private final Transactions transactions;
  private final SecretBox box;
  private final List<String> endpoints;
  private final InstantSource clock;

  /**
   * Over this store.
   *
   * @param endpoints the addresses the operator allows
   */
  public BucketSources(BucketSourceStore store, Transactions transactions, SecretBox box, List<String> endpoints, InstantSource clock) {
    this.store = store;
    this.transactions = transactions;
    this.box = box;
    this.endpoints = List.copyOf(endpoints);
    this.clock = clock;
  }

  /**
   * Keeps a source, in place of one of the same name.
   *
   * @param wanted the source; the moment it is put at is now
   * @param secretAccessKey the secret of its access key
   * @return the source as it is kept
   * @throws Failure {@code ValidationException} when the operator does not allow its address; {@code LimitExceededException}
   */
  public BucketSource put(BucketSource wanted, String secretAccessKey) {
    BucketSource kept = new BucketSource(wanted.dataOwner(), wanted.name(), allowed(wanted.endpoint()), wanted.region(), wanted.bucket(),
        wanted.prefix(), wanted.dataSet(), wanted.accessKeyId(), wanted.minutes(), wanted.putBy(), clock.instant(), null, null);
    return transactions.inTransaction(() -> {
      long others = store.list(kept.dataOwner()).stream().filter(source -> !source.name().equals(kept.name())).count();
      if (others >= PER_OWNER_MAX) {
        throw new Failure("LimitExceededException", "An account has at most " + PER_OWNER_MAX + " sources.");
      }
      store.put(kept, box.seal(secretAccessKey, context(kept)));
      return kept;
    });
  }

  /**
   * An address in the spelling of the operator's list.
   *
   * @throws Failure {@code ValidationException} when it is not in the list
   */
  public String allowed(String endpoint) {
    String normal = endpoint.toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
    if (!endpoints.contains(normal)) {
      throw new Failure("ValidationException", "The operator of this server does not allow buckets at " + endpoint + "."
          + (endpoints.isEmpty() ? " No address is allowed yet; the server's option --bucket-endpoint allows one."
              : " Allowed are " + String.join(", ", endpoints) + "."));
    }
    return normal;
  }

  private static String context(BucketSource source) {
    return "cost-source/" + source.dataOwner() + "/" + source.name();
  }

  /** An owner's sources, by name. */
  public List<BucketSource> list(AccountId dataOwner) {
    return store.list(dataOwner);
  }

  /**
   * Removes a source. What was imported from it stays.
   *
   * @throws Failure {@code NoSuchEntity}
   */
  public void delete(AccountId dataOwner, String name) {
    if (!transactions.inTransaction(() -> store.delete(dataOwner, name))) {
      throw new Failure("NoSuchEntity", "The account " + dataOwner + " has no source " + name + ".");
    }
  }

  /** Takes the look at each source that is due and that nobody else takes. */
  public List<BucketSource> takeDue() {
    return store.all().stream().filter(source -> source.due(clock.instant()))
        .filter(source -> transactions.inTransaction(() -> store.claim(source, clock.instant()))).toList();
  }

  /** The secret of a source's access key. */
  public String secret(BucketSource source) {
    return box.open(store.sealedSecret(source), context(source));
  }

  /** What was read of a source so far: the fingerprint of each part. */
  public Map<String, String> parts(BucketSource source) {
    return store.parts(source);
  }

  /**
   * Notes what a look came to.
   *
   * @param outcome a sentence
   * @param read the fingerprints of the parts that were read
   */
  public void note(BucketSource source, String outcome, Map<String, String> read) {
    var _ = transactions.inTransaction(() -> {
      boolean there = store.list(source.dataOwner()).stream()
          .anyMatch(now -> now.name().equals(source.name()) && now.putAt().equals(source.putAt()));
      if (there) {
        store.note(source, outcome);
        store.noteParts(source, read);
      }
      return there;
    });
  }
}

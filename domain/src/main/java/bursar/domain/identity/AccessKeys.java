package bursar.domain.identity;

import bursar.domain.Failure;
import bursar.domain.Transactions;
import bursar.domain.accounts.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of access keys, of users and of the root user. Secrets are stored sealed and shown once. */
public final class AccessKeys {
  /** A use is noted again only when the noted one is older: a busy key costs no write for each call. */
  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(5);

  private final IdentityStores stores;
  private final IdentityChanges changes;
  private final Transactions transactions;
  private final UniqueIds ids;
  private final SecretBox box;

  /** The rules over the stores. */
  public AccessKeys(IdentityStores stores, IdentityChanges changes, Transactions transactions, UniqueIds ids, SecretBox box) {
    this.stores = stores;
    this.changes = changes;
    this.transactions = transactions;
    this.ids = ids;
    this.box = box;
  }

  /**
   * Makes a key.
   *
   * @param user whose; null for the root user
   * @throws Failure LimitExceeded
   */
  public NewAccessKey create(AccountId account, @Nullable User user) {
    return changes.change(account, () -> {
      String userId = user == null ? null : user.id();
      int present = stores.keys().listOf(account, userId).size();
      Quotas.checkOneMore(present, "AccessKeysPerUser", Quotas.ACCESS_KEYS_PER_USER);
      AccessKey key = new AccessKey(ids.accessKey(), account, userId, AccessKey.Status.ACTIVE, changes.now(), null);
      String secret = ids.secret();
      stores.keys().insert(key, box.seal(secret, key.id()));
      return new NewAccessKey(key, secret);
    });
  }

  /** The keys of a user, or of the root user with null, by id. */
  public List<AccessKey> list(AccountId account, @Nullable User user) {
    return stores.keys().listOf(account, user == null ? null : user.id());
  }

  /** The key with the id, of whichever account. */
  public Optional<AccessKey> find(String keyId) {
    return stores.keys().find(keyId);
  }

  /**
   * Lets a key of the user, or of the root user with null, sign or not.
   *
   * @throws Failure NoSuchEntity when the key is not that owner's
   */
  public void updateStatus(AccountId account, @Nullable User user, String keyId, AccessKey.Status status) {
    changes.change(account, () -> {
      stores.keys().updateStatus(owned(account, user, keyId).id(), status);
    });
  }

  /**
   * Deletes a key of the user, or of the root user with null.
   *
   * @throws Failure NoSuchEntity when the key is not that owner's
   */
  public void delete(AccountId account, @Nullable User user, String keyId) {
    changes.change(account, () -> {
      stores.keys().delete(owned(account, user, keyId).id());
    });
  }

  private AccessKey owned(AccountId account, @Nullable User user, String keyId) {
    return list(account, user).stream()
        .filter(key -> key.id().equals(keyId))
        .findFirst()
        .orElseThrow(() -> new Failure("NoSuchEntity", "The Access Key with id " + keyId + " cannot be found."));
  }

  /** Key, sealed secret, owner and account version in one read; empty when there is no such key. */
  public Optional<SigningKey> findForSigning(String keyId) {
    return stores.keys().findForSigning(keyId);
  }

  /** The secret of a key that was read for signing. */
  public String secret(SigningKey key) {
    return box.open(key.sealedSecret(), key.key().id());
  }

  /**
   * Notes that a key was used, at most once in five minutes.
   *
   * @param key the key as it was last read
   * @return whether the use was stored, so that the key should be read anew
   */
  public boolean noteUse(AccessKey key, Instant at, String service, String region) {
    AccessKey.Use last = key.lastUse();
    if (last != null && last.at().plus(USE_NOTED_EVERY).isAfter(at)) {
      return false;
    }
    transactions.<Object>inTransaction(() -> {
      stores.keys().updateLastUse(key.id(), new AccessKey.Use(at, service, region));
      return key;
    });
    return true;
  }
}

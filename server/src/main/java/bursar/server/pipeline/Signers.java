package bursar.server.pipeline;

import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.Accounts;
import bursar.domain.identity.AccessKey;
import bursar.domain.identity.AccessKeys;
import bursar.domain.identity.SigningKey;
import bursar.domain.identity.User;
import bursar.domain.identity.Users;
import bursar.operations.gate.Principal;
import bursar.wire.sigv4.SigningCredential;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * For whom an access key signs. Remembered under the version of the key's account, which is read again on every call: a key that was deleted or
 * made inactive, a user who was renamed or tagged anew, counts from the next call on. Opened secrets stay in memory only.
 */
final class Signers {
  private static final int REMEMBERED_MAX = 20_000;

  private final AccessKeys keys;
  private final Users users;
  private final Accounts accounts;
  private final ConcurrentHashMap<String, Signer> remembered = new ConcurrentHashMap<>();

  /**
   * Who signs with a key.
   *
   * @param key the key as it was read; only an active one signs
   * @param credential the key with its secret
   * @param principal its owner
   * @param version the account's version it was read under
   */
  record Signer(AccessKey key, SigningCredential credential, Principal.OfAccount principal, long version) {
    boolean active() {
      return key.status() == AccessKey.Status.ACTIVE;
    }
  }

  Signers(AccessKeys keys, Users users, Accounts accounts) {
    this.keys = keys;
    this.users = users;
    this.accounts = accounts;
  }

  /** Whose the key is and whether it may sign, as things are now; null when there is no such key. */
  @Nullable Signer find(String keyId) {
    Signer known = remembered.get(keyId);
    if (known != null && accounts.version(known.key().account()) == known.version()) {
      return known;
    }
    remembered.remove(keyId);
    SigningKey read = keys.findForSigning(keyId).orElse(null);
    if (read == null) {
      return null;
    }
    Signer fresh =
        new Signer(read.key(), new SigningCredential(read.key().id(), keys.secret(read), null), principal(read), read.accountVersion());
    if (remembered.size() >= REMEMBERED_MAX) {
      remembered.clear();
    }
    remembered.put(keyId, fresh);
    return fresh;
  }

  /** Reads the key anew on its next use: something about it was stored that is no change of the account. */
  void forget(String keyId) {
    remembered.remove(keyId);
  }

  /** The tags are read after the version that was read with the key, so that a change in between makes the next call read again. */
  private Principal.OfAccount principal(SigningKey read) {
    AccountId account = read.key().account();
    User owner = read.owner();
    return owner == null ? new Principal.Root(account) : Principals.of(owner, users.tags(owner));
  }
}

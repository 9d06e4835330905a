package bursar.domain.identity;

import bursar.domain.accounts.AccountId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps access keys with their sealed secrets. Writes join the open transaction. Promised: an id is unique in the installation. */
public interface AccessKeyStore {
  /** Keeps a new key. */
  void insert(AccessKey key, byte[] sealedSecret);

  /** The key with the id, of whichever account. */
  Optional<AccessKey> find(String keyId);

  /** Key, secret, owner and account version in one read. */
  Optional<SigningKey> findForSigning(String keyId);

  /** The keys of a user, or of the root user with null, by id. */
  List<AccessKey> listOf(AccountId account, @Nullable String userId);

  /** Lets a key sign, or not. */
  void updateStatus(String keyId, AccessKey.Status status);

  /** Notes a use. */
  void updateLastUse(String keyId, AccessKey.Use use);

  /** Forgets the key and its secret. */
  void delete(String keyId);
}

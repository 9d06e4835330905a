package bursar.domain.costs;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The sources in buckets. Promised: of two servers that claim a look at one moment, one gets it. Not promised: that the buckets exist. */
public interface BucketSourceStore {
  /** Keeps a source in place of one of the same name, and forgets what was read of that one. */
  void put(BucketSource source, byte[] sealedSecret);

  /** An owner's sources, by name. */
  List<BucketSource> list(AccountId dataOwner);

  /** All sources. */
  List<BucketSource> all();

  /** The sealed secret of a source that is there. */
  byte[] sealedSecret(BucketSource source);

  /** Removes a source; whether it was there. */
  boolean delete(AccountId dataOwner, String name);

  /** Claims the next look, if nobody looked since {@code source} was read; whether it is ours. */
  boolean claim(BucketSource source, Instant now);

  /** Notes what a look came to. */
  void note(BucketSource source, String outcome);

  /** What was read: the fingerprint of each part. */
  Map<String, String> parts(BucketSource source);

  /** Notes that parts were read. */
  void noteParts(BucketSource source, Map<String, String> fingerprints);
}

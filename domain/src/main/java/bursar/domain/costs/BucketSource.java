package bursar.domain.costs;

import bursar.domain.accounts.AccountId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bucket of an S3-compatible store, of which an account's cost data is read again and again. Its secret access key is kept apart, sealed.
 *
 * @param dataOwner the account that owns the data
 * @param name the source's name, unique in the account
 * @param endpoint the store's address, one of those the operator allows
 * @param region the region to sign for
 * @param bucket the bucket
 * @param prefix what the keys begin with; empty for all
 * @param dataSet the data set whose months are replaced
 * @param accessKeyId the key that may read the bucket
 * @param minutes how long to wait from one look to the next
 * @param putBy who put it: a principal's ARN, or the operator
 * @param putAt when
 * @param checkedAt when it was last looked at; null if never
 * @param outcome what that look came to, as a sentence; null if there was none, or while it is looked at
 */
public record BucketSource(AccountId dataOwner, String name, String endpoint, String region, String bucket, String prefix, String dataSet,
    String accessKeyId, int minutes, String putBy, Instant putAt, @Nullable Instant checkedAt, @Nullable String outcome) {
  /** Whether it is time to look. */
  public boolean due(Instant now) {
    return checkedAt == null || !checkedAt.plus(Duration.ofMinutes(minutes)).isAfter(now);
  }

  /** What people call the place. */
  public String place() {
    return "s3://" + bucket + "/" + prefix;
  }
}

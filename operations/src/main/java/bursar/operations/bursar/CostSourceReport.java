package bursar.operations.bursar;

import bursar.domain.costs.BucketSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source in a bucket as callers see it; never with its secret.
 *
 * @param name the source's name
 * @param accountId whose data it is
 * @param endpoint the store's address
 * @param region the region
 * @param bucket the bucket
 * @param prefix what the keys begin with
 * @param dataSet the data set whose months are replaced
 * @param sourceAccessKeyId the access key that reads the bucket
 * @param intervalMinutes how long it waits from one look to the next
 * @param putBy who put it
 * @param putAt when
 * @param checkedAt when it was last looked at; null if never
 * @param outcome what that look came to, as a sentence; null while there is none
 */
public record CostSourceReport(String name, String accountId, String endpoint, String region, String bucket, String prefix, String dataSet,
    String sourceAccessKeyId, Integer intervalMinutes, String putBy, Instant putAt, @Nullable Instant checkedAt, @Nullable String outcome) {
  static CostSourceReport of(BucketSource source) {
    return new CostSourceReport(source.name(), source.dataOwner().digits(), source.endpoint(), source.region(), source.bucket(),
        source.prefix(), source.dataSet(), source.accessKeyId(), source.minutes(), source.putBy(), source.putAt(), source.checkedAt(),
        source.outcome());
  }
}

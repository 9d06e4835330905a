package bursar.operations.bursar;

import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.Accounts;
import bursar.domain.costs.BucketSource;
import bursar.domain.costs.BucketSources;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Concerns;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Has cost data read from a bucket of an S3-compatible store, again and again. */
public final class PutCostSource implements Operation<PutCostSource.Request, PutCostSource.Answer> {
  private static final int MINUTES_USUAL = 60;
  private static final Declaration<Request, Answer> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "PutCostSource", Request.class, Answer.class)
          .summary("Has cost data read from a bucket again and again; new deliveries and changed files replace their months.")
          .needs(Need.billingData("bursar:PutCostSource", "aws-portal:ModifyBilling"), AccessLevel.WRITE)
          .exempt(Exemption.OPERATOR_TOO, AccessLevel.WRITE)
          .rules(
              MemberRule.required("Name").matching("[A-Za-z0-9][A-Za-z0-9_.-]{0,62}"),
              MemberRule.required("Endpoint").range(1, 300),
              MemberRule.required("Region").matching("[a-z0-9-]{1,40}"),
              MemberRule.required("Bucket").matching("[A-Za-z0-9][A-Za-z0-9._-]{1,254}"),
              MemberRule.optional("Prefix").range(0, 900),
              MemberRule.required("SourceAccessKeyId").matching("[!-~]{1,200}"),
              MemberRule.required("SourceSecretAccessKey").range(1, 500),
              MemberRule.optional("IntervalMinutes").range(5, 10_080),
              CostDataOwner.DATA_SET, CostDataOwner.ACCOUNT_ID)
          .errors(BursarService.NO_SUCH_ENTITY, BursarService.LIMIT_EXCEEDED)
          .secrets("SourceSecretAccessKey")
          .example(() -> new Request("reports", "https://s3.eu-west-1.amazonaws.com", "eu-west-1", "my-cost-reports", "hourly/", "AKIDEXAMPLE",
              "the secret of that key", 60, null, null))
          .build();

  private final Accounts accounts;
  private final BucketSources sources;

  /** Over these rooms. */
  public PutCostSource(Accounts accounts, BucketSources sources) {
    this.accounts = accounts;
    this.sources = sources;
  }

  /**
   * The source wanted; it takes the place of one of the same name.
   *
   * @param name the source's name
   * @param endpoint the store's address, one of those the operator allows
   * @param region the region to sign for
   * @param bucket the bucket
   * @param prefix what the keys begin with; null for all
   * @param sourceAccessKeyId an access key that may list and read the bucket
   * @param sourceSecretAccessKey its secret; kept sealed and never shown
   * @param intervalMinutes how long to wait from one look to the next; null for an hour
   * @param dataSet the data set whose months are replaced; null for the account's main one
   * @param accountId whose data it is; for the operator
   */
  public record Request(String name, String endpoint, String region, String bucket, @Nullable String prefix, String sourceAccessKeyId,
      String sourceSecretAccessKey, @Nullable Integer intervalMinutes, @Nullable String dataSet, @Nullable String accountId) {
    @Override
    public String toString() {
      return "Request[name=" + name + ", endpoint=" + endpoint + ", bucket=" + bucket + "]";
    }
  }

  /** The source as it is kept. */
  public record Answer(CostSourceReport source) implements Concerns {
    @Override
    public AccountId concernedAccount() {
      return new AccountId(source.accountId());
    }
  }

  @Override
  public Declaration<Request, Answer> declaration() {
    return DECLARATION;
  }

  @Override
  public Answer handle(Authorized<Request> call) {
    Request wanted = call.input();
    BucketSource source = new BucketSource(CostDataOwner.of(call, wanted.accountId(), accounts), wanted.name(), wanted.endpoint(),
        wanted.region(), wanted.bucket(), wanted.prefix() == null ? "" : wanted.prefix(), CostDataOwner.dataSet(wanted.dataSet()),
        wanted.sourceAccessKeyId(), wanted.intervalMinutes() == null ? MINUTES_USUAL : wanted.intervalMinutes(),
        call.caller().principal().arn(), Instant.EPOCH, null, null);
    return new Answer(CostSourceReport.of(sources.put(source, wanted.sourceSecretAccessKey())));
  }
}

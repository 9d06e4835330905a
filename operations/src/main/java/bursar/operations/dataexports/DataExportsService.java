package bursar.operations.dataexports;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.exports.ExportDefinition;
import bursar.domain.exports.ExportStore;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.ErrorCode;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Protocol;
import bursar.operations.declaration.ServiceDefinition;
import bursar.operations.gate.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Data Exports as clients know it (API reference, version 2023-11-26). */
public final class DataExportsService {
  /** {@code X-Amz-Target: AWSBillingAndCostManagementDataExports.<Operation>}, awsJson 1.1. */
  public static final ServiceDefinition DEFINITION = new ServiceDefinition("bcm-data-exports", Protocol.AWS_JSON_1_1, "2023-11-26",
      "AWSBillingAndCostManagementDataExports", "", "bcm-data-exports.amazonaws.com");

  static final ErrorCode RESOURCE_NOT_FOUND = new ErrorCode("ResourceNotFoundException", 400);
  static final ErrorCode LIMIT_EXCEEDED = new ErrorCode("LimitExceededException", 400);
  static final ErrorCode QUOTA = new ErrorCode("ServiceQuotaExceededException", 400);
  static final MemberRule MAX_RESULTS = MemberRule.optional("MaxResults").range(1, 100);
  static final MemberRule NEXT_TOKEN = MemberRule.optional("NextToken").range(1, 2_048);
  static final MemberRule EXPORT_ARN = MemberRule.required("ExportArn").range(20, 2_048);
  static final String EXAMPLE_ARN = "arn:aws:bcm-data-exports:us-east-1:111122223333:export/costs-00000000-0000-0000-0000-000000000000";
  private static final int PAGE = 100;

  private DataExportsService() {}

  static <I, O> Declaration.Builder<I, O> declare(String name, Class<I> input, Class<O> output, AccessLevel level) {
    return Declaration.of(DEFINITION, name, input, output).needs(Need.costTool("bcm-data-exports:" + name), level);
  }

  /** The ARN of an export of that name, before it has an id. */
  static String arn(Caller caller, @Nullable String name) {
    return "arn:aws:bcm-data-exports:us-east-1:" + caller.account() + ":export/" + (name == null ? "" : name);
  }

  /** The ARN that a request names; an empty one when it names none. */
  static String arnOf(@Nullable String arn) {
    return arn == null ? "" : arn;
  }

  /** The ARN of a table. */
  static String tableArn(Caller caller, @Nullable String name) {
    return "arn:aws:bcm-data-exports:us-east-1:" + caller.account() + ":table/" + (name == null ? "" : name);
  }

  /** The account's export of that ARN. */
  static ExportDefinition find(ExportStore store, AccountId account, @Nullable String arn) {
    return store.list(account, ExportDefinition.Kind.EXPORT).stream().filter(export -> export.arn().equals(arn)).findFirst()
        .orElseThrow(() -> new Failure("ResourceNotFoundException", "There is no export " + arn + "."));
  }

  /** A page of a list, and where the next begins. */
  record Page<T>(List<T> items, @Nullable String next) {}

  static <T> Page<T> page(List<T> all, @Nullable Integer most, @Nullable String token) {
    int from = 0;
    if (token != null) {
      if (!token.matches("\\d{1,9}") || Integer.parseInt(token) > all.size()) {
        throw new Failure("ValidationException", "The NextToken is not one that this list gave out.");
      }
      from = Integer.parseInt(token);
    }
    int to = Math.min(all.size(), from + (most == null ? PAGE : most));
    return new Page<>(all.subList(from, to), to < all.size() ? String.valueOf(to) : null);
  }
}

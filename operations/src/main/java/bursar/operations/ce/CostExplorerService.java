package bursar.operations.ce;

import bursar.domain.Failure;
import bursar.domain.categories.TagBackfill;
import bursar.domain.views.BillingView;
import bursar.domain.permissions.PermissionCatalogue;
import bursar.operations.declaration.ErrorCode;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Protocol;
import bursar.operations.declaration.ServiceDefinition;
import bursar.operations.gate.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costexplorer.model.CostAllocationTagBackfillRequest;

/** Cost Explorer as clients know it (API reference, version 2017-10-25). */
public final class CostExplorerService {
  /** {@code X-Amz-Target: AWSInsightsIndexService.<Operation>}, awsJson 1.1, signed for {@code ce}. */
  public static final ServiceDefinition DEFINITION =
      new ServiceDefinition("ce", Protocol.AWS_JSON_1_1, "2017-10-25", "AWSInsightsIndexService", "", "ce.amazonaws.com");

  static final ErrorCode LIMIT_EXCEEDED = new ErrorCode("LimitExceededException", 400);
  static final ErrorCode INVALID_NEXT_TOKEN = new ErrorCode("InvalidNextTokenException", 400);
  static final ErrorCode DATA_UNAVAILABLE = new ErrorCode("DataUnavailableException", 400);
  static final ErrorCode UNRESOLVABLE_USAGE_UNIT = new ErrorCode("UnresolvableUsageUnitException", 400);
  static final ErrorCode REQUEST_CHANGED = new ErrorCode("RequestChangedException", 400);
  static final ErrorCode BILL_EXPIRATION = new ErrorCode("BillExpirationException", 400);
  static final ErrorCode RESOURCE_NOT_FOUND = new ErrorCode("ResourceNotFoundException", 400);

  static final ErrorCode QUOTA_EXCEEDED = new ErrorCode("ServiceQuotaExceededException", 400);
  static final ErrorCode TOO_MANY_TAGS = new ErrorCode("TooManyTagsException", 400);
  static final ErrorCode BACKFILL_LIMIT = new ErrorCode("BackfillLimitExceededException", 400);
  static final ErrorCode ACCESS_DENIED = new ErrorCode("AccessDeniedException", 400);

  /** What members are told who ask for cost allocation tags; clients match it. */
  static final String MEMBER_TAGS = "Failed to list Cost Allocation Tags: Linked account doesn't have access to cost allocation tags.";

  private CostExplorerService() {}

  /** An action that changes what is managed here, with the legacy permission that lets the console do it. */
  static Need managing(String action) {
    return asMapped(action, "aws-portal:ModifyBilling");
  }

  /** A moment to the second, as Cost Explorer writes it. */
  static String moment(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static CostAllocationTagBackfillRequest written(TagBackfill backfill) {
    return CostAllocationTagBackfillRequest.builder().backfillFrom(Categories.written(backfill.from())).requestedAt(moment(backfill.requested()))
        .completedAt(moment(backfill.completed())).lastUpdatedAt(moment(backfill.completed())).backfillStatus("SUCCEEDED").build();
  }

  /** An action of Cost Explorer: programs need it alone, the console may be let in by the legacy permission. */
  static Need need(String action) {
    return asMapped(action, "aws-portal:ViewBilling");
  }

  /** The ARN of the view through which costs are read: the one asked for, else the account's primary view. */
  static String view(Caller caller, @Nullable String asked) {
    return asked == null ? BillingView.primary(caller.account()) : asked;
  }

  /** Refuses what is not even the ARN of a view; whether there is such a view, and what it shows, the gate has decided. */
  static void checkView(Caller caller, @Nullable String asked) {
    if (asked != null && !BillingView.isArn(asked)) {
      throw new Failure("ResourceNotFoundException", "There is no billing view " + asked + ". Leave BillingViewArn out, or give "
          + BillingView.primary(caller.account()) + ".");
    }
  }

  /** The need with the legacy permission where the action was mapped from it; actions that came later never had one. */
  private static Need asMapped(String action, String legacy) {
    return PermissionCatalogue.shipped().legacyOf(action).contains(legacy) ? Need.costTool(action, legacy) : Need.costTool(action);
  }
}

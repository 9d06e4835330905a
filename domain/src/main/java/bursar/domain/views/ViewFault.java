package bursar.domain.views;

/** Why a view cannot be read. Source: AWS Billing API, {@code BillingViewStatusReason}. */
public enum ViewFault {
  /** A view it is made of is gone. */
  SOURCE_VIEW_NOT_FOUND,
  /** A view it is made of cannot be read itself. */
  SOURCE_VIEW_UNHEALTHY,
  /** Its owner manages no organization any more. */
  VIEW_OWNER_NOT_MANAGEMENT_ACCOUNT
}

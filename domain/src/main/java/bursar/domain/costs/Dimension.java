package bursar.domain.costs;

import bursar.domain.Failure;

/**
 * A property of a row that can be grouped by and filtered on, with Cost Explorer's names: all 35 of its API (version 2017-10-25). A row may
 * lack any of them. Those of Cost Explorer that describe an anomaly or a recommendation, and not a row, no row ever has.
 *
 * <p>{@link #CURRENCY} and {@link #PROVIDER} are Bursar's own.
 */
public enum Dimension {
  /** When the agreement behind the row ends, as the source writes it; compared by its beginning with a date. */
  AGREEMENT_END_DATE_TIME_AFTER,
  /** As {@link #AGREEMENT_END_DATE_TIME_AFTER}. */
  AGREEMENT_END_DATE_TIME_BEFORE,
  /** Of anomalies; no row has it. */
  ANOMALY_TOTAL_IMPACT_ABSOLUTE,
  /** Of anomalies; no row has it. */
  ANOMALY_TOTAL_IMPACT_PERCENTAGE,
  AZ,
  BILLING_ENTITY,
  CACHE_ENGINE,
  /** The three letters of the charge's currency (Bursar's own). */
  CURRENCY,
  DATABASE_ENGINE,
  DEPLOYMENT_OPTION,
  INSTANCE_TYPE,
  INSTANCE_TYPE_FAMILY,
  INVOICING_ENTITY,
  LEGAL_ENTITY_NAME,
  /** The account that used it: twelve digits on AWS, FOCUS's SubAccountId elsewhere. */
  LINKED_ACCOUNT,
  LINKED_ACCOUNT_NAME,
  OPERATING_SYSTEM,
  OPERATION,
  /** The account that pays: the bill's payer on AWS, FOCUS's BillingAccountId elsewhere. */
  PAYER_ACCOUNT,
  /** How a commitment is paid: No Upfront, Partial Upfront, All Upfront. */
  PAYMENT_OPTION,
  /** The operating system with its licence, as EC2's operation tells it: Linux/UNIX, Windows ... */
  PLATFORM,
  /** The provider whose service was used: AWS, Microsoft ... (Bursar's own). */
  PROVIDER,
  /** How it was bought: On Demand, Reserved, Savings Plans or Spot. */
  PURCHASE_TYPE,
  /** The type of line: CUR's line item type, FOCUS's ChargeCategory. */
  RECORD_TYPE,
  REGION,
  RESERVATION_ID,
  RESOURCE_ID,
  /** Of recommendations; no row has it. */
  RIGHTSIZING_TYPE,
  SAVINGS_PLANS_TYPE,
  SAVINGS_PLAN_ARN,
  /** Where a reservation holds: Region or Availability Zone. */
  SCOPE,
  /** The product's name; EC2 is not split. */
  SERVICE,
  SERVICE_CODE,
  /** The reservation's subscription. */
  SUBSCRIPTION_ID,
  TENANCY,
  USAGE_TYPE,
  /** Usage types that belong together, such as EC2: Running Hours; derived from the usage type. */
  USAGE_TYPE_GROUP;

  /** The dimension of that name; refuses an unknown one with {@code ValidationException}. */
  public static Dimension named(String name) {
    for (Dimension dimension : values()) {
      if (dimension.name().equals(name)) {
        return dimension;
      }
    }
    throw new Failure("ValidationException", "There is no dimension '" + name + "' in this cost data.");
  }
}

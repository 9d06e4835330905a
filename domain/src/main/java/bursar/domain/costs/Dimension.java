package bursar.domain.costs;

import bursar.domain.Failure;

/**
 * A property of a row that can be grouped by and filtered on, with Cost Explorer's names. A row may lack any of them.
 *
 * <p>{@link #CURRENCY} and {@link #PROVIDER} are Bursar's own.
 */
public enum Dimension {
  AZ,
  BILLING_ENTITY,
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
  /** The provider whose service was used: AWS, Microsoft ... (Bursar's own). */
  PROVIDER,
  /** How it was bought: On Demand, Reserved, Savings Plans or Spot. */
  PURCHASE_TYPE,
  /** The type of line: CUR's line item type, FOCUS's ChargeCategory. */
  RECORD_TYPE,
  REGION,
  RESERVATION_ID,
  RESOURCE_ID,
  SAVINGS_PLAN_ARN,
  /** The product's name; EC2 is not split. */
  SERVICE,
  SERVICE_CODE,
  TENANCY,
  USAGE_TYPE;

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

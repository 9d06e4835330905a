package bursar.domain.comparisons;

/** The kinds of cost drivers, with Cost Explorer's names (API reference, {@code CostDriver}). */
public enum DriverType {
  BUNDLED_DISCOUNT,
  COMMITMENT,
  CREDIT,
  OUT_OF_CYCLE_CHARGE,
  RECURRING_RESERVATION_FEE,
  REFUND,
  RESERVATION_USAGE,
  RI_VOLUME_DISCOUNT,
  SAVINGS_PLAN_RECURRING_FEE,
  SAVINGS_PLAN_USAGE,
  SUPPORT_FEE,
  TAX,
  UPFRONT_RESERVATION_FEE,
  USAGE_CHANGE;

  /**
   * The kind of a line.
   *
   * @param recordType CUR's line item type, or FOCUS's ChargeCategory
   * @param purchaseType how it was bought, as {@code PURCHASE_TYPE} says
   * @param service the service's name
   */
  static DriverType of(String recordType, String purchaseType, String service) {
    return switch (recordType) {
      case "Tax" -> TAX;
      case "Credit" -> CREDIT;
      case "Refund" -> REFUND;
      case "DiscountedUsage" -> RESERVATION_USAGE;
      case "RIFee" -> RECURRING_RESERVATION_FEE;
      case "SavingsPlanCoveredUsage", "SavingsPlanNegation" -> SAVINGS_PLAN_USAGE;
      case "SavingsPlanRecurringFee" -> SAVINGS_PLAN_RECURRING_FEE;
      case "SavingsPlanUpfrontFee", "Purchase" -> COMMITMENT;
      case "RiVolumeDiscount", "RIVolumeDiscount" -> RI_VOLUME_DISCOUNT;
      case "BundledDiscount", "Discount", "EdpDiscount", "PrivateRateDiscount" -> BUNDLED_DISCOUNT;
      case "Fee" -> purchaseType.equals("Reserved") ? UPFRONT_RESERVATION_FEE : service.contains("Support") ? SUPPORT_FEE : OUT_OF_CYCLE_CHARGE;
      case "Adjustment" -> OUT_OF_CYCLE_CHARGE;
      default -> USAGE_CHANGE;
    };
  }
}

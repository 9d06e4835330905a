package bursar.domain.organizations;

/** What an organization is for. Source: AWS Organizations API, {@code OrganizationFeatureSet}. */
public enum FeatureSet {
  /** Every feature. */
  ALL,
  /** One bill for all accounts, and no more. */
  CONSOLIDATED_BILLING
}

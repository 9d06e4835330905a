package bursar.domain.organizations;

/**
 * What a member account may see of its own costs, as the management account has decided, whatever the member's policies say.
 *
 * @param costExplorer whether it reaches Cost Explorer at all: «Linked account access»
 * @param refundsAndCredits whether it sees rows that are refunds or credits
 * @param discounts whether it sees rows that are discounts
 */
public record MemberAccess(boolean costExplorer, boolean refundsAndCredits, boolean discounts) {
  /** Everything: what members have until the management account says otherwise. */
  public static final MemberAccess EVERYTHING = new MemberAccess(true, true, true);
}

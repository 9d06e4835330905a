package bursar.operations.gate;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.Metric;
import bursar.domain.costs.RowRules;
import bursar.domain.costs.ValueMatch;
import bursar.domain.organizations.MemberAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which rows of its payer's data a member account may see: its own, without refunds, credits and discounts where the payer hides these. */
final class MemberRows {
  private static final CostFilter REFUNDS_AND_CREDITS =
      CostFilter.dimension(Dimension.RECORD_TYPE, ValueMatch.of(List.of("Credit", "Refund", "Adjustment"), Set.of("CASE_INSENSITIVE")));
  private static final CostFilter DISCOUNTS =
      CostFilter.dimension(Dimension.RECORD_TYPE, ValueMatch.of(List.of("Discount"), Set.of("ENDS_WITH", "CASE_INSENSITIVE")));

  private MemberRows() {}

  static CostFilter of(AccountId account, MemberAccess access) {
    CostFilter own = CostFilter.dimension(Dimension.LINKED_ACCOUNT, account.digits());
    return access.refundsAndCredits() && access.discounts() ? own : CostFilter.and(own, ofType(access));
  }

  /** Rows of the types that the payer does not hide, of whatever account. */
  static CostFilter ofType(MemberAccess access) {
    List<CostFilter> parts = new ArrayList<>();
    if (!access.refundsAndCredits()) {
      parts.add(CostFilter.not(REFUNDS_AND_CREDITS));
    }
    if (!access.discounts()) {
      parts.add(CostFilter.not(DISCOUNTS));
    }
    return new CostFilter.And(parts);
  }

  /** What is net of discounts would tell them where the payer hides discounts: its difference to what is not is the discount. */
  static RowRules withoutNet(RowRules rules, MemberAccess access) {
    return access.discounts() ? rules : rules.without(Set.of(Metric.NET_UNBLENDED_COST, Metric.NET_AMORTIZED_COST));
  }
}

package bursar.operations.bursar;

import bursar.domain.accounts.AccountId;
import bursar.domain.organizations.MemberAccess;
import bursar.domain.organizations.MemberPreferences;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What members may see of their own costs.
 *
 * @param linkedAccountAccess whether they reach Cost Explorer at all
 * @param linkedAccountRefundsAndCredits whether they see refunds and credits
 * @param linkedAccountDiscounts whether they see discounts
 * @param exceptions the members for whom it is otherwise
 * @param decidedBy the management account whose decision it is, where the asking account is its member; null for the account's own decision
 */
public record PreferencesState(Boolean linkedAccountAccess, Boolean linkedAccountRefundsAndCredits, Boolean linkedAccountDiscounts,
    List<MemberException> exceptions, @Nullable String decidedBy) {
  /** Keeps its own copy of the list. */
  public PreferencesState {
    exceptions = List.copyOf(exceptions);
  }

  /**
   * What one member may see.
   *
   * @param accountId the member
   * @param linkedAccountAccess whether it reaches Cost Explorer at all
   * @param linkedAccountRefundsAndCredits whether it sees refunds and credits
   * @param linkedAccountDiscounts whether it sees discounts
   */
  public record MemberException(
      @Nullable String accountId,
      @Nullable Boolean linkedAccountAccess,
      @Nullable Boolean linkedAccountRefundsAndCredits,
      @Nullable Boolean linkedAccountDiscounts) {}

  static PreferencesState of(MemberPreferences preferences) {
    List<MemberException> exceptions = new ArrayList<>();
    preferences.exceptions().forEach((member, access) -> exceptions.add(
        new MemberException(member.digits(), access.costExplorer(), access.refundsAndCredits(), access.discounts())));
    return of(preferences.members(), exceptions, null);
  }

  /** A member learns what holds for itself, and nothing of others. */
  static PreferencesState ofMember(MemberAccess access, AccountId payer) {
    return of(access, List.of(), payer.digits());
  }

  private static PreferencesState of(MemberAccess access, List<MemberException> exceptions, @Nullable String decidedBy) {
    return new PreferencesState(access.costExplorer(), access.refundsAndCredits(), access.discounts(), exceptions, decidedBy);
  }
}

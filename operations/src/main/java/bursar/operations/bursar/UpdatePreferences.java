package bursar.operations.bursar;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.organizations.CostPreferences;
import bursar.domain.organizations.MemberAccess;
import bursar.domain.organizations.MemberPreferences;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides what members may see of their own costs, in effect from the next request on; for the account that pays. */
public final class UpdatePreferences implements Operation<UpdatePreferences.Request, PreferencesState> {
  private static final int EXCEPTIONS_MAX = 1_000;
  private static final Declaration<Request, PreferencesState> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "UpdatePreferences", Request.class, PreferencesState.class)
          .summary("Opens or closes Cost Explorer, refunds and credits, and discounts to all members, and to single members otherwise.")
          .needs(Need.costTool("ce:UpdatePreferences", "aws-portal:ModifyBilling"), AccessLevel.WRITE)
          .rules(MemberRule.required("LinkedAccountAccess"), MemberRule.required("LinkedAccountRefundsAndCredits"),
              MemberRule.required("LinkedAccountDiscounts"), MemberRule.optional("Exceptions").range(0, EXCEPTIONS_MAX))
          .example(() -> new Request(true, true, false, List.of()))
          .build();

  private final CostPreferences preferences;

  /** Over these preferences. */
  public UpdatePreferences(CostPreferences preferences) {
    this.preferences = preferences;
  }

  /**
   * What is wanted.
   *
   * @param linkedAccountAccess whether members reach Cost Explorer at all
   * @param linkedAccountRefundsAndCredits whether they see refunds and credits
   * @param linkedAccountDiscounts whether they see discounts
   * @param exceptions the members for whom it shall be otherwise, in the place of all exceptions before; null leaves these as they are
   */
  public record Request(Boolean linkedAccountAccess, Boolean linkedAccountRefundsAndCredits, Boolean linkedAccountDiscounts,
      @Nullable List<PreferencesState.MemberException> exceptions) {}

  @Override
  public Declaration<Request, PreferencesState> declaration() {
    return DECLARATION;
  }

  @Override
  public PreferencesState handle(Authorized<Request> call) {
    Request wanted = call.input();
    MemberAccess members =
        new MemberAccess(wanted.linkedAccountAccess(), wanted.linkedAccountRefundsAndCredits(), wanted.linkedAccountDiscounts());
    List<PreferencesState.MemberException> exceptions = wanted.exceptions();
    return PreferencesState.of(preferences.put(call.account(), new MemberPreferences(members,
        exceptions == null ? preferences.of(call.account()).exceptions() : byMember(exceptions, members))));
  }

  /** What an exception leaves out is as for all members. */
  private static Map<AccountId, MemberAccess> byMember(List<PreferencesState.MemberException> exceptions, MemberAccess members) {
    Map<AccountId, MemberAccess> byMember = new LinkedHashMap<>();
    for (PreferencesState.MemberException exception : exceptions) {
      String id = exception.accountId();
      if (id == null) {
        throw new Failure("ValidationException", "An exception names no AccountId.");
      }
      MemberAccess access = new MemberAccess(or(exception.linkedAccountAccess(), members.costExplorer()),
          or(exception.linkedAccountRefundsAndCredits(), members.refundsAndCredits()),
          or(exception.linkedAccountDiscounts(), members.discounts()));
      if (byMember.put(new AccountId(id), access) != null) {
        throw new Failure("ValidationException", "There are two exceptions for account " + id + ".");
      }
    }
    return byMember;
  }

  private static boolean or(@Nullable Boolean said, boolean otherwise) {
    return said == null ? otherwise : said;
  }
}

package bursar.operations.bursar;

import bursar.domain.organizations.CostPreferences;
import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;

/** What members of the organization may see of their own costs; a member learns what holds for itself. */
public final class GetPreferences implements Operation<Nothing, PreferencesState> {
  private static final Declaration<Nothing, PreferencesState> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "GetPreferences", Nothing.class, PreferencesState.class)
          .summary("Tells whether members reach Cost Explorer, and whether they see refunds, credits and discounts.")
          .needs(Need.costTool("ce:GetPreferences", "aws-portal:ViewBilling"), AccessLevel.READ)
          .example(Nothing::new)
          .build();

  private final CostPreferences preferences;
  private final Organizations organizations;

  /** Over these preferences. */
  public GetPreferences(CostPreferences preferences, Organizations organizations) {
    this.preferences = preferences;
    this.organizations = organizations;
  }

  @Override
  public Declaration<Nothing, PreferencesState> declaration() {
    return DECLARATION;
  }

  @Override
  public PreferencesState handle(Authorized<Nothing> call) {
    return organizations.isMember(call.account())
        ? PreferencesState.ofMember(preferences.accessOf(call.account()), organizations.payerOf(call.account()))
        : PreferencesState.of(preferences.of(call.account()));
  }
}

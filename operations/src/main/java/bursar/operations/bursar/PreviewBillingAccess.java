package bursar.operations.bursar;

import bursar.domain.accounts.Accounts;
import bursar.domain.accounts.ActionSet;
import bursar.domain.identity.Users;
import bursar.domain.organizations.CostPreferences;
import bursar.domain.organizations.Organizations;
import bursar.domain.permissions.PermissionCatalogue;
import bursar.domain.templates.PolicyTemplates;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import bursar.operations.gate.ConsolePage;
import bursar.operations.gate.Principal;
import bursar.operations.gate.PrincipalPolicies;
import bursar.policy.StatementReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who would gain what if the root user turned the switch on: for the root user alone, before it does. */
public final class PreviewBillingAccess implements Operation<Nothing, PreviewBillingAccess.Answer> {
  private static final Declaration<Nothing, Answer> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "PreviewBillingAccess", Nothing.class, Answer.class)
          .summary("Says which users would gain which billing actions by which statement if the switch went on; for the root user alone.")
          .needs(Need.accountSetting("billing:UpdateIAMAccessPreference", "aws-portal:ModifyAccount"), AccessLevel.READ)
          .exempt(Exemption.ROOT_ONLY, AccessLevel.READ)
          .errors(BursarService.NO_SUCH_ENTITY)
          .example(Nothing::new)
          .build();

  private final Accounts accounts;
  private final Organizations organizations;
  private final CostPreferences preferences;
  private final Principals principals;
  private final PrincipalPolicies policies;
  private final PermissionCatalogue catalogue;

  /** Over these rooms. */
  public PreviewBillingAccess(
      Accounts accounts, Organizations organizations, CostPreferences preferences, Users users, PrincipalPolicies policies,
      PermissionCatalogue catalogue) {
    this.accounts = accounts;
    this.organizations = organizations;
    this.preferences = preferences;
    this.principals = new Principals(users);
    this.policies = policies;
    this.catalogue = catalogue;
  }

  /**
   * The preview.
   *
   * @param gains the users who would gain something
   * @param unaffected the users who would not, and why
   * @param guardTemplate the template that takes it away again with one click
   * @param stillClosed what stays closed to everybody however the switch stands, because the management account has closed it to members;
   *     null where it has closed nothing
   */
  public record Answer(List<Gain> gains, List<Unaffected> unaffected, String guardTemplate, @Nullable String stillClosed) {}

  /** What a user would gain: actions, and the pages of the console they open. */
  public record Gain(String principalArn, String userName, List<Action> actions, List<String> pages) {}

  /**
   * An action gained.
   *
   * @param action the action
   * @param legacyAction the legacy permission that gives it; null when the action itself is given
   * @param surfaces {@code CONSOLE}, {@code API} or both
   * @param statements the statements that give it
   */
  public record Action(String action, @Nullable String legacyAction, List<String> surfaces, List<GivingStatement> statements) {}

  /** A statement that gives it, and where it stands. */
  public record GivingStatement(
      String policyName,
      @Nullable String policyArn,
      String via,
      Integer statementIndex,
      @Nullable String statementId,
      Integer line,
      Integer column) {}

  /** A user who would gain nothing. */
  public record Unaffected(String principalArn, String userName, String reason) {}

  @Override
  public Declaration<Nothing, Answer> declaration() {
    return DECLARATION;
  }

  @Override
  public Answer handle(Authorized<Nothing> call) {
    ActionSet mode = accounts.get(organizations.payerOf(call.account())).actionSet();
    boolean closed = !preferences.accessOf(call.account()).costExplorer();
    SwitchPreview preview = new SwitchPreview(mode, call.caller(), catalogue, closed);
    List<Gain> gains = new ArrayList<>();
    List<Unaffected> unaffected = new ArrayList<>();
    for (Principal.IamUser user : principals.usersOf(call.account())) {
      SwitchPreview.Outcome outcome = preview.of(user, policies.of(user));
      if (outcome.gainsNothing()) {
        unaffected.add(new Unaffected(user.arn(), user.name(), outcome.reason()));
      } else {
        gains.add(new Gain(user.arn(), user.name(), outcome.actions().stream().map(PreviewBillingAccess::written).toList(),
            outcome.pages().stream().map(ConsolePage::wireName).toList()));
      }
    }
    return new Answer(gains, unaffected, PolicyTemplates.GUARD, closed
        ? "Cost Explorer stays closed to every principal of this account: the management account " + organizations.payerOf(call.account())
            + " has turned off «Linked account access»."
        : null);
  }

  private static Action written(SwitchPreview.GainedAction gained) {
    return new Action(gained.action(), gained.legacyAction(), gained.surfaces().stream().map(Enum::name).toList(),
        gained.statements().stream().map(PreviewBillingAccess::written).toList());
  }

  private static GivingStatement written(StatementReference statement) {
    return new GivingStatement(statement.policy().name(), statement.policy().arn(), statement.policy().via(), statement.index(),
        statement.sid(), statement.line(), statement.column());
  }
}

package bursar.operations.organizations;

import bursar.domain.accounts.Accounts;
import bursar.domain.organizations.AccountCreations;
import bursar.domain.organizations.Handshakes;
import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.Operation;
import java.util.List;

/** Every operation of AWS Organizations that this product serves. */
public final class OrganizationsOperations {
  private OrganizationsOperations() {}

  /** All of them, over those rules. */
  public static List<Operation<?, ?>> all(
      Organizations organizations, Handshakes handshakes, AccountCreations creations, Accounts accounts) {
    OrganizationModels models = new OrganizationModels(accounts, organizations);
    return List.of(
        new CreateOrganization(organizations, models),
        new DescribeOrganization(organizations, models),
        new DeleteOrganization(organizations),
        new LeaveOrganization(organizations),
        new RemoveAccountFromOrganization(organizations),
        new CreateAccount(creations, models),
        new DescribeCreateAccountStatus(creations, models),
        new ListCreateAccountStatus(creations, models),
        new ListAccounts(organizations, models),
        new DescribeAccount(organizations, models),
        new ListAccountsForParent(organizations, models),
        new ListRoots(organizations),
        new ListParents(organizations),
        new ListChildren(organizations),
        new CreateOrganizationalUnit(organizations, models),
        new UpdateOrganizationalUnit(organizations, models),
        new DeleteOrganizationalUnit(organizations),
        new DescribeOrganizationalUnit(organizations, models),
        new ListOrganizationalUnitsForParent(organizations, models),
        new MoveAccount(organizations),
        new InviteAccountToOrganization(handshakes, models),
        new ListHandshakesForAccount(handshakes, models),
        new ListHandshakesForOrganization(handshakes, models),
        new DescribeHandshake(handshakes, models),
        new AcceptHandshake(handshakes, models),
        new DeclineHandshake(handshakes, models),
        new CancelHandshake(handshakes, models));
  }
}

package bursar.operations.organizations;

import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.Accounts;
import bursar.domain.organizations.AccountCreation;
import bursar.domain.organizations.Handshake;
import bursar.domain.organizations.Membership;
import bursar.domain.organizations.Organization;
import bursar.domain.organizations.OrganizationalUnit;
import bursar.domain.organizations.Organizations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.AccountJoinedMethod;
import software.amazon.awssdk.services.organizations.model.AccountState;
import software.amazon.awssdk.services.organizations.model.AccountStatus;
import software.amazon.awssdk.services.organizations.model.ActionType;
import software.amazon.awssdk.services.organizations.model.CreateAccountState;
import software.amazon.awssdk.services.organizations.model.CreateAccountStatus;
import software.amazon.awssdk.services.organizations.model.HandshakeParty;
import software.amazon.awssdk.services.organizations.model.HandshakePartyType;
import software.amazon.awssdk.services.organizations.model.HandshakeResource;
import software.amazon.awssdk.services.organizations.model.HandshakeResourceType;

/** The things of organizations in the words of the SDK's model. */
final class OrganizationModels {
  private final Accounts accounts;
  private final Organizations organizations;

  OrganizationModels(Accounts accounts, Organizations organizations) {
    this.accounts = accounts;
    this.organizations = organizations;
  }

  software.amazon.awssdk.services.organizations.model.Organization organization(Organization organization) {
    AccountId management = organization.managementAccount();
    return software.amazon.awssdk.services.organizations.model.Organization.builder()
        .id(organization.id())
        .arn(organization.arn())
        .featureSet(organization.featureSet().name())
        .masterAccountId(management.digits())
        .masterAccountArn(organization.arnOf("account", management.digits()))
        .masterAccountEmail(accounts.get(management).email())
        .availablePolicyTypes(List.of())
        .build();
  }

  Account account(Organization organization, Membership membership) {
    bursar.domain.accounts.Account account = accounts.get(membership.account());
    return Account.builder()
        .id(account.id().digits())
        .arn(organization.arnOf("account", account.id().digits()))
        .email(account.email())
        .name(account.name())
        .status(AccountStatus.ACTIVE)
        .state(AccountState.ACTIVE)
        .joinedMethod(switch (membership.method()) {
          case INVITED -> AccountJoinedMethod.INVITED;
          case CREATED -> AccountJoinedMethod.CREATED;
        })
        .joinedTimestamp(membership.joined())
        .build();
  }

  software.amazon.awssdk.services.organizations.model.OrganizationalUnit unit(Organization organization, OrganizationalUnit unit) {
    return software.amazon.awssdk.services.organizations.model.OrganizationalUnit.builder()
        .id(unit.id()).arn(organization.arnOf("ou", unit.id())).name(unit.name()).build();
  }

  CreateAccountStatus creation(AccountCreation creation) {
    AccountId account = creation.account();
    AccountCreation.@Nullable FailureReason failure = creation.failure();
    return CreateAccountStatus.builder()
        .id(creation.id())
        .accountName(creation.accountName())
        .state(account == null ? CreateAccountState.FAILED : CreateAccountState.SUCCEEDED)
        .requestedTimestamp(creation.requested())
        .completedTimestamp(creation.requested())
        .accountId(account == null ? null : account.digits())
        .failureReason(failure == null ? null : failure.name())
        .build();
  }

  software.amazon.awssdk.services.organizations.model.Handshake handshake(Handshake handshake) {
    boolean byId = handshake.targetKind() == Handshake.TargetKind.ACCOUNT;
    return software.amazon.awssdk.services.organizations.model.Handshake.builder()
        .id(handshake.id())
        .arn(handshake.arn())
        .state(handshake.state().name())
        .action(ActionType.INVITE)
        .requestedTimestamp(handshake.requested())
        .expirationTimestamp(handshake.expires())
        .parties(HandshakeParty.builder().id(handshake.organization()).type(HandshakePartyType.ORGANIZATION).build(),
            HandshakeParty.builder().id(handshake.target()).type(byId ? HandshakePartyType.ACCOUNT : HandshakePartyType.EMAIL).build())
        .resources(resources(handshake, byId))
        .build();
  }

  private List<HandshakeResource> resources(Handshake handshake, boolean byId) {
    bursar.domain.accounts.Account payer = accounts.get(handshake.payer());
    List<HandshakeResource> of = new ArrayList<>(List.of(
        resource(HandshakeResourceType.MASTER_EMAIL, payer.email()), resource(HandshakeResourceType.MASTER_NAME, payer.name())));
    organizations.find(handshake.payer()).filter(found -> found.id().equals(handshake.organization()))
        .ifPresent(found -> of.add(resource(HandshakeResourceType.ORGANIZATION_FEATURE_SET, found.featureSet().name())));
    List<HandshakeResource> all = new ArrayList<>();
    all.add(HandshakeResource.builder().type(HandshakeResourceType.ORGANIZATION).value(handshake.organization()).resources(of).build());
    all.add(resource(byId ? HandshakeResourceType.ACCOUNT : HandshakeResourceType.EMAIL, handshake.target()));
    if (!handshake.notes().isEmpty()) {
      all.add(resource(HandshakeResourceType.NOTES, handshake.notes()));
    }
    return all;
  }

  private static HandshakeResource resource(HandshakeResourceType type, String value) {
    return HandshakeResource.builder().type(type).value(value).build();
  }
}

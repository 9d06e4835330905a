package bursar.operations.organizations;

import bursar.domain.accounts.AccountId;
import bursar.domain.organizations.Organization;
import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.DescribeAccountRequest;
import software.amazon.awssdk.services.organizations.model.DescribeAccountResponse;

/** Tells of an account of the organization. Source: AWS Organizations API reference, DescribeAccount. */
final class DescribeAccount implements Operation<DescribeAccountRequest, DescribeAccountResponse> {
  private final Organizations organizations;
  private final OrganizationModels models;
  private final Declaration<DescribeAccountRequest, DescribeAccountResponse> declaration;

  DescribeAccount(Organizations organizations, OrganizationModels models) {
    this.organizations = organizations;
    this.models = models;
    declaration =
        OrganizationsService.declare("DescribeAccount", DescribeAccountRequest.class, DescribeAccountResponse.class, AccessLevel.READ,
                "AccountNotFound")
            .summary("Tells of an account of the organization.")
            .resource((caller, request) -> OrganizationsService.arn(organizations, caller, request.accountId()))
            .rules(OrganizationsService.ACCOUNT_ID)
            .example(() -> DescribeAccountRequest.builder().accountId("222233334444").build())
            .build();
  }

  @Override
  public Declaration<DescribeAccountRequest, DescribeAccountResponse> declaration() {
    return declaration;
  }

  @Override
  public DescribeAccountResponse handle(Authorized<DescribeAccountRequest> call) {
    DescribeAccountRequest request = call.input();
    Organization organization = organizations.managedBy(call.account());
    return DescribeAccountResponse.builder()
        .account(models.account(organization, organizations.membership(organization, new AccountId(request.accountId()))))
        .build();
  }
}

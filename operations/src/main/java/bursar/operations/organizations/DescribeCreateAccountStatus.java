package bursar.operations.organizations;

import bursar.domain.organizations.AccountCreations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.DescribeCreateAccountStatusRequest;
import software.amazon.awssdk.services.organizations.model.DescribeCreateAccountStatusResponse;

/** Tells what came of a request to create an account. Source: AWS Organizations API reference, DescribeCreateAccountStatus. */
final class DescribeCreateAccountStatus implements Operation<DescribeCreateAccountStatusRequest, DescribeCreateAccountStatusResponse> {
  private final AccountCreations creations;
  private final OrganizationModels models;
  private final Declaration<DescribeCreateAccountStatusRequest, DescribeCreateAccountStatusResponse> declaration;

  DescribeCreateAccountStatus(AccountCreations creations, OrganizationModels models) {
    this.creations = creations;
    this.models = models;
    declaration =
        OrganizationsService.declare(
                "DescribeCreateAccountStatus", DescribeCreateAccountStatusRequest.class, DescribeCreateAccountStatusResponse.class,
                AccessLevel.READ,
                "CreateAccountStatusNotFound")
            .summary("Tells what came of a request to create an account.")
            .rules(MemberRule.required("CreateAccountRequestId").matching("car-[a-z0-9]{8,32}"))
            .example(() -> DescribeCreateAccountStatusRequest.builder()
                .createAccountRequestId("car-examplecreateaccountrequestid1").build())
            .build();
  }

  @Override
  public Declaration<DescribeCreateAccountStatusRequest, DescribeCreateAccountStatusResponse> declaration() {
    return declaration;
  }

  @Override
  public DescribeCreateAccountStatusResponse handle(Authorized<DescribeCreateAccountStatusRequest> call) {
    DescribeCreateAccountStatusRequest request = call.input();
    return DescribeCreateAccountStatusResponse.builder()
        .createAccountStatus(models.creation(creations.get(call.account(), request.createAccountRequestId())))
        .build();
  }
}

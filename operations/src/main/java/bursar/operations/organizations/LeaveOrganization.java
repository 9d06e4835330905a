package bursar.operations.organizations;

import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.LeaveOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.LeaveOrganizationResponse;

/**
 * Takes the caller's account out of its organization; it pays for itself from then on.
 *
 * <p>Source: AWS Organizations API reference, LeaveOrganization.
 */
final class LeaveOrganization implements Operation<LeaveOrganizationRequest, LeaveOrganizationResponse> {
  private final Organizations organizations;
  private final Declaration<LeaveOrganizationRequest, LeaveOrganizationResponse> declaration;

  LeaveOrganization(Organizations organizations) {
    this.organizations = organizations;
    declaration =
        OrganizationsService.declare(
                "LeaveOrganization", LeaveOrganizationRequest.class, LeaveOrganizationResponse.class, AccessLevel.WRITE,
                "MasterCannotLeaveOrganization")
            .summary("Takes the caller's account out of its organization; it pays for itself from then on.")
            .example(() -> LeaveOrganizationRequest.builder().build())
            .build();
  }

  @Override
  public Declaration<LeaveOrganizationRequest, LeaveOrganizationResponse> declaration() {
    return declaration;
  }

  @Override
  public LeaveOrganizationResponse handle(Authorized<LeaveOrganizationRequest> call) {
    organizations.leave(call.account());
    return LeaveOrganizationResponse.builder().build();
  }
}

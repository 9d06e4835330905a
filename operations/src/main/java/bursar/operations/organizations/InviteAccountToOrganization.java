package bursar.operations.organizations;

import bursar.domain.Failure;
import bursar.domain.organizations.Handshake;
import bursar.domain.organizations.Handshakes;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.HandshakeParty;
import software.amazon.awssdk.services.organizations.model.InviteAccountToOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.InviteAccountToOrganizationResponse;

/**
 * Invites an account, named by its id or its owner's e-mail address, into the organization.
 *
 * <p>Source: AWS Organizations API reference, InviteAccountToOrganization.
 */
final class InviteAccountToOrganization implements Operation<InviteAccountToOrganizationRequest, InviteAccountToOrganizationResponse> {
  private final Handshakes handshakes;
  private final OrganizationModels models;
  private final Declaration<InviteAccountToOrganizationRequest, InviteAccountToOrganizationResponse> declaration;

  InviteAccountToOrganization(Handshakes handshakes, OrganizationModels models) {
    this.handshakes = handshakes;
    this.models = models;
    declaration =
        OrganizationsService.declare(
                "InviteAccountToOrganization", InviteAccountToOrganizationRequest.class, InviteAccountToOrganizationResponse.class,
                AccessLevel.WRITE,
                "ConstraintViolation", "DuplicateHandshake", "HandshakeConstraintViolation")
            .summary("Invites an account, named by its id or its owner's e-mail address, into the organization.")
            .rules(MemberRule.required("Target"), MemberRule.optional("Notes").range(0, 1_024))
            .example(() -> InviteAccountToOrganizationRequest.builder()
                .target(HandshakeParty.builder().id("222233334444").type("ACCOUNT").build()).build())
            .build();
  }

  @Override
  public Declaration<InviteAccountToOrganizationRequest, InviteAccountToOrganizationResponse> declaration() {
    return declaration;
  }

  @Override
  public InviteAccountToOrganizationResponse handle(Authorized<InviteAccountToOrganizationRequest> call) {
    InviteAccountToOrganizationRequest request = call.input();
    OrganizationsService.refuseTags(request.tags());
    HandshakeParty target = request.target();
    String id = target.id();
    String type = target.typeAsString();
    if (id == null || type == null || (!type.equals("ACCOUNT") && !type.equals("EMAIL"))) {
      throw new Failure("InvalidInputException", "Target needs an Id, and the Type ACCOUNT or EMAIL.", "INVALID_PARTY_TYPE_TARGET");
    }
    String notes = request.notes() == null ? "" : request.notes();
    return InviteAccountToOrganizationResponse.builder()
        .handshake(models.handshake(handshakes.invite(call.account(), Handshake.TargetKind.valueOf(type), id, notes)))
        .build();
  }
}

package bursar.operations.organizations;

import bursar.domain.organizations.Handshakes;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.AcceptHandshakeRequest;
import software.amazon.awssdk.services.organizations.model.AcceptHandshakeResponse;

/** Joins the organization that invited the caller's account. Source: AWS Organizations API reference, AcceptHandshake. */
final class AcceptHandshake implements Operation<AcceptHandshakeRequest, AcceptHandshakeResponse> {
  private final Handshakes handshakes;
  private final OrganizationModels models;
  private final Declaration<AcceptHandshakeRequest, AcceptHandshakeResponse> declaration;

  AcceptHandshake(Handshakes handshakes, OrganizationModels models) {
    this.handshakes = handshakes;
    this.models = models;
    declaration =
        OrganizationsService.declare("AcceptHandshake", AcceptHandshakeRequest.class, AcceptHandshakeResponse.class, AccessLevel.WRITE,
                "HandshakeConstraintViolation", "HandshakeNotFound", "InvalidHandshakeTransition", "HandshakeAlreadyInState")
            .summary("Joins the organization that invited the caller's account.")
            .resource((caller, request) -> handshakes.arn(caller.account(), request.handshakeId()))
            .rules(OrganizationsService.HANDSHAKE_ID)
            .example(() -> AcceptHandshakeRequest.builder().handshakeId("h-examplehandshakeid111").build())
            .build();
  }

  @Override
  public Declaration<AcceptHandshakeRequest, AcceptHandshakeResponse> declaration() {
    return declaration;
  }

  @Override
  public AcceptHandshakeResponse handle(Authorized<AcceptHandshakeRequest> call) {
    AcceptHandshakeRequest request = call.input();
    return AcceptHandshakeResponse.builder()
        .handshake(models.handshake(handshakes.accept(call.account(), request.handshakeId())))
        .build();
  }
}

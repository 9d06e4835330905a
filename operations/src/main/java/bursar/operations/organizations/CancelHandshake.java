package bursar.operations.organizations;

import bursar.domain.organizations.Handshakes;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.CancelHandshakeRequest;
import software.amazon.awssdk.services.organizations.model.CancelHandshakeResponse;

/** Takes an invitation back. Source: AWS Organizations API reference, CancelHandshake. */
final class CancelHandshake implements Operation<CancelHandshakeRequest, CancelHandshakeResponse> {
  private final Handshakes handshakes;
  private final OrganizationModels models;
  private final Declaration<CancelHandshakeRequest, CancelHandshakeResponse> declaration;

  CancelHandshake(Handshakes handshakes, OrganizationModels models) {
    this.handshakes = handshakes;
    this.models = models;
    declaration =
        OrganizationsService.declare("CancelHandshake", CancelHandshakeRequest.class, CancelHandshakeResponse.class, AccessLevel.WRITE,
                "HandshakeNotFound", "InvalidHandshakeTransition", "HandshakeAlreadyInState")
            .summary("Takes an invitation back.")
            .resource((caller, request) -> handshakes.arn(caller.account(), request.handshakeId()))
            .rules(OrganizationsService.HANDSHAKE_ID)
            .example(() -> CancelHandshakeRequest.builder().handshakeId("h-examplehandshakeid111").build())
            .build();
  }

  @Override
  public Declaration<CancelHandshakeRequest, CancelHandshakeResponse> declaration() {
    return declaration;
  }

  @Override
  public CancelHandshakeResponse handle(Authorized<CancelHandshakeRequest> call) {
    CancelHandshakeRequest request = call.input();
    return CancelHandshakeResponse.builder()
        .handshake(models.handshake(handshakes.cancel(call.account(), request.handshakeId())))
        .build();
  }
}

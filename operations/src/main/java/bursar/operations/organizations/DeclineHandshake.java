package bursar.operations.organizations;

import bursar.domain.organizations.Handshakes;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.DeclineHandshakeRequest;
import software.amazon.awssdk.services.organizations.model.DeclineHandshakeResponse;

/** Turns an invitation down. Source: AWS Organizations API reference, DeclineHandshake. */
final class DeclineHandshake implements Operation<DeclineHandshakeRequest, DeclineHandshakeResponse> {
  private final Handshakes handshakes;
  private final OrganizationModels models;
  private final Declaration<DeclineHandshakeRequest, DeclineHandshakeResponse> declaration;

  DeclineHandshake(Handshakes handshakes, OrganizationModels models) {
    this.handshakes = handshakes;
    this.models = models;
    declaration =
        OrganizationsService.declare(
                "DeclineHandshake", DeclineHandshakeRequest.class, DeclineHandshakeResponse.class, AccessLevel.WRITE,
                "HandshakeNotFound", "InvalidHandshakeTransition", "HandshakeAlreadyInState")
            .summary("Turns an invitation down.")
            .resource((caller, request) -> handshakes.arn(caller.account(), request.handshakeId()))
            .rules(OrganizationsService.HANDSHAKE_ID)
            .example(() -> DeclineHandshakeRequest.builder().handshakeId("h-examplehandshakeid111").build())
            .build();
  }

  @Override
  public Declaration<DeclineHandshakeRequest, DeclineHandshakeResponse> declaration() {
    return declaration;
  }

  @Override
  public DeclineHandshakeResponse handle(Authorized<DeclineHandshakeRequest> call) {
    DeclineHandshakeRequest request = call.input();
    return DeclineHandshakeResponse.builder()
        .handshake(models.handshake(handshakes.decline(call.account(), request.handshakeId())))
        .build();
  }
}

package bursar.operations.organizations;

import bursar.domain.organizations.Handshakes;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.DescribeHandshakeRequest;
import software.amazon.awssdk.services.organizations.model.DescribeHandshakeResponse;

/**
 * Tells of an invitation, to the organization that sent it or the account that received it.
 *
 * <p>Source: AWS Organizations API reference, DescribeHandshake.
 */
final class DescribeHandshake implements Operation<DescribeHandshakeRequest, DescribeHandshakeResponse> {
  private final Handshakes handshakes;
  private final OrganizationModels models;
  private final Declaration<DescribeHandshakeRequest, DescribeHandshakeResponse> declaration;

  DescribeHandshake(Handshakes handshakes, OrganizationModels models) {
    this.handshakes = handshakes;
    this.models = models;
    declaration =
        OrganizationsService.declare(
                "DescribeHandshake", DescribeHandshakeRequest.class, DescribeHandshakeResponse.class, AccessLevel.READ,
                "HandshakeNotFound")
            .summary("Tells of an invitation, to the organization that sent it or the account that received it.")
            .resource((caller, request) -> handshakes.arn(caller.account(), request.handshakeId()))
            .rules(OrganizationsService.HANDSHAKE_ID)
            .example(() -> DescribeHandshakeRequest.builder().handshakeId("h-examplehandshakeid111").build())
            .build();
  }

  @Override
  public Declaration<DescribeHandshakeRequest, DescribeHandshakeResponse> declaration() {
    return declaration;
  }

  @Override
  public DescribeHandshakeResponse handle(Authorized<DescribeHandshakeRequest> call) {
    DescribeHandshakeRequest request = call.input();
    return DescribeHandshakeResponse.builder()
        .handshake(models.handshake(handshakes.get(call.account(), request.handshakeId())))
        .build();
  }
}

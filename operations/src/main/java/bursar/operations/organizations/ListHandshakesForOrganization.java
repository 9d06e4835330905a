package bursar.operations.organizations;

import bursar.domain.identity.Page;
import bursar.domain.organizations.Handshake;
import bursar.domain.organizations.Handshakes;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;
import software.amazon.awssdk.services.organizations.model.ActionType;
import software.amazon.awssdk.services.organizations.model.HandshakeFilter;
import software.amazon.awssdk.services.organizations.model.ListHandshakesForOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.ListHandshakesForOrganizationResponse;

/** Lists the invitations that the organization sent. Source: AWS Organizations API reference, ListHandshakesForOrganization. */
final class ListHandshakesForOrganization
    implements Operation<ListHandshakesForOrganizationRequest, ListHandshakesForOrganizationResponse> {
  private final Handshakes handshakes;
  private final OrganizationModels models;
  private final Declaration<ListHandshakesForOrganizationRequest, ListHandshakesForOrganizationResponse> declaration;

  ListHandshakesForOrganization(Handshakes handshakes, OrganizationModels models) {
    this.handshakes = handshakes;
    this.models = models;
    declaration =
        OrganizationsService.declare(
                "ListHandshakesForOrganization", ListHandshakesForOrganizationRequest.class, ListHandshakesForOrganizationResponse.class,
                AccessLevel.LIST)
            .summary("Lists the invitations that the organization sent.")
            .rules(OrganizationsService.NEXT_TOKEN, OrganizationsService.MAX_RESULTS)
            .example(() -> ListHandshakesForOrganizationRequest.builder().build())
            .build();
  }

  @Override
  public Declaration<ListHandshakesForOrganizationRequest, ListHandshakesForOrganizationResponse> declaration() {
    return declaration;
  }

  @Override
  public ListHandshakesForOrganizationResponse handle(Authorized<ListHandshakesForOrganizationRequest> call) {
    ListHandshakesForOrganizationRequest request = call.input();
    HandshakeFilter filter = request.filter();
    boolean others = filter != null
        && (filter.parentHandshakeId() != null || (filter.actionType() != null && filter.actionType() != ActionType.INVITE));
    Page<Handshake> page = OrganizationsService.page(
        others ? List.of() : handshakes.ofOrganization(call.account()), Handshake::id, request.maxResults(), request.nextToken());
    return ListHandshakesForOrganizationResponse.builder()
        .handshakes(page.items().stream().map(models::handshake).toList())
        .nextToken(page.next())
        .build();
  }
}

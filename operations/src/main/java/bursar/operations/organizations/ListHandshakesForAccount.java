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
import software.amazon.awssdk.services.organizations.model.ListHandshakesForAccountRequest;
import software.amazon.awssdk.services.organizations.model.ListHandshakesForAccountResponse;

/** Lists the invitations that the caller's account received. Source: AWS Organizations API reference, ListHandshakesForAccount. */
final class ListHandshakesForAccount implements Operation<ListHandshakesForAccountRequest, ListHandshakesForAccountResponse> {
  private final Handshakes handshakes;
  private final OrganizationModels models;
  private final Declaration<ListHandshakesForAccountRequest, ListHandshakesForAccountResponse> declaration;

  ListHandshakesForAccount(Handshakes handshakes, OrganizationModels models) {
    this.handshakes = handshakes;
    this.models = models;
    declaration =
        OrganizationsService.declare(
                "ListHandshakesForAccount", ListHandshakesForAccountRequest.class, ListHandshakesForAccountResponse.class,
                AccessLevel.LIST)
            .summary("Lists the invitations that the caller's account received.")
            .rules(OrganizationsService.NEXT_TOKEN, OrganizationsService.MAX_RESULTS)
            .example(() -> ListHandshakesForAccountRequest.builder().build())
            .build();
  }

  @Override
  public Declaration<ListHandshakesForAccountRequest, ListHandshakesForAccountResponse> declaration() {
    return declaration;
  }

  @Override
  public ListHandshakesForAccountResponse handle(Authorized<ListHandshakesForAccountRequest> call) {
    ListHandshakesForAccountRequest request = call.input();
    HandshakeFilter filter = request.filter();
    boolean others = filter != null
        && (filter.parentHandshakeId() != null || (filter.actionType() != null && filter.actionType() != ActionType.INVITE));
    Page<Handshake> page = OrganizationsService.page(
        others ? List.of() : handshakes.ofAccount(call.account()), Handshake::id, request.maxResults(), request.nextToken());
    return ListHandshakesForAccountResponse.builder()
        .handshakes(page.items().stream().map(models::handshake).toList())
        .nextToken(page.next())
        .build();
  }
}

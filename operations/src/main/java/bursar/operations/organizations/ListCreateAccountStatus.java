package bursar.operations.organizations;

import bursar.domain.identity.Page;
import bursar.domain.organizations.AccountCreations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;
import software.amazon.awssdk.services.organizations.model.CreateAccountStatus;
import software.amazon.awssdk.services.organizations.model.ListCreateAccountStatusRequest;
import software.amazon.awssdk.services.organizations.model.ListCreateAccountStatusResponse;

/** Lists the requests to create accounts, with what came of them. Source: AWS Organizations API reference, ListCreateAccountStatus. */
final class ListCreateAccountStatus implements Operation<ListCreateAccountStatusRequest, ListCreateAccountStatusResponse> {
  private final AccountCreations creations;
  private final OrganizationModels models;
  private final Declaration<ListCreateAccountStatusRequest, ListCreateAccountStatusResponse> declaration;

  ListCreateAccountStatus(AccountCreations creations, OrganizationModels models) {
    this.creations = creations;
    this.models = models;
    declaration =
        OrganizationsService.declare(
                "ListCreateAccountStatus", ListCreateAccountStatusRequest.class, ListCreateAccountStatusResponse.class,
                AccessLevel.LIST)
            .summary("Lists the requests to create accounts, with what came of them.")
            .rules(OrganizationsService.NEXT_TOKEN, OrganizationsService.MAX_RESULTS)
            .example(() -> ListCreateAccountStatusRequest.builder().build())
            .build();
  }

  @Override
  public Declaration<ListCreateAccountStatusRequest, ListCreateAccountStatusResponse> declaration() {
    return declaration;
  }

  @Override
  public ListCreateAccountStatusResponse handle(Authorized<ListCreateAccountStatusRequest> call) {
    ListCreateAccountStatusRequest request = call.input();
    List<CreateAccountStatus> all = creations.list(call.account()).stream().map(models::creation)
        .filter(status -> request.statesAsStrings().isEmpty() || request.statesAsStrings().contains(status.stateAsString()))
        .toList();
    Page<CreateAccountStatus> page =
        OrganizationsService.page(all, CreateAccountStatus::id, request.maxResults(), request.nextToken());
    return ListCreateAccountStatusResponse.builder().createAccountStatuses(page.items()).nextToken(page.next()).build();
  }
}

package bursar.operations.iam;

import bursar.domain.accounts.Accounts;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesResponse;

/** Answers the alias of the account, if it has one. Source: IAM API reference, ListAccountAliases. */
public final class ListAccountAliases implements Operation<ListAccountAliasesRequest, ListAccountAliasesResponse> {
  private final Accounts accounts;
  private final Declaration<ListAccountAliasesRequest, ListAccountAliasesResponse> declaration;

  /** The operation over the rules of accounts. */
  public ListAccountAliases(Accounts accounts) {
    this.accounts = accounts;
    declaration =
        IamService.declare("ListAccountAliases", ListAccountAliasesRequest.class, ListAccountAliasesResponse.class, AccessLevel.LIST)
            .summary("Answers the alias of the account, if it has one.")
            .rules(IamRules.MAX_ITEMS, IamRules.MARKER)
            .example(() -> ListAccountAliasesRequest.builder().build())
            .build();
  }

  @Override
  public Declaration<ListAccountAliasesRequest, ListAccountAliasesResponse> declaration() {
    return declaration;
  }

  @Override
  public ListAccountAliasesResponse handle(Authorized<ListAccountAliasesRequest> call) {
    String alias = accounts.get(call.account()).alias();
    return ListAccountAliasesResponse.builder()
        .accountAliases(alias == null ? List.of() : List.of(alias))
        .isTruncated(false)
        .build();
  }
}

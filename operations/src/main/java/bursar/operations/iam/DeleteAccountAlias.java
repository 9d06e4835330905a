package bursar.operations.iam;

import bursar.domain.accounts.Accounts;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.DeleteAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountAliasResponse;

/** Takes the alias of the account away. Source: IAM API reference, DeleteAccountAlias. */
public final class DeleteAccountAlias implements Operation<DeleteAccountAliasRequest, DeleteAccountAliasResponse> {
  private final Accounts accounts;
  private final Declaration<DeleteAccountAliasRequest, DeleteAccountAliasResponse> declaration;

  /** The operation over the rules of accounts. */
  public DeleteAccountAlias(Accounts accounts) {
    this.accounts = accounts;
    declaration =
        IamService.declare("DeleteAccountAlias", DeleteAccountAliasRequest.class, DeleteAccountAliasResponse.class, AccessLevel.WRITE)
            .summary("Takes the alias of the account away.")
            .rules(IamRules.ALIAS)
            .errors(IamService.NO_SUCH_ENTITY, IamService.LIMIT_EXCEEDED)
            .example(() -> DeleteAccountAliasRequest.builder().accountAlias("my-company").build())
            .build();
  }

  @Override
  public Declaration<DeleteAccountAliasRequest, DeleteAccountAliasResponse> declaration() {
    return declaration;
  }

  @Override
  public DeleteAccountAliasResponse handle(Authorized<DeleteAccountAliasRequest> call) {
    accounts.deleteAlias(call.account(), call.input().accountAlias());
    return DeleteAccountAliasResponse.builder().build();
  }
}

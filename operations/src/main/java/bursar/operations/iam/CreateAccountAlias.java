package bursar.operations.iam;

import bursar.domain.accounts.Accounts;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasResponse;

/** Gives the account its one alias, which may stand for the id when signing in. Source: IAM API reference, CreateAccountAlias. */
public final class CreateAccountAlias implements Operation<CreateAccountAliasRequest, CreateAccountAliasResponse> {
  private final Accounts accounts;
  private final Declaration<CreateAccountAliasRequest, CreateAccountAliasResponse> declaration;

  /** The operation over the rules of accounts. */
  public CreateAccountAlias(Accounts accounts) {
    this.accounts = accounts;
    declaration =
        IamService.declare("CreateAccountAlias", CreateAccountAliasRequest.class, CreateAccountAliasResponse.class, AccessLevel.WRITE)
            .summary("Gives the account its one alias, which may stand for the id when signing in.")
            .rules(IamRules.ALIAS)
            .errors(IamService.ENTITY_ALREADY_EXISTS, IamService.LIMIT_EXCEEDED)
            .example(() -> CreateAccountAliasRequest.builder().accountAlias("my-company").build())
            .build();
  }

  @Override
  public Declaration<CreateAccountAliasRequest, CreateAccountAliasResponse> declaration() {
    return declaration;
  }

  @Override
  public CreateAccountAliasResponse handle(Authorized<CreateAccountAliasRequest> call) {
    accounts.createAlias(call.account(), call.input().accountAlias());
    return CreateAccountAliasResponse.builder().build();
  }
}

package bursar.operations.bursar;

import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.Accounts;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostSegmentStore;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Concerns;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes back an import: the months as they were before it come back, all at one moment. */
public final class UndoCostImport implements Operation<UndoCostImport.Request, UndoCostImport.Answer> {
  private static final Declaration<Request, Answer> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "UndoCostImport", Request.class, Answer.class)
          .summary("Takes back an import of cost data: its months are again what they were before, as long as no later import replaced one of them.")
          .needs(Need.billingData("bursar:UndoCostImport", "aws-portal:ModifyBilling"), AccessLevel.WRITE)
          .exempt(Exemption.OPERATOR_TOO, AccessLevel.WRITE)
          .rules(MemberRule.required("ImportId").range(1, 64), CostDataOwner.ACCOUNT_ID)
          .errors(BursarService.NO_SUCH_ENTITY)
          .example(() -> new Request("0b1f3c5e-8a8e-4a53-9a53-3f1f7a1f0c11", null))
          .build();

  private final Accounts accounts;
  private final CostSegmentStore segments;
  private final BackgroundImports imports;

  /** Over these rooms. */
  public UndoCostImport(Accounts accounts, CostSegmentStore segments, BackgroundImports imports) {
    this.accounts = accounts;
    this.segments = segments;
    this.imports = imports;
  }

  /**
   * Which import.
   *
   * @param importId its id in the history
   * @param accountId whose; for the operator
   */
  public record Request(String importId, @Nullable String accountId) {}

  /**
   * What was taken back.
   *
   * @param accountId whose data it is
   * @param importId the import
   * @param dataSet the data set whose months it had replaced
   * @param months those months, which are again what they were before
   */
  public record Answer(String accountId, String importId, String dataSet, List<String> months) implements Concerns {
    @Override
    public AccountId concernedAccount() {
      return new AccountId(accountId);
    }
  }

  @Override
  public Declaration<Request, Answer> declaration() {
    return DECLARATION;
  }

  @Override
  public Answer handle(Authorized<Request> call) {
    AccountId owner = CostDataOwner.of(call, call.input().accountId(), accounts);
    CostImport undone = segments.undo(owner, call.input().importId(),
        new CostImport.Undone(call.caller().at(), call.caller().principal().arn()));
    return new Answer(owner.digits(), undone.importId(), undone.dataSet(), undone.months().stream().map(YearMonth::toString).toList());
  }

  @Override
  public void afterwards(Authorized<Request> call) {
    imports.tidy(CostDataOwner.of(call, call.input().accountId(), accounts));
  }
}

package bursar.operations.bursar;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostSegmentStore;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import bursar.operations.gate.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far an import is, and what became of it. */
public final class GetCostImport implements Operation<GetCostImport.Request, GetCostImport.Answer> {
  private static final Declaration<Request, Answer> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "GetCostImport", Request.class, Answer.class)
          .summary("Says how far an import of the account's cost data is, and what became of it.")
          .needs(Need.billingData("billing:GetBillingData", "aws-portal:ViewBilling"), AccessLevel.READ)
          .exempt(Exemption.OPERATOR_TOO, AccessLevel.READ)
          .readsCosts()
          .rules(MemberRule.required("ImportId").range(1, 64))
          .errors(BursarService.NO_SUCH_ENTITY, BursarService.LIMIT_EXCEEDED)
          .example(() -> new Request("0b1f3c5e-8a8e-4a53-9a53-3f1f7a1f0c11"))
          .build();

  private final BackgroundImports imports;
  private final CostSegmentStore history;

  /** Asks these imports, and for those that ended before the server started the history. */
  public GetCostImport(BackgroundImports imports, CostSegmentStore history) {
    this.imports = imports;
    this.history = history;
  }

  /** Which import: the id under which it was begun, or its id in the history. */
  public record Request(String importId) {}

  /**
   * How far it is.
   *
   * @param importId the id under which it was begun
   * @param status {@code RUNNING}, {@code SUCCEEDED} or {@code FAILED}
   * @param step what is being done, as a phrase
   * @param rowsRead rows read so far
   * @param rowsTotal rows in all; null while unknown
   * @param rowsPerSecond how many rows a second are read; null while unknown
   * @param secondsLeft about how many seconds of reading remain; null while unknown
   * @param failure why it failed; null unless it failed
   * @param result what was imported, as the account's history keeps it; null unless it ended well
   */
  public record Answer(
      String importId,
      String status,
      String step,
      Long rowsRead,
      @Nullable Long rowsTotal,
      @Nullable Long rowsPerSecond,
      @Nullable Long secondsLeft,
      @Nullable String failure,
      @Nullable CostImportReport result) {}

  @Override
  public Declaration<Request, Answer> declaration() {
    return DECLARATION;
  }

  @Override
  public Answer handle(Authorized<Request> call) {
    String id = call.input().importId();
    Optional<BackgroundImports.Progress> running = imports.progress(id).filter(known -> mayKnow(call, known.dataOwner()));
    if (running.isPresent()) {
      BackgroundImports.Progress now = running.get();
      var result = now.result();
      return new Answer(id, now.status().name(), now.step(), now.rowsRead(), known(now.rowsTotal()), known(now.rowsPerSecond()),
          known(now.secondsLeft()), now.failure(), result == null ? null : CostImportReport.of(result));
    }
    CostImport kept = history.find(id).filter(one -> mayKnow(call, one.dataOwner())).orElseThrow(() -> new Failure("NoSuchEntity",
        "No import was begun as " + id + " since the server started, and the history has none of that id."));
    return new Answer(id, kept.status().name(), "done", kept.rowsRead(), kept.rowsRead(), null, null, kept.failure(),
        CostImportReport.of(kept));
  }

  /** What came of an import tells sums and values of all rows, so it is for the operator and for those who may see every row. */
  private static boolean mayKnow(Authorized<Request> call, AccountId dataOwner) {
    return call.caller().principal() instanceof Principal.Operator
        || (call.account().equals(dataOwner) && call.visibility().rules().letEveryRowBeSeen());
  }

  private static @Nullable Long known(long number) {
    return number < 0 ? null : number;
  }
}

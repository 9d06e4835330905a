package bursar.operations.bursar;

import bursar.domain.Failure;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import org.jspecify.annotations.Nullable;

/** How far an import is that the operator began, and what became of it. */
public final class GetCostImport implements Operation<GetCostImport.Request, GetCostImport.Answer> {
  private static final Declaration<Request, Answer> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "GetCostImport", Request.class, Answer.class)
          .summary("Says how far an import is, and what became of it, for the operator.")
          .exempt(Exemption.OPERATOR_ONLY, AccessLevel.READ)
          .rules(MemberRule.required("ImportId").range(1, 64))
          .errors(BursarService.NO_SUCH_ENTITY)
          .example(() -> new Request("0b1f3c5e-8a8e-4a53-9a53-3f1f7a1f0c11"))
          .build();

  private final BackgroundImports imports;

  /** Asks these imports. */
  public GetCostImport(BackgroundImports imports) {
    this.imports = imports;
  }

  /** Which import. */
  public record Request(String importId) {}

  /**
   * How far it is.
   *
   * @param importId the id under which it was begun
   * @param status {@code RUNNING}, {@code SUCCEEDED} or {@code FAILED}
   * @param step what is being done, as a phrase
   * @param rowsRead rows read so far
   * @param rowsTotal rows in all; null while unknown
   * @param failure why it failed; null unless it failed
   * @param result what was imported, as the account's history keeps it; null unless it succeeded
   */
  public record Answer(
      String importId,
      String status,
      String step,
      Long rowsRead,
      @Nullable Long rowsTotal,
      @Nullable String failure,
      @Nullable CostImportReport result) {}

  @Override
  public Declaration<Request, Answer> declaration() {
    return DECLARATION;
  }

  @Override
  public Answer handle(Authorized<Request> call) {
    String id = call.input().importId();
    BackgroundImports.Progress progress = imports.progress(id).orElseThrow(() ->
        new Failure("NoSuchEntity", "No import was begun as " + id + " since the server started. The history of imports is in the console."));
    var result = progress.result();
    return new Answer(id, progress.status().name(), progress.step(), progress.rowsRead(),
        progress.rowsTotal() < 0 ? null : progress.rowsTotal(), progress.failure(), result == null ? null : CostImportReport.of(result));
  }
}

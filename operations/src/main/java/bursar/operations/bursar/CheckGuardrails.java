package bursar.operations.bursar;

import bursar.domain.guardrails.Guardrails;
import bursar.domain.guardrails.Verdict;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks every guardrail of the account whether it holds as things are now. */
public final class CheckGuardrails implements Operation<Nothing, CheckGuardrails.Answer> {
  private static final Declaration<Nothing, Answer> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "CheckGuardrails", Nothing.class, Answer.class)
          .summary("Proves each guardrail of the account anew, or gives the user and the request that break it.")
          .needs("bursar:CheckGuardrails", AccessLevel.READ)
          .example(Nothing::new)
          .build();

  private final Guardrails guardrails;

  /** Over these guardrails. */
  public CheckGuardrails(Guardrails guardrails) {
    this.guardrails = guardrails;
  }

  /** One check for each guardrail, by name. */
  public record Answer(List<Check> checks) {}

  /**
   * What was found.
   *
   * @param name the guardrail
   * @param result {@code HOLDS}, which is proved; {@code BROKEN}; or {@code UNKNOWN}, when it could not be decided
   * @param principalArn who breaks it, or for whom it is undecided; null when it holds
   * @param message why it does not hold; null when it does
   * @param example a request that passes although it must not; null unless broken
   * @param statements the statements that let it pass
   */
  public record Check(
      String name,
      String result,
      @Nullable String principalArn,
      @Nullable String message,
      @Nullable ExampleRequest example,
      List<AllowingStatement> statements) {}

  @Override
  public Declaration<Nothing, Answer> declaration() {
    return DECLARATION;
  }

  @Override
  public Answer handle(Authorized<Nothing> call) {
    return new Answer(guardrails.verdicts(call.account()).stream().map(CheckGuardrails::written).toList());
  }

  private static Check written(Verdict verdict) {
    String name = verdict.guardrail().name();
    return switch (verdict) {
      case Verdict.Holds _ -> new Check(name, "HOLDS", null, null, null, List.of());
      case Verdict.Broken broken -> new Check(name, "BROKEN", broken.principalArn(), broken.reasonAgainst(),
          ExampleRequest.of(broken.counterexample().request()), AllowingStatement.of(broken.counterexample().statements()));
      case Verdict.Undecided open -> new Check(name, "UNKNOWN", open.principalArn(), open.reasonAgainst(), null, List.of());
    };
  }
}

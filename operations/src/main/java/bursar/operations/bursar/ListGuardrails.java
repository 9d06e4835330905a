package bursar.operations.bursar;

import bursar.domain.guardrails.Guardrails;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;

/** The guardrails of the caller's account. */
public final class ListGuardrails implements Operation<Nothing, ListGuardrails.Answer> {
  private static final Declaration<Nothing, Answer> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "ListGuardrails", Nothing.class, Answer.class)
          .summary("Lists the guardrails of the account, by name.")
          .needs("bursar:ListGuardrails", AccessLevel.LIST)
          .example(Nothing::new)
          .build();

  private final Guardrails guardrails;

  /** Over these guardrails. */
  public ListGuardrails(Guardrails guardrails) {
    this.guardrails = guardrails;
  }

  /** All of them, by name. */
  public record Answer(List<KeptGuardrail> guardrails) {}

  @Override
  public Declaration<Nothing, Answer> declaration() {
    return DECLARATION;
  }

  @Override
  public Answer handle(Authorized<Nothing> call) {
    return new Answer(guardrails.list(call.account()).stream().map(KeptGuardrail::of).toList());
  }
}

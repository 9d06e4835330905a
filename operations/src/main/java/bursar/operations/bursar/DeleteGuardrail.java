package bursar.operations.bursar;

import bursar.domain.guardrails.Guardrails;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;

/** Forgets a guardrail: from now on, policies may do again what it kept out. */
public final class DeleteGuardrail implements Operation<DeleteGuardrail.Request, Nothing> {
  private static final Declaration<Request, Nothing> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "DeleteGuardrail", Request.class, Nothing.class)
          .summary("Deletes a guardrail; nothing is refused for its sake any more.")
          .needs("bursar:DeleteGuardrail", AccessLevel.WRITE)
          .rules(MemberRule.required("Name").range(1, 64))
          .errors(BursarService.NO_SUCH_ENTITY)
          .example(() -> new Request("payments"))
          .build();

  private final Guardrails guardrails;

  /** Over these guardrails. */
  public DeleteGuardrail(Guardrails guardrails) {
    this.guardrails = guardrails;
  }

  /** Which one, in any case of letters. */
  public record Request(String name) {}

  @Override
  public Declaration<Request, Nothing> declaration() {
    return DECLARATION;
  }

  @Override
  public Nothing handle(Authorized<Request> call) {
    guardrails.delete(call.account(), call.input().name());
    return new Nothing();
  }
}

package bursar.operations.bursar;

import bursar.domain.guardrails.Guardrail;
import bursar.domain.guardrails.Guardrails;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.ErrorCode;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps a guardrail: from now on, every change of identities that would break it is refused. */
public final class PutGuardrail implements Operation<PutGuardrail.Request, KeptGuardrail> {
  private static final ErrorCode BROKEN = new ErrorCode("GuardrailBroken", 400);
  private static final Declaration<Request, KeptGuardrail> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "PutGuardrail", Request.class, KeptGuardrail.class)
          .summary("Keeps a guardrail, if it is proved to hold: changes of identities that would let anybody else do the actions are refused from now on.")
          .needs("bursar:PutGuardrail", AccessLevel.WRITE)
          .rules(
              MemberRule.required("Name").range(1, 64),
              MemberRule.optional("Description").range(0, 1_000),
              MemberRule.required("Actions").range(1, 50),
              MemberRule.optional("ResourceArns").range(0, 50),
              MemberRule.optional("ExceptPrincipalArns").range(0, 100),
              MemberRule.optional("ExceptGroups").range(0, 50))
          .errors(BROKEN, BursarService.NO_SUCH_ENTITY, BursarService.LIMIT_EXCEEDED)
          .example(() -> new Request("payments", "Only Finance pays.", List.of("payments:*"), null, null, List.of("Finance")))
          .build();

  private final Guardrails guardrails;

  /** Over these guardrails. */
  public PutGuardrail(Guardrails guardrails) {
    this.guardrails = guardrails;
  }

  /**
   * The guardrail wanted; it takes the place of one of the same name.
   *
   * @param name 1 to 64 letters, digits and characters of {@code _+=,.@-}
   * @param description why it is there
   * @param actions patterns of actions that nobody else may ever be able to do
   * @param resourceArns patterns of ARNs, or {@code *}; null for anything
   * @param exceptPrincipalArns users who may; the root user always may
   * @param exceptGroups groups whose members may
   */
  public record Request(
      String name,
      @Nullable String description,
      List<String> actions,
      @Nullable List<String> resourceArns,
      @Nullable List<String> exceptPrincipalArns,
      @Nullable List<String> exceptGroups) {}

  @Override
  public Declaration<Request, KeptGuardrail> declaration() {
    return DECLARATION;
  }

  @Override
  public void prepare(Authorized<Request> call) {
    guardrails.prepare(wanted(call));
  }

  @Override
  public KeptGuardrail handle(Authorized<Request> call) {
    return KeptGuardrail.of(guardrails.put(wanted(call)));
  }

  private static Guardrail wanted(Authorized<Request> call) {
    Request wanted = call.input();
    String description = wanted.description();
    return new Guardrail(call.account(), wanted.name(), description == null ? "" : description, wanted.actions(),
        given(wanted.resourceArns()), given(wanted.exceptPrincipalArns()), given(wanted.exceptGroups()), Instant.EPOCH,
        call.caller().principal().arn());
  }

  private static List<String> given(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }
}

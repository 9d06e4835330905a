package bursar.operations.bursar;

import bursar.domain.guardrails.Guardrail;
import java.time.Instant;
import java.util.List;

/**
 * A guardrail as callers see it.
 *
 * @param name its name
 * @param description why it is there; often empty
 * @param actions what nobody may ever be able to do
 * @param resourceArns on what; empty for anything
 * @param exceptPrincipalArns users who may
 * @param exceptGroups groups whose members may
 * @param createdAt when it was put
 * @param createdBy the ARN of who put it
 */
public record KeptGuardrail(
    String name,
    String description,
    List<String> actions,
    List<String> resourceArns,
    List<String> exceptPrincipalArns,
    List<String> exceptGroups,
    Instant createdAt,
    String createdBy) {
  static KeptGuardrail of(Guardrail guardrail) {
    return new KeptGuardrail(guardrail.name(), guardrail.description(), guardrail.actions(), guardrail.resourceArns(),
        guardrail.exceptPrincipalArns(), guardrail.exceptGroups(), guardrail.created(), guardrail.createdBy());
  }
}

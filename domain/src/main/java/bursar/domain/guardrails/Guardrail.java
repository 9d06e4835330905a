package bursar.domain.guardrails;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import java.util.List;

/**
 * A saved question and the answer it must keep: no user of the account, but those excepted, can ever do one of the actions on one of the
 * resources. The root user is always excepted: no policy limits it.
 *
 * @param account whose users
 * @param name unique in the account, ignoring case
 * @param description why; often empty
 * @param actions patterns such as {@code payments:*}
 * @param resourceArns patterns of ARNs, or {@code *}; empty for every resource
 * @param exceptPrincipalArns the ARNs of users who may
 * @param exceptGroups the names of groups whose members may
 * @param created when it was put
 * @param createdBy the ARN of who put it
 */
public record Guardrail(
    AccountId account,
    String name,
    String description,
    List<String> actions,
    List<String> resourceArns,
    List<String> exceptPrincipalArns,
    List<String> exceptGroups,
    Instant created,
    String createdBy) {
  /** Keeps copies of the lists. */
  public Guardrail {
    actions = List.copyOf(actions);
    resourceArns = List.copyOf(resourceArns);
    exceptPrincipalArns = List.copyOf(exceptPrincipalArns);
    exceptGroups = List.copyOf(exceptGroups);
  }
}

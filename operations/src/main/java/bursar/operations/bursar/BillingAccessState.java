package bursar.operations.bursar;

import bursar.domain.accounts.Account;
import bursar.operations.gate.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The switch as callers see it.
 *
 * @param accountId whose switch
 * @param iamUserAndRoleAccess {@code ACTIVATED} or {@code DEACTIVATED}
 * @param scope {@code CONSOLE_AND_API} or {@code CONSOLE}
 * @param mayChange whether the caller may turn it
 * @param changedAt when it was last turned; null if never
 * @param changedBy the ARN of who turned it; null if nobody did
 */
public record BillingAccessState(
    String accountId,
    String iamUserAndRoleAccess,
    String scope,
    Boolean mayChange,
    @Nullable Instant changedAt,
    @Nullable String changedBy) {

  static BillingAccessState of(Account account, Caller caller) {
    var access = account.billingAccess();
    return new BillingAccessState(account.id().digits(), access.state().name(), access.scope().name(), caller.isRoot(), access.changedAt(),
        access.changedBy());
  }
}

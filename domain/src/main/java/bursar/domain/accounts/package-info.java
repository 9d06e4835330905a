/**
 * Accounts and their owners.
 * It owns the account's id, name, e-mail address, alias and the switch that lets IAM identities reach billing.
 * Identity, costs and operations use it; it uses the shared vocabulary of {@code bursar.domain} only.
 * An account's id and e-mail address belong to one account, always.
 */
@NullMarked
package bursar.domain.accounts;

import org.jspecify.annotations.NullMarked;

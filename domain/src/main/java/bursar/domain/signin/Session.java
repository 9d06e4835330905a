package bursar.domain.signin;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in browser.
 *
 * @param tokenHash the SHA-256 of the token the browser holds, in hexadecimal
 * @param csrfHash the SHA-256 of the token every call of the session must repeat, in hexadecimal
 * @param account the principal's account
 * @param userId the user's id; null for the root user
 * @param created when it was opened
 * @param lastSeen when it was last used, as noted at most once a minute
 */
public record Session(
    String tokenHash, String csrfHash, AccountId account, @Nullable String userId, Instant created, Instant lastSeen) {}

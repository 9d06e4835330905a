package bursar.domain.audit;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit trail, with the meaning CloudTrail gives each field.
 *
 * @param eventId unique, a UUID
 * @param time when it happened, to the millisecond
 * @param account the account whose trail it belongs to
 * @param principalArn who asked; {@code anonymous} when nobody was identified
 * @param userName the short name shown for the principal: the user's name, or {@code root}
 * @param accessKeyId the key that signed; null for browser sessions and unsigned calls
 * @param eventSource the service, such as {@code iam.amazonaws.com}
 * @param eventName the operation, such as {@code CreateUser}
 * @param readOnly whether it could change nothing
 * @param sourceAddress where the call came from
 * @param userAgent what the client says it is; may be empty
 * @param requestParameters what was asked as a JSON object, secrets left out; null when nothing was sent
 * @param errorCode why it was refused; null when it was done
 * @param errorMessage the sentence of the refusal; null when it was done
 * @param requestId the id the caller was answered with
 */
public record AuditEvent(
    String eventId,
    Instant time,
    AccountId account,
    String principalArn,
    String userName,
    @Nullable String accessKeyId,
    String eventSource,
    String eventName,
    boolean readOnly,
    String sourceAddress,
    String userAgent,
    @Nullable String requestParameters,
    @Nullable String errorCode,
    @Nullable String errorMessage,
    String requestId) {}

package bursar.server.pipeline;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.audit.AuditEvent;
import bursar.domain.identity.AccessKey;
import bursar.domain.identity.Users;
import bursar.domain.signin.Session;
import bursar.operations.declaration.Declaration;
import bursar.operations.gate.Principal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Leaves an event of a call that names an access key or carries a session, and does not prove to come from its holder: a wrong or expired
 * signature, a key that was made inactive, a missing CSRF token. It stands in the trail of the account the key or the session belongs to, in
 * bounds, because whoever learned a key's id can send such calls without end. A key or session that does not exist leaves no event.
 */
final class RefusedProofs {
  private final AuditTrail trail;
  private final Users users;

  RefusedProofs(AuditTrail trail, Users users) {
    this.trail = trail;
    this.users = users;
  }

  /** The call names that signer's key. */
  void ofKey(Signers.Signer signer, Exchange exchange, Declaration<?, ?> declaration, Instant at, String requestId, Failure failure) {
    AccessKey key = signer.key();
    String name = signer.principal() instanceof Principal.IamUser user ? user.name() : "root";
    trail.gatherInBounds("key:" + key.id(), event(key.account(), name, key.id(), exchange, declaration, at, requestId, failure));
  }

  /** The call carries that session. */
  void ofSession(Session session, Exchange exchange, Declaration<?, ?> declaration, Instant at, String requestId, Failure failure) {
    String id = session.userId();
    String name = id == null ? "root" : users.findById(session.account(), id).map(user -> user.name()).orElse(id);
    trail.gatherInBounds(
        "session:" + session.tokenHash(), event(session.account(), name, null, exchange, declaration, at, requestId, failure));
  }

  private static AuditEvent event(AccountId account, String userName, @Nullable String keyId, Exchange exchange,
      Declaration<?, ?> declaration, Instant at, String requestId, Failure failure) {
    String agent = exchange.request().headers().first("User-Agent");
    return new AuditEvent(UUID.randomUUID().toString(), at, account, "anonymous", userName, keyId, declaration.eventSource(),
        declaration.eventName(), declaration.level().readOnly(), exchange.request().remoteAddress(), agent == null ? "" : agent, null,
        failure.code(), failure.sentence(), requestId);
  }
}

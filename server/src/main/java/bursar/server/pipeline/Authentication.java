package bursar.server.pipeline;

import bursar.domain.Failure;
import bursar.domain.identity.AccessKey;
import bursar.domain.identity.AccessKeyStore;
import bursar.domain.identity.SecretBox;
import bursar.domain.identity.SigningKey;
import bursar.domain.identity.User;
import bursar.domain.identity.UserStore;
import bursar.domain.signin.Session;
import bursar.domain.signin.Sessions;
import bursar.operations.declaration.Protocol;
import bursar.operations.gate.Caller;
import bursar.operations.gate.Principal;
import bursar.wire.RawRequest;
import bursar.wire.sigv4.SignatureClaim;
import bursar.wire.sigv4.SignatureVerifier;
import bursar.wire.sigv4.SigningCredential;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who calls: by the operator's token, by a signature, or by a browser session with its CSRF token, in this order. A request that
 * carries a signature, good or bad, is never looked at for a cookie.
 */
public final class Authentication {
  private final SignatureVerifier signatures = new SignatureVerifier();
  private final AccessKeyStore keys;
  private final UserStore users;
  private final UserTags tags;
  private final SecretBox secrets;
  private final Sessions sessions;
  private final KeyUse keyUse;
  private final byte[] operatorToken;
  private final InstantSource clock;

  /** Reads a user's tags, which condition keys carry. */
  @FunctionalInterface
  public interface UserTags {
    /** The tags of that user. */
    Map<String, String> of(User user);
  }

  /** Who calls is found in those stores. */
  public Authentication(AccessKeyStore keys, UserStore users, UserTags tags, SecretBox secrets, Sessions sessions, KeyUse keyUse,
      String operatorToken, InstantSource clock) {
    this.keys = keys;
    this.users = users;
    this.tags = tags;
    this.secrets = secrets;
    this.sessions = sessions;
    this.keyUse = keyUse;
    this.operatorToken = operatorToken.getBytes(StandardCharsets.UTF_8);
    this.clock = clock;
  }

  /**
   * Who calls.
   *
   * @param service the service the request was routed to
   * @throws Failure if a proof was given and is not good
   */
  Caller authenticate(Exchange exchange, String service, Protocol protocol, String requestId) {
    RawRequest request = exchange.request();
    Instant now = clock.instant();
    String token = request.headers().first("X-Bursar-Operator");
    if (token != null) {
      return caller(operator(request, token), Caller.Surface.API, exchange, now, requestId, null);
    }
    SignatureClaim claim = SignatureClaim.read(request, protocol);
    if (claim != null) {
      return caller(signer(request, claim, service, protocol, now), Caller.Surface.API, exchange, now, requestId, claim.accessKeyId());
    }
    String cookie = Cookies.session(request);
    if (cookie != null) {
      return caller(sessionHolder(exchange, cookie), Caller.Surface.CONSOLE, exchange, now, requestId, null);
    }
    return caller(new Principal.Anonymous(), Caller.Surface.API, exchange, now, requestId, null);
  }

  private static Caller caller(Principal principal, Caller.Surface surface, Exchange exchange, Instant now, String requestId,
      @Nullable String accessKeyId) {
    String agent = exchange.request().headers().first("User-Agent");
    return new Caller(principal, surface, exchange.request().remoteAddress(), agent == null ? "" : agent, exchange.secure(), now, requestId,
        accessKeyId);
  }

  private Principal operator(RawRequest request, String token) {
    if (!isLoopback(request.remoteAddress()) || !MessageDigest.isEqual(operatorToken, token.getBytes(StandardCharsets.UTF_8))) {
      throw new Failure("AccessDenied", "The operator's token is wrong, or the call does not come from the server's own machine.");
    }
    return new Principal.Operator();
  }

  private Principal signer(RawRequest request, SignatureClaim claim, String service, Protocol protocol, Instant now) {
    Optional<SigningKey> found = keys.findForSigning(claim.accessKeyId());
    if (found.isEmpty() || found.get().key().status() != AccessKey.Status.ACTIVE) {
      throw new Failure("InvalidClientTokenId", "The security token included in the request is invalid.");
    }
    SigningKey key = found.get();
    String secret = secrets.open(key.sealedSecret(), key.key().id());
    signatures.verify(request, claim, new SigningCredential(key.key().id(), secret, null), service, protocol, now);
    keyUse.note(key.key(), new AccessKey.Use(now, service, claim.region()));
    User owner = key.owner();
    return owner == null ? new Principal.Root(key.key().account()) : principal(owner);
  }

  private Principal sessionHolder(Exchange exchange, String cookie) {
    RawRequest request = exchange.request();
    if (!SameOrigin.allows(exchange)) {
      throw new Failure(BrowserFaults.CROSS_ORIGIN, "The request comes from a page of another site.");
    }
    Session session = sessions.find(cookie).orElseThrow(
        () -> new Failure(BrowserFaults.SESSION_ENDED, "The session has ended. Sign in again."));
    if (!sessions.csrfMatches(session, request.headers().first("X-XSRF-TOKEN"))) {
      throw new Failure(BrowserFaults.WRONG_CSRF_TOKEN, "The header X-XSRF-TOKEN must repeat the cookie XSRF-TOKEN. Reload the page.");
    }
    String userId = session.userId();
    if (userId == null) {
      return new Principal.Root(session.account());
    }
    return principal(users.findById(userId).orElseThrow(
        () -> new Failure(BrowserFaults.SESSION_ENDED, "The session has ended. Sign in again.")));
  }

  private Principal principal(User user) {
    return new Principal.IamUser(user.account(), user.name(), user.path(), user.id(), tags.of(user));
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}

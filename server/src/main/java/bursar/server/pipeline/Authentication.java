package bursar.server.pipeline;

import bursar.domain.Failure;
import bursar.domain.accounts.Accounts;
import bursar.domain.identity.AccessKeys;
import bursar.domain.identity.LoginProfile;
import bursar.domain.identity.User;
import bursar.domain.identity.UserStore;
import bursar.domain.identity.Users;
import bursar.domain.signin.Session;
import bursar.domain.signin.Sessions;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Protocol;
import bursar.operations.gate.Caller;
import bursar.operations.gate.Principal;
import bursar.wire.RawRequest;
import bursar.wire.sigv4.SignatureClaim;
import bursar.wire.sigv4.SignatureVerifier;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who calls: by the operator's token, by a signature, or by a browser session with its CSRF token, in this order. A request that
 * carries a signature, good or bad, is never looked at for a cookie.
 */
public final class Authentication {
  /** What a person may do before choosing a new password. */
  private static final Set<String> BEFORE_RESET =
      Set.of("iam:ChangePassword", "iam:GetAccountPasswordPolicy", "bursar:GetSession", "sts:GetCallerIdentity");

  private final SignatureVerifier signatures = new SignatureVerifier();
  private final AccessKeys keys;
  private final Signers signers;
  private final Users users;
  private final UserStore userStore;
  private final Sessions sessions;
  private final byte[] operatorToken;
  private final InstantSource clock;
  private final RefusedProofs refused;

  /** Who calls is found with those rules; who claims to be somebody and does not prove it leaves an event in the trail. */
  public Authentication(Accounts accounts, AccessKeys keys, Users users, UserStore userStore, Sessions sessions, String operatorToken,
      AuditTrail trail, InstantSource clock) {
    this.keys = keys;
    this.signers = new Signers(keys, users, accounts);
    this.users = users;
    this.userStore = userStore;
    this.sessions = sessions;
    this.operatorToken = operatorToken.getBytes(StandardCharsets.UTF_8);
    this.clock = clock;
    refused = new RefusedProofs(trail, users);
  }

  /**
   * Who calls.
   *
   * @param declaration of the operation the request was routed to
   * @throws Failure if a proof was given and is not good
   */
  Caller authenticate(Exchange exchange, Declaration<?, ?> declaration, String requestId) {
    Protocol protocol = declaration.service().protocol();
    RawRequest request = exchange.request();
    Instant now = clock.instant();
    String token = request.headers().first("X-Bursar-Operator");
    if (token != null) {
      return caller(operator(request, token), Caller.Surface.API, exchange, now, requestId, null);
    }
    SignatureClaim claim = SignatureClaim.read(request, protocol);
    if (claim != null) {
      return caller(signer(exchange, claim, declaration, now, requestId), Caller.Surface.API, exchange, now, requestId, claim.accessKeyId());
    }
    String cookie = Cookies.session(exchange);
    if (cookie != null) {
      return caller(sessionHolder(exchange, cookie, declaration, now, requestId), Caller.Surface.CONSOLE, exchange, now, requestId, null);
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

  private Principal signer(Exchange exchange, SignatureClaim claim, Declaration<?, ?> declaration, Instant now, String requestId) {
    Signers.Signer signer = signers.find(claim.accessKeyId());
    if (signer == null) {
      throw unknownKey();
    }
    String service = declaration.service().name();
    try {
      if (!signer.active()) {
        throw unknownKey();
      }
      signatures.verify(exchange.request(), claim, signer.credential(), service, declaration.service().protocol(), now);
    } catch (Failure e) {
      refused.ofKey(signer, exchange, declaration, now, requestId, e);
      throw e;
    }
    if (keys.noteUse(signer.key(), now, service, claim.region())) {
      signers.forget(claim.accessKeyId());
    }
    return signer.principal();
  }

  private static Failure unknownKey() {
    return new Failure("InvalidClientTokenId", "The security token included in the request is invalid.");
  }

  private Principal sessionHolder(Exchange exchange, String cookie, Declaration<?, ?> declaration, Instant now, String requestId) {
    Session session = sessions.find(cookie).orElseThrow(Authentication::sessionEnded);
    try {
      return sessionHolder(exchange, session, declaration.qualifiedName());
    } catch (Failure e) {
      refused.ofSession(session, exchange, declaration, now, requestId, e);
      throw e;
    }
  }

  private static Failure sessionEnded() {
    return new Failure(BrowserFaults.SESSION_ENDED, "The session has ended. Sign in again.");
  }

  private Principal sessionHolder(Exchange exchange, Session session, String operation) {
    if (!SameOrigin.allows(exchange)) {
      throw new Failure(BrowserFaults.CROSS_ORIGIN, "The request comes from a page of another site.");
    }
    if (!sessions.csrfMatches(session, exchange.request().headers().first("X-XSRF-TOKEN"))) {
      throw new Failure(BrowserFaults.WRONG_CSRF_TOKEN, "The header X-XSRF-TOKEN must repeat the cookie XSRF-TOKEN. Reload the page.");
    }
    String userId = session.userId();
    if (userId == null) {
      return new Principal.Root(session.account());
    }
    User user = users.findById(session.account(), userId).orElseThrow(Authentication::sessionEnded);
    boolean resetRequired = userStore.loginProfile(userId).map(LoginProfile::resetRequired).orElse(true);
    if (resetRequired && !BEFORE_RESET.contains(operation)) {
      throw new Failure(BrowserFaults.PASSWORD_CHANGE_REQUIRED, "Choose a new password first: the one you have was set by somebody else.");
    }
    return Principals.of(user, users.tags(user));
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}

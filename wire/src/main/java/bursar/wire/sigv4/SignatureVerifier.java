package bursar.wire.sigv4;

import bursar.domain.Failure;
import bursar.operations.declaration.Protocol;
import bursar.wire.ByteText;
import bursar.wire.RawRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.crypto.Mac;

/**
 * Proves that a request was signed with the key it names, for this service, just now, and is as it was signed.
 *
 * <p>Signature Version 4 has no nonce: whoever records a signed request can send the very same one again until its time is up, 15 minutes
 * after it was signed, or the expiry of a presigned URL. TLS keeps others from recording. Headers that are not signed are not proven, and
 * of those only ones that cannot change what is asked are let through: the target of a JSON request and the session token must be signed.
 */
public final class SignatureVerifier {
  private static final Duration SKEW_MAX = Duration.ofMinutes(15);
  private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final byte[] HEAD = "AWS4-HMAC-SHA256\n".getBytes(StandardCharsets.US_ASCII);

  private final SigningKeys keys = new SigningKeys();

  /**
   * Refuses a request that is not what its claim says. Returns normally if it is.
   *
   * @param claim what {@link SignatureClaim#read} found in that request
   * @param credential what the server knows of the key named by the claim
   * @param service the service the request was routed to; the scope must name it
   * @param protocol in whose spelling a refusal is made
   * @param now the server's time
   * @throws Failure {@code SignatureDoesNotMatch}, {@code IncompleteSignature}, {@code RequestExpired} or {@code InvalidClientTokenId}, or
   *     what the JSON services call them
   */
  public void verify(
      RawRequest request, SignatureClaim claim, SigningCredential credential, String service, Protocol protocol, Instant now) {
    if (!claim.accessKeyId().equals(credential.accessKeyId())) {
      throw SignatureRefusals.unknownKey(protocol);
    }
    checkToken(claim, credential, protocol);
    checkScope(claim, service, protocol);
    checkTime(claim, protocol, now);
    checkHeaders(request, claim, protocol);
    byte[] bodyDigest = SigningKeys.sha256(request.body());
    checkBodyDigest(request, bodyDigest, protocol);
    ByteText canonical = CanonicalRequest.of(request, claim, bodyDigest);
    if (canonical == null) {
      throw SignatureRefusals.mismatch(protocol);
    }
    byte[] digest = SigningKeys.sha256(canonical.array(), canonical.length());
    ByteText toSign = new ByteText(192).append(HEAD).latin(claim.timestamp()).append('\n').append(claim.scopeBytes()).append('\n').hex(digest);
    SigningKeys.Scope scope = SigningKeys.Scope.of(claim, credential);
    Mac mac = keys.forScope(scope, credential.secretAccessKey());
    mac.update(toSign.array(), 0, toSign.length());
    if (!MessageDigest.isEqual(mac.doFinal(), claim.signature())) {
      throw SignatureRefusals.mismatch(protocol);
    }
    keys.remember(scope, mac);
  }

  int rememberedKeys() {
    return keys.size();
  }

  private static void checkToken(SignatureClaim claim, SigningCredential credential, Protocol protocol) {
    String issued = credential.sessionToken();
    String sent = claim.sessionToken();
    if (issued == null || sent == null) {
      if (issued != null || sent != null) {
        throw SignatureRefusals.unknownKey(protocol);
      }
    } else if (!MessageDigest.isEqual(issued.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8))) {
      throw SignatureRefusals.unknownKey(protocol);
    } else if (!claim.isPresigned() && !claim.signs("x-amz-security-token")) {
      throw SignatureRefusals.mismatch(protocol, "'X-Amz-Security-Token' must be a 'SignedHeader' in the AWS Authorization.");
    }
  }

  private static void checkScope(SignatureClaim claim, String service, Protocol protocol) {
    if (!claim.service().equals(service)) {
      throw SignatureRefusals.mismatch(protocol, "Credential should be scoped to correct service: '" + service + "'.");
    }
    if (!claim.timestamp().startsWith(claim.date()) || claim.date().length() != 8) {
      throw SignatureRefusals.mismatch(protocol, "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
          + claim.date() + "' != '" + claim.timestamp().substring(0, 8) + "', from '" + claim.timestamp() + "'.");
    }
  }

  private static void checkTime(SignatureClaim claim, Protocol protocol, Instant now) {
    Instant signedAt = claim.signedAt();
    if (signedAt.isAfter(now.plus(SKEW_MAX))) {
      throw SignatureRefusals.mismatch(protocol, "Signature not yet current: " + claim.timestamp() + " is still later than "
          + BASIC.format(now.plus(SKEW_MAX)) + " (" + BASIC.format(now) + " + 15 min.)");
    }
    if (claim.isPresigned()) {
      if (now.isAfter(signedAt.plusSeconds(claim.presignedSeconds()))) {
        throw SignatureRefusals.expired(protocol, "Request has expired: it was signed at " + claim.timestamp() + " for "
            + claim.presignedSeconds() + " seconds, and it is " + BASIC.format(now) + " now.");
      }
    } else if (signedAt.isBefore(now.minus(SKEW_MAX))) {
      throw SignatureRefusals.mismatch(protocol, "Signature expired: " + claim.timestamp() + " is now earlier than "
          + BASIC.format(now.minus(SKEW_MAX)) + " (" + BASIC.format(now) + " - 15 min.)");
    }
  }

  private static void checkHeaders(RawRequest request, SignatureClaim claim, Protocol protocol) {
    if (!claim.signs("host")) {
      throw SignatureRefusals.mismatch(protocol, "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }
    if (request.headers().values("host").size() > 1) {
      throw SignatureRefusals.mismatch(protocol, "A request carries one Host header, and this one carries several.");
    }
    if (!claim.signs("x-amz-target") && !request.headers().values("x-amz-target").isEmpty()) {
      throw SignatureRefusals.mismatch(protocol, "'X-Amz-Target' must be a 'SignedHeader' in the AWS Authorization.");
    }
  }

  private static void checkBodyDigest(RawRequest request, byte[] bodyDigest, Protocol protocol) {
    List<String> stated = request.headers().values("x-amz-content-sha256");
    if (stated.isEmpty()) {
      return;
    }
    byte[] hex = new ByteText(64).hex(bodyDigest).toByteArray();
    for (String one : stated) {
      if (one.equals("UNSIGNED-PAYLOAD") || one.startsWith("STREAMING-")) {
        throw SignatureRefusals.mismatch(protocol, "The body must be signed whole: X-Amz-Content-Sha256 must be the body's SHA-256, not "
            + (one.startsWith("S") ? "STREAMING" : one) + ".");
      }
      if (!MessageDigest.isEqual(hex, one.getBytes(StandardCharsets.ISO_8859_1))) {
        throw SignatureRefusals.mismatch(protocol, "The provided X-Amz-Content-Sha256 header does not match what was computed from the body.");
      }
    }
  }
}

package bursar.wire.sigv4;

import bursar.domain.Failure;
import bursar.operations.declaration.Protocol;
import bursar.wire.Ascii;
import bursar.wire.RawRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of its own signature, not yet believed: who signed, when, for what, over which headers.
 *
 * <p>Read from the {@code Authorization} header or from the {@code X-Amz-*} parameters of a presigned URL (Signature Version 4).
 */
public final class SignatureClaim {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final int AUTHORIZATION_LENGTH_MAX = 8192;
  private static final int SIGNED_HEADERS_MAX = 100;
  private static final int PRESIGNED_SECONDS_MAX = 604_800;

  private final String accessKeyId;
  private final String date;
  private final String region;
  private final String service;
  private final String signedHeaders;
  private final List<String> signedHeaderNames;
  private final byte[] signature;
  private final String timestamp;
  private final Instant signedAt;
  private final @Nullable String sessionToken;
  private final int presignedSeconds;

  private SignatureClaim(
      String[] scope, String signedHeaders, List<String> names, byte[] signature, String timestamp, Instant signedAt,
      @Nullable String sessionToken, int presignedSeconds) {
    accessKeyId = scope[0];
    date = scope[1];
    region = scope[2];
    service = scope[3];
    this.signedHeaders = signedHeaders;
    signedHeaderNames = names;
    this.signature = signature;
    this.timestamp = timestamp;
    this.signedAt = signedAt;
    this.sessionToken = sessionToken;
    this.presignedSeconds = presignedSeconds;
  }

  /**
   * Reads the claim.
   *
   * @param protocol in whose spelling a refusal is made
   * @return null if the request carries no signature at all, neither whole nor broken
   * @throws Failure {@code IncompleteSignature} if a part is missing, twice there or garbled
   */
  public static @Nullable SignatureClaim read(RawRequest request, Protocol protocol) {
    List<String> authorization = request.headers().values("authorization");
    boolean presigned = Presigning.isPresigned(request.query());
    if (authorization.isEmpty()) {
      return presigned ? fromQuery(request, protocol) : null;
    }
    if (presigned) {
      throw SignatureRefusals.incomplete(protocol, "A request is signed in its Authorization header or in its query, never in both.");
    }
    if (authorization.size() > 1) {
      throw SignatureRefusals.incomplete(protocol, "A request carries one Authorization header, and this one carries several.");
    }
    return fromHeader(authorization.getFirst(), request, protocol);
  }

  private static SignatureClaim fromHeader(String header, RawRequest request, Protocol protocol) {
    if (header.length() > AUTHORIZATION_LENGTH_MAX) {
      throw SignatureRefusals.incomplete(protocol, "The Authorization header is too long.");
    }
    if (!header.startsWith(ALGORITHM + " ")) {
      throw SignatureRefusals.incomplete(protocol, "The Authorization header must begin with " + ALGORITHM + ".");
    }
    String credential = null;
    String headers = null;
    String signature = null;
    int at = ALGORITHM.length() + 1;
    while (at < header.length()) {
      int comma = header.indexOf(',', at);
      int end = comma < 0 ? header.length() : comma;
      String part = header.substring(at, end).strip();
      if (part.startsWith("Credential=") && credential == null) {
        credential = part.substring(11);
      } else if (part.startsWith("SignedHeaders=") && headers == null) {
        headers = part.substring(14);
      } else if (part.startsWith("Signature=") && signature == null) {
        signature = part.substring(10);
      } else {
        throw SignatureRefusals.incomplete(
            protocol, "The Authorization header takes Credential, SignedHeaders and Signature, each once, separated by commas.");
      }
      at = end + 1;
    }
    List<String> dates = request.headers().values("x-amz-date");
    List<String> tokens = request.headers().values("x-amz-security-token");
    if (dates.size() > 1 || tokens.size() > 1) {
      throw SignatureRefusals.incomplete(protocol, "X-Amz-Date and X-Amz-Security-Token may be sent once only.");
    }
    return of(protocol, "Authorization header", credential, headers, signature, dates.isEmpty() ? null : dates.getFirst(),
        tokens.isEmpty() ? null : tokens.getFirst(), 0);
  }

  private static SignatureClaim fromQuery(RawRequest request, Protocol protocol) {
    Map<String, String> said = Presigning.parameters(request.query(), protocol);
    if (!ALGORITHM.equals(said.get("X-Amz-Algorithm"))) {
      throw SignatureRefusals.incomplete(protocol, "The query parameter X-Amz-Algorithm must be " + ALGORITHM + ".");
    }
    if (!request.headers().values("x-amz-security-token").isEmpty()) {
      throw SignatureRefusals.incomplete(protocol, "A presigned request carries its X-Amz-Security-Token in its query.");
    }
    int seconds = seconds(said.get("X-Amz-Expires"));
    if (seconds < 1 || seconds > PRESIGNED_SECONDS_MAX) {
      throw SignatureRefusals.incomplete(protocol, "X-Amz-Expires must be a whole number of seconds from 1 to " + PRESIGNED_SECONDS_MAX + ".");
    }
    return of(protocol, "query", said.get("X-Amz-Credential"), said.get("X-Amz-SignedHeaders"), said.get("X-Amz-Signature"),
        said.get("X-Amz-Date"), said.get("X-Amz-Security-Token"), seconds);
  }

  private static SignatureClaim of(
      Protocol protocol, String place, @Nullable String credential, @Nullable String headers, @Nullable String signature,
      @Nullable String timestamp, @Nullable String sessionToken, int presignedSeconds) {
    if (credential == null || headers == null || signature == null || timestamp == null) {
      throw SignatureRefusals.incomplete(
          protocol, "The " + place + " requires Credential, SignedHeaders and Signature, and the request an X-Amz-Date.");
    }
    Instant signedAt = instant(timestamp);
    if (signedAt == null) {
      throw SignatureRefusals.incomplete(protocol, "X-Amz-Date must be an ISO 8601 basic time such as 20260131T235959Z.");
    }
    String[] scope = scope(credential);
    if (scope == null) {
      throw SignatureRefusals.incomplete(
          protocol, "Credential must be of the form ACCESS_KEY_ID/YYYYMMDD/REGION/SERVICE/aws4_request.");
    }
    byte[] bytes = signatureBytes(signature);
    if (bytes == null) {
      throw SignatureRefusals.incomplete(protocol, "Signature must be 64 lower-case hexadecimal digits.");
    }
    return new SignatureClaim(
        scope, headers, names(headers, protocol), bytes, timestamp, signedAt, sessionToken, presignedSeconds);
  }

  private static String @Nullable [] scope(String credential) {
    String[] parts = new String[4];
    int at = 0;
    for (int i = 0; i < 4; i++) {
      int slash = credential.indexOf('/', at);
      if (slash <= at || slash - at > 128 || !isPlain(credential, at, slash)) {
        return null;
      }
      parts[i] = credential.substring(at, slash);
      at = slash + 1;
    }
    return credential.startsWith("aws4_request", at) && credential.length() == at + 12 ? parts : null;
  }

  private static boolean isPlain(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!Ascii.isUnreserved(c)) {
        return false;
      }
    }
    return true;
  }

  private static byte @Nullable [] signatureBytes(String signature) {
    if (signature.length() != 64) {
      return null;
    }
    for (int i = 0; i < 64; i++) {
      char c = signature.charAt(i);
      if (!Ascii.isDigit(c) && (c < 'a' || c > 'f')) {
        return null;
      }
    }
    return HexFormat.of().parseHex(signature);
  }

  private static List<String> names(String headers, Protocol protocol) {
    List<String> names = new ArrayList<>(8);
    int at = 0;
    while (at <= headers.length()) {
      int semicolon = headers.indexOf(';', at);
      int end = semicolon < 0 ? headers.length() : semicolon;
      String name = headers.substring(at, end);
      boolean ascending = names.isEmpty() || names.getLast().compareTo(name) < 0;
      if (!ascending || !isHeaderName(name) || names.size() == SIGNED_HEADERS_MAX) {
        throw SignatureRefusals.incomplete(
            protocol, "SignedHeaders must be lower-case header names in ascending order, each once, separated by semicolons.");
      }
      names.add(name);
      at = end + 1;
    }
    return names;
  }

  private static boolean isHeaderName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean token = c > ' ' && c < 0x7F && !(c >= 'A' && c <= 'Z') && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
      if (!token) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static @Nullable Instant instant(String text) {
    if (text.length() != 16 || text.charAt(8) != 'T' || text.charAt(15) != 'Z') {
      return null;
    }
    int day = digits(text, 0, 8);
    int time = digits(text, 9, 15);
    if (day < 0 || time < 0) {
      return null;
    }
    try {
      return LocalDateTime.of(day / 10000, day / 100 % 100, day % 100, time / 10000, time / 100 % 100, time % 100).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int seconds(@Nullable String text) {
    return text == null || text.isEmpty() || text.length() > 6 ? -1 : digits(text, 0, text.length());
  }

  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** The name of the key that is said to have signed. */
  public String accessKeyId() {
    return accessKeyId;
  }

  /** The day of the scope, as {@code YYYYMMDD}. */
  public String date() {
    return date;
  }

  /** The region of the scope. */
  public String region() {
    return region;
  }

  /** The service of the scope, such as {@code iam}. */
  public String service() {
    return service;
  }

  /** The names of the headers that are signed, in lower case. */
  public List<String> signedHeaders() {
    return List.copyOf(signedHeaderNames);
  }

  /** The session token the request carries, or null. */
  public @Nullable String sessionToken() {
    return sessionToken;
  }

  /** When the request says it was signed. */
  public Instant signedAt() {
    return signedAt;
  }

  /** Whether the signature is in the query. */
  public boolean isPresigned() {
    return presignedSeconds > 0;
  }

  /** For how many seconds a presigned request is good, from 1 to 604,800; 0 for others. */
  public int presignedSeconds() {
    return presignedSeconds;
  }

  boolean signs(String header) {
    return signedHeaderNames.contains(header);
  }

  List<String> headerNames() {
    return signedHeaderNames;
  }

  String signedHeadersText() {
    return signedHeaders;
  }

  String timestamp() {
    return timestamp;
  }

  byte[] signature() {
    return signature;
  }

  byte[] scopeBytes() {
    return (date + '/' + region + '/' + service + "/aws4_request").getBytes(StandardCharsets.US_ASCII);
  }

  /** Names the key and the scope, never the signature or the token. */
  @Override
  public String toString() {
    return accessKeyId + '/' + date + '/' + region + '/' + service;
  }
}

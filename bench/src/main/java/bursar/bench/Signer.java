package bursar.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes whole HTTP requests, each signed anew with Signature Version 4 and with an invocation id of its own, so that no two are alike. For one
 * thread. Source: AWS IAM user guide, "Create a signed AWS API request".
 */
final class Signer {
  private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final HexFormat HEX = HexFormat.of();
  private static final String REGION = "us-east-1";

  private final AccessKey key;
  private final String service;
  private final String host;
  private final MessageDigest sha256;
  private long second = -1;
  private String timestamp = "";
  private String scope = "";
  private Mac mac;
  private long number;

  /**
   * Signs for one service.
   *
   * @param service the name in the scope, such as {@code iam}
   * @param host the Host header, with the port
   */
  Signer(AccessKey key, String service, String host) {
    this.key = key;
    this.service = service;
    this.host = host;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
    mac = mac(new byte[1]);
    turnTo(Instant.now());
  }

  /** A call of an awsQuery service. */
  byte[] query(String form) {
    return request("application/x-www-form-urlencoded; charset=utf-8", "", form);
  }

  /** A call of an awsJson 1.1 service. */
  byte[] json(String target, String body) {
    return request("application/x-amz-json-1.1", target, body);
  }

  private byte[] request(String contentType, String target, String body) {
    Instant now = Instant.now();
    if (now.getEpochSecond() != second) {
      turnTo(now);
    }
    String invocation = "bench-" + number++;
    String signed = "amz-sdk-invocation-id;content-type;host;x-amz-date" + (target.isEmpty() ? "" : ";x-amz-target");
    String canonical = "POST\n/\n\namz-sdk-invocation-id:" + invocation + "\ncontent-type:" + contentType + "\nhost:" + host + "\nx-amz-date:"
        + timestamp + "\n" + (target.isEmpty() ? "" : "x-amz-target:" + target + "\n") + "\n" + signed + "\n" + digest(body);
    String signature = HEX.formatHex(mac.doFinal(bytes("AWS4-HMAC-SHA256\n" + timestamp + "\n" + scope + "\n" + digest(canonical))));
    return bytes("POST / HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: " + contentType + "\r\nX-Amz-Date: " + timestamp
        + "\r\nAmz-Sdk-Invocation-Id: " + invocation + "\r\n" + (target.isEmpty() ? "" : "X-Amz-Target: " + target + "\r\n")
        + "Authorization: AWS4-HMAC-SHA256 Credential=" + key.id() + "/" + scope + ", SignedHeaders=" + signed + ", Signature=" + signature
        + "\r\nUser-Agent: bursar-bench\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
  }

  private void turnTo(Instant now) {
    second = now.getEpochSecond();
    timestamp = BASIC.format(now);
    String today = timestamp.substring(0, 8) + "/" + REGION + "/" + service + "/aws4_request";
    if (!today.equals(scope)) {
      scope = today;
      byte[] derived = bytes("AWS4" + key.secret());
      for (String part : today.split("/", -1)) {
        derived = mac(derived).doFinal(bytes(part));
      }
      mac = mac(derived);
    }
  }

  private String digest(String text) {
    return HEX.formatHex(sha256.digest(bytes(text)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256.", e);
    }
  }
}

package bursar.wire.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import bursar.domain.Failure;
import bursar.operations.declaration.Protocol;
import bursar.wire.Headers;
import bursar.wire.RawRequest;
import bursar.wire.Recordings;
import bursar.wire.Requests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a signature before anything of it is believed. */
class SignatureClaimTest {
  private static final String GOOD = "AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE000000001/20261123/us-east-1/iam/aws4_request, "
      + "SignedHeaders=host;x-amz-date, Signature=" + "0123456789abcdef".repeat(4);

  @Test
  void noSignatureAtAllIsNoClaim() {
    assertThat(SignatureClaim.read(Requests.form("Action=GetUser"), Protocol.AWS_QUERY)).isNull();
    assertThat(SignatureClaim.read(Requests.get("Action=GetUser&Not-X-Amz-Signature=x&a=X-Amz-Signature"), Protocol.AWS_QUERY)).isNull();
  }

  @Test
  void everyPartIsRead() {
    SignatureClaim claim = read(GOOD, "20261123T184440Z");
    assertThat(claim.accessKeyId()).isEqualTo("AKIAEXAMPLE000000001");
    assertThat(claim.date()).isEqualTo("20261123");
    assertThat(claim.region()).isEqualTo("us-east-1");
    assertThat(claim.service()).isEqualTo("iam");
    assertThat(claim.signedHeaders()).containsExactly("host", "x-amz-date");
    assertThat(claim.signedAt()).isEqualTo(Instant.parse("2026-11-23T18:44:40Z"));
    assertThat(claim.sessionToken()).isNull();
    assertThat(read(GOOD.replace(", ", ","), "20261123T184440Z").service()).isEqualTo("iam");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", "Basic dXNlcjpwYXNz", "Bearer x", "AWS4-HMAC-SHA256", "AWS4-HMAC-SHA256 ", "AWS4-ECDSA-P256-SHA256 Credential=a",
      "AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request", "AWS4-HMAC-SHA256 ,,,", "AWS4-HMAC-SHA256 Credential", "aws4-hmac-sha256 x"})
  void aBrokenHeaderIsIncomplete(String header) {
    incomplete(header, "20261123T184440Z");
  }

  @Test
  void everyBrokenPartIsIncomplete() {
    for (String scope : new String[] {"AKIA", "AKIA/20261123/us-east-1/iam", "AKIA/20261123/us-east-1/iam/aws4_request/", "/20261123/r/iam/aws4_request",
        "AKIA//r/iam/aws4_request", "AKIA/20261123/r/iam/aws4_requesx", "AKIA/20261123/r/i am/aws4_request", "A/B/20261123/r/iam/aws4_request",
        "AKIA/20261123/r/iam/AWS4_REQUEST", "AKIA/20261123/" + "r".repeat(200) + "/iam/aws4_request"}) {
      incomplete(GOOD.replace("AKIAEXAMPLE000000001/20261123/us-east-1/iam/aws4_request", scope), "20261123T184440Z");
    }
    for (String headers : new String[] {"", "Host", "host;", ";host", "host;;x-amz-date", "x-amz-date;host", "host;host", "ho st", "host:x", "hóst"}) {
      incomplete(GOOD.replace("host;x-amz-date", headers), "20261123T184440Z");
    }
    for (String signature : new String[] {"", "0", "0123456789ABCDEF".repeat(4), "0123456789abcdeg".repeat(4), "00".repeat(33)}) {
      incomplete(GOOD.replace("0123456789abcdef".repeat(4), signature), "20261123T184440Z");
    }
    for (String part : new String[] {", Signature=x", ", Credential=x", ", SignedHeaders=x", ", Other=x", ","}) {
      if (!part.equals(",")) {
        incomplete(GOOD + part, "20261123T184440Z");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "20261123", "20261123T184440", "20261323T184440Z", "20261131T184440Z", "20261123T250000Z", "20261123T186040Z",
      "2026-11-23T18:44Z", "20261123t184440z", "99999999T999999Z", "00000000T000000Z", "Mon, 23 Nov 2026 18:44:40 GMT", "２０２６１１２３T184440Z"})
  void aGarbledDateIsIncomplete(String date) {
    incomplete(GOOD, date);
  }

  @Test
  void noDateIsIncomplete() {
    refused(Requests.post("", "Authorization", GOOD), "IncompleteSignature");
    refused(Requests.post("", "Authorization", GOOD, "X-Amz-Date", "20261123T184440Z", "X-Amz-Date", "20261123T184440Z"), "IncompleteSignature");
  }

  @Test
  void twoSignaturesAreNone() {
    refused(Requests.post("", "Authorization", GOOD, "Authorization", GOOD, "X-Amz-Date", "20261123T184440Z"), "IncompleteSignature");
    RawRequest presigned = Recordings.recorded("boto3-sts-presigned");
    refused(Requests.with(presigned, "Authorization", GOOD), "IncompleteSignature");
    refused(Requests.withQuery(presigned, presigned.query() + "&X-Amz-Date=20261123T184440Z"), "IncompleteSignature");
    refused(Requests.withQuery(presigned, presigned.query() + "&X-Amz-Signature=" + "00".repeat(32)), "IncompleteSignature");
    refused(Requests.with(presigned, "X-Amz-Security-Token", "x"), "IncompleteSignature");
  }

  @Test
  void aPresignedQueryWithoutAnyOfItsPartsIsIncomplete() {
    RawRequest presigned = Recordings.recorded("boto3-sts-presigned");
    for (String part : presigned.query().split("&")) {
      if (part.startsWith("X-Amz-")) {
        String name = part.substring(0, part.indexOf('='));
        refused(Requests.withQuery(presigned, presigned.query().replace("&" + part, "")), "IncompleteSignature");
        for (String value : new String[] {"", "=", "=%", "=%zz", "=%ff", "=X/;"}) {
          refused(Requests.withQuery(presigned, presigned.query().replace(part, name + value)), "IncompleteSignature");
        }
      }
    }
  }

  @Test
  void jsonServicesSpellTheRefusalTheirWay() {
    try {
      SignatureClaim.read(Requests.post("", "Authorization", "x"), Protocol.AWS_JSON_1_0);
      fail("it was read");
    } catch (Failure refusal) {
      assertThat(refusal.code()).isEqualTo("IncompleteSignatureException");
    }
    assertThat(SignatureRefusals.missing(Protocol.AWS_QUERY).code()).isEqualTo("MissingAuthenticationToken");
    assertThat(SignatureRefusals.missing(Protocol.AWS_JSON_1_1).code()).isEqualTo("MissingAuthenticationTokenException");
    assertThat(SignatureRefusals.unknownKey(Protocol.AWS_QUERY).code()).isEqualTo("InvalidClientTokenId");
    assertThat(SignatureRefusals.unknownKey(Protocol.AWS_JSON_1_1).code()).isEqualTo("UnrecognizedClientException");
  }

  /** Mutated recordings: whatever happens, it is a failure or, where nothing that counts was touched, an acceptance. */
  @Test
  void nothingButAFailureEscapesFromMutatedRequests() {
    Random random = new Random(20261123);
    SignatureVerifier verifier = new SignatureVerifier();
    int refused = 0;
    for (int i = 0; i < 10_000; i++) {
      RawRequest good = Recordings.recorded(Recordings.ALL.get(i % Recordings.ALL.size()));
      Instant at = RecordedSignaturesTest.claim(good).signedAt();
      RawRequest bad = mutated(good, random);
      try {
        SignatureClaim claim = SignatureClaim.read(bad, Protocol.AWS_QUERY);
        if (claim != null) {
          verifier.verify(bad, claim, RecordedSignaturesTest.credential(good), claim.service(), Protocol.AWS_QUERY, at);
        }
      } catch (Failure expected) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(5_000);
  }

  private static RawRequest mutated(RawRequest good, Random random) {
    Headers headers = name -> {
      List<String> values = new ArrayList<>();
      for (String value : good.headers().values(name)) {
        values.add(random.nextInt(3) == 0 ? mutated(value, random) : value);
      }
      return values;
    };
    String query = good.query() == null || random.nextBoolean() ? good.query() : mutated(good.query(), random);
    byte[] body = random.nextBoolean() ? good.body() : mutated(new String(good.body(), StandardCharsets.ISO_8859_1), random).getBytes(
        StandardCharsets.ISO_8859_1);
    String path = random.nextInt(4) == 0 ? mutated(good.path(), random) : good.path();
    return new RawRequest(good.method(), path, query, headers, body, good.remoteAddress());
  }

  private static String mutated(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = random.nextInt(3); i >= 0 && !changed.isEmpty(); i--) {
      int at = random.nextInt(changed.length());
      switch (random.nextInt(5)) {
        case 0 -> changed.deleteCharAt(at);
        case 1 -> changed.insert(at, (char) random.nextInt(256));
        case 2 -> changed.setCharAt(at, "%&=;,/ +.\0\n".charAt(random.nextInt(11)));
        case 3 -> changed.setLength(at);
        default -> changed.insert(at, changed.substring(at, Math.min(changed.length(), at + random.nextInt(40))));
      }
    }
    return changed.toString();
  }

  private static SignatureClaim read(String header, String date) {
    return SignatureClaim.read(Requests.post("", "Authorization", header, "X-Amz-Date", date), Protocol.AWS_QUERY);
  }

  private static void incomplete(String header, String date) {
    refused(Requests.post("", "Authorization", header, "X-Amz-Date", date), "IncompleteSignature");
  }

  private static void refused(RawRequest request, String code) {
    RecordedSignaturesTest.refused(code, () -> SignatureClaim.read(request, Protocol.AWS_QUERY));
  }
}

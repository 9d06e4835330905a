package bursar.wire.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.operations.declaration.Protocol;
import bursar.wire.RawRequest;
import bursar.wire.Recordings;
import bursar.wire.Requests;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Requests recorded from the AWS CLI, boto3 and curl, and what is left of them once somebody has changed something. */
class RecordedSignaturesTest {
  static final java.util.List<String> RECORDED = Recordings.ALL;

  private final SignatureVerifier verifier = new SignatureVerifier();

  @ParameterizedTest
  @FieldSource("RECORDED")
  void everyClientsSignatureIsAccepted(String name) {
    RawRequest request = Recordings.recorded(name);
    SignatureClaim claim = claim(request);
    assertThatCode(() -> verify(request, claim.signedAt().plusSeconds(60))).doesNotThrowAnyException();
    assertThatCode(() -> verify(request, claim.signedAt().minusSeconds(899))).doesNotThrowAnyException();
    assertThat(claim.accessKeyId()).isEqualTo(Recordings.KEY);
    assertThat(claim.isPresigned()).isEqualTo(name.contains("presigned"));
    assertThat(verifier.rememberedKeys()).isEqualTo(1);
  }

  @ParameterizedTest
  @FieldSource("RECORDED")
  void anotherSecretIsRefusedAlsoAfterTheRightOneWasRemembered(String name) {
    RawRequest request = Recordings.recorded(name);
    Instant at = claim(request).signedAt();
    verify(request, at);
    refused("SignatureDoesNotMatch", () -> verifier.verify(request, claim(request),
        new SigningCredential(Recordings.KEY, "another", token(request)), claim(request).service(), Protocol.AWS_QUERY, at));
    assertThat(verifier.rememberedKeys()).isEqualTo(1);
  }

  @ParameterizedTest
  @FieldSource("RECORDED")
  void anotherBodyMethodPathHostOrQueryIsRefused(String name) {
    RawRequest request = Recordings.recorded(name);
    Instant at = claim(request).signedAt();
    refused("SignatureDoesNotMatch", () -> verify(Requests.withBody(request, "Action=DeleteUser"), at));
    refused("SignatureDoesNotMatch", () -> verify(Requests.with(request, "Host", "evil.example"), at));
    refused("SignatureDoesNotMatch", () -> verify(Requests.with(request, "Host"), at));
    refused("SignatureDoesNotMatch", () -> verify(Requests.with(request, "Host", "127.0.0.1:8099", "other"), at));
    refused("SignatureDoesNotMatch", () -> verify(
        new RawRequest("PUT", request.path(), request.query(), request.headers(), request.body(), ""), at));
    refused("SignatureDoesNotMatch", () -> verify(
        new RawRequest(request.method(), "/x", request.query(), request.headers(), request.body(), ""), at));
    String query = request.query() == null ? "UserName=x" : request.query() + "&UserName=x";
    refused("SignatureDoesNotMatch", () -> verify(Requests.withQuery(request, query), at));
  }

  @ParameterizedTest
  @FieldSource("RECORDED")
  void anotherServiceIsRefused(String name) {
    RawRequest request = Recordings.recorded(name);
    SignatureClaim claim = claim(request);
    refused("SignatureDoesNotMatch", () -> verifier.verify(request, claim, credential(request), "budgets", Protocol.AWS_QUERY, claim.signedAt()));
    refused("InvalidSignatureException",
        () -> verifier.verify(request, claim, credential(request), "budgets", Protocol.AWS_JSON_1_1, claim.signedAt()));
  }

  @ParameterizedTest
  @FieldSource("RECORDED")
  void aSignatureFromTheFutureIsRefusedPresignedOrNot(String name) {
    RawRequest request = Recordings.recorded(name);
    assertThatThrownBy(() -> verify(request, claim(request).signedAt().minusSeconds(901)))
        .isInstanceOf(Failure.class).hasMessageContaining("Signature not yet current")
        .extracting(e -> ((Failure) e).code()).isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void aSignatureOlderThanFifteenMinutesIsRefused() {
    RawRequest request = Recordings.recorded("cli-iam-create-user");
    Instant at = claim(request).signedAt();
    assertThatCode(() -> verify(request, at.plusSeconds(900))).doesNotThrowAnyException();
    assertThatThrownBy(() -> verify(request, at.plusSeconds(901)))
        .hasMessage("Signature expired: 20261123T184440Z is now earlier than 20261123T184441Z (20261123T185941Z - 15 min.)");
  }

  @Test
  void aPresignedRequestLivesAsLongAsItSays() {
    RawRequest day = Recordings.recorded("boto3-sts-presigned");
    Instant at = claim(day).signedAt();
    assertThatCode(() -> verify(day, at.plusSeconds(900))).doesNotThrowAnyException();
    refused("RequestExpired", () -> verify(day, at.plusSeconds(901)));
    RawRequest week = Recordings.recorded("boto3-iam-presigned");
    assertThatCode(() -> verify(week, claim(week).signedAt().plus(Duration.ofDays(7)))).doesNotThrowAnyException();
    for (String seconds : new String[] {"0", "604801", "-5", "", "1e3", "99999999999"}) {
      refused("IncompleteSignature", () -> claim(Requests.withQuery(day, day.query().replace("X-Amz-Expires=900", "X-Amz-Expires=" + seconds))));
    }
    refused("IncompleteSignature", () -> claim(Requests.withQuery(day, day.query().replace("&X-Amz-Expires=900", ""))));
    refused("SignatureDoesNotMatch", () -> verify(Requests.withQuery(day, day.query().replace("=900", "=9000")), at));
  }

  @Test
  void aTokenGoesWithTheTemporaryKeyItWasIssuedWithAndNoOther() {
    for (String name : new String[] {"cli-sts-session-token", "boto3-sts-presigned-token"}) {
      RawRequest request = Recordings.recorded(name);
      SignatureClaim claim = claim(request);
      assertThat(claim.sessionToken()).isEqualTo(Recordings.TOKEN);
      for (String issued : new String[] {null, "", "other"}) {
        refused("InvalidClientTokenId", () -> verifier.verify(request, claim, new SigningCredential(Recordings.KEY, Recordings.SECRET, issued),
            "sts", Protocol.AWS_QUERY, claim.signedAt()));
      }
    }
    RawRequest plain = Recordings.recorded("cli-sts-get-caller-identity");
    RawRequest unsignedToken = Requests.with(plain, "X-Amz-Security-Token", Recordings.TOKEN);
    Instant at = claim(plain).signedAt();
    refused("InvalidClientTokenId", () -> verifier.verify(unsignedToken, claim(unsignedToken),
        new SigningCredential(Recordings.KEY, Recordings.SECRET, null), "sts", Protocol.AWS_QUERY, at));
    refused("SignatureDoesNotMatch", () -> verifier.verify(unsignedToken, claim(unsignedToken),
        new SigningCredential(Recordings.KEY, Recordings.SECRET, Recordings.TOKEN), "sts", Protocol.AWS_QUERY, at));
    refused("InvalidClientTokenId", () -> verifier.verify(plain, claim(plain),
        new SigningCredential(Recordings.KEY, Recordings.SECRET, Recordings.TOKEN), "sts", Protocol.AWS_QUERY, at));
  }

  @Test
  void aTargetThatIsNotSignedIsRefused() {
    RawRequest request = Requests.with(Recordings.recorded("cli-iam-create-user"), "X-Amz-Target", "Bursar.GetBill");
    assertThatThrownBy(() -> verify(request, claim(request).signedAt())).hasMessageContaining("'X-Amz-Target' must be a 'SignedHeader'");
  }

  @Test
  void theStatedBodyDigestMustBeTheBodys() {
    RawRequest request = Recordings.recorded("cli-iam-create-user");
    Instant at = claim(request).signedAt();
    String digest = new String(new bursar.wire.ByteText(64).hex(SigningKeys.sha256(request.body())).toByteArray(), StandardCharsets.US_ASCII);
    assertThatCode(() -> verify(Requests.with(request, "x-amz-content-sha256", digest), at)).doesNotThrowAnyException();
    for (String stated : new String[] {"UNSIGNED-PAYLOAD", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "",
        digest.replace('0', '1').replace('a', 'b')}) {
      refused("SignatureDoesNotMatch", () -> verify(Requests.with(request, "x-amz-content-sha256", stated), at));
    }
    refused("SignatureDoesNotMatch", () -> verify(Requests.with(request, "x-amz-content-sha256", digest, "UNSIGNED-PAYLOAD"), at));
  }

  @Test
  void theScopesDayMustBeTheDayOfTheDate() {
    RawRequest request = Recordings.recorded("cli-iam-create-user");
    String header = request.headers().first("Authorization");
    RawRequest otherDay = Requests.with(request, "Authorization", header.replace("/20261123/", "/20261122/"));
    assertThatThrownBy(() -> verify(otherDay, claim(request).signedAt()))
        .hasMessageContaining("'20261122' != '20261123', from '20261123T184440Z'");
    RawRequest prefix = Requests.with(request, "Authorization", header.replace("/20261123/", "/2026112/"));
    refused("SignatureDoesNotMatch", () -> verify(prefix, claim(request).signedAt()));
  }

  @Test
  void curlThatSignedItsParametersUnsortedIsRefusedAsOnAws() {
    RawRequest request = Recordings.recorded("curl-iam-get-unsorted");
    refused("SignatureDoesNotMatch", () -> verify(request, claim(request).signedAt()));
  }

  @Test
  void parametersMayArriveInAnotherOrderAndAnotherSpelling() {
    RawRequest request = Recordings.recorded("boto3-iam-presigned");
    String query = request.query().replace("Action=ListUsers&Version=2010-05-08", "Version=2010%2D05-08&Action=ListUsers")
        .replace("%20", "+").replace("%C3", "%c3");
    assertThatCode(() -> verify(Requests.withQuery(request, query), claim(request).signedAt())).doesNotThrowAnyException();
  }

  @Test
  void aRefusalRepeatsNeitherSecretNorSignatureNorCanonicalText() {
    RawRequest request = Recordings.recorded("cli-iam-create-user");
    assertThatThrownBy(() -> verify(Requests.withBody(request, "Action=Other"), claim(request).signedAt()))
        .message().doesNotContain(Recordings.SECRET, "7e6d0c1aed4f", "content-type;host");
    assertThat(credential(request).toString()).doesNotContain(Recordings.SECRET);
    assertThat(claim(request).toString()).doesNotContain("7e6d0c1aed4f");
  }

  private void verify(RawRequest request, Instant now) {
    SignatureClaim claim = claim(request);
    verifier.verify(request, claim, credential(request), claim.service(), Protocol.AWS_QUERY, now);
  }

  static SigningCredential credential(RawRequest request) {
    return new SigningCredential(Recordings.KEY, Recordings.SECRET, token(request));
  }

  private static String token(RawRequest request) {
    return claim(request).sessionToken() == null ? null : Recordings.TOKEN;
  }

  static SignatureClaim claim(RawRequest request) {
    return SignatureClaim.read(request, Protocol.AWS_QUERY);
  }

  static void refused(String code, ThrowingCallable work) {
    assertThatThrownBy(work).isInstanceOf(Failure.class).extracting(e -> ((Failure) e).code()).isEqualTo(code);
  }
}

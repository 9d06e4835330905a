package bursar.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.operations.declaration.ErrorCode;
import bursar.operations.shape.Shapes;
import bursar.wire.RawRequest;
import bursar.wire.Recordings;
import bursar.wire.Requests;
import bursar.wire.Samples;
import bursar.wire.WireResponse;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageRequest;

/** JSON in, JSON out. */
class JsonCodecTest {
  private static final Samples.Everything FULL = new Samples.Everything("a\"é\u0001🙂", true, -5, 9007199254740993L, new BigDecimal("12.3400"),
      Instant.parse("2026-01-31T23:59:59.250Z"), List.of(), Map.of("k", new BigDecimal("1E+3")), new Samples.Part("p", null), List.of(
          new Samples.Part(null, null)), "hush");

  @Test
  void theRecordedCostQueryIsReadWhole() {
    GetCostAndUsageRequest read = JsonCodec.JSON_1_1.decode(Samples.GET_COST_AND_USAGE, Recordings.recorded("cli-ce-get-cost-and-usage"));
    assertThat(read.timePeriod().start()).isEqualTo("2026-10-01");
    assertThat(read.filter().not().dimensions().values()).containsExactly("Credit");
    assertThat(read.groupBy()).hasSize(1);
    assertThat(JsonCodec.JSON_1_1.decode(Samples.LOOKUP_EVENTS, Recordings.recorded("cli-cloudtrail-lookup-events")).startTime())
        .isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
  }

  @Test
  void anAnswerIsWrittenWithDecimalsAsTextAndTimesAsSeconds() {
    WireResponse answer = JsonCodec.JSON_1_0.encode(Samples.GET_BILL, FULL, "r");
    assertThat(answer.headers()).containsEntry("Content-Type", "application/x-amz-json-1.0").containsEntry("x-amzn-RequestId", "r");
    assertThat(text(answer)).isEqualTo("{\"Text\":\"a\\\"é\\u0001🙂\",\"Flag\":true,\"Count\":-5,\"Size\":9007199254740993,\"Amount\":\"12.3400\","
        + "\"At\":1769903999.25,\"Names\":[],\"ByName\":{\"k\":\"1000\"},\"Part\":{\"Name\":\"p\"},\"Parts\":[{}],\"Password\":\"hush\"}");
    assertThat(RecordJson.text(FULL)).isEqualTo(text(answer));
    assertThat(JsonCodec.JSON_1_0.decode(Samples.GET_BILL, Requests.post(text(answer))).at()).isEqualTo(FULL.at());
  }

  @Test
  void anErrorIsWrittenAsAwsWritesItWithAnExplanationBeside() {
    WireResponse error = JsonCodec.JSON_1_1.encodeError(
        Samples.CE, new ErrorCode("AccessDeniedException", 400), "No.", new Samples.Part("why", null), "r");
    assertThat(error.status()).isEqualTo(400);
    assertThat(error.headers()).containsEntry("Content-Type", "application/x-amz-json-1.1").containsEntry("x-amzn-ErrorType", "AccessDeniedException");
    assertThat(text(error)).isEqualTo("{\"__type\":\"AccessDeniedException\",\"message\":\"No.\",\"Explanation\":{\"Name\":\"why\"}}");
    assertThat(text(RestJsonCodec.REST_JSON.encodeError(null, new ErrorCode("X", 404), "\ud800", null, "r")))
        .isEqualTo("{\"__type\":\"X\",\"message\":\"\uFFFD\"}");
  }

  @Test
  void absentNullAndUnknownMembersAreNothing() {
    Samples.Everything read = read("{\"Text\":null,\"Nope\":{\"a\":[1,{\"b\":null}]},\"text\":\"x\",\"Count\":7}");
    assertThat(read.text()).isNull();
    assertThat(read.count()).isEqualTo(7);
    assertThat(read("").count()).isNull();
    assertThat(read(" { } \n").names()).isNull();
  }

  @Test
  void aDecimalIsReadFromTextOrNumberExactly() {
    assertThat(read("{\"Amount\":0.10}").amount()).isEqualTo("0.10");
    assertThat(read("{\"Amount\":\"0.10\"}").amount()).isEqualTo("0.10");
    assertThat(read("{\"Amount\":12345678901234567890.123456789}").amount()).isEqualTo("12345678901234567890.123456789");
  }

  @Test
  void aTimeIsReadFromSecondsWithFractions() {
    assertThat(read("{\"At\":0}").at()).isEqualTo(Instant.EPOCH);
    assertThat(read("{\"At\":-1.5}").at()).isEqualTo(Instant.parse("1969-12-31T23:59:58.500Z"));
    assertThat(read("{\"At\":1.7932032E9}").at()).isEqualTo(Instant.ofEpochSecond(1_793_203_200L));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "[] | The body must be an object.",
      "\"x\" | The body must be an object.",
      "null | The body must be an object.",
      "{\"Text\":5} | '/Text' must be text.",
      "{\"Text\":[]} | '/Text' must be text.",
      "{\"Text\":\"\\ud800\"} | '/Text' must be text of whole characters.",
      "{\"Flag\":\"true\"} | '/Flag' must be true or false.",
      "{\"Count\":\"5\"} | '/Count' must be a whole number in its range.",
      "{\"Count\":5.0} | '/Count' must be a whole number in its range.",
      "{\"Count\":2147483648} | '/Count' must be a whole number in its range.",
      "{\"Amount\":\"1,5\"} | '/Amount' must be a decimal number, as text or number.",
      "{\"Amount\":1e99999} | '/Amount' must be a decimal number, as text or number.",
      "{\"Amount\":\"NaN\"} | '/Amount' must be a decimal number, as text or number.",
      "{\"At\":\"2026-01-01T00:00:00Z\"} | '/At' must be a number of seconds since 1970.",
      "{\"At\":1e40} | '/At' must be a number of seconds since 1970.",
      "{\"At\":9e11} | '/At' must be a number of seconds since 1970.",
      "{\"Names\":{}} | '/Names' must be a list.",
      "{\"Names\":[\"a\",null]} | '/Names/1' must be text.",
      "{\"ByName\":[]} | '/ByName' must be an object.",
      "{\"ByName\":{\"k\":null}} | '/ByName/k' must be a decimal number, as text or number.",
      "{\"Parts\":[{},{\"Inner\":{\"Name\":1}}]} | '/Parts/1/Inner/Name' must be text.",
      "{\"Count\":1}{} | The body goes on after its JSON object, at byte 11.",
      "{\"Count\":1} x | The body is not valid JSON: it breaks off or has a character that does not belong at line 1, column 13.",
      "{\"Count\":1,\"Count\":2} | The body is not valid JSON: a name is there twice at line 1, column 19.",
      "{\"Count\":01} | The body is not valid JSON: it breaks off or has a character that does not belong at line 1, column 11.",
      "{\"Count\":1, | The body is not valid JSON: it breaks off or has a character that does not belong at line 1, column 12.",
      "{'Count':1} | The body is not valid JSON: it breaks off or has a character that does not belong at line 1, column 2."})
  void aBrokenBodyIsRefusedWithItsPlace(String body, String sentence) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(Failure.class).hasMessage(sentence)
        .extracting(e -> ((Failure) e).code()).isEqualTo("SerializationException");
  }

  @Test
  void aBottomlessBodyIsRefused() {
    assertThatThrownBy(() -> read("{\"Part\":" + "{\"Inner\":".repeat(200_000))).hasMessageContaining("nested deeper than 100");
    assertThatThrownBy(() -> read("{\"Nope\":" + "[".repeat(200_000))).hasMessageContaining("nested deeper than 100");
    assertThatThrownBy(() -> read("{\"Amount\":" + "9".repeat(1000) + "}")).isInstanceOf(Failure.class);
  }

  @Test
  void onlyUtf8IsRead() {
    for (Charset other : new Charset[] {StandardCharsets.UTF_16, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE, StandardCharsets.UTF_32BE}) {
      assertThatThrownBy(() -> read("{\"Text\":\"a\"}".getBytes(other))).hasMessage("The body is not JSON in UTF-8.");
    }
    assertThatThrownBy(() -> read("{\"Text\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1))).hasMessage("The body is not JSON in UTF-8.");
    assertThat(read("{\"Text\":\"é🙂\"}").text()).isEqualTo("é🙂");
  }

  @Test
  void nothingButAFailureEscapesFromMutatedBodies() {
    Random random = new Random(11);
    byte[] good = RecordJson.bytes(FULL);
    for (int i = 0; i < 10_000; i++) {
      byte[] bad = good.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        bad[random.nextInt(bad.length)] = random.nextBoolean() ? (byte) random.nextInt() : "{}[],:\"\\0-e.u".getBytes(StandardCharsets.UTF_8)[random.nextInt(13)];
      }
      try {
        read(java.util.Arrays.copyOf(bad, random.nextInt(5) == 0 ? random.nextInt(bad.length) : bad.length));
      } catch (Failure expected) {
        assertThat(expected.code()).isEqualTo("SerializationException");
      }
    }
  }

  @Test
  void theAuditTrailNeverSeesASecret() {
    assertThat(AuditJson.write(Shapes.of(Samples.Everything.class), FULL, Set.of("Password", "Name")))
        .isEqualTo("{\"text\":\"a\\\"é\\u0001🙂\",\"flag\":true,\"count\":-5,\"size\":9007199254740993,\"amount\":\"12.3400\","
            + "\"at\":\"2026-01-31T23:59:59.250Z\",\"names\":[],\"byName\":{\"k\":\"1000\"},\"part\":{\"name\":\"HIDDEN_DUE_TO_SECURITY_REASONS\"},"
            + "\"parts\":[{}],\"password\":\"HIDDEN_DUE_TO_SECURITY_REASONS\"}");
  }

  @Test
  void theAuditTrailIsBoundedAndStaysJson() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      many.add("name \ud83d\ude42 \u0000 " + "x".repeat(i % 50));
    }
    Samples.Part deep = new Samples.Part("end", null);
    for (int i = 0; i < 90; i++) {
      deep = new Samples.Part("\u0000".repeat(100), deep);
    }
    for (Samples.Everything big : new Samples.Everything[] {
        new Samples.Everything("y".repeat(100_000), null, 1, null, null, null, many, null, null, null, null),
        new Samples.Everything("\u0000".repeat(100_000), null, 1, null, null, null, null, null, deep, List.of(deep, deep, deep, deep, deep), "s")}) {
      String kept = AuditJson.write(Shapes.of(Samples.Everything.class), big, Set.of("Password"));
      assertThat(kept.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(AuditJson.BYTES_MAX);
      assertThat(kept).contains("\"count\":1", "...");
      assertThat(read(kept)).isNotNull();
    }
  }

  private static Samples.Everything read(String body) {
    return read(body.getBytes(StandardCharsets.UTF_8));
  }

  private static Samples.Everything read(byte[] body) {
    return JsonCodec.JSON_1_0.decode(Samples.GET_BILL, new RawRequest("POST", "/", null, Requests.headers(), body, ""));
  }

  private static String text(WireResponse answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}

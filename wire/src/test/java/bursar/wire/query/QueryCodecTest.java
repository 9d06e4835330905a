package bursar.wire.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.ErrorCode;
import bursar.wire.RawRequest;
import bursar.wire.Recordings;
import bursar.wire.Requests;
import bursar.wire.Samples;
import bursar.wire.WireResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserResponse;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.Tag;

/** Forms in, XML out. */
class QueryCodecTest {
  private static final Declaration<Samples.Everything, Samples.Everything> EVERYTHING =
      Samples.declaration(Samples.IAM, "Everything", Samples.Everything.class, Samples.Everything.class);

  @Test
  void theRecordedCreateUserIsReadWhole() {
    CreateUserRequest read = QueryCodec.QUERY.decode(Samples.CREATE_USER, Recordings.recorded("cli-iam-create-user"));
    assertThat(read.userName()).isEqualTo("Zoë");
    assertThat(read.path()).isEqualTo("/team/");
    assertThat(read.tags()).containsExactly(tag("cost center", "4 & 2 <+>~*"), tag("b", ""));
  }

  @Test
  void thePresignedQueryIsReadWhole() {
    ListUsersRequest read = QueryCodec.QUERY.decode(Samples.LIST_USERS, Recordings.recorded("boto3-iam-presigned"));
    assertThat(read.pathPrefix()).isEqualTo("/a b+c/é~*/");
  }

  @Test
  void numberedElementsKeepTheOrderOfTheirNumbers() {
    StringBuilder form = new StringBuilder("Action=CreateUser");
    for (int i = 12; i > 0; i--) {
      form.append("&Tags.member.").append(i).append(".Key=k").append(i);
    }
    assertThat(createUser(form.toString()).tags()).extracting(Tag::key)
        .containsExactly("k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8", "k9", "k10", "k11", "k12");
  }

  @Test
  void anEmptyListIsThereAndAnAbsentOneIsNot() {
    assertThat(createUser("Tags=").hasTags()).isTrue();
    assertThat(createUser("Tags=").tags()).isEmpty();
    assertThat(createUser("UserName=a").hasTags()).isFalse();
  }

  @Test
  void unknownParametersAreIgnored() {
    assertThat(createUser("UserName=a&Nope=1&Nope.x.y=2&username=b").userName()).isEqualTo("a");
  }

  @Test
  void aBodyThatIsNoFormIsNotRead() {
    RawRequest request = Requests.withQuery(Requests.post("UserName=b", "Content-Type", "text/plain"), "UserName=a");
    assertThat(QueryCodec.QUERY.decode(Samples.CREATE_USER, request).userName()).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "UserName=a&UserName=b | The parameter 'UserName' is there twice.",
      "UserName=%zz | A percent sign must be followed by two hexadecimal digits.",
      "UserName=%4 | A percent sign must be followed by two hexadecimal digits.",
      "UserName=%ff | The text is not valid UTF-8.",
      "UserName=%c0%80 | The text is not valid UTF-8.",
      "UserName=%ed%a0%80 | The text is not valid UTF-8.",
      "UserName.x=a | 'UserName' must be a single value.",
      "Tags=a | 'Tags' must be spelled as 'Tags.member.1' and on.",
      "Tags.1.Key=a | 'Tags' must be spelled as 'Tags.member.1' and on.",
      "Tags.member.x.Key=a | 'Tags.member' must be followed by a number from 1 on, each once.",
      "Tags.member.0.Key=a | 'Tags.member' must be followed by a number from 1 on, each once.",
      "Tags.member.1.Key=a&Tags.member.01.Key=b | 'Tags.member' must be followed by a number from 1 on, each once.",
      "Tags.member.99999999999.Key=a | 'Tags.member' must be followed by a number from 1 on, each once.",
      "Tags.member.1.Key.deep=a | 'Tags.member.1.Key' must be a single value."})
  void aBrokenFormIsRefusedWithItsPlace(String form, String sentence) {
    assertThatThrownBy(() -> createUser(form)).isInstanceOf(Failure.class).hasMessage(sentence)
        .extracting(e -> ((Failure) e).code()).isEqualTo("MalformedInput");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "Flag=yes | 'Flag' must be true or false.",
      "Count=1.5 | 'Count' must be a whole number in its range.",
      "Count=+1 | 'Count' must be a whole number in its range.",
      "Count=2147483648 | 'Count' must be a whole number in its range.",
      "Count=- | 'Count' must be a whole number in its range.",
      "Amount=1e9999 | 'Amount' must be a number.",
      "Amount=0x1 | 'Amount' must be a number.",
      "Amount=NaN | 'Amount' must be a number.",
      "At=yesterday | 'At' must be a time such as 2026-01-31T23:59:59Z.",
      "ByName.entry.1.key=a | 'ByName.entry.1' needs a key and a value.",
      "ByName.entry.1.value=1 | 'ByName.entry.1' needs a key and a value.",
      "Parts.member.2.Inner.Inner.Name.x=1 | 'Parts.member.2.Inner.Inner.Name' must be a single value."})
  void aValueOfAnotherKindIsRefusedWithItsPlace(String form, String sentence) {
    assertThatThrownBy(() -> everything(form)).isInstanceOf(Failure.class).hasMessage(sentence);
  }

  @Test
  void everyKindOfValueIsRead() {
    Samples.Everything read = everything("Text=a+b%2B&Flag=true&Count=-5&Size=9007199254740993&Amount=12.3400&At=2026-01-31T23:59:59%2B01:00"
        + "&Names.member.1=x&ByName.entry.1.key=k&ByName.entry.1.value=1.10&Part.Inner.Name=deep");
    assertThat(read.text()).isEqualTo("a b+");
    assertThat(read.flag()).isTrue();
    assertThat(read.size()).isEqualTo(9007199254740993L);
    assertThat(read.amount()).isEqualTo("12.3400");
    assertThat(read.at()).isEqualTo(Instant.parse("2026-01-31T22:59:59Z"));
    assertThat(read.names()).containsExactly("x");
    assertThat(read.byName()).containsKey("k");
    assertThat(read.part().inner().name()).isEqualTo("deep");
  }

  @Test
  void aBottomlessNameIsRefused() {
    assertThatThrownBy(() -> everything("Part" + ".Inner".repeat(100_000) + ".Name=x")).isInstanceOf(Failure.class)
        .hasMessage("A parameter's name has more than 64 parts.");
    assertThatThrownBy(() -> everything("a=1&".repeat(30_000))).isInstanceOf(Failure.class);
  }

  @Test
  void anAnswerIsWrittenAsAwsWritesIt() {
    CreateUserResponse output = CreateUserResponse.builder().user(u -> u.userName("Zoë <&> \"x\"").path("/").createDate(Instant.parse(
        "2023-11-14T22:13:20Z")).tags(tag("a\r\n\tb", "\u0001\uFFFE\ud800🙂"))).build();
    WireResponse answer = QueryCodec.QUERY.encode(Samples.CREATE_USER, output, "6f1d");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("Content-Type", "text/xml").containsEntry("x-amzn-RequestId", "6f1d");
    assertThat(text(answer)).isEqualTo("<CreateUserResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><CreateUserResult><User>"
        + "<Path>/</Path><UserName>Zoë &lt;&amp;&gt; &quot;x&quot;</UserName><CreateDate>2023-11-14T22:13:20Z</CreateDate>"
        + "<Tags><member><Key>a&#xD;&#xA;&#x9;b</Key><Value>\uFFFD\uFFFD\uFFFD🙂</Value></member></Tags></User></CreateUserResult>"
        + "<ResponseMetadata><RequestId>6f1d</RequestId></ResponseMetadata></CreateUserResponse>");
  }

  @Test
  void anEmptyListIsWrittenAndAnAnswerWithoutMembersHasNoResult() {
    assertThat(text(QueryCodec.QUERY.encode(Samples.LIST_USERS, ListUsersResponse.builder().users(List.of()).build(), "r")))
        .contains("<ListUsersResult><Users></Users></ListUsersResult>");
    assertThat(text(QueryCodec.QUERY.encode(Samples.DELETE_USER, DeleteUserResponse.builder().build(), "r")))
        .isEqualTo("<DeleteUserResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><ResponseMetadata><RequestId>r</RequestId>"
            + "</ResponseMetadata></DeleteUserResponse>");
  }

  @Test
  void anErrorIsWrittenAsAwsWritesIt() {
    WireResponse error = QueryCodec.QUERY.encodeError(Samples.IAM, new ErrorCode("NoSuchEntity", 404), "No user <b>.", new Samples.Part("x", null), "r");
    assertThat(error.status()).isEqualTo(404);
    assertThat(text(error)).isEqualTo("<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type>"
        + "<Code>NoSuchEntity</Code><Message>No user &lt;b&gt;.</Message></Error><RequestId>r</RequestId></ErrorResponse>");
    assertThat(text(QueryCodec.QUERY.encodeError(null, new ErrorCode("ServiceFailure", 500), "x", null, "r"))).contains("<Type>Receiver</Type>");
  }

  @Test
  void nothingButAFailureEscapesFromRandomForms() {
    Random random = new Random(7);
    String[] pieces = {"Tags", ".", "member", "1", "=", "&", "Key", "%", "%41", "+", "entry", "key", "value", "ByName", "Part", "Inner", "Name", "Count",
        "\0", "é", "Amount", "At", "Flag", "9999999999", "-"};
    for (int i = 0; i < 10_000; i++) {
      StringBuilder form = new StringBuilder();
      for (int n = random.nextInt(20); n > 0; n--) {
        form.append(random.nextInt(15) == 0 ? String.valueOf((char) random.nextInt(256)) : pieces[random.nextInt(pieces.length)]);
      }
      try {
        everything(form.toString());
        createUser(form.toString());
      } catch (Failure expected) {
        assertThat(expected.code()).isEqualTo("MalformedInput");
      }
    }
  }

  private static CreateUserRequest createUser(String form) {
    return QueryCodec.QUERY.decode(Samples.CREATE_USER, Requests.form(form));
  }

  private static Samples.Everything everything(String form) {
    return QueryCodec.QUERY.decode(EVERYTHING, Requests.form(form));
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private static String text(WireResponse answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}

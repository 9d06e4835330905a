package bursar.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bursar.policy.MalformedPolicyException.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is refused, in which words, and at which line and column. */
class MalformedPolicyTest {
  private static final String GOOD = "\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"";

  private static void refused(String json, Problem problem, int line, int column, String sentence) {
    refused(json, PolicyKind.IDENTITY, problem, line, column, sentence);
  }

  private static void refused(String json, PolicyKind kind, Problem problem, int line, int column, String sentence) {
    assertThatExceptionOfType(MalformedPolicyException.class)
        .isThrownBy(() -> PolicyReader.read(json, kind))
        .satisfies(
            refusal -> {
              assertThat(refusal.getMessage()).contains(sentence).endsWith(".");
              assertThat(refusal.problem()).isEqualTo(problem);
              assertThat(List.of(refusal.line(), refusal.column())).containsExactly(line, column);
            });
  }

  private static String statement(String members) {
    return "{\"Statement\":{" + members + "}}";
  }

  @Test
  void whatIsNotJson() {
    refused("", Problem.SYNTAX, 1, 1, "Syntax errors in policy. The text is not valid JSON from here on");
    refused("{\n  \"Statement\": [\n  }\n}", Problem.SYNTAX, 3, 3, "Syntax errors in policy.");
    refused("{\"Statement\":{" + GOOD + "}} x", Problem.SYNTAX, 1, 65, "Syntax errors in policy.");
    refused("{\"Statement\":{" + GOOD + "}}{}", Problem.SYNTAX, 1, 64, "Syntax errors in policy.");
    refused("{'Statement':1}", Problem.SYNTAX, 1, 2, "Syntax errors in policy.");
    refused("{\"Statement\":{" + GOOD + ",}}", Problem.SYNTAX, 1, 63, "Syntax errors in policy.");
  }

  @Test
  void whatIsNotAPolicy() {
    refused("[]", Problem.WRONG_TYPE, 1, 1, "A policy is a JSON object, and this is a list.");
    refused("null", Problem.WRONG_TYPE, 1, 1, "A policy is a JSON object, and this is null.");
    refused("{}", Problem.MISSING_STATEMENT, 1, 1, "Missing required field Statement.");
    refused("{\"Statement\":[]}", Problem.MISSING_STATEMENT, 1, 14, "The Statement list is empty.");
    refused("{\"Statement\":[7]}", Problem.WRONG_TYPE, 1, 15, "A statement is a JSON object, and this is the value 7.");
    refused("{\"statement\":{" + GOOD + "}}", Problem.MISSING_STATEMENT, 1, 1, "Missing required field Statement.");
    refused(
        "{\n \"Statement\":{" + GOOD + "},\n \"Comment\":1}",
        Problem.UNKNOWN_ELEMENT, 3, 2, "`Comment` is no element of a policy; a policy has Version, Id and Statement.");
  }

  @Test
  void theVersionAndTheId() {
    refused("{\"Version\":\"2012-10-18\",\"Statement\":{" + GOOD + "}}", Problem.BAD_VERSION, 1, 12, "The policy must contain a valid version string.");
    refused("{\"Version\":2012,\"Statement\":{" + GOOD + "}}", Problem.BAD_VERSION, 1, 12, "The policy must contain a valid version string.");
    refused("{\"Id\":\"x\",\"Statement\":{" + GOOD + "}}", Problem.FORBIDDEN_ELEMENT, 1, 2, "Id is not allowed in an identity-based policy. Remove it.");
  }

  @Test
  void keysThatAppearTwice() {
    refused("{\"Statement\":{" + GOOD + "},\n\"Statement\":{" + GOOD + "}}", Problem.DUPLICATE_KEY, 2, 1, "`Statement` appears twice in the same object. Merge the two into one.");
    refused(statement(GOOD + ",\n\"Effect\":\"Deny\""), Problem.DUPLICATE_KEY, 2, 1, "`Effect` appears twice");
    refused(
        statement(GOOD + ",\n\"Condition\":{\"StringEquals\":{\"aws:UserName\":\"a\",\n\"aws:username\":\"b\"}}"),
        Problem.DUPLICATE_KEY_CASE, 3, 1, "`aws:username` appears twice in the same object, whose keys ignore case.");
    refused(
        statement(GOOD + ",\"Condition\":{\"Bool\":{},\n\"bool\":{}}"), Problem.DUPLICATE_KEY_CASE, 2, 1, "`bool` appears twice");
  }

  @Test
  void elementsOfAStatement() {
    refused(statement(GOOD + ",\n\"Actions\":\"*\""), Problem.UNKNOWN_ELEMENT, 2, 1, "`Actions` is no element of a statement.");
    refused(statement(GOOD + ",\n\"condition\":{}"), Problem.UNKNOWN_ELEMENT, 2, 1, "names are case-sensitive: write `Condition`");
    refused(statement("\"Action\":\"*\",\"Resource\":\"*\""), Problem.MISSING_EFFECT, 1, 14, "Missing required field Effect. Write \"Allow\" or \"Deny\".");
    refused(statement("\"Effect\":\"Allow\",\"Resource\":\"*\""), Problem.MISSING_ACTION, 1, 14, "Missing required field Action.");
    refused(statement("\"Effect\":\"Allow\",\"Action\":\"*\""), Problem.MISSING_RESOURCE, 1, 14, "Missing required field Resource.");
    refused(statement(GOOD + ",\n\"NotAction\":\"*\""), Problem.CONFLICTING_ELEMENTS, 2, 1, "either Action or NotAction");
    refused(statement(GOOD + ",\n\"NotResource\":\"*\""), Problem.CONFLICTING_ELEMENTS, 2, 1, "either Resource or NotResource");
    refused(statement(GOOD + ",\n\"Principal\":\"*\""), Problem.FORBIDDEN_PRINCIPAL, 2, 1, "Policy document should not specify a principal. Remove Principal");
  }

  @Test
  void effectsAndSids() {
    refused(statement("\"Effect\":\"allow\",\"Action\":\"*\",\"Resource\":\"*\""), Problem.BAD_EFFECT, 1, 24, "Invalid effect: allow. Write \"Allow\" or \"Deny\"");
    refused(statement("\"Effect\":[\"Allow\"],\"Action\":\"*\",\"Resource\":\"*\""), Problem.BAD_EFFECT, 1, 24, "Invalid effect: a list.");
    refused(statement("\"Sid\":\"a b\"," + GOOD), Problem.BAD_SID, 1, 21, "Statement IDs (SID) must be alpha-numeric.");
    refused(statement("\"Sid\":1," + GOOD), Problem.WRONG_TYPE, 1, 21, "Sid is a text in quotes, and this is the value 1.");
    refused(
        "{\"Statement\":[{\"Sid\":\"A\"," + GOOD + "},\n{\"Sid\":\"A\"," + GOOD + "}]}",
        Problem.DUPLICATE_SID, 2, 2, "Statement IDs (SID) in a single policy must be unique, and `A` is used twice.");
  }

  @Test
  void actionsAndResources() {
    for (String action : List.of("", "s3", "GetObject", "s*:Get", "*:Get", "s3 :Get", "s3:Get Object", ":x")) {
      refused(
          statement("\"Effect\":\"Allow\",\"Resource\":\"*\",\"Action\":[\"s3:*\",\"" + action + "\"]"),
          Problem.BAD_ACTION, 1, 64, "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc. `" + action + "`");
    }
    refused(statement("\"Effect\":\"Allow\",\"Resource\":\"*\",\"Action\":[[\"s3:*\"]]"), Problem.WRONG_TYPE, 1, 57, "An action is a text in quotes, and this is a list.");
    refused(resource("box"), Problem.BAD_RESOURCE, 1, 59, "Resource box must be in ARN format or \"*\".");
    refused(resource("arn:aws:s3:*"), Problem.SHORT_RESOURCE, 1, 59, "must be in ARN format");
    refused(resource("**"), Problem.BAD_RESOURCE, 1, 59, "must be in ARN format");
    refused(resource("arn:a*:s3:::x"), Problem.BAD_PARTITION, 1, 59, "Partition \"a*\" is not valid for resource \"arn:a*:s3:::x\".");
    refused(resource("arn:aws:s*:::x"), Problem.BAD_RESOURCE_SERVICE, 1, 59, "Resource vendor must be fully qualified and cannot contain regexes.");
    refused(statement("\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":null"), Problem.WRONG_TYPE, 1, 59, "A resource is a text in quotes, and this is null.");
  }

  private static String resource(String pattern) {
    return statement("\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"" + pattern + "\"");
  }

  @Test
  void conditions() {
    refused(statement(GOOD + ",\"Condition\":[]"), Problem.WRONG_TYPE, 1, 75, "Condition is an object of operators, and this is a list.");
    refused(statement(GOOD + ",\"Condition\":{\n\"StringIs\":{\"aws:x\":\"y\"}}"), Problem.UNKNOWN_OPERATOR, 2, 1, "Invalid Condition type : StringIs.");
    refused(statement(GOOD + ",\"Condition\":{\n\"NullIfExists\":{\"aws:x\":\"true\"}}"), Problem.NULL_IF_EXISTS, 2, 1, "Null takes no suffix");
    refused(statement(GOOD + ",\"Condition\":{\"Bool\":\n\"aws:x\"}"), Problem.WRONG_TYPE, 2, 1, "An operator holds an object of condition keys");
    refused(statement(GOOD + ",\"Condition\":{\"Bool\":{\n\"mfa\":\"true\"}}"), Problem.BAD_CONDITION_KEY, 2, 1, "The condition key `mfa` has no prefix such as aws:.");
    refused(statement(GOOD + ",\"Condition\":{\"Bool\":{\"aws:x\":\n{}}}"), Problem.WRONG_TYPE, 2, 1, "A condition value is a text, a number, a boolean or a list of them, and this is an object.");
    refused(statement(GOOD + ",\"Condition\":{\"Bool\":{\"aws:x\":[true,\nnull]}}"), Problem.WRONG_TYPE, 2, 1, "this is null");
  }

  @Test
  void principals() {
    refused(statement(GOOD), PolicyKind.RESOURCE, Problem.MISSING_PRINCIPAL, 1, 14, "Missing required field Principal.");
    refused(statement(GOOD + ",\n\"Principal\":\"ann\""), PolicyKind.RESOURCE, Problem.BAD_PRINCIPAL, 2, 13, "Invalid principal in policy. Write \"*\" or an object");
    refused(statement(GOOD + ",\"Principal\":{\n\"Aws\":\"*\"}"), PolicyKind.RESOURCE, Problem.BAD_PRINCIPAL_TYPE, 2, 1, "`Aws` is no type of principal");
    refused(
        statement(GOOD + ",\"Principal\":{\"AWS\":\n\"arn:aws:iam::111122223333:user/*\"}"),
        PolicyKind.RESOURCE, Problem.WILDCARD_IN_PRINCIPAL, 2, 1, "only a lone \"*\" stands for everyone");
    refused(
        statement("\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":\"*\",\n\"Resource\":\"*\""),
        PolicyKind.TRUST, Problem.FORBIDDEN_RESOURCE, 2, 1, "Has prohibited field Resource.");
    refused(
        statement("\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\n\"NotPrincipal\":\"*\""),
        PolicyKind.TRUST, Problem.FORBIDDEN_ELEMENT, 2, 1, "NotPrincipal is not allowed in a role trust policy.");
  }

  @Test
  void aResourcePolicyKeepsItsPrincipalsItsIdAndItsFreeSids() {
    PolicyDocument document =
        PolicyReader.read(
            "{\"Version\":\"2012-10-17\",\"Id\":\"box policy\",\"Statement\":{\"Sid\":\"any one\",\"Principal\":{\"AWS\":[\"111122223333\",\"*\"],"
                + "\"Service\":\"s3.amazonaws.com\"}," + GOOD + "}}",
            PolicyKind.RESOURCE);
    assertThat(document.id()).isEqualTo("box policy");
    PrincipalElement principal = document.statements().getFirst().principal();
    assertThat(principal.named().keySet()).containsExactly("AWS", "Service");
    assertThat(PolicyReader.read(PolicyPrinter.print(document), PolicyKind.RESOURCE)).isEqualTo(document);
  }

  @Test
  void placesAreKeptForEverythingThatCanBePointedAt() {
    PolicyDocument document =
        PolicyReader.read(
            "{\n  \"Statement\": [\n    {\n      \"Effect\": \"Allow\",\n      \"Action\": [\"s3:*\",\n        \"ce:*\"],\n"
                + "      \"Resource\": \"*\",\n      \"Condition\": {\"Bool\": {\"aws:SecureTransport\": true}}\n    }\n  ]\n}");
    Statement statement = document.statements().getFirst();
    assertThat(statement.position()).isEqualTo(new Position(3, 5));
    assertThat(statement.positionOf(StatementElement.ACTION)).isEqualTo(new Position(5, 7));
    assertThat(statement.action().patterns().get(1).position()).isEqualTo(new Position(6, 9));
    assertThat(statement.conditions().getFirst().position()).isEqualTo(new Position(8, 30));
    assertThat(statement.conditions().getFirst().texts()).containsExactly("true");
  }

  @Test
  void everyFaultIsListedAtOnceInTheOrderOfTheText() {
    List<Malformation> faults =
        PolicyReader.faults("{\"Version\":\"1\",\n\"Statement\":[{\"Effect\":\"allow\",\n\"Action\":\"x\",\n\"Resource\":\"y\"}]}", PolicyKind.IDENTITY);
    assertThat(faults.stream().map(Malformation::problem))
        .containsExactly(Problem.BAD_VERSION, Problem.BAD_EFFECT, Problem.BAD_ACTION, Problem.BAD_RESOURCE);
    assertThat(faults.stream().map(fault -> fault.position().line())).containsExactly(1, 2, 3, 4);
  }

  private static void notStored(String json, PolicyKind kind, Problem problem, int line, int column, String sentence) {
    assertThat(PolicyReader.faults(json, kind)).singleElement().satisfies(fault -> {
      assertThat(fault.sentence()).contains(sentence).endsWith(".");
      assertThat(fault.problem()).isEqualTo(problem);
      assertThat(fault.position()).isEqualTo(new Position(line, column));
    });
    assertThatExceptionOfType(MalformedPolicyException.class).isThrownBy(() -> PolicyReader.readForStorage(json, kind));
    assertThat(PolicyReader.read(json, kind).kind()).as("AWS's own may say it").isEqualTo(kind);
  }

  @Test
  void whatTheLanguageCanSayButCustomersMayNot() {
    notStored(
        statement("\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"*\",\n\"Effect\":\"Allow\""),
        PolicyKind.RESOURCE_CONTROL, Problem.FORBIDDEN_ALLOW, 2, 1, "may only deny");
    notStored(
        statement("\"Effect\":\"Deny\",\"Principal\":\"*\",\"Resource\":\"*\",\n\"NotAction\":\"s3:*\""),
        PolicyKind.RESOURCE_CONTROL, Problem.FORBIDDEN_NOT_ACTION, 2, 1, "NotAction is not supported");
    notStored(
        statement("\"Effect\":\"Deny\",\"Action\":\"s3:*\",\"Resource\":\"*\",\n\"Principal\":{\"AWS\":\"111122223333\"}"),
        PolicyKind.RESOURCE_CONTROL, Problem.FORBIDDEN_NAMED_PRINCIPAL, 2, 1, "Principal must be \"*\"");
    notStored(
        statement("\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"111122223333\"},\"Action\":\n\"s3:GetObject\""),
        PolicyKind.TRUST, Problem.FORBIDDEN_ACTION, 2, 1, "AssumeRole policy may only specify STS AssumeRole actions.");
    for (String principal : List.of("ann", "1111", "arn:aws:iam::111122223333:group/Dev", "arn:aws:iam::1111:root", "arn:aws:s3:::box")) {
      notStored(
          statement(GOOD + ",\"Principal\":{\"AWS\":\n\"" + principal + "\"}"),
          PolicyKind.RESOURCE, Problem.BAD_PRINCIPAL, 2, 1, "Invalid principal in policy: \"AWS\":\"" + principal + "\".");
    }
    notStored(
        statement(GOOD + ",\"Principal\":{\"Service\":\n\"ec2\"}"),
        PolicyKind.RESOURCE, Problem.BAD_SERVICE_PRINCIPAL, 2, 1, "Invalid principal in policy: \"SERVICE\":\"ec2\".");
    notStored(resource("arn:aws:iam:us-east-1:111122223333:user/a"), PolicyKind.IDENTITY, Problem.BAD_RESOURCE_REGION, 1, 59, "cannot contain region information");
    notStored(resource("arn:aws:iam::111122223333:users/a"), PolicyKind.IDENTITY, Problem.BAD_RESOURCE_PATH, 1, 59, "IAM resource path must either be");
    notStored(resource("arn:aws:s3:us-east-1::box"), PolicyKind.IDENTITY, Problem.BAD_RESOURCE_REGION, 1, 59, "can not contain region information");
  }

  @Test
  void whatCustomersWriteEveryDayIsStored() {
    for (String principal :
        List.of("*", "111122223333", "arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:role/team/Admin", "AIDAJQABLZS4A3QDU576Q",
            "arn:aws:sts::111122223333:assumed-role/Admin/ann@x.org", "arn:aws:sts::111122223333:federated-user/bob",
            "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1")) {
      assertThat(PolicyReader.faults(statement(GOOD + ",\"Principal\":{\"AWS\":\"" + principal + "\"}"), PolicyKind.RESOURCE)).as(principal).isEmpty();
    }
    for (String resource :
        List.of("arn:aws:s3:us-east-1:111122223333:accesspoint/a", "arn:aws:iam::aws:policy/AdministratorAccess", "arn:aws:iam::*:*",
            "arn:aws:iam::111122223333:user/${aws:username}", "arn:*:iam::111122223333:role/x", "arn:aws:s3:::box/*")) {
      assertThat(PolicyReader.faults(resource(resource), PolicyKind.IDENTITY)).as(resource).isEmpty();
    }
    assertThat(
            PolicyReader.faults(
                statement(
                    "\"Effect\":\"Allow\",\"Principal\":{\"Federated\":\"arn:aws:iam::111122223333:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/A1\"},"
                        + "\"Action\":\"sts:AssumeRoleWithWebIdentity\",\"Condition\":{\"StringEquals\":{\"oidc.eks.us-east-1.amazonaws.com/id/A1:sub\":\"x\"}}"),
                PolicyKind.TRUST))
        .isEmpty();
    for (String scp :
        List.of(
            "\"Effect\":\"Allow\",\"NotAction\":\"iam:*\",\"NotResource\":\"arn:aws:s3:::a\",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":true}}",
            "\"Effect\":\"Deny\",\"Action\":\"s3:*Bucket*\",\"Resource\":\"arn:aws:s3:::a\"")) {
      assertThat(PolicyReader.faults(statement(scp), PolicyKind.SERVICE_CONTROL)).as("the whole language since 2025").isEmpty();
    }
    assertThat(PolicyReader.faults(statement("\"Effect\":\"Deny\",\"Principal\":{\"AWS\":\"*\"},\"Action\":\"s3:*\",\"Resource\":\"*\""), PolicyKind.RESOURCE_CONTROL)).isEmpty();
  }

  @Test
  void everyKindHasItsQuotaAndItsErrorCode() {
    for (PolicyKind kind : PolicyKind.values()) {
      PolicyQuota quota = PolicyQuota.of(kind);
      assertThat(quota.refusal("x".repeat(quota.maximum()))).isEmpty();
      assertThat(quota.refusal("x".repeat(quota.maximum() + 1)).orElseThrow()).contains(quota.maximum() + "").endsWith("has " + (quota.maximum() + 1) + ".");
      assertThat(PolicyKind.named(kind.shortName())).isEqualTo(kind);
    }
    assertThat(PolicyQuota.MANAGED_POLICY.refusal("{" + " ".repeat(10_000) + "}")).as("white space is not counted by IAM").isEmpty();
    assertThat(PolicyQuota.SERVICE_CONTROL_POLICY.refusal("{" + " ".repeat(10_000) + "}")).as("but by Organizations").isPresent();
    assertThat(PolicyQuota.of(PolicyKind.TRUST).errorCode()).isEqualTo("LimitExceeded");
    assertThat(PolicyKind.named("nothing")).isNull();
  }

  @Test
  void anOutlineSaysWhereEveryPartBeginsAndEnds() {
    String json = "{\n  \"Statement\": [{\"Action\": [\"a\\u0041:b\",\n \"c:d\"], \"Effe\\\"ct\": true}]\n}";
    PolicyOutline outline = PolicyOutline.of(json);
    PolicyOutline.Place second = outline.at(new Position(3, 2));
    assertThat(second.written()).isEqualTo("Statement[0].Action[1]");
    assertThat(json.substring(second.startOffset(), second.endOffset())).isEqualTo("\"c:d\"");
    assertThat(second.end()).isEqualTo(new Position(3, 7));
    PolicyOutline.Place first = outline.at(new Position(2, 29));
    assertThat(json.substring(first.startOffset(), first.endOffset())).isEqualTo("\"a\\u0041:b\"");
    PolicyOutline.Place key = outline.at(new Position(3, 10));
    assertThat(key.path().getLast()).isEqualTo(new PolicyOutline.Step.Key("Effe\"ct"));
    assertThat(json.substring(key.startOffset(), key.endOffset())).isEqualTo("\"Effe\\\"ct\"");
    assertThat(outline.at(Position.START).endOffset()).isEqualTo(json.length());
    assertThat(PolicyOutline.of("{\"a\":[1,").at(new Position(1, 9)).path()).isEmpty();
    assertThat(PolicyOutline.of("").at(new Position(7, 7)).startOffset()).isZero();
  }

  @Test
  void whiteSpaceBetweenTokensIsNotCounted() {
    assertThat(PolicyReader.countedSize("{ \"a b\" :\n\t[\"c\\\" d\"] }\r\n")).isEqualTo("{\"a b\":[\"c\\\" d\"]}".length());
  }
}

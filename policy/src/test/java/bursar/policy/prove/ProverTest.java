package bursar.policy.prove;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.policy.PolicyDocument;
import bursar.policy.PolicyKind;
import bursar.policy.PolicyReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions whose answers a reader can check. */
class ProverTest {
  private static PolicyDocument policy(String... statements) {
    return PolicyReader.read(document(statements));
  }

  private static PolicyDocument resourcePolicy(String... statements) {
    return PolicyReader.read(document(statements), PolicyKind.RESOURCE);
  }

  private static String document(String... statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements).replace('\'', '"') + "]}";
  }

  private static Proof newAccess(PolicyDocument existing, PolicyDocument candidate) {
    return Prover.noNewAccess(List.of(existing), List.of(candidate));
  }

  private static Proof.Counterexample found(Proof proof) {
    assertThat(proof).isInstanceOf(Proof.Counterexample.class);
    return (Proof.Counterexample) proof;
  }

  @Test
  void aNarrowerPatternIsNoNewAccessAndAWiderOneIs() {
    PolicyDocument wide = policy("{'Effect':'Allow','Action':'ce:Get*','Resource':'*'}");
    PolicyDocument narrow = policy("{'Effect':'Allow','Action':['ce:GetCostAndUsage','CE:gettags'],'Resource':'*'}");
    assertThat(newAccess(wide, narrow)).isInstanceOf(Proof.Proved.class);
    Proof.Counterexample more = found(newAccess(narrow, wide));
    assertThat(more.request().action()).startsWith("ce:Get");
    assertThat(more.request().resource()).isEqualTo("*");
    assertThat(more.statements()).singleElement().satisfies(each -> assertThat(each.policy().name()).isEqualTo("new policy 1"));
  }

  @Test
  void aPolicyWrittenToCombineInEndlessWaysEndsUndecided() {
    StringBuilder values = new StringBuilder();
    for (int number = 1; number <= 30; number++) {
      values.append("'${b:").append(number).append(",'d'}',");
    }
    PolicyDocument hostile =
        PolicyReader.read(
            document(
                    "{'Effect':'Allow','Action':'payments:*','Resource':'*','Condition':{"
                        + "'StringEquals':{'a:p':'${a:q}x','a:q':'${a:p}x'},'StringLike':{'b:z':[" + values + "'*']}}}")
                .replace("\"d\"", "'d'"));
    PolicyDocument nothing = policy("{'Effect':'Deny','Action':'*','Resource':'*'}");
    assertThat(newAccess(nothing, hostile)).isInstanceOf(Proof.Unknown.class);
  }

  @Test
  void hundredsOfOrdinaryStatementsAreWithinTheBudget() {
    String[] statements = new String[300];
    for (int number = 0; number < statements.length; number++) {
      statements[number] = "{'Effect':'" + (number % 4 == 0 ? "Deny" : "Allow") + "','Action':'s3:Get*','Resource':'arn:aws:s3:::box" + number
          + "/*','Condition':{'StringLike':{'aws:PrincipalTag/team':'t" + number + "*'}}}";
    }
    PolicyDocument large = policy(statements);
    assertThat(newAccess(large, large)).isInstanceOf(Proof.Proved.class);
  }

  @Test
  void theUnionOfSeveralStatementsCountsNotEachAlone() {
    PolicyDocument halves =
        policy(
            "{'Effect':'Allow','Action':'s3:GetObject','Resource':'*','Condition':{'IpAddress':{'aws:SourceIp':['0.0.0.0/1','::/0']}}}",
            "{'Effect':'Allow','Action':'s3:GetObject','Resource':'*','Condition':{'IpAddress':{'aws:SourceIp':'128.0.0.0/1'}}}");
    PolicyDocument whole =
        policy("{'Effect':'Allow','Action':'s3:GetObject','Resource':'*','Condition':{'IpAddress':{'aws:SourceIp':['0.0.0.0/0','::/0']}}}");
    assertThat(newAccess(halves, whole)).isInstanceOf(Proof.Proved.class);
    assertThat(newAccess(whole, halves)).isInstanceOf(Proof.Proved.class);
    PolicyDocument anywhere = policy("{'Effect':'Allow','Action':'s3:GetObject','Resource':'*'}");
    assertThat(found(newAccess(halves, anywhere)).request().context().asMap()).isEmpty();
  }

  @Test
  void everyNumberIsInOneOfTwoHalvesThatMeet() {
    PolicyDocument halves =
        policy(
            "{'Effect':'Allow','Action':'s3:List*','Resource':'*','Condition':{'NumericLessThan':{'s3:max-keys':10}}}",
            "{'Effect':'Allow','Action':'s3:List*','Resource':'*','Condition':{'NumericGreaterThan':{'s3:max-keys':10}}}");
    PolicyDocument some =
        policy("{'Effect':'Allow','Action':'s3:List*','Resource':'*','Condition':{'NumericLessThan':{'s3:max-keys':20}}}");
    assertThat(found(newAccess(halves, some)).request().context().get("s3:max-keys")).containsExactly("10");
  }

  @Test
  void aDenyInTheOldPolicyMakesItNew() {
    PolicyDocument guarded =
        policy(
            "{'Effect':'Allow','Action':'*','Resource':'*'}",
            "{'Effect':'Deny','Action':'iam:*','Resource':'*','Condition':{'StringNotEquals':{'aws:PrincipalTag/team':'Finance'}}}");
    PolicyDocument all = policy("{'Effect':'Allow','Action':'*','Resource':'*'}");
    assertThat(newAccess(all, guarded)).isInstanceOf(Proof.Proved.class);
    Proof.Counterexample more = found(newAccess(guarded, all));
    assertThat(more.request().action()).startsWith("iam:");
    assertThat(more.request().context().get("aws:PrincipalTag/team")).isNotEqualTo(List.of("Finance"));
  }

  @Test
  void aPolicyWithVariablesIsNoMoreThanItselfAndNoMoreThanItsWildcard() {
    PolicyDocument own = policy("{'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::box/${aws:username}/*'}");
    PolicyDocument every = policy("{'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::box/*'}");
    assertThat(newAccess(own, own)).isInstanceOf(Proof.Proved.class);
    assertThat(newAccess(every, own)).isInstanceOf(Proof.Proved.class);
    found(newAccess(own, every));
    PolicyDocument tagged =
        policy("{'Effect':'Allow','Action':'ec2:*','Resource':'*','Condition':{'StringEquals':{'aws:ResourceTag/team':'${aws:PrincipalTag/team}'}}}");
    assertThat(newAccess(tagged, tagged)).isInstanceOf(Proof.Proved.class);
    PolicyDocument defaulted =
        PolicyReader.read(
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*",
              "Resource":"arn:aws:s3:::box/${aws:PrincipalTag/team, 'all'}/*"}}""");
    assertThat(newAccess(defaulted, defaulted)).isInstanceOf(Proof.Proved.class);
    assertThat(newAccess(every, defaulted)).isInstanceOf(Proof.Proved.class);
  }

  @Test
  void aCounterexampleWithAVariableNamesTheUser() {
    PolicyDocument own = policy("{'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::box/${aws:username}/*'}");
    PolicyDocument anns = policy("{'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::box/ann/*'}");
    Proof.Counterexample more = found(newAccess(anns, own));
    String user = more.request().context().get("aws:username").getFirst();
    assertThat(user).isNotEqualTo("ann");
    assertThat(more.request().resource()).startsWith("arn:aws:s3:::box/" + user + "/");
  }

  @Test
  void accessIsNotGrantedOnlyWhenNoRequestForItIsAllowed() {
    PolicyDocument readers = policy("{'Effect':'Allow','NotAction':['payments:*','iam:*'],'Resource':'*'}");
    Access payments = new Access(List.of("payments:MakePayment"), List.of());
    Access users = new Access(List.of("iam:CreateUser"), List.of("arn:aws:iam::111122223333:user/*"));
    assertThat(Prover.accessNotGranted(List.of(readers), List.of(payments, users))).isInstanceOf(Proof.Proved.class);
    Proof.Counterexample granted =
        found(Prover.accessNotGranted(List.of(readers), List.of(payments, new Access(List.of("ce:*"), List.of("*")))));
    assertThat(granted.request().action()).startsWith("ce:");
  }

  @Test
  void theTrapOfExampleFourIsFound() {
    PolicyDocument deniesConsole =
        policy("{'Effect':'Allow','Action':'*','Resource':'*'}", "{'Effect':'Deny','Action':['aws-portal:*','iam:*'],'Resource':'*'}");
    Access costs = new Access(List.of("ce:GetCostAndUsage"), List.of());
    assertThat(found(Prover.accessNotGranted(List.of(deniesConsole), List.of(costs))).request().action()).isEqualTo("ce:GetCostAndUsage");
  }

  @Test
  void aDifferenceNamesThePatternsThatChanged() {
    PolicyDocument before = policy("{'Effect':'Allow','Action':['ce:Get*','budgets:View*'],'Resource':'*'}");
    PolicyDocument after =
        policy(
            "{'Effect':'Allow','Action':['ce:*','budgets:View*'],'Resource':'*'}",
            "{'Effect':'Deny','Action':'ce:GetTags','Resource':'*'}");
    Difference difference = Prover.difference(List.of(before), List.of(after));
    assertThat(difference.newlyAllowed()).singleElement().satisfies(change -> assertThat(change.action()).isEqualTo("ce:*"));
    assertThat(difference.newlyDenied())
        .singleElement()
        .satisfies(change -> assertThat(change.example().action()).isEqualToIgnoringCase("ce:GetTags"));
    assertThat(difference.undecided()).isEmpty();
    assertThat(Prover.difference(List.of(before), List.of(before)).isNone()).isTrue();
  }

  @Test
  void resourcePoliciesAreComparedForEverySortOfPrincipal() {
    PolicyDocument user = resourcePolicy("{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:user/ann'},'Action':'s3:*','Resource':'*'}");
    PolicyDocument account = resourcePolicy("{'Effect':'Allow','Principal':{'AWS':'111122223333'},'Action':'s3:*','Resource':'*'}");
    PolicyDocument organization =
        resourcePolicy("{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*','Condition':{'StringEquals':{'aws:PrincipalAccount':'111122223333'}}}");
    assertThat(newAccess(account, user)).isInstanceOf(Proof.Proved.class);
    assertThat(found(newAccess(user, account)).request().principal().account()).isEqualTo("111122223333");
    assertThat(newAccess(account, organization)).isInstanceOf(Proof.Proved.class);
    assertThat(newAccess(account, account)).isInstanceOf(Proof.Proved.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Effect':'Allow','Principal':{'AWS':'111122223333'},'Action':'s3:*','Resource':'*'}",
        "{'Effect':'Allow','Principal':{'Service':'s3.amazonaws.com'},'Action':'s3:*','Resource':'*'}",
        "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*','Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-abc'}}}",
        "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*','Condition':{'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}}}",
        "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*','Condition':{'ArnLike':{'aws:SourceArn':'arn:aws:sns:*:111122223333:*'}}}",
        "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*','Condition':{'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'o-abc/r-x/*'}}}",
        "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*','Condition':{'StringLike':{'aws:userid':'AROAEXAMPLE:*'}}}",
        "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*'},"
            + "{'Effect':'Deny','Principal':'*','Action':'*','Resource':'*','Condition':{'StringNotEquals':{'aws:SourceVpce':'vpce-1'}}}",
      })
  void aPolicyThatPinsWhoMayComeIsNotPublic(String statements) {
    assertThat(Prover.noPublicAccess(resourcePolicy(statements))).isInstanceOf(Proof.Proved.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*'}",
        "{'Effect':'Allow','Principal':{'AWS':'*'},'Action':'s3:*','Resource':'*'}",
        "{'Effect':'Allow','NotPrincipal':{'AWS':'111122223333'},'Action':'s3:*','Resource':'*'}",
        "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*','Condition':{'StringLike':{'aws:PrincipalOrgID':'o-*'}}}",
        "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*','Condition':{'IpAddress':{'aws:SourceIp':'0.0.0.0/1'}}}",
        "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*','Condition':{'ArnLike':{'aws:SourceArn':'arn:aws:s3:::*'}}}",
        "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'true'}}}",
        "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*','Condition':{'StringEqualsIfExists':{'aws:PrincipalOrgID':'o-abc'}}}",
      })
  void aPolicyThatLetsStrangersInIsPublic(String statements) {
    found(Prover.noPublicAccess(resourcePolicy(statements)));
  }

  @Test
  void aTrustPolicyForAWebIdentityProviderIsPublicUntilItPinsTheSubject() {
    String provider = "arn:aws:iam::111122223333:oidc-provider/token.example.com";
    String open = "{'Effect':'Allow','Principal':{'Federated':'" + provider + "'},'Action':'sts:AssumeRoleWithWebIdentity'}";
    String pinned = open.replace("Identity'}", "Identity','Condition':{'StringEquals':{'token.example.com:sub':'repo:us/ours'}}}");
    found(Prover.noPublicAccess(PolicyReader.read(document(open), PolicyKind.TRUST)));
    assertThat(Prover.noPublicAccess(PolicyReader.read(document(pinned), PolicyKind.TRUST))).isInstanceOf(Proof.Proved.class);
  }

  @Test
  void keysWithSeveralValuesAreSetsNotSingleValues() {
    PolicyDocument any =
        policy("{'Effect':'Allow','Action':'ec2:*','Resource':'*','Condition':{'ForAnyValue:StringEquals':{'aws:TagKeys':'team'}}}");
    PolicyDocument all =
        policy("{'Effect':'Allow','Action':'ec2:*','Resource':'*','Condition':{'ForAllValues:StringEquals':{'aws:TagKeys':'team'}}}");
    assertThat(found(newAccess(any, all)).request().context().get("aws:TagKeys")).isEmpty();
    List<String> keys = found(newAccess(all, any)).request().context().get("aws:TagKeys");
    assertThat(keys).hasSize(2).contains("team");
    PolicyDocument both =
        policy(
            "{'Effect':'Allow','Action':'ec2:*','Resource':'*','Condition':{'ForAllValues:StringEquals':{'aws:TagKeys':'team'},"
                + "'Null':{'aws:TagKeys':'false'}}}");
    assertThat(found(newAccess(any, both)).request().context().get("aws:TagKeys")).containsExactly("");
  }

  @Test
  void manyOverlappingWildcardsStillEnd() {
    StringBuilder patterns = new StringBuilder();
    for (char letter = 'a'; letter <= 'z'; letter++) {
      patterns.append(letter == 'a' ? "" : ",").append("'s3:*").append(letter).append("*'");
    }
    PolicyDocument letters = policy("{'Effect':'Allow','Action':[" + patterns + "],'Resource':'*'}");
    PolicyDocument all = policy("{'Effect':'Allow','Action':'s3:*','Resource':'*'}");
    assertThat(found(newAccess(letters, all)).request().action()).startsWith("s3:").doesNotContainPattern("s3:.*[a-z]");
    assertThat(newAccess(all, letters)).isInstanceOf(Proof.Proved.class);
  }
}

package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.costexplorer.model.CostExplorerException;
import software.amazon.awssdk.services.costexplorer.model.Granularity;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.AccountJoinedMethod;
import software.amazon.awssdk.services.organizations.model.AwsOrganizationsNotInUseException;
import software.amazon.awssdk.services.organizations.model.ChildType;
import software.amazon.awssdk.services.organizations.model.ConstraintViolationException;
import software.amazon.awssdk.services.organizations.model.ConstraintViolationExceptionReason;
import software.amazon.awssdk.services.organizations.model.CreateAccountFailureReason;
import software.amazon.awssdk.services.organizations.model.CreateAccountState;
import software.amazon.awssdk.services.organizations.model.CreateAccountStatus;
import software.amazon.awssdk.services.organizations.model.DuplicateOrganizationalUnitException;
import software.amazon.awssdk.services.organizations.model.Handshake;
import software.amazon.awssdk.services.organizations.model.HandshakeNotFoundException;
import software.amazon.awssdk.services.organizations.model.HandshakePartyType;
import software.amazon.awssdk.services.organizations.model.HandshakeState;
import software.amazon.awssdk.services.organizations.model.IAMUserAccessToBilling;
import software.amazon.awssdk.services.organizations.model.InvalidInputException;
import software.amazon.awssdk.services.organizations.model.MasterCannotLeaveOrganizationException;
import software.amazon.awssdk.services.organizations.model.Organization;
import software.amazon.awssdk.services.organizations.model.OrganizationNotEmptyException;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;
import software.amazon.awssdk.services.organizations.model.Parent;

/** An organization from its making to its end by the SDK's own client, and whose costs who sees at each step. */
class OrganizationWithSdkTest {
  private static final String HEADER =
      "BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,BilledCost,EffectiveCost,BillingCurrency,SubAccountId,ServiceName,ChargeCategory";

  private final String url = SharedServer.url();
  private Program payer;
  private Program other;
  private Program member;

  private Program owner(String name) {
    Browser browser = Browser.ofNewOwner(url, name + "@organization.example");
    String made = browser.iam("CreateAccessKey").ok().body();
    return Program.with(url, BadInputTest.element(made, "AccessKeyId"), BadInputTest.element(made, "SecretAccessKey"));
  }

  private OrganizationsClient organizations(Program program) {
    return OrganizationsClient.builder().endpointOverride(URI.create(url)).region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(program.key())).httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  }

  private static String id(Program program) {
    return program.sts().getCallerIdentity().account();
  }

  private static String october(Program program) {
    return program.ce().getCostAndUsage(asked -> asked.timePeriod(span -> span.start("2026-10-01").end("2026-11-01"))
        .granularity(Granularity.MONTHLY).metrics("UnblendedCost")).resultsByTime().getFirst().total().get("UnblendedCost").amount();
  }

  private static void costs(String owner, String... rows) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("bursar-organization");
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (String row : rows) {
      String[] cells = row.split(" ");
      text.append("2026-10-01T00:00:00Z,2026-11-01T00:00:00Z,2026-10-05T00:00:00Z,2026-10-06T00:00:00Z,").append(cells[1]).append(',')
          .append(cells[1]).append(",USD,").append(cells[0]).append(",Storage,").append(cells[2]).append('\n');
    }
    Files.writeString(folder.resolve("focus.csv"), text);
    assertThat(SharedData.imported(SharedServer.get(), owner, folder).result()).isNotNull();
  }

  @Test
  void inviteAcceptMoveLeaveAndComeBackAndTheCostsFollow() throws Exception {
    payer = owner("payer");
    other = owner("other");
    member = owner("member");
    String memberId = id(member);
    costs(id(payer), memberId + " 10 Usage", memberId + " -1 Credit", id(payer) + " 100 Usage");
    costs(id(other), memberId + " 20 Usage", id(other) + " 200 Usage");
    costs(memberId, memberId + " 5 Usage");
    assertThat(october(member)).as("alone").isEqualTo("5");
    assertThatThrownBy(() -> organizations(member).describeOrganization()).isInstanceOf(AwsOrganizationsNotInUseException.class);

    Organization made = organizations(payer).createOrganization(asked -> asked.featureSet("ALL")).organization();
    assertThat(made.id()).matches("o-[a-z0-9]{10,32}");
    assertThat(made.masterAccountId()).isEqualTo(id(payer));
    assertThat(made.masterAccountEmail()).isEqualTo("payer@organization.example");
    joined(payer);
    assertThat(october(member)).as("a member sees its rows in the payer's data").isEqualTo("9");
    assertThat(october(payer)).isEqualTo("109");
    assertThat(organizations(member).describeOrganization().organization()).isEqualTo(made);

    movedIntoAUnit(memberId);
    assertThat(october(member)).as("moved within the organization").isEqualTo("9");
    preferencesCloseAndHide(memberId);

    organizations(member).leaveOrganization(asked -> {});
    assertThat(october(member)).as("after leaving, its own data only").isEqualTo("5");
    assertThat(october(payer)).as("the payer keeps the history").isEqualTo("109");
    organizations(other).createOrganization(asked -> asked.featureSet("CONSOLIDATED_BILLING"));
    joined(other);
    assertThat(october(member)).as("moved to another organization").isEqualTo("20");
    organizations(other).removeAccountFromOrganization(asked -> asked.accountId(memberId));
    assertThat(october(member)).isEqualTo("5");
    joined(payer);
    assertThat(october(member)).as("came back, and has that time again").isEqualTo("9");

    assertThatThrownBy(() -> organizations(payer).leaveOrganization(asked -> {})).isInstanceOf(MasterCannotLeaveOrganizationException.class);
    assertThatThrownBy(() -> organizations(payer).deleteOrganization(asked -> {})).isInstanceOf(OrganizationNotEmptyException.class);
    organizations(payer).removeAccountFromOrganization(asked -> asked.accountId(memberId));
    organizations(payer).deleteOrganization(asked -> {});
    assertThatThrownBy(() -> organizations(payer).describeOrganization()).isInstanceOf(AwsOrganizationsNotInUseException.class);
  }

  private void joined(Program to) {
    Handshake sent = organizations(to).inviteAccountToOrganization(
        asked -> asked.target(target -> target.id("Member@organization.example").type(HandshakePartyType.EMAIL)).notes("Come in.")).handshake();
    assertThat(sent.state()).isEqualTo(HandshakeState.OPEN);
    assertThat(sent.resources()).extracting(resource -> resource.typeAsString() + "=" + resource.value())
        .contains("EMAIL=member@organization.example", "NOTES=Come in.");
    assertThatThrownBy(() -> organizations(owner("stranger" + System.nanoTime())).acceptHandshake(asked -> asked.handshakeId(sent.id())))
        .isInstanceOf(HandshakeNotFoundException.class);
    assertThat(organizations(to).listHandshakesForOrganization(asked -> {}).handshakes()).contains(sent);
    List<Handshake> received = organizations(member).listHandshakesForAccount(asked -> {}).handshakes();
    assertThat(received).contains(sent);
    assertThat(organizations(member).acceptHandshake(asked -> asked.handshakeId(sent.id())).handshake().state()).isEqualTo(HandshakeState.ACCEPTED);
    assertThat(organizations(to).describeHandshake(asked -> asked.handshakeId(sent.id())).handshake().state()).isEqualTo(HandshakeState.ACCEPTED);
    Account joined = organizations(to).describeAccount(asked -> asked.accountId(id(member))).account();
    assertThat(joined.joinedMethod()).isEqualTo(AccountJoinedMethod.INVITED);
    assertThat(joined.arn()).startsWith("arn:aws:organizations::" + id(to) + ":account/o-").endsWith("/" + id(member));
  }

  private void movedIntoAUnit(String memberId) {
    OrganizationsClient client = organizations(payer);
    String root = client.listRoots(asked -> {}).roots().getFirst().id();
    String at = root;
    for (int level = 1; level <= 5; level++) {
      String parent = at;
      String name = "Level " + level;
      OrganizationalUnit unit = client.createOrganizationalUnit(asked -> asked.parentId(parent).name(name)).organizationalUnit();
      assertThat(client.describeOrganizationalUnit(asked -> asked.organizationalUnitId(unit.id())).organizationalUnit()).isEqualTo(unit);
      at = unit.id();
    }
    String deepest = at;
    assertThatThrownBy(() -> client.createOrganizationalUnit(asked -> asked.parentId(deepest).name("Level 6")))
        .isInstanceOfSatisfying(ConstraintViolationException.class, refused ->
            assertThat(refused.reason()).isEqualTo(ConstraintViolationExceptionReason.OU_DEPTH_LIMIT_EXCEEDED));
    assertThatThrownBy(() -> client.createOrganizationalUnit(asked -> asked.parentId(root).name("Level 1")))
        .isInstanceOf(DuplicateOrganizationalUnitException.class);
    assertThatThrownBy(() -> client.describeAccount(asked -> asked.accountId("12"))).isInstanceOf(InvalidInputException.class);
    client.moveAccount(asked -> asked.accountId(memberId).sourceParentId(root).destinationParentId(deepest));
    assertThat(client.listParents(asked -> asked.childId(memberId)).parents()).extracting(Parent::id).containsExactly(deepest);
    assertThat(client.listChildren(asked -> asked.parentId(deepest).childType(ChildType.ACCOUNT)).children()).hasSize(1);
    assertThat(client.listAccountsForParent(asked -> asked.parentId(root)).accounts()).extracting(Account::id).containsExactly(id(payer));
    assertThat(client.listOrganizationalUnitsForParent(asked -> asked.parentId(root)).organizationalUnits())
        .extracting(OrganizationalUnit::name).containsExactly("Level 1");
    assertThat(client.listAccountsPaginator(asked -> asked.maxResults(1)).stream()
        .flatMap(page -> page.accounts().stream()).map(Account::id))
        .containsExactlyInAnyOrder(id(payer), memberId);
    assertThatThrownBy(() -> organizations(member).listAccounts(asked -> {}))
        .isInstanceOf(software.amazon.awssdk.services.organizations.model.AccessDeniedException.class);
  }

  private void preferencesCloseAndHide(String memberId) {
    payer.bursar("UpdatePreferences", """
        {"LinkedAccountAccess":true,"LinkedAccountRefundsAndCredits":false,"LinkedAccountDiscounts":true}""").ok();
    assertThat(october(member)).as("credits are hidden").isEqualTo("10");
    payer.bursar("UpdatePreferences", """
        {"LinkedAccountAccess":false,"LinkedAccountRefundsAndCredits":true,"LinkedAccountDiscounts":true}""").ok();
    assertThatThrownBy(() -> october(member)).isInstanceOfSatisfying(CostExplorerException.class, refused -> {
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
      assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo("User not enabled for cost explorer access");
    });
    payer.bursar("UpdatePreferences", """
        {"LinkedAccountAccess":false,"LinkedAccountRefundsAndCredits":true,"LinkedAccountDiscounts":true,
         "Exceptions":[{"AccountId":"%s","LinkedAccountAccess":true}]}""".formatted(memberId)).ok();
    assertThat(october(member)).as("an exception").isEqualTo("9");
    assertThat(member.bursar("UpdatePreferences", "{\"LinkedAccountAccess\":true,\"LinkedAccountRefundsAndCredits\":true,\"LinkedAccountDiscounts\":true}")
        .body()).contains("AccessDenied", "only that management account");
  }

  @Test
  void createdMembersHaveTheirSwitchAndFailuresAreTold() {
    Program management = owner("creator");
    OrganizationsClient client = organizations(management);
    client.createOrganization(asked -> {});
    CreateAccountStatus open = client.createAccount(asked -> asked.email("created@organization.example").accountName("Created")).createAccountStatus();
    CreateAccountStatus shut = client.createAccount(asked -> asked.email("shut@organization.example").accountName("Shut")
        .iamUserAccessToBilling(IAMUserAccessToBilling.DENY)).createAccountStatus();
    assertThat(open.state()).isEqualTo(CreateAccountState.SUCCEEDED);
    assertThat(client.describeCreateAccountStatus(asked -> asked.createAccountRequestId(open.id())).createAccountStatus()).isEqualTo(open);
    CreateAccountStatus twice =
        client.createAccount(asked -> asked.email("created@organization.example").accountName("Twice")).createAccountStatus();
    assertThat(twice.failureReason()).isEqualTo(CreateAccountFailureReason.EMAIL_ALREADY_EXISTS);
    assertThat(client.listCreateAccountStatus(asked -> asked.states(CreateAccountState.FAILED)).createAccountStatuses()).containsExactly(twice);
    assertThat(client.listAccounts(asked -> {}).accounts()).filteredOn(account -> !account.id().equals(id(management)))
        .allSatisfy(account -> assertThat(account.joinedMethod()).isEqualTo(AccountJoinedMethod.CREATED)).hasSize(2);
    assertThat(new Browser(url).signInRoot("created@organization.example", "").status()).as("there is no password").isNotEqualTo(204);
    assertThat(shut.accountId()).isNotEqualTo(open.accountId());
  }
}

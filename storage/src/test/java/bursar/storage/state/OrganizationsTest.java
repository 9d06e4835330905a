package bursar.storage.state;

import static bursar.storage.state.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.BillingAccess;
import bursar.domain.organizations.AccountCreation;
import bursar.domain.organizations.FeatureSet;
import bursar.domain.organizations.Handshake;
import bursar.domain.organizations.Handshakes;
import bursar.domain.organizations.MemberAccess;
import bursar.domain.organizations.MemberPreferences;
import bursar.domain.organizations.Membership;
import bursar.domain.organizations.Organization;
import bursar.domain.organizations.OrganizationalUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;

/** What organizations, their trees, invitations, created accounts and preferences promise, on both databases. */
class OrganizationsTest {

  @BothDatabases
  void anOrganizationIsMadeOnceAndEndsWhenItIsEmpty(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId payer = world.account("payer@example.com").id();
      assertRefused(() -> world.organizations.of(payer), "AWSOrganizationsNotInUseException", "not a member");
      Organization made = world.organizations.create(payer, FeatureSet.CONSOLIDATED_BILLING);
      assertThat(made.id()).matches("o-[a-z0-9]{10,32}");
      assertThat(made.rootId()).matches("r-[0-9a-z]{4,32}");
      assertThat(world.organizations.of(payer)).isEqualTo(made);
      assertThat(world.organizations.isMember(payer)).isFalse();
      assertRefused(() -> world.organizations.create(payer, FeatureSet.ALL), "AlreadyInOrganizationException", "already a member");
      AccountId member = world.account("member@example.com").id();
      world.organizations.join(payer, member);
      assertRefused(() -> world.organizations.create(member, FeatureSet.ALL), "AlreadyInOrganizationException", "already a member");
      assertRefused(() -> world.organizations.managedBy(member), "AccessDeniedException", "only the management account " + payer);
      assertRefused(() -> world.organizations.delete(payer), "OrganizationNotEmptyException", "isn't empty");
      assertRefused(() -> world.organizations.leave(payer), "MasterCannotLeaveOrganizationException", "management account");
      world.organizations.tree().create(payer, made.rootId(), "Empty");
      world.organizations.remove(payer, member);
      world.organizations.delete(payer);
      assertThat(world.organizations.find(payer)).isEmpty();
      assertThat(world.organizations.create(payer, FeatureSet.ALL).id()).isNotEqualTo(made.id());
    }
  }

  @BothDatabases
  void theTreeHasFiveLevelsAndOneNameInAPlace(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId payer = world.account("payer@example.com").id();
      AccountId member = world.account("member@example.com").id();
      world.organizations.join(payer, member);
      Organization organization = world.organizations.of(payer);
      var tree = world.organizations.tree();
      String at = organization.rootId();
      for (int level = 1; level <= 5; level++) {
        OrganizationalUnit unit = tree.create(payer, at, "Level " + level);
        assertThat(unit.id()).matches("ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}").startsWith("ou-" + organization.rootId().substring(2));
        at = unit.id();
      }
      String deepest = at;
      assertRefused(() -> tree.create(payer, deepest, "Level 6"), "ConstraintViolationException", "depth");
      assertRefused(() -> tree.create(payer, organization.rootId(), "Level 1"), "DuplicateOrganizationalUnitException", "Level 1");
      assertRefused(() -> tree.create(payer, "r-none", "X"), "ParentNotFoundException", "r-none");
      assertRefused(() -> tree.create(member, organization.rootId(), "X"), "AccessDeniedException", "management account");
      OrganizationalUnit sibling = tree.create(payer, organization.rootId(), "Sibling");
      assertRefused(() -> tree.rename(payer, sibling.id(), "Level 1"), "DuplicateOrganizationalUnitException", "Level 1");
      assertThat(tree.rename(payer, sibling.id(), "Sandbox").name()).isEqualTo("Sandbox");
      assertThat(tree.unit(organization, sibling.id()).name()).isEqualTo("Sandbox");

      tree.move(payer, member, organization.rootId(), deepest);
      assertThat(tree.parentOf(organization, member.digits())).isEqualTo(deepest);
      assertThat(tree.accountsIn(organization, deepest)).extracting(Membership::account).containsExactly(member);
      assertRefused(() -> tree.delete(payer, deepest), "OrganizationalUnitNotEmptyException", "not empty");
      assertRefused(() -> tree.move(payer, member, organization.rootId(), sibling.id()), "SourceParentNotFoundException", "is not in");
      assertRefused(() -> tree.move(payer, member, deepest, "ou-none"), "DestinationParentNotFoundException", "ou-none");
      assertRefused(() -> tree.move(payer, member, deepest, deepest), "DuplicateAccountException", "already present");
      Map<AccountId, List<String>> paths = world.organizations.paths(payer);
      assertThat(paths.get(payer)).containsExactly(organization.id(), organization.rootId());
      assertThat(paths.get(member)).hasSize(7).startsWith(organization.id(), organization.rootId()).endsWith(deepest);
      assertThat(world.organizations.paths(member)).isEmpty();

      tree.move(payer, member, deepest, sibling.id());
      tree.delete(payer, deepest);
      assertRefused(() -> tree.delete(payer, deepest), "OrganizationalUnitNotFoundException", deepest);
      assertRefused(() -> tree.parentOf(organization, deepest), "ChildNotFoundException", deepest);
      assertThat(tree.unitsIn(organization, organization.rootId())).extracting(OrganizationalUnit::name)
          .containsExactlyInAnyOrder("Level 1", "Sandbox");
    }
  }

  @BothDatabases
  void anInvitationIsAnsweredOnceByTheInvitedAndInTime(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId payer = world.account("payer@example.com").id();
      AccountId invited = world.account("Invited@example.com").id();
      AccountId stranger = world.account("stranger@example.com").id();
      Organization organization = world.organizations.create(payer, FeatureSet.ALL);
      Handshake first = world.handshakes.invite(payer, Handshake.TargetKind.ACCOUNT, invited.digits(), "Come in.");
      assertThat(first.id()).matches("h-[0-9a-z]{8,32}");
      assertThat(first.arn()).isEqualTo("arn:aws:organizations::" + payer + ":handshake/" + organization.id() + "/invite/" + first.id());
      assertRefused(() -> world.handshakes.invite(payer, Handshake.TargetKind.ACCOUNT, invited.digits(), ""), "DuplicateHandshakeException", "open");
      assertRefused(() -> world.handshakes.invite(payer, Handshake.TargetKind.ACCOUNT, "000000000000", ""), "InvalidInputException", "no account");
      assertRefused(() -> world.handshakes.get(stranger, first.id()), "HandshakeNotFoundException", first.id());
      assertRefused(() -> world.handshakes.accept(stranger, first.id()), "HandshakeNotFoundException", first.id());
      assertRefused(() -> world.handshakes.accept(payer, first.id()), "AccessDeniedException", "invited account");
      assertRefused(() -> world.handshakes.cancel(invited, first.id()), "AccessDeniedException", "decline");
      assertThat(world.handshakes.decline(invited, first.id()).state()).isEqualTo(Handshake.State.DECLINED);
      assertRefused(() -> world.handshakes.decline(invited, first.id()), "HandshakeAlreadyInStateException", "DECLINED already");
      assertRefused(() -> world.handshakes.accept(invited, first.id()), "InvalidHandshakeTransitionException", "DECLINED");

      Handshake late = world.handshakes.invite(payer, Handshake.TargetKind.EMAIL, "INVITED@example.com", "");
      assertThat(world.handshakes.ofAccount(invited)).contains(late);
      world.pass(Handshakes.VALID.plusSeconds(1));
      assertThat(world.handshakes.get(payer, late.id()).state()).isEqualTo(Handshake.State.EXPIRED);
      assertRefused(() -> world.handshakes.accept(invited, late.id()), "InvalidHandshakeTransitionException", "EXPIRED");
      Handshake taken = world.handshakes.invite(payer, Handshake.TargetKind.EMAIL, "invited@example.com", "");
      world.handshakes.cancel(payer, taken.id());

      Handshake last = world.handshakes.invite(payer, Handshake.TargetKind.EMAIL, "invited@example.com", "");
      assertThat(world.handshakes.accept(invited, last.id()).state()).isEqualTo(Handshake.State.ACCEPTED);
      assertThat(world.organizations.payerOf(invited)).isEqualTo(payer);
      assertRefused(() -> world.handshakes.invite(payer, Handshake.TargetKind.ACCOUNT, invited.digits(), ""),
          "HandshakeConstraintViolationException", "already a member");
      Organization other = world.organizations.create(stranger, FeatureSet.ALL);
      Handshake elsewhere = world.handshakes.invite(stranger, Handshake.TargetKind.ACCOUNT, invited.digits(), "");
      assertRefused(() -> world.handshakes.accept(invited, elsewhere.id()), "HandshakeConstraintViolationException", "Leave it first");
      assertThat(world.handshakes.ofOrganization(stranger)).containsExactly(elsewhere);
      world.organizations.delete(stranger);
      assertThat(world.handshakes.get(invited, elsewhere.id()).state()).as(other.id() + " is gone").isEqualTo(Handshake.State.CANCELED);
    }
  }

  @BothDatabases
  void historyFollowsMembershipThroughJoiningLeavingMovingAndComingBack(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId one = world.account("one@example.com").id();
      AccountId two = world.account("two@example.com").id();
      AccountId member = world.account("member@example.com").id();
      for (AccountId payer : List.of(one, two, one)) {
        long before = world.accounts.version(member);
        world.organizations.join(payer, member);
        assertThat(world.accounts.version(member)).isGreaterThan(before);
        assertThat(world.organizations.payerOf(member)).isEqualTo(payer);
        world.pass(Duration.ofDays(30));
        if (world.organizations.history(member).size() < 3) {
          world.organizations.leave(member);
          assertThat(world.organizations.payerOf(member)).isEqualTo(member);
          world.pass(Duration.ofDays(1));
        }
      }
      List<Membership> history = world.organizations.history(member);
      assertThat(history).extracting(Membership::payer).containsExactly(one, two, one);
      assertThat(history.getFirst().left()).isEqualTo(history.getFirst().joined().plus(Duration.ofDays(30)));
      assertThat(history.get(1).joined()).isEqualTo(history.getFirst().joined().plus(Duration.ofDays(31)));
      assertThat(history.getLast().left()).isNull();
      assertThat(history.getLast().organization()).isEqualTo(history.getFirst().organization());
    }
  }

  @BothDatabases
  void anAccountIsCreatedAsAMemberWithItsSwitchAndWithoutAPassword(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId payer = world.account("payer@example.com").id();
      world.organizations.create(payer, FeatureSet.ALL);
      AccountCreation open = world.accountCreations.create(payer, "open@example.com", "Open", BillingAccess.State.ACTIVATED, "arn");
      AccountCreation shut = world.accountCreations.create(payer, "shut@example.com", "Shut", BillingAccess.State.DEACTIVATED, "arn");
      AccountCreation taken = world.accountCreations.create(payer, "OPEN@example.com", "Again", BillingAccess.State.ACTIVATED, "arn");
      AccountCreation malformed = world.accountCreations.create(payer, "no address", "Again", BillingAccess.State.ACTIVATED, "arn");
      assertThat(open.id()).matches("car-[a-z0-9]{8,32}");
      assertThat(world.organizations.membersOf(payer)).containsExactlyInAnyOrder(open.account(), shut.account());
      assertThat(world.accounts.get(open.account()).billingAccess().state()).isEqualTo(BillingAccess.State.ACTIVATED);
      assertThat(world.accounts.get(shut.account()).billingAccess()).isEqualTo(BillingAccess.NEVER_CHANGED);
      assertThat(world.accountStore.rootPasswordHash(open.account())).isEmpty();
      assertThat(world.organizations.history(open.account()).getFirst().method()).isEqualTo(Membership.Method.CREATED);
      assertThat(taken.failure()).isEqualTo(AccountCreation.FailureReason.EMAIL_ALREADY_EXISTS);
      assertThat(malformed.failure()).isEqualTo(AccountCreation.FailureReason.INVALID_EMAIL);
      assertThat(world.accountCreations.list(payer)).containsExactlyInAnyOrder(open, shut, taken, malformed);
      assertThat(world.accountCreations.get(payer, taken.id())).isEqualTo(taken);
      assertRefused(() -> world.accountCreations.create(payer, "x@example.com", "ümlaut", BillingAccess.State.ACTIVATED, "arn"),
          "InvalidInputException", "ASCII");
      AccountId other = world.account("other@example.com").id();
      world.organizations.create(other, FeatureSet.ALL);
      assertRefused(() -> world.accountCreations.get(other, open.id()), "CreateAccountStatusNotFoundException", open.id());
      world.accounts.resetRootPassword(open.account(), World.PASSWORD);
      assertThat(world.accountStore.rootPasswordHash(open.account())).contains("plain:" + World.PASSWORD);
    }
  }

  @BothDatabases
  void thePayerDecidesForItsMembersAndMakesExceptions(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId payer = world.account("payer@example.com").id();
      AccountId member = world.account("member@example.com").id();
      AccountId excepted = world.account("excepted@example.com").id();
      world.organizations.join(payer, member);
      world.organizations.join(payer, excepted);
      assertThat(world.costPreferences.of(member)).isEqualTo(MemberPreferences.UNCHANGED);
      long version = world.accounts.version(payer);
      MemberAccess closed = new MemberAccess(false, true, true);
      MemberAccess exception = new MemberAccess(true, false, true);
      world.costPreferences.put(payer, new MemberPreferences(closed, Map.of(excepted, exception)));
      assertThat(world.accounts.version(payer)).isGreaterThan(version);
      assertThat(world.costPreferences.accessOf(member)).isEqualTo(closed);
      assertThat(world.costPreferences.accessOf(excepted)).isEqualTo(exception);
      assertThat(world.costPreferences.accessOf(payer)).isEqualTo(MemberAccess.EVERYTHING);
      assertRefused(() -> world.costPreferences.put(member, MemberPreferences.UNCHANGED), "AccessDenied", "only that management account");
      assertRefused(() -> world.costPreferences.put(payer, new MemberPreferences(closed, Map.of(payer, exception))), "ValidationException",
          "no member");
      world.organizations.leave(member);
      assertThat(world.costPreferences.accessOf(member)).isEqualTo(MemberAccess.EVERYTHING);
      world.costPreferences.put(payer, MemberPreferences.UNCHANGED);
      assertThat(world.costPreferences.of(excepted)).isEqualTo(MemberPreferences.UNCHANGED);
    }
  }

  @Test
  void membershipsOfTheSchemaBeforeBecomeOrganizations() throws IOException, java.sql.SQLException {
    Path file = Files.createTempDirectory("bursar-state").resolve("state.sqlite");
    String url = "jdbc:sqlite:" + file;
    Flyway.configure().dataSource(url, null, null).locations("classpath:bursar/storage/state/migrations").target("30")
        .placeholders(Map.of("bytes", "BLOB", "ordered", "TEXT", "serial", "INTEGER PRIMARY KEY AUTOINCREMENT")).load().migrate();
    try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
      for (String id : List.of("111111111111", "222222222222", "333333333333", "444444444444")) {
        statement.execute("INSERT INTO accounts VALUES ('" + id + "', 'n', '" + id + "@x.de', '" + id
            + "@x.de', NULL, 1, 'DEACTIVATED', 'CONSOLE', NULL, NULL, 'BOTH', 1, 'h', NULL)");
      }
      statement.execute("INSERT INTO organization_members VALUES ('222222222222', '111111111111', 2000), ('333333333333', '111111111111', 1000)");
    }
    try (Database database = Database.sqlite(file)) {
      JdbcOrganizationStore store = new JdbcOrganizationStore(database);
      AccountId payer = new AccountId("111111111111");
      Organization organization = store.organizationOf(new AccountId("222222222222")).orElseThrow();
      assertThat(organization.managementAccount()).isEqualTo(payer);
      assertThat(organization.id()).matches("o-[a-z0-9]{10,32}");
      assertThat(organization.rootId()).matches("r-[0-9a-z]{4,32}");
      assertThat(store.membersOf(payer)).extracting(AccountId::digits).containsExactly("222222222222", "333333333333");
      assertThat(store.memberships(organization.id())).hasSize(3)
          .allSatisfy(membership -> assertThat(membership.parent()).isEqualTo(organization.rootId()));
      assertThat(store.membership(new AccountId("222222222222")).orElseThrow().joined().toEpochMilli()).isEqualTo(2000);
      assertThat(store.organizationOf(new AccountId("444444444444"))).isEmpty();
    }
  }
}

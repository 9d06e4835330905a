package bursar.storage.state;

import static bursar.storage.state.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.accounts.Account;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.ActionSet;
import bursar.domain.accounts.BillingAccess;
import bursar.domain.accounts.SignUpPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.SQLDialect;

class AccountsTest {
  @BothDatabases
  void aSignedUpAccountReadsBackAsItWasMade(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      Account account = world.accounts.signUp(SignUpPolicy.FIRST_ACCOUNT, "Owner@Example.com", World.PASSWORD, "First");
      assertThat(account.id().digits()).matches("[1-9]\\d{11}");
      assertThat(account.billingAccess().state()).isEqualTo(BillingAccess.State.DEACTIVATED);
      assertThat(world.accounts.get(account.id())).isEqualTo(account);
      assertThat(world.accountStore.findByEmail("owner@example.COM")).contains(account);
      assertThat(world.accountStore.rootPasswordHash(account.id())).contains("plain:" + World.PASSWORD);
    }
  }

  @BothDatabases
  void onlyTheFirstOfManyVisitorsGetsTheFirstAccount(SQLDialect dialect) throws InterruptedException {
    try (World world = new World(dialect)) {
      AtomicInteger refused = new AtomicInteger();
      List<Thread> visitors = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String email = "visitor" + i + "@example.com";
        visitors.add(Thread.ofPlatform().start(() -> {
          try {
            var unused = world.accounts.signUp(SignUpPolicy.FIRST_ACCOUNT, email, World.PASSWORD, "Visitor");
          } catch (bursar.domain.Failure failure) {
            refused.incrementAndGet();
          }
        }));
      }
      for (Thread visitor : visitors) {
        visitor.join();
      }
      assertThat(refused).hasValue(7);
      assertThat(world.accounts.list()).hasSize(1);
    }
  }

  @BothDatabases
  void addressesAndIdsBelongToOneAccount(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId id = new AccountId("000123456789");
      var unused = world.accounts.create(id, "owner@example.com", World.PASSWORD, "One");
      assertRefused(
          () -> world.accounts.signUp(SignUpPolicy.OPEN, "OWNER@example.com", World.PASSWORD, "Two"), "EntityAlreadyExists", "e-mail");
      assertRefused(() -> world.accounts.create(id, "other@example.com", World.PASSWORD, "Two"), "EntityAlreadyExists", "000123456789");
      assertRefused(() -> world.accounts.signUp(SignUpPolicy.CLOSED, "x@example.com", World.PASSWORD, "Two"), "AccessDenied", "closed");
    }
  }

  @BothDatabases
  void theSwitchRemembersWhoTurnedItAndWhen(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId id = world.newAccount();
      long before = world.accounts.version(id);
      Account after =
          world.accounts.putBillingAccess(id, BillingAccess.State.ACTIVATED, BillingAccess.Scope.CONSOLE, Account.rootArn(id));
      assertThat(after.billingAccess())
          .isEqualTo(
              new BillingAccess(
                  BillingAccess.State.ACTIVATED, BillingAccess.Scope.CONSOLE, world.clock.instant(), "arn:aws:iam::" + id + ":root"));
      assertThat(world.accounts.version(id)).isGreaterThan(before);
      assertThat(world.accounts.putBillingAccess(id, BillingAccess.State.DEACTIVATED, null, "x").billingAccess().scope())
          .isEqualTo(BillingAccess.Scope.CONSOLE);
      assertThat(world.accounts.updateActionSet(id, ActionSet.LEGACY).actionSet()).isEqualTo(ActionSet.LEGACY);
    }
  }

  @BothDatabases
  void anAliasIsReplacedByTheNextAndTakenOnce(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId one = world.account("one@example.com").id();
      AccountId two = world.account("two@example.com").id();
      world.accounts.createAlias(one, "my-company");
      assertRefused(() -> world.accounts.createAlias(two, "my-company"), "EntityAlreadyExists", "The account alias my-company already exists.");
      world.accounts.createAlias(one, "other");
      world.accounts.createAlias(two, "my-company");
      assertThat(world.accounts.get(one).alias()).isEqualTo("other");
      assertRefused(() -> world.accounts.deleteAlias(one, "my-company"), "NoSuchEntity", "my-company cannot be found");
      world.accounts.deleteAlias(one, "other");
      assertThat(world.accounts.get(one).alias()).isNull();
      for (String bad : List.of("ab", "Upper", "two--hyphens", "-lead", "123456789012")) {
        assertRefused(() -> world.accounts.createAlias(one, bad), "ValidationError", "accountAlias");
      }
    }
  }

  @BothDatabases
  void aMemberIsPaidForByItsManagementAccountAndOrganizationsDoNotChain(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId payer = world.account("payer@example.com").id();
      AccountId member = world.account("member@example.com").id();
      AccountId third = world.account("third@example.com").id();
      world.organizations.join(payer, member);
      assertThat(world.organizations.payerOf(member)).isEqualTo(payer);
      assertThat(world.organizations.payerOf(payer)).isEqualTo(payer);
      assertThat(world.organizations.membersOf(payer)).containsExactly(member);
      assertRefused(() -> world.organizations.join(member, third), "InvalidInput", "cannot have members");
      assertRefused(() -> world.organizations.join(third, payer), "InvalidInput", "already belongs");
      assertRefused(() -> world.organizations.join(payer, payer), "InvalidInput", "its own");
      world.organizations.leave(member);
      assertThat(world.organizations.payerOf(member)).isEqualTo(member);
    }
  }
}

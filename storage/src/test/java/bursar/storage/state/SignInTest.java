package bursar.storage.state;

import static bursar.storage.state.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.accounts.AccountId;
import bursar.domain.identity.User;
import bursar.domain.signin.OpenedSession;
import bursar.domain.signin.Session;
import bursar.domain.signin.SignInResult;
import java.time.Duration;
import java.util.List;
import org.jooq.SQLDialect;

class SignInTest {
  private static final String ADDRESS = "127.0.0.1";

  @BothDatabases
  void ownersAndUsersSignInTheirOwnWays(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId account = world.newAccount();
      world.accounts.createAlias(account, "my-company");
      User user = world.identity.users().create(account, "Anna", null, List.of());
      var unused = world.identity.loginProfiles().create(account, "Anna", World.PASSWORD, true);
      assertThat(signedIn(world.signIn.signInRoot("OWNER@example.com", World.PASSWORD, ADDRESS)).user()).isNull();
      SignInResult.SignedIn byId = signedIn(world.signIn.signInUser(account.digits(), "anna", World.PASSWORD, ADDRESS));
      assertThat(byId.user()).isEqualTo(user);
      assertThat(byId.resetRequired()).isTrue();
      assertThat(signedIn(world.signIn.signInUser("My-Company", "Anna", World.PASSWORD, ADDRESS)).account().id()).isEqualTo(account);
      assertThat(world.identity.users().get(account, "Anna").passwordLastUsed()).isEqualTo(world.clock.instant());
      Session session = world.sessions.find(byId.opened().token()).orElseThrow();
      assertThat(session.userId()).isEqualTo(user.id());
      assertThat(world.sessions.csrfMatches(session, byId.opened().csrfToken())).isTrue();
      assertThat(world.sessions.csrfMatches(session, byId.opened().token())).isFalse();
      assertThat(world.sessions.csrfMatches(session, null)).isFalse();
      world.sessions.close(byId.opened().token());
      assertThat(world.sessions.find(byId.opened().token())).isEmpty();
    }
  }

  @BothDatabases
  void everyWrongAttemptCostsOnePasswordCheckAndIsAnsweredAlike(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId account = world.newAccount();
      var unused = world.identity.users().create(account, "NoProfile", null, List.of());
      List<SignInResult> results =
          List.of(
              world.signIn.signInRoot("owner@example.com", "wrong", "10.0.0.1"),
              world.signIn.signInRoot("nobody@example.com", "wrong", "10.0.0.2"),
              world.signIn.signInUser(account.digits(), "NoProfile", "wrong", "10.0.0.3"),
              world.signIn.signInUser(account.digits(), "nobody", "no account has this password", "10.0.0.4"),
              world.signIn.signInUser("no-such-alias", "nobody", "wrong", "10.0.0.5"));
      assertThat(results).allMatch(SignInResult.Refused.class::isInstance);
      assertThat(world.passwordChecks).hasValue(5);
    }
  }

  @BothDatabases
  void textNoDatabaseKeepsIsAnsweredLikeAnyUnknownUser(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      var unused = world.newAccount();
      assertThat(world.signIn.signInRoot("owner@example.com\0", World.PASSWORD, "10.0.0.1")).isInstanceOf(SignInResult.Refused.class);
      assertThat(world.signIn.signInUser("a\0", "b\0", "c\0", "10.0.0.2")).isInstanceOf(SignInResult.Refused.class);
      assertThat(world.identity.accessKeys().findForSigning("AKIA\0")).isEmpty();
    }
  }

  @BothDatabases
  void afterFiveFailuresTheNextMustWaitAndLongerEachTime(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      var unused = world.newAccount();
      for (int i = 0; i < 5; i++) {
        assertThat(world.signIn.signInRoot("owner@example.com", "wrong", "10.0.0." + i)).isInstanceOf(SignInResult.Refused.class);
      }
      SignInResult sixth = world.signIn.signInRoot("owner@example.com", World.PASSWORD, "10.0.0.9");
      assertThat(delay(sixth)).isEqualTo(Duration.ofSeconds(1));
      world.pass(Duration.ofSeconds(1));
      assertThat(world.signIn.signInRoot("owner@example.com", "wrong", "10.0.0.9")).isInstanceOf(SignInResult.Refused.class);
      assertThat(delay(world.signIn.signInRoot("owner@example.com", World.PASSWORD, "10.0.0.9"))).isEqualTo(Duration.ofSeconds(2));
      world.pass(Duration.ofSeconds(2));
      assertThat(signedIn(world.signIn.signInRoot("owner@example.com", World.PASSWORD, "10.0.0.9")).user()).isNull();
      assertThat(world.signIn.signInRoot("owner@example.com", "wrong", "10.0.0.9")).isInstanceOf(SignInResult.Refused.class);
    }
  }

  @BothDatabases
  void oneAddressThatGuessesAtManyUsersMustWaitToo(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      var unused = world.newAccount();
      for (int i = 0; i < 4; i++) {
        assertThat(world.signIn.signInRoot("x" + i + "@example.com", "wrong", ADDRESS)).isInstanceOf(SignInResult.Refused.class);
      }
      assertThat(signedIn(world.signIn.signInRoot("owner@example.com", World.PASSWORD, ADDRESS)).user()).isNull();
      assertThat(world.signIn.signInRoot("x9@example.com", "wrong", ADDRESS)).isInstanceOf(SignInResult.Refused.class);
      assertThat(world.signIn.signInRoot("owner@example.com", World.PASSWORD, ADDRESS)).isInstanceOf(SignInResult.MustWait.class);
    }
  }

  @BothDatabases
  void aSessionEndsUnusedAfterAnHourAndInAnyCaseAfterTwelve(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId account = world.newAccount();
      OpenedSession unused = world.sessions.open(account, null);
      world.pass(Duration.ofMinutes(61));
      assertThat(world.sessions.find(unused.token())).isEmpty();
      OpenedSession used = world.sessions.open(account, null);
      for (int i = 0; i < 23; i++) {
        world.pass(Duration.ofMinutes(30));
        assertThat(world.sessions.find(used.token())).isPresent();
      }
      world.pass(Duration.ofMinutes(30));
      assertThat(world.sessions.find(used.token())).isEmpty();
    }
  }

  @BothDatabases
  void sessionsEndWithTheirPasswordProfileOrUser(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId account = world.newAccount();
      User user = world.identity.users().create(account, "Anna", null, List.of());
      var profile = world.identity.loginProfiles().create(account, "Anna", World.PASSWORD, false);
      OpenedSession root = world.sessions.open(account, null);
      OpenedSession first = world.sessions.open(account, user.id());
      world.identity.loginProfiles().update(account, "Anna", null, true);
      assertThat(world.sessions.find(first.token())).isPresent();
      world.identity.loginProfiles().update(account, "Anna", "Another-horse-2", null);
      assertThat(world.sessions.find(first.token())).isEmpty();
      OpenedSession second = world.sessions.open(account, user.id());
      assertRefused(() -> world.identity.loginProfiles().changeOwn(user, World.PASSWORD, "Third-horse-3"), "AccessDenied", "old password");
      world.identity.loginProfiles().changeOwn(user, "Another-horse-2", "Third-horse-3");
      assertThat(world.sessions.find(second.token())).isEmpty();
      assertThat(world.identity.loginProfiles().get(account, "Anna").resetRequired()).isFalse();
      OpenedSession third = world.sessions.open(account, user.id());
      world.identity.loginProfiles().delete(account, "Anna");
      assertThat(world.sessions.find(third.token())).isEmpty();
      OpenedSession fourth = world.sessions.open(account, user.id());
      world.identity.users().delete(account, "Anna");
      assertThat(world.sessions.find(fourth.token())).isEmpty();
      assertThat(world.sessions.find(root.token())).isPresent();
      world.accounts.resetRootPassword(account, "Fresh-horse-4");
      assertThat(world.sessions.find(root.token())).isEmpty();
      assertThat(profile.toString()).doesNotContain(World.PASSWORD);
    }
  }

  private static Duration delay(SignInResult result) {
    assertThat(result).isInstanceOf(SignInResult.MustWait.class);
    return ((SignInResult.MustWait) result).delay();
  }

  private static SignInResult.SignedIn signedIn(SignInResult result) {
    assertThat(result).isInstanceOf(SignInResult.SignedIn.class);
    return (SignInResult.SignedIn) result;
  }
}

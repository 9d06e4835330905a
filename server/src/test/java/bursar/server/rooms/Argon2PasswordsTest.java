package bursar.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.accounts.Account;
import bursar.domain.accounts.Accounts;
import bursar.domain.accounts.PasswordHasher;
import bursar.domain.identity.ChangeGuard;
import bursar.domain.identity.Identity;
import bursar.domain.identity.IdentityStores;
import bursar.domain.identity.PolicyDocuments;
import bursar.domain.signin.Attempts;
import bursar.domain.signin.Sessions;
import bursar.domain.signin.SignIn;
import bursar.domain.signin.SignInResult;
import bursar.storage.state.AesSecretBox;
import bursar.storage.state.Database;
import bursar.storage.state.JdbcAccountStore;
import bursar.storage.state.JdbcAttemptStore;
import bursar.storage.state.JdbcIdentityStores;
import bursar.storage.state.JdbcSessionStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Argon2PasswordsTest {
  private static final String PASSWORD = "Correct-horse-1";
  private final Argon2Passwords passwords = new Argon2Passwords();

  @Test
  void aHashHoldsItsPasswordOnly() {
    String hash = passwords.hash(PASSWORD);
    assertThat(hash).doesNotContain(PASSWORD).isNotEqualTo(passwords.hash(PASSWORD));
    assertThat(passwords.matches(PASSWORD, hash)).isTrue();
    assertThat(passwords.matches("Correct-horse-2", hash)).isFalse();
    assertThat(passwords.matches(PASSWORD, passwords.decoy())).isFalse();
  }

  @Test
  void theDecoyCostsWhatAnyOtherHashCosts() {
    assertThat(cost(passwords.decoy())).isEqualTo(cost(passwords.hash(PASSWORD))).isEqualTo("$argon2id$v=19$m=16384,t=2,p=1 16 32");
  }

  /** The parameters of a hash, and the lengths of its salt and value. */
  private static String cost(String hash) {
    String[] parts = hash.split("\\$");
    return "$" + parts[1] + "$" + parts[2] + "$" + parts[3] + " " + bytes(parts[4]) + " " + bytes(parts[5]);
  }

  private static int bytes(String base64) {
    return java.util.Base64.getDecoder().decode(base64).length;
  }

  @Test
  void whatWasPreparedHoldsForTheSamePasswordOnlyAndIsForgotten() {
    passwords.prepare(PASSWORD);
    String other = passwords.hash("Another-horse-2");
    assertThat(passwords.matches("Another-horse-2", other)).isTrue();
    assertThat(passwords.prepareMatch(PASSWORD, other)).isFalse();
    assertThat(passwords.prepareMatch("Another-horse-2", other)).isTrue();
    assertThat(passwords.matches("Another-horse-2", other)).isTrue();
    assertThat(passwords.matches(PASSWORD, other)).isFalse();
    passwords.prepare(PASSWORD);
    passwords.forgetPrepared();
    assertThat(passwords.matches(PASSWORD, passwords.hash(PASSWORD))).isTrue();
  }

  /** Writes down the cost of each comparison, and leaves the work to the real hasher. */
  private final class Counting implements PasswordHasher {
    final List<String> compared = new ArrayList<>();

    @Override
    public String hash(String password) {
      return passwords.hash(password);
    }

    @Override
    public String decoy() {
      return passwords.decoy();
    }

    @Override
    public boolean matches(String password, String hash) {
      compared.add(cost(hash));
      return passwords.matches(password, hash);
    }
  }

  @Test
  void everyRefusedSignInComparesOneHashOfTheSameCost(@TempDir Path folder) {
    SecureRandom random = new SecureRandom();
    InstantSource clock = InstantSource.system();
    Counting hasher = new Counting();
    try (Database database = Database.sqlite(folder.resolve("state.sqlite"))) {
      JdbcAccountStore accountStore = new JdbcAccountStore(database);
      IdentityStores stores = JdbcIdentityStores.in(database);
      Sessions sessions = new Sessions(new JdbcSessionStore(database), database, random, clock, Sessions.Limits.DEFAULT);
      Account account = new Accounts(accountStore, database, hasher, sessions, random, clock)
          .create(null, "owner@example.com", PASSWORD, "Example");
      Identity identity = Identity.over(stores, accountStore, database, hasher, new AesSecretBox(new byte[32], random),
          PolicyDocuments.wellFormed(), sessions, ChangeGuard.NONE, random, clock);
      identity.users().create(account.id(), "anna", null, List.of());
      identity.loginProfiles().create(account.id(), "anna", PASSWORD, false);
      identity.users().create(account.id(), "without-password", null, List.of());
      SignIn signIn = new SignIn(accountStore, stores.users(), hasher, sessions,
          new Attempts(new JdbcAttemptStore(database), database, clock), database, clock);
      String id = account.id().digits();
      List<SignInResult> refused = List.of(
          signIn.signInRoot("owner@example.com", "wrong", "192.0.2.1"),
          signIn.signInRoot("nobody@example.com", "wrong", "192.0.2.2"),
          signIn.signInUser(id, "anna", "wrong", "192.0.2.3"),
          signIn.signInUser(id, "nobody", "wrong", "192.0.2.4"),
          signIn.signInUser(id, "without-password", "wrong", "192.0.2.5"),
          signIn.signInUser("000000000001", "anna", "wrong", "192.0.2.6"));
      assertThat(refused).allMatch(SignInResult.Refused.class::isInstance);
      assertThat(hasher.compared).hasSize(refused.size()).containsOnly("$argon2id$v=19$m=16384,t=2,p=1 16 32");
    }
  }
}

package bursar.storage.state;

import static bursar.storage.state.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.accounts.AccountId;
import bursar.domain.identity.AccessKey;
import bursar.domain.identity.Group;
import bursar.domain.identity.IdentityPolicy;
import bursar.domain.identity.ManagedPolicy;
import bursar.domain.identity.NewAccessKey;
import bursar.domain.identity.Page;
import bursar.domain.identity.PageRequest;
import bursar.domain.identity.PolicyHolder;
import bursar.domain.identity.PolicyVersion;
import bursar.domain.identity.SigningKey;
import bursar.domain.identity.Tag;
import bursar.domain.identity.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.SQLDialect;

class IdentityTest {
  private static final String ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";

  @BothDatabases
  void aUserKeepsTheCaseOfItsNameAndIsFoundInAny(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId account = world.newAccount();
      User user = world.identity.users().create(account, "Anna", "/staff/", List.of(new Tag("Team", "Web")));
      assertThat(user.id()).matches("AIDA[A-Z2-7]{17}");
      assertThat(user.arn()).isEqualTo("arn:aws:iam::" + account + ":user/staff/Anna");
      assertThat(world.identity.users().get(account, "aNNA")).isEqualTo(user);
      assertThat(world.identity.users().tags(account, "Anna")).containsExactly(new Tag("Team", "Web"));
      assertRefused(() -> world.identity.users().create(account, "ANNA", null, List.of()), "EntityAlreadyExists", "User with name ANNA");
      assertRefused(() -> world.identity.users().get(account, "Bob"), "NoSuchEntity", "The user with name Bob cannot be found.");
      assertRefused(() -> world.identity.users().create(account, "a b", null, List.of()), "ValidationError", "userName is invalid");
      assertRefused(() -> world.identity.users().create(account, "x".repeat(65), null, List.of()), "ValidationError", "less than or equal to 64");
      assertRefused(() -> world.identity.users().create(account, "c", "staff", List.of()), "ValidationError", "path is invalid");
    }
  }

  @BothDatabases
  void usersOfAnotherAccountAreNotSeen(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId one = world.account("one@example.com").id();
      AccountId two = world.account("two@example.com").id();
      User user = world.identity.users().create(one, "Anna", null, List.of());
      assertRefused(() -> world.identity.users().get(two, "Anna"), "NoSuchEntity", "Anna");
      assertThat(world.identity.users().findById(two, user.id())).isEmpty();
      assertThat(world.identity.users().create(two, "Anna", null, List.of()).id()).isNotEqualTo(user.id());
    }
  }

  @BothDatabases
  void aListComesInPagesByNameWhateverItsCase(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId account = world.newAccount();
      for (String name : List.of("b", "A", "d", "C", "_x", "e-1")) {
        var unused = world.identity.users().create(account, name, name.equals("d") ? "/other/" : "/", List.of());
      }
      List<String> seen = new ArrayList<>();
      String marker = null;
      do {
        Page<User> page = world.identity.users().list(account, null, PageRequest.of(2, marker));
        page.items().forEach(user -> seen.add(user.name()));
        marker = page.next();
      } while (marker != null);
      assertThat(seen).containsExactly("_x", "A", "b", "C", "d", "e-1");
      assertThat(world.identity.users().list(account, "/other/", PageRequest.EVERYTHING).items()).hasSize(1);
      assertRefused(() -> PageRequest.of(0, null), "ValidationError", "between 1 and 1000");
      assertRefused(() -> PageRequest.of(1, "%%%"), "ValidationError", "Marker");
    }
  }

  @BothDatabases
  void renamingKeepsTheIdAndEverythingThatHangsOnIt(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId account = world.newAccount();
      User before = world.identity.users().create(account, "Anna", null, List.of());
      world.identity.attachments().attach(new PolicyHolder.OfUser(before), ADMINISTRATOR);
      User after = world.identity.users().update(account, "anna", "Ann", "/team/");
      assertThat(after.id()).isEqualTo(before.id());
      assertThat(after.arn()).endsWith(":user/team/Ann");
      assertThat(world.identity.attachments().policiesOf(account, after.id())).hasSize(1);
      assertThat(world.identity.users().update(account, "Ann", "ANN", null).name()).isEqualTo("ANN");
    }
  }

  @BothDatabases
  void aUserIsDeletedOnlyWhenNothingHangsOnIt(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId account = world.newAccount();
      User user = world.identity.users().create(account, "Anna", null, List.of(new Tag("a", "b")));
      PolicyHolder holder = new PolicyHolder.OfUser(user);
      Group group = world.identity.groups().create(account, "Admins", null);
      world.identity.groups().addMember(account, "admins", "anna");
      world.identity.attachments().attach(holder, ADMINISTRATOR);
      world.identity.inlinePolicies().put(holder, "inline", World.ALLOW_ALL);
      NewAccessKey key = world.identity.accessKeys().create(account, user);
      var unused = world.identity.loginProfiles().create(account, "Anna", World.PASSWORD, false);
      assertRefused(() -> world.identity.users().delete(account, "Anna"), "DeleteConflict", "detach all policies");
      world.identity.attachments().detach(holder, ADMINISTRATOR);
      assertRefused(() -> world.identity.users().delete(account, "Anna"), "DeleteConflict", "delete policies first");
      world.identity.inlinePolicies().delete(holder, "inline");
      assertRefused(() -> world.identity.users().delete(account, "Anna"), "DeleteConflict", "delete access keys first");
      world.identity.accessKeys().delete(account, user, key.key().id());
      assertRefused(() -> world.identity.users().delete(account, "Anna"), "DeleteConflict", "delete login profile first");
      world.identity.loginProfiles().delete(account, "Anna");
      assertRefused(() -> world.identity.users().delete(account, "Anna"), "DeleteConflict", "remove users from group");
      assertRefused(() -> world.identity.groups().delete(account, group.name()), "DeleteConflict", "remove users from group");
      world.identity.groups().removeMember(account, "Admins", "Anna");
      world.identity.users().delete(account, "Anna");
      world.identity.groups().delete(account, "Admins");
      assertThat(world.identity.users().count(account)).isZero();
      assertThat(world.identity.groups().count(account)).isZero();
    }
  }

  @BothDatabases
  void everyChangeMakesTheAccountsVersionGrow(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId account = world.newAccount();
      List<Runnable> changes =
          List.of(
              () -> world.identity.users().create(account, "Anna", null, List.of()),
              () -> world.identity.users().tag(account, "Anna", List.of(new Tag("k", "v"))),
              () -> world.identity.groups().create(account, "Admins", null),
              () -> world.identity.groups().addMember(account, "Admins", "Anna"),
              () -> world.identity.managedPolicies().create(account, "p", null, null, World.ALLOW_ALL, List.of()),
              () -> world.identity.inlinePolicies().put(user(world, account, "Anna"), "i", World.ALLOW_ALL),
              () -> world.identity.attachments().attach(user(world, account, "Anna"), ADMINISTRATOR),
              () -> world.identity.accessKeys().create(account, null),
              () -> world.identity.groups().removeMember(account, "Admins", "Anna"),
              () -> world.accounts.createAlias(account, "alias"));
      for (Runnable change : changes) {
        long before = world.accounts.version(account);
        change.run();
        assertThat(world.accounts.version(account)).isGreaterThan(before);
      }
    }
  }

  private static PolicyHolder user(World world, AccountId account, String name) {
    return new PolicyHolder.OfUser(world.identity.users().get(account, name));
  }

  @BothDatabases
  void aKeySignsWithTheSecretItWasMadeWithAndIsStoredSealed(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId account = world.newAccount();
      User user = world.identity.users().create(account, "Anna", null, List.of());
      NewAccessKey made = world.identity.accessKeys().create(account, user);
      assertThat(made.key().id()).matches("AKIA[A-Z2-7]{16}");
      assertThat(made.secret()).hasSize(40);
      assertThat(made.toString()).doesNotContain(made.secret());
      SigningKey read = world.identity.accessKeys().findForSigning(made.key().id()).orElseThrow();
      assertThat(read.owner()).isEqualTo(user);
      assertThat(read.accountVersion()).isEqualTo(world.accounts.version(account));
      assertThat(new String(read.sealedSecret(), java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain(made.secret());
      assertThat(world.identity.accessKeys().secret(read)).isEqualTo(made.secret());
      world.identity.accessKeys().updateStatus(account, user, made.key().id(), AccessKey.Status.INACTIVE);
      assertThat(world.identity.accessKeys().findForSigning(made.key().id()).orElseThrow().key().status())
          .isEqualTo(AccessKey.Status.INACTIVE);
      var unused = world.identity.accessKeys().create(account, user);
      assertRefused(() -> world.identity.accessKeys().create(account, user), "LimitExceeded", "AccessKeysPerUser: 2");
      NewAccessKey root = world.identity.accessKeys().create(account, null);
      assertThat(world.identity.accessKeys().findForSigning(root.key().id()).orElseThrow().owner()).isNull();
      assertThat(world.identity.accessKeys().list(account, null)).hasSize(1);
      assertRefused(
          () -> world.identity.accessKeys().delete(account, user, root.key().id()), "NoSuchEntity", "The Access Key with id AKIA");
      assertThat(world.identity.accessKeys().findForSigning("AKIANOTHERE")).isEmpty();
    }
  }

  @BothDatabases
  void theUseOfAKeyIsNotedNowAndThen(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId account = world.newAccount();
      AccessKey key = world.identity.accessKeys().create(account, null).key();
      assertThat(world.identity.accessKeys().noteUse(key, world.clock.instant(), "iam", "us-east-1")).isTrue();
      AccessKey used = world.identity.accessKeys().find(key.id()).orElseThrow();
      assertThat(used.lastUse()).isEqualTo(new AccessKey.Use(world.clock.instant(), "iam", "us-east-1"));
      assertThat(world.identity.accessKeys().noteUse(used, world.clock.instant(), "ce", "us-east-1")).isFalse();
      world.pass(Duration.ofMinutes(6));
      assertThat(world.identity.accessKeys().noteUse(used, world.clock.instant(), "ce", "us-east-1")).isTrue();
    }
  }

  @BothDatabases
  void aManagedPolicyHasUpToFiveVersionsAndNumbersAreNotUsedTwice(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId account = world.newAccount();
      var policies = world.identity.managedPolicies();
      ManagedPolicy policy = policies.create(account, "Reader", "/finance/", "reads", World.ALLOW_ALL, List.of(new Tag("Aa", "1")));
      String arn = policy.arn();
      assertThat(arn).isEqualTo("arn:aws:iam::" + account + ":policy/finance/Reader");
      assertThat(policies.get(account, arn)).isEqualTo(policy);
      for (int i = 0; i < 4; i++) {
        var unused = policies.createVersion(account, arn, World.ALLOW_ALL, i == 0);
      }
      assertThat(policies.get(account, arn).defaultVersion()).isEqualTo(2);
      assertRefused(() -> policies.createVersion(account, arn, World.ALLOW_ALL, true), "LimitExceeded", "up to 5 versions");
      assertRefused(() -> policies.deleteVersion(account, arn, "v2"), "DeleteConflict", "default version");
      policies.deleteVersion(account, arn, "v5");
      assertThat(policies.createVersion(account, arn, World.ALLOW_ALL, false).number()).isEqualTo(6);
      assertRefused(() -> policies.version(policy, "v5"), "NoSuchEntity", "v5");
      assertRefused(() -> policies.version(policy, "5"), "InvalidInput", "not valid");
      policies.setDefault(account, arn, "v1");
      assertRefused(() -> policies.delete(account, arn), "DeleteConflict", "more than one version");
      for (PolicyVersion version : policies.versions(policy)) {
        if (version.number() != 1) {
          policies.deleteVersion(account, arn, version.name());
        }
      }
      PolicyHolder group = new PolicyHolder.OfGroup(world.identity.groups().create(account, "g", null));
      world.identity.attachments().attach(group, arn);
      assertThat(policies.attachmentCounts(account)).containsEntry(arn, 1);
      assertRefused(() -> policies.delete(account, arn), "DeleteConflict", "attached to entities");
      world.identity.attachments().detach(group, arn);
      policies.delete(account, arn);
      assertRefused(() -> policies.get(account, arn), "NoSuchEntity", "was not found");
    }
  }

  @BothDatabases
  void badDocumentsAndTooManyCharactersAreRefused(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId account = world.newAccount();
      assertRefused(
          () -> world.identity.managedPolicies().create(account, "p", null, null, "{\"Version\":", List.of()), "MalformedPolicyDocument", "line 1");
      PolicyHolder holder = new PolicyHolder.OfUser(world.identity.users().create(account, "Anna", null, List.of()));
      String long1 = World.ALLOW_ALL.replace("\"Resource\":\"*\"", "\"Resource\":\"arn:aws:s3:::" + "x".repeat(1200) + "\"");
      world.identity.inlinePolicies().put(holder, "one", long1);
      world.identity.inlinePolicies().put(holder, "one", long1);
      assertRefused(() -> world.identity.inlinePolicies().put(holder, "two", long1), "LimitExceeded", "2048 bytes exceeded for user Anna");
      assertThat(world.identity.inlinePolicies().names(holder)).containsExactly("one");
      assertRefused(() -> world.identity.inlinePolicies().get(holder, "two"), "NoSuchEntity", "The user policy with name two");
    }
  }

  @BothDatabases
  void aUsersPoliciesTellWhereTheyComeFrom(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId account = world.newAccount();
      User user = world.identity.users().create(account, "Anna", null, List.of());
      PolicyHolder holder = new PolicyHolder.OfUser(user);
      PolicyHolder group = new PolicyHolder.OfGroup(world.identity.groups().create(account, "Admins", null));
      world.identity.groups().addMember(account, "Admins", "Anna");
      String own = world.identity.managedPolicies().create(account, "Own", null, null, World.ALLOW_ALL, List.of()).arn();
      world.identity.inlinePolicies().put(holder, "mine", World.ALLOW_ALL);
      world.identity.inlinePolicies().put(group, "ours", World.ALLOW_ALL);
      world.identity.attachments().attach(holder, own);
      world.identity.attachments().attach(group, ADMINISTRATOR);
      world.identity.attachments().attach(group, ADMINISTRATOR);
      List<IdentityPolicy> policies = world.identity.attachments().policiesOf(account, user.id());
      assertThat(policies.stream().map(policy -> policy.name() + ": " + policy.via()))
          .containsExactlyInAnyOrder("mine: inline in user", "ours: group Admins", "Own: attached to user", "AdministratorAccess: group Admins");
      assertThat(policies).allSatisfy(policy -> assertThat(policy.document()).contains("\"Allow\""));
      assertThat(world.identity.attachments().groups(account, ADMINISTRATOR)).extracting(Group::name).containsExactly("Admins");
      assertThat(world.identity.attachments().users(account, own)).extracting(User::name).containsExactly("Anna");
      assertRefused(() -> world.identity.attachments().attach(holder, "arn:aws:iam::aws:policy/Nothing"), "NoSuchEntity", "not attachable");
      assertRefused(() -> world.identity.attachments().attach(holder, "nonsense"), "InvalidInput", "ARN nonsense is not valid.");
      assertRefused(() -> world.identity.managedPolicies().delete(account, ADMINISTRATOR), "InvalidInput", "ships with the product");
    }
  }

  @BothDatabases
  void aUserIsInTenGroupsAtMost(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId account = world.newAccount();
      var unused = world.identity.users().create(account, "Anna", null, List.of());
      for (int i = 0; i < 11; i++) {
        var group = world.identity.groups().create(account, "g" + i, null);
        if (i < 10) {
          world.identity.groups().addMember(account, group.name(), "Anna");
        }
      }
      assertRefused(() -> world.identity.groups().addMember(account, "g10", "Anna"), "LimitExceeded", "GroupsPerUser: 10");
      world.identity.groups().addMember(account, "g0", "Anna");
      assertThat(world.identity.groups().groupsOf(account, "Anna", PageRequest.EVERYTHING).items()).hasSize(10);
      assertThat(world.identity.groups().members(account, "g0", PageRequest.EVERYTHING).items()).hasSize(1);
    }
  }
}

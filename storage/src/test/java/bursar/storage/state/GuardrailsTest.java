package bursar.storage.state;

import static bursar.storage.state.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.accounts.AccountId;
import bursar.domain.guardrails.Guardrail;
import bursar.domain.guardrails.Verdict;
import bursar.domain.identity.Group;
import bursar.domain.identity.PolicyHolder;
import bursar.domain.identity.Tag;
import bursar.domain.identity.User;
import java.time.Instant;
import java.util.List;
import org.jooq.SQLDialect;

class GuardrailsTest {
  private static final String ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";
  private static final String READ_ONLY = allow("ce:Get*");

  private static String allow(String action) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":\"*\"}}";
  }

  private static Guardrail payments(AccountId account, List<String> exceptUsers, List<String> exceptGroups) {
    return new Guardrail(account, "payments", "Only Finance pays.", List.of("payments:*"), List.of(), exceptUsers, exceptGroups, Instant.EPOCH, "root");
  }

  private static PolicyHolder.OfUser user(World world, AccountId account, String name) {
    return new PolicyHolder.OfUser(world.identity.users().get(account, name));
  }

  @BothDatabases
  void aGuardrailIsKeptWithAllItSays(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId account = world.newAccount();
      AccountId other = world.account("other@example.com").id();
      User anna = world.identity.users().create(account, "anna", null, List.of());
      world.identity.groups().create(account, "Finance", null);
      Guardrail put = world.guardrails.put(new Guardrail(account, "Payments", "Only Finance pays.", List.of("payments:*", "tax:Put*"),
          List.of("arn:aws:payments::*:x"), List.of(anna.arn()), List.of("Finance"), Instant.EPOCH, "root"));
      assertThat(put.created()).isEqualTo(world.clock.instant());
      assertThat(world.guardrails.list(account)).containsExactly(put);
      assertThat(world.guardrails.list(other)).isEmpty();
      Guardrail again = world.guardrails.put(payments(account, List.of(), List.of()));
      assertThat(world.guardrails.list(account)).as("one name, in any case").containsExactly(again);
      world.guardrails.delete(account, "PAYMENTS");
      assertThat(world.guardrails.list(account)).isEmpty();
      assertRefused(() -> world.guardrails.delete(account, "payments"), "NoSuchEntity", "guardrail");
      assertRefused(() -> world.guardrails.put(payments(account, List.of(), List.of("Nobodies"))), "NoSuchEntity", "Nobodies");
      assertRefused(() -> world.guardrails.put(payments(account, List.of(anna.arn() + "x"), List.of())), "NoSuchEntity", "no user");
    }
  }

  @BothDatabases
  void aChangeThatWouldBreakItIsRefusedAndNothingOfItIsStored(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId account = world.newAccount();
      world.identity.users().create(account, "anna", null, List.of());
      Group finance = world.identity.groups().create(account, "Finance", null);
      world.guardrails.put(payments(account, List.of(), List.of("Finance")));
      long version = world.accounts.version(account);
      world.identity.inlinePolicies().put(user(world, account, "anna"), "costs", READ_ONLY);
      assertThat(world.accounts.version(account)).isGreaterThan(version);
      long before = world.accounts.version(account);

      assertRefused(() -> world.identity.attachments().attach(user(world, account, "anna"), ADMINISTRATOR), "AccessDenied",
          "Guardrail payments of account " + account + " would be broken: arn:aws:iam::" + account + ":user/anna could payments:");
      assertThat(world.identity.attachments().attached(user(world, account, "anna"), "/")).isEmpty();
      assertThat(world.accounts.version(account)).isEqualTo(before);
      assertRefused(() -> world.identity.inlinePolicies().put(user(world, account, "anna"), "costs", allow("payments:MakePayment")), "AccessDenied",
          "payments:MakePayment on");
      assertThat(world.identity.inlinePolicies().get(user(world, account, "anna"), "costs")).isEqualTo(READ_ONLY);

      world.identity.attachments().attach(new PolicyHolder.OfGroup(finance), ADMINISTRATOR);
      world.identity.groups().addMember(account, "Finance", "anna");
      assertRefused(() -> world.identity.groups().update(account, "Finance", "Treasury", null), "AccessDenied", "excepts group Finance");
      world.identity.attachments().attach(user(world, account, "anna"), ADMINISTRATOR);
      assertRefused(() -> world.identity.groups().removeMember(account, "Finance", "anna"), "AccessDenied", "could payments:");
      assertThat(world.guardrails.verdicts(account)).singleElement().isInstanceOf(Verdict.Holds.class);
    }
  }

  @BothDatabases
  void takingAwayADenialOrATagCanBreakItToo(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId account = world.newAccount();
      world.identity.users().create(account, "anna", null, List.of(new Tag("Team", "Web")));
      PolicyHolder.OfUser anna = user(world, account, "anna");
      world.identity.inlinePolicies().put(anna, "deny", allow("payments:*").replace("Allow", "Deny"));
      world.identity.inlinePolicies().put(anna, "legacy",
          allow("aws-portal:*").replace("Allow", "Deny"));
      world.identity.attachments().attach(anna, ADMINISTRATOR);
      world.guardrails.put(payments(account, List.of(), List.of()));
      assertRefused(() -> world.identity.inlinePolicies().delete(anna, "deny"), "AccessDenied", "would be broken");
      world.identity.inlinePolicies().delete(anna, "legacy");

      world.identity.users().create(account, "bert", null, List.of());
      world.identity.inlinePolicies().put(user(world, account, "bert"), "unless", """
          {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"payments:*","Resource":"*",
          "Condition":{"StringEquals":{"aws:PrincipalTag/Team":"Finance"}}}}""");
      assertRefused(() -> world.identity.users().tag(account, "bert", List.of(new Tag("Team", "Finance"))), "AccessDenied", "user/bert could payments:");
      world.identity.users().tag(account, "bert", List.of(new Tag("Team", "Web")));
    }
  }

  @BothDatabases
  void theLegacyPermissionInAnActionsPlaceBreaksItAndAGuardrailThatDoesNotHoldIsNotKept(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId account = world.newAccount();
      world.identity.users().create(account, "anna", null, List.of());
      PolicyHolder.OfUser anna = user(world, account, "anna");
      world.identity.inlinePolicies().put(anna, "old", allow("aws-portal:ModifyPaymentMethods"));
      assertRefused(() -> world.guardrails.put(payments(account, List.of(), List.of())), "GuardrailBroken", "line 1 of old (inline in user)");
      assertThat(world.guardrails.list(account)).isEmpty();
      Guardrail put = world.guardrails.put(payments(account, List.of("arn:aws:iam::" + account + ":user/anna"), List.of()));
      assertThat(world.guardrails.verdicts(account)).containsExactly(new Verdict.Holds(put));
      assertRefused(() -> world.identity.users().update(account, "anna", "anne", null), "AccessDenied", "excepts arn:aws:iam::" + account + ":user/anna");
      world.guardrails.delete(account, "payments");
      world.identity.users().update(account, "anna", "anne", null);
    }
  }
}

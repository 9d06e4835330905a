package bursar.storage.state;

import static bursar.storage.state.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.accounts.Account;
import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.Dimension;
import bursar.domain.identity.Tag;
import bursar.domain.organizations.FeatureSet;
import bursar.domain.views.BillingView;
import bursar.domain.views.ViewFault;
import bursar.domain.views.ViewFilter;
import java.util.List;
import org.jooq.SQLDialect;

/** What custom billing views promise, on both databases. */
class BillingViewsTest {
  private static final String DATA = "billing:GetBillingViewData";
  private static final ViewFilter ONE_ACCOUNT = new ViewFilter(List.of("222233334444"), null, List.of());
  private static final ViewFilter BLUE = new ViewFilter(List.of(), "team", List.of("blue", ""));

  private static BillingView made(World world, AccountId owner, ViewFilter filter, String... sources) {
    return world.billingViews.create(owner, "View", "", filter, List.of(sources), null);
  }

  private static String allow(String principal, String action) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + principal + "\"},\"Action\":\"" + action
        + "\",\"Resource\":\"*\"}}";
  }

  @BothDatabases
  void aManagementAccountMakesViewsOfItsCosts(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId payer = world.account("payer@example.com").id();
      String primary = BillingView.primary(payer);
      assertRefused(() -> made(world, payer, ONE_ACCOUNT, primary), "AccessDeniedException", "management account");
      world.organizations.create(payer, FeatureSet.ALL);
      BillingView one = world.billingViews.create(payer, "One", "The first", BLUE, List.of(primary), "token");
      assertThat(one.arn()).matches("arn:aws:billing::" + payer + ":billingview/custom-[0-9a-f-]{36}");
      assertThat(world.billingViews.owned(payer, one.arn())).isEqualTo(one);
      assertThat(world.billingViews.create(payer, "One", "The first", BLUE, List.of(primary), "token")).as("a repeated request").isEqualTo(one);
      assertRefused(() -> world.billingViews.create(payer, "Two", "", BLUE, List.of(primary), "token"), "ConflictException", one.arn());
      assertThat(world.billingViews.rows(one)).isEqualTo(CostFilter.and(CostFilter.tag("team", "blue", "")));
      BillingView renamed = world.billingViews.update(payer, one.arn(), "Uno", null, ONE_ACCOUNT);
      assertThat(renamed.description()).isEqualTo("The first");
      assertThat(world.billingViews.ofOwner(payer)).containsExactly(renamed);
      assertThat(world.billingViews.rows(renamed)).isEqualTo(CostFilter.and(CostFilter.dimension(Dimension.LINKED_ACCOUNT, "222233334444")));
      world.billingViews.tag(payer, one.arn(), List.of(new Tag("team", "blue"), new Tag("stage", "prod")));
      world.billingViews.tag(payer, one.arn(), List.of(new Tag("team", "red")));
      world.billingViews.untag(payer, one.arn(), List.of("stage"));
      assertThat(world.billingViews.tags(one)).containsExactly(new Tag("team", "red"));
      AccountId other = world.account("other@example.com").id();
      assertRefused(() -> world.billingViews.owned(other, one.arn()), "ResourceNotFoundException", one.arn());
      world.billingViews.delete(other, one.arn(), true);
      world.billingViews.delete(payer, one.arn(), false);
      assertThat(world.billingViews.ofOwner(payer)).isEmpty();
      assertThat(world.billingViews.tags(one)).isEmpty();
    }
  }

  @BothDatabases
  void aViewOfViewsShowsWhatTheyShowTogetherAndNoMore(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId payer = world.account("payer@example.com").id();
      String primary = BillingView.primary(payer);
      world.organizations.create(payer, FeatureSet.ALL);
      BillingView one = made(world, payer, ONE_ACCOUNT, primary);
      BillingView blue = made(world, payer, BLUE, primary);
      BillingView both = made(world, payer, BLUE, one.arn());
      assertThat(world.billingViews.rows(both)).isEqualTo(CostFilter.and(CostFilter.or(ONE_ACCOUNT.rows()), BLUE.rows()));
      both = world.billingViews.associate(payer, both.arn(), List.of(blue.arn(), one.arn()));
      assertThat(both.sources()).containsExactly(one.arn(), blue.arn());
      assertThat(world.billingViews.derived(one)).isEqualTo(1);
      String bothArn = both.arn();
      assertRefused(() -> world.billingViews.associate(payer, one.arn(), List.of(bothArn)), "ValidationException", "made of itself");
      assertRefused(() -> world.billingViews.disassociate(payer, bothArn, List.of(one.arn(), blue.arn())), "ValidationException", "1 to 20");
      assertRefused(() -> made(world, payer, BLUE, BillingView.primary(new AccountId("999988887777"))), "ResourceNotFoundException", "no billing view");
      assertRefused(() -> world.billingViews.delete(payer, one.arn(), false), "ConflictException", "made of");
      world.billingViews.delete(payer, one.arn(), true);
      assertThat(world.billingViews.faults(both)).containsExactly(ViewFault.SOURCE_VIEW_NOT_FOUND);
      BillingView unhealthy = both;
      assertRefused(() -> world.billingViews.rows(unhealthy), "BillingViewHealthStatusException", "SOURCE_VIEW_NOT_FOUND");
      assertThat(world.billingViews.faults(world.billingViews.disassociate(payer, bothArn, List.of(one.arn())))).isEmpty();
      String at = blue.arn();
      for (int depth = 2; depth <= 5; depth++) {
        at = made(world, payer, ViewFilter.EVERYTHING, at).arn();
      }
      String deepest = at;
      assertRefused(() -> made(world, payer, ViewFilter.EVERYTHING, deepest), "ValidationException", "one on the other");
      world.organizations.delete(payer);
      assertThat(world.billingViews.faults(blue)).containsExactly(ViewFault.VIEW_OWNER_NOT_MANAGEMENT_ACCOUNT);
    }
  }

  @BothDatabases
  void aMemberReadsWhatThePolicyOfTheViewGivesIt(SQLDialect dialect) {
    try (World world = new World(dialect)) {
      AccountId payer = world.account("payer@example.com").id();
      AccountId member = world.account("member@example.com").id();
      AccountId sibling = world.account("sibling@example.com").id();
      world.organizations.join(payer, member);
      world.organizations.join(payer, sibling);
      BillingView view = made(world, payer, ONE_ACCOUNT, BillingView.primary(payer));
      String root = Account.rootArn(member);
      String anna = "arn:aws:iam::" + member + ":user/anna";
      String bert = "arn:aws:iam::" + member + ":user/bert";
      assertThat(world.billingViews.readable(payer, Account.rootArn(payer), DATA, view.arn())).isEqualTo(view);
      assertRefused(() -> world.billingViews.readable(member, root, DATA, view.arn()), "ResourceNotFoundException", "you may use");
      assertRefused(() -> world.billingViews.share(payer, view.arn(), "{\"Statement\":3}"), "ValidationException", "malformed");
      assertRefused(() -> world.billingViews.share(member, view.arn(), allow(member.digits(), "billing:*")), "ResourceNotFoundException", view.arn());

      BillingView shared = world.billingViews.share(payer, view.arn(), allow(member.digits(), "billing:GetBillingView*"));
      for (String reader : List.of(root, anna, bert)) {
        assertThat(world.billingViews.readable(member, reader, DATA, view.arn())).isEqualTo(shared);
        assertThat(world.billingViews.sharedWith(member, reader)).containsExactly(shared);
      }
      assertThat(world.billingViews.sharedWith(sibling, Account.rootArn(sibling))).isEmpty();
      assertRefused(() -> world.billingViews.readable(sibling, Account.rootArn(sibling), DATA, view.arn()), "ResourceNotFoundException", "use");

      world.billingViews.share(payer, view.arn(), allow(anna, "billing:GetBillingView"));
      assertThat(world.billingViews.sharedWith(member, anna)).hasSize(1);
      assertRefused(() -> world.billingViews.readable(member, anna, DATA, view.arn()), "ResourceNotFoundException", "use");
      assertThat(world.billingViews.sharedWith(member, bert)).isEmpty();
      world.billingViews.share(payer, view.arn(), allow(member.digits(), "billing:*"));
      world.organizations.leave(member);
      assertRefused(() -> world.billingViews.readable(member, root, DATA, view.arn()), "ResourceNotFoundException", "use");
      world.billingViews.share(payer, view.arn(), null);
      assertThat(world.billingViews.owned(payer, view.arn()).policy()).isNull();
    }
  }
}

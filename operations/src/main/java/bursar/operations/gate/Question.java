package bursar.operations.gate;

import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.BillingAccess;
import bursar.domain.costs.RowKeys;
import bursar.operations.declaration.Need;
import bursar.policy.AccessDeniedSentence;
import bursar.policy.Decision;
import bursar.policy.Effect;
import bursar.policy.Explanation;
import bursar.policy.RequestContext;
import bursar.policy.StatementExplanation;
import bursar.policy.StatementReference;
import bursar.policy.residual.Residual;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One question to the gate: may this caller do this? Answered quickly with yes or no, or slowly with the reasons. */
final class Question {
  private static final String PASSED = "PASSED";
  private static final String REFUSED = "REFUSED";
  private static final String NOT_APPLICABLE = "NOT_APPLICABLE";
  private static final String NOT_REACHED = "NOT_REACHED";
  /** The text that clients of Cost Explorer match when the payer has closed it to them. */
  private static final String NOT_ENABLED = "User not enabled for cost explorer access";
  private static final String PREFERENCES_PLACE = "Cost Management preferences page, card «Member account permissions»";
  private static final String SWITCH_PLACE = "Account page, card «IAM user and role access to Billing information»";

  private final Caller caller;
  private final AccessFacts facts;
  private final Need need;
  private final boolean rootOnly;
  private final String resource;
  private final RequestContext context;
  private final @Nullable RowAccess rows;

  Question(Caller caller, AccessFacts facts, Need need, boolean rootOnly, String resource, RequestContext context,
      @Nullable RowAccess rows) {
    this.caller = caller;
    this.facts = facts;
    this.need = need;
    this.rootOnly = rootOnly;
    this.resource = resource;
    this.context = context;
    this.rows = rows;
  }

  boolean passes() {
    return !organizationRefuses() && (caller.isRoot() || (!rootOnly && !switchRefuses() && policiesPass()));
  }

  private boolean organizationRefuses() {
    return Gate.organizationCloses(facts, need);
  }

  private boolean policiesPass() {
    return rows == null ? verdict().allows() : !rows.formula().equals(Residual.FALSE);
  }

  /** The formula by which policies choose rows; null where they let all or none through, or where no rows are read. */
  private @Nullable Residual choosingRows() {
    Residual formula = rows == null ? Residual.TRUE : rows.formula();
    return formula.equals(Residual.TRUE) || formula.equals(Residual.FALSE) ? null : formula;
  }

  private boolean switchRefuses() {
    return need.behindSwitch() && Gate.switchCloses(caller, facts.billingAccess(), need);
  }

  private Vocabularies.Verdict verdict() {
    return Vocabularies.ask(facts.policies(), need, facts.actionSet(), caller, resource, context);
  }

  /** The reasons, and what would let it pass. */
  AccessExplanation explainWithFixes() {
    AccessExplanation explanation = explain();
    if (explanation.decision().equals(AccessExplanation.ALLOWED)) {
      return explanation;
    }
    if (rootOnly) {
      return explanation.with(List.of());
    }
    Fixes fixes = new Fixes(facts.policies(),
        policies -> Vocabularies.ask(policies, need, facts.actionSet(), caller, resource, context));
    List<AccessExplanation.FixReport> first = gatesToOpen();
    if (caller.isRoot()) {
      return explanation.with(first);
    }
    return explanation.with(first.isEmpty() ? fixes.ofPolicies() : fixes.afterGates(first));
  }

  /** What others must open before policies count, in the order in which the gates are asked. */
  private List<AccessExplanation.FixReport> gatesToOpen() {
    List<AccessExplanation.FixReport> closed = new ArrayList<>();
    if (!caller.isRoot() && switchRefuses()) {
      closed.add(new AccessExplanation.FixReport(
          "The root user of account " + caller.account() + " activates «IAM user and role access to Billing information».",
          "the root user of account " + caller.account(), SWITCH_PLACE, List.of()));
    }
    if (organizationRefuses()) {
      closed.add(new AccessExplanation.FixReport(
          "The management account " + facts.payer() + " turns on «Linked account access», for all members or for account " + caller.account() + ".",
          whoOpensOrganization(), PREFERENCES_PLACE, List.of()));
    }
    return closed;
  }

  private String whoOpensOrganization() {
    return "whoever may ce:UpdatePreferences in the management account " + facts.payer();
  }

  AccessExplanation explain() {
    List<AccessExplanation.GateReport> gates = new ArrayList<>();
    gates.add(new AccessExplanation.GateReport("AUTHENTICATION", PASSED, "The caller is " + caller.principal().arn() + ".", null, null));
    boolean open = rootOnlyGate(gates);
    boolean switchClosed = open && !caller.isRoot() && switchRefuses();
    gates.add(switchReport(open));
    open = open && !switchClosed;
    gates.add(organizationReport(open));
    boolean organizationClosed = open && organizationRefuses();
    open = open && !organizationClosed;
    if (organizationClosed && caller.isRoot()) {
      gates.add(new AccessExplanation.GateReport("IDENTITY_POLICIES", NOT_APPLICABLE,
          "The root user of the account needs no policy.", null, null));
      return explanation(AccessExplanation.EXPLICITLY_DENIED, NOT_ENABLED, need.action(), resource, gates, List.of());
    }
    if (caller.isRoot()) {
      gates.add(new AccessExplanation.GateReport("IDENTITY_POLICIES", NOT_APPLICABLE,
          "The root user of the account needs no policy.", null, null));
      return explanation(AccessExplanation.ALLOWED, "The root user of the account may do this.", need.action(), resource, gates, List.of());
    }
    Vocabularies.Verdict verdict = verdict();
    List<AccessExplanation.StatementReport> statements = statements(verdict);
    gates.add(policyReport(open, verdict));
    if (rootOnly) {
      return explanation(AccessExplanation.EXPLICITLY_DENIED, head()
          + " because only the root user of the account may do this, whatever policies say.", need.action(), resource, gates, statements);
    }
    if (switchClosed) {
      return explanation(AccessExplanation.EXPLICITLY_DENIED, head()
          + " because account " + caller.account() + " does not let IAM users and roles reach billing information."
          + " The root user of the account can change this on the " + SWITCH_PLACE + ".", need.action(), resource, gates, statements);
    }
    if (organizationClosed) {
      return explanation(AccessExplanation.EXPLICITLY_DENIED, NOT_ENABLED, need.action(), resource, gates, statements);
    }
    Residual choosing = choosingRows();
    return choosing == null ? policyExplanation(verdict, gates, statements)
        : explanation(AccessExplanation.ALLOWED, "Allowed, for the rows of costs for which " + RowKeys.spelled(choosing) + ".", need.action(),
            resource, gates, statements);
  }

  private AccessExplanation policyExplanation(
      Vocabularies.Verdict verdict, List<AccessExplanation.GateReport> gates, List<AccessExplanation.StatementReport> statements) {
    Vocabularies.Answer deciding = verdict.deciding();
    String action = deciding.request().action();
    String asked = deciding.request().resource();
    return switch (deciding.decision()) {
      case Decision.Allowed allowed -> explanation(AccessExplanation.ALLOWED,
          "Allowed by " + allowed.statements().getFirst().policy().name() + ".", action, asked, gates, statements);
      case Decision.ImplicitlyDenied denied -> explanation(AccessExplanation.IMPLICITLY_DENIED,
          AccessDeniedSentence.of(denied, deciding.request()), action, asked, gates, statements);
      case Decision.ExplicitlyDenied denied -> explanation(AccessExplanation.EXPLICITLY_DENIED,
          AccessDeniedSentence.of(denied, deciding.request()), action, asked, gates, statements);
    };
  }

  /** The beginning AWS gives every refusal. */
  private String head() {
    return "User: " + caller.principal().arn() + " is not authorized to perform: " + need.action() + " on resource: " + resource;
  }

  private boolean rootOnlyGate(List<AccessExplanation.GateReport> gates) {
    if (!rootOnly) {
      return true;
    }
    gates.add(caller.isRoot()
        ? new AccessExplanation.GateReport("ROOT_ONLY", PASSED, "The caller is the root user of the account.", null, null)
        : new AccessExplanation.GateReport("ROOT_ONLY", REFUSED, "Only the root user of the account may do this, whatever policies say.",
            "nobody; the root user must do it", "sign in with the root user's e-mail address and password"));
    return caller.isRoot();
  }

  private AccessExplanation.GateReport switchReport(boolean reached) {
    if (!need.behindSwitch()) {
      return new AccessExplanation.GateReport("SWITCH", NOT_APPLICABLE, "This is not billing information or a cost tool.", null, null);
    } else if (caller.isRoot()) {
      return new AccessExplanation.GateReport("SWITCH", NOT_APPLICABLE, "The switch does not concern the root user.", null, null);
    } else if (!reached) {
      return new AccessExplanation.GateReport("SWITCH", NOT_REACHED, "An earlier gate refused.", null, null);
    } else if (switchRefuses()) {
      return new AccessExplanation.GateReport("SWITCH", REFUSED,
          "Account " + caller.account() + " does not let IAM users and roles reach billing information.",
          "the root user of account " + caller.account(), SWITCH_PLACE);
    }
    boolean on = facts.billingAccess().state() == BillingAccess.State.ACTIVATED;
    return new AccessExplanation.GateReport("SWITCH", PASSED, on
        ? "The account lets IAM users and roles reach billing information; policies decide."
        : "The switch is off, but set to close the console only, and this is a signed request; policies decide.", null, null);
  }

  private AccessExplanation.GateReport organizationReport(boolean reached) {
    @Nullable AccountId payer = facts.payer();
    if (!need.behindSwitch() || payer == null) {
      return new AccessExplanation.GateReport("ORGANIZATION", NOT_APPLICABLE, payer == null
          ? "The account is not a member of another account's organization."
          : "Membership does not limit this.", null, null);
    }
    if (!reached) {
      return new AccessExplanation.GateReport("ORGANIZATION", NOT_REACHED, "An earlier gate refused.", null, null);
    }
    String member = "The account is a member of the organization of " + payer;
    return organizationRefuses()
        ? new AccessExplanation.GateReport("ORGANIZATION", REFUSED, member + ", which has turned off «Linked account access»: Cost Explorer is"
            + " closed to every principal of this account, the root user included, whatever policies say.", whoOpensOrganization(), PREFERENCES_PLACE)
        : new AccessExplanation.GateReport("ORGANIZATION", PASSED, member + ": it sees its own costs and no others" + hidden() + ".", null, null);
  }

  private String hidden() {
    List<String> hidden = new ArrayList<>();
    if (!facts.memberAccess().refundsAndCredits()) {
      hidden.add("refunds and credits");
    }
    if (!facts.memberAccess().discounts()) {
      hidden.add("discounts");
    }
    return hidden.isEmpty() ? "" : ", without " + String.join(" and ", hidden) + ", which the management account hides from it";
  }

  private AccessExplanation.GateReport policyReport(boolean reached, Vocabularies.Verdict verdict) {
    Residual choosing = choosingRows();
    String said = choosing != null ? "The policies let the rows of costs be seen for which " + RowKeys.spelled(choosing) + "."
        : switch (verdict.deciding().decision()) {
      case Decision.Allowed allowed -> "A statement in " + allowed.statements().getFirst().policy().name() + " allows "
          + verdict.deciding().request().action() + ".";
      case Decision.ImplicitlyDenied denied -> "No identity-based policy allows " + needed(denied) + ".";
      case Decision.ExplicitlyDenied denied -> "A statement in " + denied.statements().getFirst().policy().name() + " denies "
          + verdict.deciding().request().action() + ".";
    };
    if (!reached) {
      return new AccessExplanation.GateReport("IDENTITY_POLICIES", NOT_REACHED, "An earlier gate refused. Asked alone: " + said, null, null);
    }
    return choosing != null || verdict.allows()
        ? new AccessExplanation.GateReport("IDENTITY_POLICIES", PASSED, said, null, null)
        : new AccessExplanation.GateReport("IDENTITY_POLICIES", REFUSED, said,
            "whoever may change the policies of " + caller.principal().arn(), "Users, Groups and Policies pages");
  }

  private String needed(Decision.ImplicitlyDenied denied) {
    return need.legacyActions().isEmpty() ? need.action() : need.action() + " or " + String.join(", ", need.legacyActions());
  }

  private List<AccessExplanation.StatementReport> statements(Vocabularies.Verdict verdict) {
    List<AccessExplanation.StatementReport> reports = new ArrayList<>();
    List<Vocabularies.Answer> order = new ArrayList<>(verdict.heard());
    order.remove(verdict.deciding());
    order.addFirst(verdict.deciding());
    for (Vocabularies.Answer answer : order) {
      Explanation explanation = facts.policies().explain(answer.request());
      for (StatementExplanation outcome : explanation.statements()) {
        StatementReference statement = outcome.reference();
        reports.add(new AccessExplanation.StatementReport(statement.policy().name(), statement.policy().arn(), statement.policy().via(),
            statement.index(), statement.sid(), outcome.effect() == Effect.ALLOW ? "Allow" : "Deny", statement.line(), statement.column(), outcome.matched(),
            order.size() == 1 ? outcome.reason() : answer.request().action() + ": " + outcome.reason()));
      }
    }
    return reports;
  }

  private AccessExplanation explanation(String decision, String message, String action, String asked,
      List<AccessExplanation.GateReport> gates, List<AccessExplanation.StatementReport> statements) {
    return new AccessExplanation(decision, message, caller.principal().arn(), action, asked, gates, statements);
  }
}

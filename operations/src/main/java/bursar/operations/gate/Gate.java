package bursar.operations.gate;

import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.BillingAccess;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.RowKeys;
import bursar.domain.costs.RowRules;
import bursar.domain.costs.Visibility;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.Need;
import bursar.policy.RequestContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides every call and every page, in this order: authentication, root only, switch, organization, policies. The first gate that refuses
 * ends the matter. The root user needs no policy; everybody else needs one.
 */
public final class Gate {
  private final AccessFacts.Source facts;
  private final CostViews views;

  /** A gate that asks those facts, where every account has its primary view only. */
  public Gate(AccessFacts.Source facts) {
    this(facts, CostViews.NONE);
  }

  /** A gate that asks those facts. */
  public Gate(AccessFacts.Source facts, CostViews views) {
    this.facts = facts;
    this.views = views;
  }

  /**
   * Lets a call pass, or refuses it.
   *
   * @throws AccessDenied with the explanation
   */
  public <I> Authorized<I> authorize(Caller caller, Declaration<I, ?> declaration, I input) {
    if (declaration.exemptions().contains(Exemption.UNSIGNED)) {
      return new Authorized<>(caller, input, null);
    }
    if (declaration.exemptions().contains(Exemption.OPERATOR_ONLY)) {
      if (caller.principal() instanceof Principal.Operator) {
        return new Authorized<>(caller, input, null);
      }
      throw new AccessDenied(Refusals.operatorOnly(caller, declaration.qualifiedName()));
    }
    if (declaration.exemptions().contains(Exemption.OPERATOR_TOO) && caller.principal() instanceof Principal.Operator) {
      return new Authorized<>(caller, input, null);
    }
    if (!(caller.principal() instanceof Principal.OfAccount principal)) {
      throw new AccessDenied(Refusals.notAuthenticated(caller, declaration.qualifiedName()));
    }
    if (declaration.exemptions().contains(Exemption.UNDENIABLE) || declaration.aboutCaller(caller, input)) {
      return new Authorized<>(caller, input, null);
    }
    AccessFacts known = facts.of(principal);
    String resource = declaration.resource(caller, input);
    RowAccess rows = declaration.readsCosts() ? rowAccess(caller, known, declaration, input, resource) : null;
    refuseUnlessPassed(question(caller, known, declaration, input, resource, rows));
    String becomes = declaration.becomes(caller, input);
    if (becomes != null) {
      refuseUnlessPassed(question(caller, known, declaration, input, becomes, null));
    }
    return new Authorized<>(caller, input, rows == null ? null : visibility(principal, known, resource, rows));
  }

  private static void refuseUnlessPassed(Question question) {
    if (!question.passes()) {
      throw new AccessDenied(question.explain());
    }
  }

  /** Why that caller may or may not make that call, gate by gate. */
  public <I> AccessExplanation explain(Caller caller, Declaration<I, ?> declaration, I input) {
    if (!(caller.principal() instanceof Principal.OfAccount principal)) {
      return Refusals.notAuthenticated(caller, declaration.qualifiedName());
    }
    AccessFacts known = facts.of(principal);
    String resource = declaration.resource(caller, input);
    RowAccess rows = declaration.readsCosts() ? rowAccess(caller, known, declaration, input, resource) : null;
    return question(caller, known, declaration, input, resource, rows).explain();
  }

  /** Whether that caller may open that page. */
  public boolean opens(Caller caller, ConsolePage page) {
    return caller.principal() instanceof Principal.OfAccount principal
        && pageQuestion(caller, facts.of(principal), page).passes();
  }

  /** Why that caller may or may not open that page, gate by gate. */
  public AccessExplanation explain(Caller caller, ConsolePage page) {
    if (!(caller.principal() instanceof Principal.OfAccount principal)) {
      return Refusals.notAuthenticated(caller, page.wireName());
    }
    return pageQuestion(caller, facts.of(principal), page).explain();
  }

  /**
   * Why that caller may or may not do that action on that resource, gate by gate, and what would let it pass.
   *
   * @param need the action's need in both vocabularies
   * @param rootOnly whether only the root user may
   * @param extra condition keys to add to the caller's own
   */
  public AccessExplanation explain(Caller caller, Need need, boolean rootOnly, String resource, Map<String, List<String>> extra) {
    if (!(caller.principal() instanceof Principal.OfAccount principal)) {
      return Refusals.notAuthenticated(caller, need.action());
    }
    AccessFacts known = facts.of(principal);
    RequestContext context = RequestKeys.of(caller, extra);
    RowAccess rows = RowKeys.read(need.action()) && !RowAccess.tellsRow(extra) ? new RowAccess(caller, known, need, resource, context) : null;
    return new Question(caller, known, need, rootOnly, resource, context, rows).explainWithFixes();
  }

  private static <I> Question question(Caller caller, AccessFacts known, Declaration<I, ?> declaration, I input, String resource,
      @Nullable RowAccess rows) {
    boolean rootOnly = declaration.exemptions().contains(Exemption.ROOT_ONLY);
    return new Question(caller, known, needOf(declaration), rootOnly, resource, context(caller, declaration, input), rows);
  }

  private static <I> RowAccess rowAccess(Caller caller, AccessFacts known, Declaration<I, ?> declaration, I input, String resource) {
    return new RowAccess(caller, known, needOf(declaration), resource, context(caller, declaration, input));
  }

  private static <I> RequestContext context(Caller caller, Declaration<I, ?> declaration, I input) {
    return RequestContext.whenAsked(() -> RequestKeys.of(caller, declaration.conditionKeys(caller, input)));
  }

  private static Need needOf(Declaration<?, ?> declaration) {
    Need need = declaration.need();
    if (need == null) {
      throw new IllegalStateException(declaration + " needs no permission, so there is nothing to ask");
    }
    return need;
  }

  private static Question pageQuestion(Caller caller, AccessFacts known, ConsolePage page) {
    String resource = page.resource(caller.account());
    RequestContext context = RequestKeys.of(caller, Map.of());
    RowAccess rows = RowKeys.read(page.need().action()) ? new RowAccess(caller, known, page.need(), resource, context) : null;
    return new Question(caller, known, page.need(), false, resource, context, rows);
  }

  /**
   * Which rows: those of the payer's data, of a member account only its own as far as the payer lets members see them, or those of a view;
   * and of these the ones that policies let the caller see.
   */
  private Visibility visibility(Principal.OfAccount principal, AccessFacts known, String resource, RowAccess rows) {
    @Nullable AccountId payer = known.payer();
    if (CostViews.isAnother(resource, principal.account())) {
      CostViews.Scope scope = views.scope(principal, resource);
      boolean own = scope.dataOwner().equals(principal.account());
      CostFilter shown = own ? scope.rows() : CostFilter.and(scope.rows(), MemberRows.ofType(known.memberAccess()));
      RowRules rules = rows.rules(() -> facts.rowsOf(scope.dataOwner()));
      return Visibility.decidedByGate(scope.dataOwner(), shown, own ? rules : MemberRows.withoutNet(rules, known.memberAccess()));
    }
    AccountId dataOwner = payer == null ? principal.account() : payer;
    RowRules rules = rows.rules(() -> facts.rowsOf(dataOwner));
    return payer == null ? Visibility.decidedByGate(dataOwner, CostFilter.EVERYTHING, rules)
        : Visibility.decidedByGate(dataOwner, MemberRows.of(principal.account(), known.memberAccess()),
            MemberRows.withoutNet(rules, known.memberAccess()));
  }

  /** Whether the payer closes that need to the account: Cost Explorer, to members, the root user included, whatever policies say. */
  static boolean organizationCloses(AccessFacts known, Need need) {
    return known.payer() != null && !known.memberAccess().costExplorer() && need.ofCostExplorer();
  }

  /**
   * Whether the switch closes that need to that caller. The scope {@code CONSOLE} spares programs that call services with an SDK, as on AWS;
   * billing data that AWS shows in its console only stays closed to them, too.
   */
  static boolean switchCloses(Caller caller, BillingAccess access, Need need) {
    return access.state() == BillingAccess.State.DEACTIVATED
        && (access.scope() == BillingAccess.Scope.CONSOLE_AND_API || caller.surface() == Caller.Surface.CONSOLE
            || need.legacyReach() == Need.LegacyReach.EVERYWHERE);
  }
}

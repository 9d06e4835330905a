package bursar.operations.gate;

import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.BillingAccess;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.Dimension;
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

  /** A gate that asks those facts. */
  public Gate(AccessFacts.Source facts) {
    this.facts = facts;
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
    refuseUnlessPassed(question(caller, known, declaration, input, declaration.resource(caller, input)));
    String becomes = declaration.becomes(caller, input);
    if (becomes != null) {
      refuseUnlessPassed(question(caller, known, declaration, input, becomes));
    }
    return new Authorized<>(caller, input, declaration.readsCosts() ? visibility(principal.account(), known) : null);
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
    return question(caller, facts.of(principal), declaration, input, declaration.resource(caller, input)).explain();
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
    return new Question(caller, facts.of(principal), need, rootOnly, resource, RequestKeys.of(caller, extra)).explainWithFixes();
  }

  private <I> Question question(Caller caller, AccessFacts known, Declaration<I, ?> declaration, I input, String resource) {
    Need need = declaration.need();
    if (need == null) {
      throw new IllegalStateException(declaration + " needs no permission, so there is nothing to ask");
    }
    RequestContext context = RequestContext.whenAsked(() -> RequestKeys.of(caller, declaration.conditionKeys(caller, input)));
    boolean rootOnly = declaration.exemptions().contains(Exemption.ROOT_ONLY);
    return new Question(caller, known, need, rootOnly, resource, context);
  }

  private static Question pageQuestion(Caller caller, AccessFacts known, ConsolePage page) {
    return new Question(caller, known, page.need(), false, page.resource(caller.account()), RequestKeys.of(caller, Map.of()));
  }

  /** Which rows: those of the payer's data, and of a member account only its own. */
  private static Visibility visibility(AccountId account, AccessFacts known) {
    @Nullable AccountId payer = known.payer();
    return payer == null
        ? Visibility.decidedByGate(account, CostFilter.EVERYTHING)
        : Visibility.decidedByGate(payer, CostFilter.dimension(Dimension.LINKED_ACCOUNT, account.digits()));
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

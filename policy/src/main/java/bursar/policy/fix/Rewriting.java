package bursar.policy.fix;

import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.Condition;
import bursar.policy.Effect;
import bursar.policy.Located;
import bursar.policy.PatternElement;
import bursar.policy.PolicyDocument;
import bursar.policy.PolicyKind;
import bursar.policy.PolicySet;
import bursar.policy.PolicyVersion;
import bursar.policy.Position;
import bursar.policy.Principal;
import bursar.policy.PrincipalElement;
import bursar.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statements and policies with one thing other than before. */
final class Rewriting {
  private Rewriting() {}

  static Located located(String text) {
    return new Located(text, Position.START);
  }

  static PatternElement plus(PatternElement element, String pattern) {
    List<Located> patterns = new ArrayList<>(element.patterns());
    patterns.add(located(pattern));
    return new PatternElement(element.negated(), patterns);
  }

  static PatternElement minus(PatternElement element, String pattern) {
    return new PatternElement(element.negated(), element.patterns().stream().filter(one -> !one.text().equalsIgnoreCase(pattern)).toList());
  }

  static Statement withAction(Statement from, PatternElement action) {
    return new Statement(from.sid(), from.effect(), from.principal(), action, from.resource(), from.conditions(), from.position(), from.elements());
  }

  static Statement withResource(Statement from, PatternElement resource) {
    return new Statement(from.sid(), from.effect(), from.principal(), from.action(), resource, from.conditions(), from.position(), from.elements());
  }

  static Statement withPrincipal(Statement from, PrincipalElement principal) {
    return new Statement(from.sid(), from.effect(), principal, from.action(), from.resource(), from.conditions(), from.position(), from.elements());
  }

  static Statement withConditions(Statement from, List<Condition> conditions) {
    return new Statement(from.sid(), from.effect(), from.principal(), from.action(), from.resource(), conditions, from.position(), from.elements());
  }

  /** A statement about just this action and resource and, where a policy of the kind says about whom, this principal. */
  static Statement exactly(Effect effect, PolicyKind kind, AccessRequest request, boolean variables) {
    PatternElement action = new PatternElement(false, List.of(located(request.action())));
    PatternElement resource =
        kind == PolicyKind.TRUST ? null : new PatternElement(false, List.of(located(Literals.resource(request.resource(), variables))));
    PrincipalElement principal = kind == PolicyKind.RESOURCE || kind == PolicyKind.TRUST ? named(request.principal()) : null;
    return new Statement(null, effect, principal, action, resource, List.of(), Position.START, Map.of());
  }

  /** The principal as a Principal element names it; those without a name of their own are everyone. */
  static PrincipalElement named(Principal principal) {
    String type = principalType(principal);
    return type == null
        ? new PrincipalElement(false, true, Map.of())
        : new PrincipalElement(false, false, Map.of(type, List.of(located(principal.text()))));
  }

  static @Nullable String principalType(Principal principal) {
    return switch (principal) {
      case Principal.AccountRoot _, Principal.User _, Principal.Role _, Principal.RoleSession _, Principal.FederatedUser _ -> "AWS";
      case Principal.Service _ -> "Service";
      case Principal.FederatedIdentity _ -> "Federated";
      case Principal.Anonymous _, Principal.Unrecognized _ -> null;
    };
  }

  static AttachedPolicy withStatements(AttachedPolicy policy, List<Statement> statements) {
    PolicyDocument from = policy.document();
    return new AttachedPolicy(
        policy.name(), policy.arn(), policy.via(), new PolicyDocument(from.kind(), from.version(), from.id(), statements), policy.level());
  }

  static AttachedPolicy policy(String name, @Nullable String arn, String via, PolicyKind kind, @Nullable String level, Statement statement) {
    return new AttachedPolicy(name, arn, via, new PolicyDocument(kind, PolicyVersion.V2012, null, List.of(statement)), level);
  }

  /** Whether the statement, standing in that policy, matches the request. */
  static boolean matches(AttachedPolicy policy, Statement statement, AccessRequest request) {
    return PolicySet.of(List.of(withStatements(policy, List.of(statement)))).explain(request).statements().getFirst().matched();
  }
}

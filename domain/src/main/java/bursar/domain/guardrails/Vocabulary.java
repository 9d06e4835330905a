package bursar.domain.guardrails;

import bursar.policy.AttachedPolicy;
import bursar.policy.Effect;
import bursar.policy.Located;
import bursar.policy.PatternElement;
import bursar.policy.PolicyDocument;
import bursar.policy.PolicyKind;
import bursar.policy.PolicyVersion;
import bursar.policy.Position;
import bursar.policy.Statement;
import bursar.policy.matching.WildcardPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says in today's actions what policies say of the legacy permissions in their place, so that one proof decides both. */
final class Vocabulary {
  private static final Position NOWHERE = new Position(1, 1);

  private Vocabulary() {}

  /**
   * The policies, with each statement about a legacy permission said again of the actions in whose place it stands: they allow one of those
   * actions exactly where the legacy permission is allowed on {@code *} and the action not denied, or, with {@code ownAllows}, where either
   * is allowed and neither denied. Empty when no statement could allow anything.
   */
  static List<AttachedPolicy> joined(List<AttachedPolicy> policies, String legacy, List<String> actions, boolean ownAllows) {
    List<AttachedPolicy> joined = new ArrayList<>();
    boolean allows = false;
    for (AttachedPolicy policy : policies) {
      List<Statement> statements = new ArrayList<>();
      for (Statement statement : policy.document().statements()) {
        if (ownAllows || statement.effect() == Effect.DENY) {
          statements.add(statement);
        }
        if (isAbout(statement, legacy)) {
          statements.add(saidOf(statement, actions));
        }
      }
      if (!statements.isEmpty()) {
        allows |= statements.stream().anyMatch(statement -> statement.effect() == Effect.ALLOW);
        PolicyDocument document = policy.document();
        joined.add(new AttachedPolicy(policy.name(), policy.arn(), policy.via(),
            new PolicyDocument(document.kind(), document.version(), document.id(), statements)));
      }
    }
    return allows ? joined : List.of();
  }

  /** A policy that denies some actions, on everything. */
  static AttachedPolicy denial(String name, List<String> actions) {
    Statement statement = new Statement(null, Effect.DENY, null, element(actions), element(List.of("*")), List.of(), NOWHERE, Map.of());
    return new AttachedPolicy(name, null, "settings", new PolicyDocument(PolicyKind.IDENTITY, PolicyVersion.V2008, null, List.of(statement)));
  }

  private static Statement saidOf(Statement statement, List<String> actions) {
    return new Statement(statement.sid(), statement.effect(), null, element(actions), element(List.of("*")), statement.conditions(),
        statement.position(), statement.elements());
  }

  private static PatternElement element(List<String> texts) {
    return new PatternElement(false, texts.stream().map(text -> new Located(text, NOWHERE)).toList());
  }

  /** Whether the statement concerns the legacy permission, which is always asked on {@code *}. */
  private static boolean isAbout(Statement statement, String legacy) {
    PatternElement action = statement.action();
    boolean named = action.texts().stream().anyMatch(text -> WildcardPattern.ignoringCase(text).matches(legacy));
    return !action.texts().isEmpty() && named != action.negated() && isAboutEverything(statement);
  }

  /** A resource with a variable could come to be {@code *}: that is supposed of an Allow and not of a Deny, to be on the safe side. */
  private static boolean isAboutEverything(Statement statement) {
    PatternElement resource = statement.resource();
    if (resource == null) {
      return true;
    }
    List<String> texts = resource.texts();
    if (texts.stream().anyMatch(text -> text.contains("${"))) {
      return statement.effect() == Effect.ALLOW;
    }
    return !texts.isEmpty() && texts.stream().anyMatch(text -> WildcardPattern.of(text).matches("*")) != resource.negated();
  }
}

package bursar.policy.prove;

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
import bursar.policy.Statement;
import bursar.policy.matching.ConditionOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is a request for which a formula is true.
 *
 * @param evaluator the policies in which the formula's statements stand, in the order of their places
 * @param formula what is asked
 * @param asker who asks, and what is known of the request because of it
 * @param resourceAccount who owns the resource; null when that is the asker's own account
 */
record Question(
    PolicySet evaluator, Formula formula, PrincipalCase asker, @Nullable String resourceAccount) {
  private static final Position NOWHERE = new Position(1, 1);

  /** Collects the policies of a question, those of its own included. */
  static final class Builder {
    private final List<AttachedPolicy> policies = new ArrayList<>();
    private @Nullable PolicySet evaluator;

    Group add(List<AttachedPolicy> more) {
      Group group = Group.of(more, policies.size());
      policies.addAll(more);
      evaluator = null;
      return group;
    }

    Group add(String name, List<PolicyDocument> documents) {
      List<AttachedPolicy> attached = new ArrayList<>();
      for (int index = 0; index < documents.size(); index++) {
        attached.add(new AttachedPolicy(name + " " + (index + 1), null, "given", documents.get(index)));
      }
      return add(attached);
    }

    /** A statement that matches the requests for an access, and under conditions. */
    Source asking(Access access, List<Condition> conditions) {
      Statement statement =
          new Statement(
              null, Effect.ALLOW, null, element(access.actions()), element(access.resources()), conditions, NOWHERE, Map.of());
      PolicyDocument document =
          new PolicyDocument(PolicyKind.IDENTITY, PolicyVersion.V2008, null, List.of(statement));
      return add(List.of(new AttachedPolicy("the question", null, "asked", document))).allows().getFirst();
    }

    private static PatternElement element(List<String> texts) {
      List<String> written = texts.isEmpty() ? List.of("*") : texts;
      return new PatternElement(false, written.stream().map(text -> new Located(text, NOWHERE)).toList());
    }

    Question build(Formula formula, PrincipalCase asker, @Nullable String resourceAccount) {
      PolicySet set = evaluator == null ? PolicySet.of(policies) : evaluator;
      evaluator = set;
      return new Question(set, formula, asker, resourceAccount);
    }
  }

  /** A condition that is part of a question. */
  static Condition condition(String operator, String key, List<String> values) {
    return new Condition(
        Objects.requireNonNull(ConditionOperator.parse(operator)),
        key,
        values.stream().map(value -> new Located(value, NOWHERE)).toList(),
        NOWHERE);
  }
}

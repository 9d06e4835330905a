package bursar.policy.prove;

import bursar.policy.AttachedPolicy;
import bursar.policy.Effect;
import bursar.policy.Statement;
import bursar.policy.StatementReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Policies that are taken together: allowed is what some Allow among them matches and no Deny. */
record Group(List<Source> allows, List<Source> denies) {
  Group {
    allows = List.copyOf(allows);
    denies = List.copyOf(denies);
  }

  /** Every statement of some policies; their places count on from a number. */
  static Group of(List<AttachedPolicy> policies, int firstIndex) {
    List<Source> allows = new ArrayList<>();
    List<Source> denies = new ArrayList<>();
    for (int policy = 0; policy < policies.size(); policy++) {
      AttachedPolicy attached = policies.get(policy);
      List<Statement> statements = attached.document().statements();
      for (int index = 0; index < statements.size(); index++) {
        Statement statement = statements.get(index);
        Source source =
            Source.of(
                new StatementReference(
                    attached, firstIndex + policy, index, statement.sid(), statement.position().line(),
                    statement.position().column()));
        (statement.effect() == Effect.ALLOW ? allows : denies).add(source);
      }
    }
    return new Group(allows, denies);
  }

  Group keeping(Predicate<Source> wanted) {
    return new Group(allows.stream().filter(wanted).toList(), denies.stream().filter(wanted).toList());
  }
}

package bursar.policy.fix;

import bursar.policy.AttachedPolicy;
import bursar.policy.Statement;
import java.util.ArrayList;
import java.util.List;

/** Policies after edits. */
final class Outcome {
  private Outcome() {}

  /** The policies after the edits; one that lost its last statement still stands, without any, and so still closes its gate. */
  static List<AttachedPolicy> of(List<AttachedPolicy> policies, List<Edit> edits) {
    List<AttachedPolicy> after = new ArrayList<>();
    for (int index = 0; index < policies.size(); index++) {
      AttachedPolicy policy = policies.get(index);
      int at = index;
      List<Edit> here = edits.stream().filter(edit -> edit.policyIndex() == at).toList();
      if (here.isEmpty()) {
        after.add(policy);
      } else if (here.stream().noneMatch(edit -> edit.form() == Edit.Form.REMOVE_POLICY)) {
        after.add(Rewriting.withStatements(policy, edited(policy.document().statements(), here)));
      }
    }
    edits.stream().filter(edit -> edit.form() == Edit.Form.ADD_POLICY).map(Edit::policy).forEach(after::add);
    return after;
  }

  private static List<Statement> edited(List<Statement> statements, List<Edit> edits) {
    List<Statement> after = new ArrayList<>();
    for (int index = 0; index < statements.size(); index++) {
      Statement statement = statements.get(index);
      boolean removed = false;
      for (Edit edit : edits) {
        if (edit.statementIndex() == index && edit.form() != Edit.Form.ADD_STATEMENT) {
          Statement result = edit.result();
          removed |= result == null;
          statement = result == null ? statement : result;
        }
      }
      if (!removed) {
        after.add(statement);
      }
    }
    for (Edit edit : edits) {
      Statement added = edit.result();
      if (edit.form() == Edit.Form.ADD_STATEMENT && added != null) {
        after.add(added);
      }
    }
    return after;
  }
}

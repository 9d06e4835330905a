package bursar.operations.gate;

import bursar.policy.AccessRequest;
import bursar.policy.PolicySet;
import bursar.policy.fix.Edit;
import bursar.policy.fix.Fix;
import bursar.policy.fix.SmallestFixes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What would let a refused principal pass. A need may be asked in two vocabularies, so a fix of the one that decided is tried, and
 * where the other then refuses, that is mended too; what is offered has been asked again and passed.
 */
final class Fixes {
  private static final int OFFERED = 3;
  /** The actions of both vocabularies that one need may have, and one round more. */
  private static final int ROUNDS_MOST = 8;
  private static final String POLICY_PLACE = "Users, Groups and Policies pages";

  private final PolicySet policies;
  private final Function<PolicySet, Vocabularies.Verdict> ask;

  Fixes(PolicySet policies, Function<PolicySet, Vocabularies.Verdict> ask) {
    this.policies = policies;
    this.ask = ask;
  }

  /** Changes of policies; empty when none is found. */
  List<AccessExplanation.FixReport> ofPolicies() {
    List<AccessExplanation.FixReport> reports = new ArrayList<>();
    AccessRequest request = ask.apply(policies).deciding().request();
    for (Fix fix : SmallestFixes.of(policies.policies(), request, OFFERED).fixes()) {
      List<Edit> edits = completed(fix);
      if (!edits.isEmpty()) {
        reports.add(report(edits, request));
      }
    }
    return reports;
  }

  /** Changes of policies where other gates must be opened first; these gates alone where policies allow already. */
  List<AccessExplanation.FixReport> afterGates(List<AccessExplanation.FixReport> gates) {
    AccessExplanation.FixReport opened = gates.getFirst();
    for (AccessExplanation.FixReport next : gates.subList(1, gates.size())) {
      opened = then(opened, next);
    }
    if (ask.apply(policies).allows()) {
      return List.of(opened);
    }
    AccessExplanation.FixReport first = opened;
    return ofPolicies().stream().map(fix -> then(first, fix)).toList();
  }

  private static AccessExplanation.FixReport then(AccessExplanation.FixReport first, AccessExplanation.FixReport next) {
    return new AccessExplanation.FixReport(first.sentence() + " Then: " + next.sentence(), first.whoCanChange() + "; then " + next.whoCanChange(),
        first.where() + "; then " + next.where(), next.edits());
  }

  /** The edits of a fix and of those that must follow it; empty when it does not come to an end. */
  private List<Edit> completed(Fix fix) {
    List<Edit> edits = new ArrayList<>(fix.edits());
    PolicySet after = PolicySet.of(fix.policies());
    for (int round = 0; round < ROUNDS_MOST; round++) {
      Vocabularies.Verdict verdict = ask.apply(after);
      if (verdict.allows()) {
        return edits;
      }
      List<Fix> next = SmallestFixes.of(after.policies(), verdict.deciding().request(), 1).fixes();
      if (next.isEmpty()) {
        return List.of();
      }
      edits.addAll(next.getFirst().edits());
      after = PolicySet.of(next.getFirst().policies());
    }
    return List.of();
  }

  private static AccessExplanation.FixReport report(List<Edit> edits, AccessRequest request) {
    Set<String> asked = new LinkedHashSet<>();
    edits.forEach(edit -> asked.add(edit.whoCan(request)));
    String sentence = new Fix(edits, List.of()).sentence();
    return new AccessExplanation.FixReport(sentence, String.join(", and ", asked), POLICY_PLACE, edits.stream().map(Fixes::report).toList());
  }

  private static AccessExplanation.EditReport report(Edit edit) {
    boolean adds = edit.form() == Edit.Form.ADD_POLICY || edit.form() == Edit.Form.ADD_STATEMENT;
    return new AccessExplanation.EditReport(edit.form().name(), edit.policy().name(), edit.policy().arn(), edit.policy().via(),
        edit.statementIndex() < 0 ? null : edit.statementIndex(), edit.element() == null ? null : edit.element().awsName(),
        adds ? edit.after() : null, edit.instruction());
  }
}

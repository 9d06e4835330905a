package bursar.server.commands;

import bursar.policy.AccessRequest;
import bursar.policy.Decision;
import bursar.policy.Explanation;
import bursar.policy.GateOutcome;
import bursar.policy.PolicySet;
import bursar.policy.StatementExplanation;
import bursar.policy.cases.PolicyCase;
import bursar.policy.fix.Edit;
import bursar.policy.fix.Fix;
import bursar.policy.fix.FixAnswer;
import bursar.policy.fix.SmallestFixes;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bursar policy explain}: why policies decide as they do, gate by gate, and what came near to deciding otherwise. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Says why policies decide as they do: gate by gate, with the deciding statements, the near misses and the smallest fixes.")
public final class PolicyExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private PolicyQuestion question = new PolicyQuestion();

  @Option(names = "--misses", paramLabel = "N", defaultValue = "10", description = "How many near misses are shown; ${DEFAULT-VALUE} without it.")
  private int misses = 10;

  @Option(names = "--fixes", paramLabel = "N", defaultValue = "3",
      description = "How many of the smallest changes that turn the decision round are shown; ${DEFAULT-VALUE} without it.")
  private int fixes = 3;

  @Override
  public Integer call() {
    AccessRequest request = question.request();
    PolicySet policies = question.set();
    Explanation explanation = policies.explain(request);
    PrintWriter out = spec.commandLine().getOut();
    out.println(PolicyCase.name(explanation.decision()));
    out.println();
    out.println("Gates, in order:");
    for (GateOutcome gate : explanation.gates()) {
      out.println("  " + gate.describe());
    }
    print(out, "Deciding statements:", explanation.deciding());
    List<StatementExplanation> others = explanation.statements().stream().filter(statement -> !statement.deciding()).limit(misses).toList();
    print(out, explanation.decision() instanceof Decision.Allowed ? "Other statements:" : "Other statements, the nearest first:", others);
    if (!explanation.missingKeys().isEmpty()) {
      out.println();
      out.println("Condition keys that the request does not carry: " + String.join(", ", explanation.missingKeys().stream().sorted().toList()));
    }
    if (fixes > 0) {
      out.println();
      printFixes(out, SmallestFixes.of(policies.policies(), request, fixes), explanation);
    }
    out.flush();
    return 0;
  }

  private static void printFixes(PrintWriter out, FixAnswer answer, Explanation explanation) {
    boolean allowed = explanation.decision().isAllowed();
    if (answer.reason() != null) {
      out.println((allowed ? "Nothing ends it: " : "Nothing allows it: ") + answer.reason());
      return;
    }
    out.println(allowed ? "The smallest deny that would end it, proven:" : "What would allow it, the smallest change first, each proven:");
    int number = 0;
    for (Fix fix : answer.fixes()) {
      number++;
      for (int part = 0; part < fix.edits().size(); part++) {
        Edit edit = fix.edits().get(part);
        out.println("  " + number + (fix.edits().size() == 1 ? "" : "." + (part + 1)) + "  " + edit.instruction());
        if (edit.form() == Edit.Form.CHANGE_ELEMENT) {
          out.println("       from " + edit.before() + " to " + edit.after());
        }
        out.println("       Ask " + edit.whoCan(explanation.request()) + ".");
      }
    }
  }

  private static void print(PrintWriter out, String title, List<StatementExplanation> statements) {
    if (statements.isEmpty()) {
      return;
    }
    out.println();
    out.println(title);
    for (StatementExplanation statement : statements) {
      out.println("  " + statement.reference().line() + ":" + statement.reference().column() + "  " + statement.reason());
    }
  }
}

package bursar.server.commands;

import bursar.policy.Decision;
import bursar.policy.Explanation;
import bursar.policy.GateOutcome;
import bursar.policy.StatementExplanation;
import bursar.policy.cases.PolicyCase;
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
    description = "Says why policies decide as they do: gate by gate, with the deciding statements and the near misses.")
public final class PolicyExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private PolicyQuestion question = new PolicyQuestion();

  @Option(names = "--misses", paramLabel = "N", defaultValue = "10", description = "How many near misses are shown; ${DEFAULT-VALUE} without it.")
  private int misses = 10;

  @Override
  public Integer call() {
    Explanation explanation = question.answer();
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
    out.flush();
    return 0;
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

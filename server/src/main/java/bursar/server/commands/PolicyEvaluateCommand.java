package bursar.server.commands;

import bursar.policy.Decision;
import bursar.policy.Explanation;
import bursar.policy.StatementExplanation;
import bursar.policy.cases.CaseAnswer;
import bursar.policy.cases.PolicyCase;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bursar policy evaluate}: what policies say of a request, or of every request of a file. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Says what policies decide about a request: one question on the command line, or a case a line in a file.")
public final class PolicyEvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--cases", paramLabel = "FILE.jsonl",
      description = "Answers one line of JSON to each case of the file, in order; - is standard input. Exits with 1 if a case was none.")
  private @Nullable Path cases;

  @Mixin private PolicyQuestion question = new PolicyQuestion();

  @Override
  public Integer call() {
    if (cases != null && !question.isAsked()) {
      return CaseLines.answerAll(cases, spec.commandLine().getOut(), line -> {
        CaseAnswer answer = CaseAnswer.to(line);
        return new CaseLines.Answered(answer.json(), answer.failed());
      });
    }
    if (cases != null || !question.isAsked()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Give either --cases FILE.jsonl, or a question: --policy FILE --principal WHO --action A --resource R");
    }
    Explanation explanation = question.answer();
    PrintWriter out = spec.commandLine().getOut();
    out.println(PolicyCase.name(explanation.decision()));
    explanation.deciding().stream().map(StatementExplanation::reason).forEach(out::println);
    if (explanation.decision() instanceof Decision.ImplicitlyDenied denied) {
      out.println("No Allow is found in " + denied.gate().describe() + ".");
    }
    out.flush();
    return 0;
  }
}

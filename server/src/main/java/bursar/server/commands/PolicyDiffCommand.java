package bursar.server.commands;

import bursar.policy.Condition;
import bursar.policy.PolicyDocument;
import bursar.policy.PolicyKind;
import bursar.policy.prove.Difference;
import bursar.policy.prove.Prover;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bursar policy diff}: what a change of a policy allows and refuses anew, over all possible requests. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Says what a policy allows (+) and no longer allows (-) against another, over all possible requests. Exits"
        + " with 1 when there is a difference, and with 3 when there is none known but something could not be decided.")
public final class PolicyDiffCommand implements Callable<Integer> {
  private static final int UNDECIDED = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "BEFORE", description = "The policy as it was.")
  private Path before = Path.of(".");

  @Parameters(index = "1", paramLabel = "AFTER", description = "The policy as it is to be.")
  private Path after = Path.of(".");

  @Option(names = "--kind", paramLabel = "KIND", defaultValue = "identity",
      description = "identity, resource, trust, boundary, session, scp or rcp; ${DEFAULT-VALUE} without it.")
  private String kind = "identity";

  @Override
  public Integer call() {
    PolicyKind meant = PolicyFile.kind(spec, kind);
    PolicyDocument one = PolicyFile.read(before, meant, "before", null).document();
    PolicyDocument other = PolicyFile.read(after, meant, "after", null).document();
    Difference difference = Prover.difference(List.of(one), List.of(other));
    PrintWriter out = spec.commandLine().getOut();
    difference.newlyAllowed().forEach(change -> print(out, "+", change));
    difference.newlyDenied().forEach(change -> print(out, "-", change));
    difference.undecided().forEach(reason -> out.println("? " + reason));
    if (difference.isNone()) {
      out.println("Both allow the same requests.");
    }
    out.flush();
    boolean none = difference.newlyAllowed().isEmpty() && difference.newlyDenied().isEmpty();
    return !none ? 1 : difference.undecided().isEmpty() ? 0 : UNDECIDED;
  }

  private static void print(PrintWriter out, String sign, Difference.Change change) {
    String conditions =
        change.conditions().stream().map(PolicyDiffCommand::words).collect(Collectors.joining(" and "));
    out.println(
        sign + " " + change.action() + " on " + change.resource() + (conditions.isEmpty() ? "" : " if " + conditions)
            + "  (line " + change.statement().line() + ")");
    out.println("    such as " + change.example().describe());
  }

  private static String words(Condition condition) {
    return condition.operator().awsName() + " " + condition.key() + " " + String.join(", ", condition.texts());
  }
}

package bursar.server.commands;

import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.Explanation;
import bursar.policy.PolicyReader;
import bursar.policy.PolicySet;
import bursar.policy.RequestContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bursar policy evaluate}: what policies say of a request. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, description = "Says what policies decide about a request.")
public final class PolicyEvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--policy", required = true, paramLabel = "FILE", description = "An identity-based policy; may be given more than once.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--principal", required = true, paramLabel = "ARN", description = "Who asks.")
  private String principal = "";

  @Option(names = "--action", required = true, paramLabel = "A", description = "What is asked for, such as ce:GetCostAndUsage.")
  private String action = "";

  @Option(names = "--resource", paramLabel = "R", description = "An ARN; * without it.")
  private String resource = "*";

  @Option(names = "--context", paramLabel = "KEY=VALUE", description = "A condition key of the request; may be given more than once.")
  private Map<String, String> context = new LinkedHashMap<>();

  @Override
  public Integer call() {
    List<AttachedPolicy> policies = new ArrayList<>();
    for (Path file : files) {
      policies.add(new AttachedPolicy(String.valueOf(file.getFileName()), null, "given", PolicyReader.read(read(file))));
    }
    RequestContext.Builder keys = RequestContext.builder();
    context.forEach(keys::put);
    Explanation explanation = PolicySet.of(policies).explain(new AccessRequest(principal, action, resource, keys.build()));
    PrintWriter out = spec.commandLine().getOut();
    out.println(explanation.decision().getClass().getSimpleName());
    explanation.deciding().forEach(statement -> out.println(statement.reason()));
    out.flush();
    return 0;
  }

  private static String read(Path file) {
    try {
      return Files.readString(Paths.meant(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The policy " + file + " cannot be read.", e);
    }
  }
}

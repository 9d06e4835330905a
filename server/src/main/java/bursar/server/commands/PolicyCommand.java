package bursar.server.commands;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bursar policy}: what can be asked of policy files, without a server and without a data folder. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = "Asks questions of policy files, without a server.",
    subcommands = {
      PolicyEvaluateCommand.class,
      PolicyExplainCommand.class,
      PolicyValidateCommand.class,
      PolicyDiffCommand.class,
      PolicyWhoCanCommand.class,
      PolicyTestCommand.class
    })
public final class PolicyCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Say what to do: policy " + String.join("|", spec.commandLine().getSubcommands().keySet()));
  }
}

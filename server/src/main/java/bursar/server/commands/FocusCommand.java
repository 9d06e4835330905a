package bursar.server.commands;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bursar focus}: what can be asked about FOCUS, the FinOps Open Cost and Usage Specification, without a server. */
@Command(
    name = "focus",
    mixinStandardHelpOptions = true,
    description = "Checks files against FOCUS, the FinOps Open Cost and Usage Specification, without a server.",
    subcommands = {FocusCheckCommand.class})
public final class FocusCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Say what to do: focus " + String.join("|", spec.commandLine().getSubcommands().keySet()));
  }
}

package bursar.server.commands;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bursar account}: what an operator does with accounts. */
@Command(name = "account", mixinStandardHelpOptions = true, description = "Creates accounts.", subcommands = AccountCreateCommand.class)
public final class AccountCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: account create");
  }
}

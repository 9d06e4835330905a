package bursar.server;

import bursar.server.commands.AccountCommand;
import bursar.server.commands.DemoCommand;
import bursar.server.commands.Failures;
import bursar.server.commands.FocusCommand;
import bursar.server.commands.ImportCommand;
import bursar.server.commands.PolicyCommand;
import bursar.server.commands.ServeCommand;
import bursar.server.commands.TrainCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/** Where the program starts: one command a run. */
@Command(
    name = "bursar",
    mixinStandardHelpOptions = true,
    version = "bursar 0.1.0",
    description = "Accounts, identities and policies in front of billing information and cost tools.",
    subcommands = {
      ServeCommand.class, DemoCommand.class, AccountCommand.class, ImportCommand.class, PolicyCommand.class, FocusCommand.class,
      TrainCommand.class})
public final class Main implements Runnable {
  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  private Main() {}

  /** Runs the command of the arguments; its exit code is the process's. */
  public static void main(String... arguments) {
    int code = commandLine().execute(arguments);
    if (code != 0 || !ServeCommand.keepsRunning()) {
      System.exit(code);
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(Failures::print)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}

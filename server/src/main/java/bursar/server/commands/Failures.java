package bursar.server.commands;

import bursar.domain.Failure;
import bursar.operations.gate.AccessDenied;
import bursar.server.operator.OperatorRefused;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;

/** Prints what went wrong as a sentence; only what nobody foresaw gets a stack trace. */
public final class Failures {
  private static final int EXIT_REFUSED = 1;
  private static final int EXIT_UNFORESEEN = 70;

  private Failures() {}

  /** Prints the failure of a command and says with which code to exit. */
  public static int print(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    switch (failure) {
      case Failure refused -> err.println("bursar: " + refused.sentence());
      case AccessDenied denied -> err.println("bursar: " + denied.getMessage());
      case OperatorRefused refused -> err.println("bursar: " + refused.getMessage());
      case IllegalArgumentException wrong -> err.println("bursar: " + wrong.getMessage());
      case UncheckedIOException unreadable -> err.println("bursar: " + unreadable.getMessage() + " (" + cause(unreadable) + ")");
      default -> {
        failure.printStackTrace(err);
        return EXIT_UNFORESEEN;
      }
    }
    return EXIT_REFUSED;
  }

  private static String cause(UncheckedIOException failure) {
    return String.valueOf(failure.getCause() == null ? failure.getMessage() : failure.getCause().getMessage());
  }
}

package bursar.server.commands;

import bursar.operations.bursar.CreateAccount;
import bursar.server.operator.OperatorChannel;
import bursar.wire.json.FlatJson;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bursar account create}: an account and its owner, whether a server runs on the folder or not. */
@Command(name = "create", mixinStandardHelpOptions = true, description = "Creates an account and its owner, the root user.")
public final class AccountCreateCommand implements Callable<Integer> {
  private static final int PASSWORD_BYTES_MAX = 1_024;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data folder.")
  private Path data = Path.of("data");

  @Option(names = "--email", required = true, paramLabel = "E", description = "The owner's e-mail address.")
  private String email = "";

  @Option(names = "--name", required = true, paramLabel = "N", description = "The account's name.")
  private String name = "";

  @Option(names = "--account-id", paramLabel = "12DIGITS", description = "The account's id; a free one is chosen without it.")
  private @Nullable String accountId;

  @Option(names = "--password-stdin", description = "Reads the owner's password from standard input.")
  private boolean passwordFromInput;

  @Option(names = "--with-access-key", description = "Makes an access key of the root user and prints it, this once.")
  private boolean withAccessKey;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Override
  public Integer call() {
    String password = password();
    CreateAccount.Answer made;
    try (OperatorChannel operator = Channels.to(Paths.meant(data))) {
      made = operator.call("CreateAccount", new CreateAccount.Request(email, name, accountId, password, withAccessKey),
          CreateAccount.Answer.class);
    }
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("AccountId", made.accountId());
    if (made.accessKeyId() != null && made.secretAccessKey() != null) {
      lines.put("AccessKeyId", made.accessKeyId());
      lines.put("SecretAccessKey", made.secretAccessKey());
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(FlatJson.write(lines));
    } else {
      lines.forEach((label, value) -> out.println(label + ": " + value));
    }
    out.flush();
    return 0;
  }

  private String password() {
    if (passwordFromInput) {
      try {
        String text = new String(System.in.readNBytes(PASSWORD_BYTES_MAX), StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      } catch (IOException e) {
        throw new UncheckedIOException("The password cannot be read from standard input.", e);
      }
    }
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("Password of the owner: ");
    if (typed == null) {
      throw new IllegalArgumentException("There is nobody to ask for the password. Give it on standard input, with --password-stdin.");
    }
    return new String(typed);
  }
}

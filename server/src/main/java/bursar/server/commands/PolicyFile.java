package bursar.server.commands;

import bursar.policy.AttachedPolicy;
import bursar.policy.MalformedPolicyException;
import bursar.policy.PolicyKind;
import bursar.policy.PolicyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Policies as files on the command line. */
final class PolicyFile {
  private PolicyFile() {}

  /**
   * The kind of policy that {@code --kind} names, in capitals or not.
   *
   * @throws CommandLine.ParameterException when it names none
   */
  static PolicyKind kind(CommandSpec command, String named) {
    PolicyKind kind = PolicyKind.named(named.toLowerCase(Locale.ROOT));
    if (kind == null) {
      throw new CommandLine.ParameterException(
          command.commandLine(), "--kind is identity, resource, trust, boundary, session, scp or rcp, and `" + named + "` is none.");
    }
    return kind;
  }

  /**
   * Reads one policy.
   *
   * @param file as the person wrote it
   * @param via how the policy comes to count, such as {@code attached to user}; told in explanations
   * @param level the level of an organization's policy; null for every other
   * @throws IllegalArgumentException when the file is no policy of the kind; it says where and why
   */
  static AttachedPolicy read(Path file, PolicyKind kind, String via, @Nullable String level) {
    try {
      return new AttachedPolicy(
          String.valueOf(file.getFileName()), null, via, PolicyReader.read(Files.readString(Paths.meant(file)), kind), level);
    } catch (IOException e) {
      throw new UncheckedIOException("The policy " + file + " cannot be read.", e);
    } catch (MalformedPolicyException malformed) {
      throw new IllegalArgumentException(
          file + ", line " + malformed.line() + ", column " + malformed.column() + ": " + malformed.getMessage(), malformed);
    }
  }

  /** Every policy of a folder, but not of the folders in it; none when there is no such folder. */
  static List<AttachedPolicy> readAll(Path folder, PolicyKind kind, String via, @Nullable String level) {
    return entries(folder).stream()
        .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(".json"))
        .map(file -> read(file, kind, via, level))
        .toList();
  }

  /** The folders in a folder, by name; none when there is no such folder. */
  static List<Path> folders(Path folder) {
    return entries(folder).stream().filter(Files::isDirectory).toList();
  }

  private static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be read.", e);
    }
  }
}

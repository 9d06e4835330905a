package bursar.server.commands;

import bursar.policy.AttachedPolicy;
import bursar.policy.PolicyKind;
import bursar.policy.Principal;
import bursar.policy.prove.Access;
import bursar.policy.prove.Proof;
import bursar.policy.prove.Prover;
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

/** {@code bursar policy who-can}: which principals of a folder of policies can ever do something. */
@Command(
    name = "who-can",
    mixinStandardHelpOptions = true,
    description = {
      "Says which principals can ever do something, over all possible requests. The folder holds:",
      "  users/NAME/*.json      policies of a user, those of its groups aside",
      "  roles/NAME/*.json      policies of a role",
      "  groups/NAME/*.json     policies of a group, and groups/NAME/members.txt with a user a line",
      "  .../NAME/boundary/*.json  permissions boundaries of a user or role",
      "  scp/LEVEL/*.json       service control policies; those of one level are alternatives",
      "  resource/*.json        policies of the resource",
      "Exits with 0 whoever can, and with 3 when something could not be decided."
    })
public final class PolicyWhoCanCommand implements Callable<Integer> {
  private static final int UNDECIDED = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--policies", paramLabel = "DIR", required = true, description = "The folder.")
  private Path folder = Path.of(".");

  @Option(names = "--action", paramLabel = "A", required = true, description = "What is to be done, such as payments:*.")
  private List<String> actions = new ArrayList<>();

  @Option(names = "--resource", paramLabel = "R", description = "On what: a pattern of ARNs; without it, on anything.")
  private List<String> resources = new ArrayList<>();

  @Option(names = "--account", paramLabel = "ID", defaultValue = "123456789012",
      description = "The account of the principals; ${DEFAULT-VALUE} without it.")
  private String account = "123456789012";

  @Override
  public Integer call() {
    Path root = Paths.meant(folder);
    Map<Principal, List<AttachedPolicy>> principals = principals(root);
    if (principals.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no principal under " + folder + ": put policies into users/NAME/ or roles/NAME/ as *.json files.");
    }
    List<AttachedPolicy> shared = new ArrayList<>(PolicyFile.readAll(root.resolve("resource"), PolicyKind.RESOURCE, "on the resource", null));
    for (Path level : PolicyFile.folders(root.resolve("scp"))) {
      String name = String.valueOf(level.getFileName());
      shared.addAll(PolicyFile.readAll(level, PolicyKind.SERVICE_CONTROL, "of level " + name, name));
    }
    PrintWriter out = spec.commandLine().getOut();
    boolean undecided = false;
    for (Map.Entry<Principal, List<AttachedPolicy>> entry : principals.entrySet()) {
      List<AttachedPolicy> policies = new ArrayList<>(entry.getValue());
      policies.addAll(shared);
      Proof proof =
          Prover.neverAllowed(policies, entry.getKey(), null, new Access(actions, resources), Map.of());
      undecided |= proof instanceof Proof.Unknown;
      out.println(entry.getKey().text() + "  " + sentence(proof));
    }
    out.flush();
    return undecided ? UNDECIDED : 0;
  }

  private static String sentence(Proof proof) {
    return switch (proof) {
      case Proof.Proved _ -> "cannot";
      case Proof.Counterexample found -> "can: " + found.request().describe();
      case Proof.Unknown unknown -> "is not decided: " + unknown.reason();
    };
  }

  private Map<Principal, List<AttachedPolicy>> principals(Path root) {
    Map<String, List<AttachedPolicy>> ofUsers = new LinkedHashMap<>();
    for (Path user : PolicyFile.folders(root.resolve("users"))) {
      ofUsers.put(String.valueOf(user.getFileName()), own(user, "attached to user"));
    }
    for (Path group : PolicyFile.folders(root.resolve("groups"))) {
      List<AttachedPolicy> policies =
          PolicyFile.readAll(group, PolicyKind.IDENTITY, "attached to group " + group.getFileName(), null);
      for (String member : members(group.resolve("members.txt"))) {
        ofUsers.computeIfAbsent(member, name -> new ArrayList<>()).addAll(policies);
      }
    }
    Map<Principal, List<AttachedPolicy>> principals = new LinkedHashMap<>();
    ofUsers.forEach((name, policies) -> principals.put(principal("user/" + name), policies));
    for (Path role : PolicyFile.folders(root.resolve("roles"))) {
      principals.put(principal("role/" + role.getFileName()), own(role, "attached to role"));
    }
    return principals;
  }

  private Principal principal(String resource) {
    return Principal.parse("arn:aws:iam::" + account + ":" + resource);
  }

  private static List<AttachedPolicy> own(Path folder, String via) {
    List<AttachedPolicy> policies = new ArrayList<>(PolicyFile.readAll(folder, PolicyKind.IDENTITY, via, null));
    policies.addAll(PolicyFile.readAll(folder.resolve("boundary"), PolicyKind.PERMISSIONS_BOUNDARY, "boundary", null));
    return policies;
  }

  private static List<String> members(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file).stream().map(String::strip).filter(line -> !line.isEmpty()).toList() : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("The members " + file + " cannot be read.", e);
    }
  }
}

package bursar.server.commands;

import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.Explanation;
import bursar.policy.PolicyKind;
import bursar.policy.PolicySet;
import bursar.policy.Principal;
import bursar.policy.RequestContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options in which a person puts one question to policy files. */
final class PolicyQuestion {
  @Option(names = "--policy", paramLabel = "FILE", description = "An identity-based policy. This and the next five may be given more than once.")
  private List<Path> identity = new ArrayList<>();

  @Option(names = "--resource-policy", paramLabel = "FILE", description = "A policy of the resource, a role's trust policy included.")
  private List<Path> resourcePolicies = new ArrayList<>();

  @Option(names = "--boundary", paramLabel = "FILE", description = "A permissions boundary.")
  private List<Path> boundaries = new ArrayList<>();

  @Option(names = "--session-policy", paramLabel = "FILE", description = "A session policy.")
  private List<Path> sessions = new ArrayList<>();

  @Option(names = "--scp", paramLabel = "[LEVEL=]FILE", description = "A service control policy; those of one level are alternatives.")
  private List<String> serviceControls = new ArrayList<>();

  @Option(names = "--rcp", paramLabel = "[LEVEL=]FILE", description = "A resource control policy; those of one level are alternatives.")
  private List<String> resourceControls = new ArrayList<>();

  @Option(names = "--principal", paramLabel = "WHO", description = "Who asks: an ARN, a service such as ecs.amazonaws.com, or anonymous.")
  private @Nullable String principal;

  @Option(names = "--action", paramLabel = "A", description = "What is asked for, such as ce:GetCostAndUsage.")
  private @Nullable String action;

  @Option(names = "--resource", paramLabel = "R", description = "An ARN; without it *, for an action that has no resources.")
  private String resource = "*";

  @Option(names = "--resource-account", paramLabel = "ID", description = "The account of the resource, when it is not the principal's.")
  private @Nullable String resourceAccount;

  @Option(names = "--context", paramLabel = "KEY=VALUE", description = "A condition key of the request; given twice, the key has two values.")
  private List<String> context = new ArrayList<>();

  /** Whether anything was asked this way. */
  boolean isAsked() {
    return principal != null || action != null;
  }

  /** Reads the files and answers. */
  Explanation answer() {
    return set().explain(request());
  }

  /** The policies of the files. */
  PolicySet set() {
    return PolicySet.of(policies());
  }

  /** What is asked of them. */
  AccessRequest request() {
    if (principal == null || action == null) {
      throw new IllegalArgumentException("A question has a principal and an action. Give --principal WHO and --action A.");
    }
    Principal who = Principal.parse(principal);
    if (who instanceof Principal.Unrecognized) {
      throw new IllegalArgumentException("The principal " + principal + " is not the ARN of a root user, user, role or session, nor a"
          + " service such as ecs.amazonaws.com, nor the word anonymous.");
    }
    RequestContext.Builder keys = RequestContext.builder();
    for (String pair : context) {
      int equals = pair.indexOf('=');
      if (equals <= 0) {
        throw new IllegalArgumentException("--context " + pair + " has no value. Write it as KEY=VALUE, such as aws:SourceIp=203.0.113.7.");
      }
      keys.add(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return new AccessRequest(who, action, resource, resourceAccount, keys.build());
  }

  private List<AttachedPolicy> policies() {
    List<AttachedPolicy> policies = new ArrayList<>();
    identity.forEach(file -> policies.add(read(file, PolicyKind.IDENTITY, null)));
    resourcePolicies.forEach(file -> policies.add(read(file, PolicyKind.RESOURCE, null)));
    boundaries.forEach(file -> policies.add(read(file, PolicyKind.PERMISSIONS_BOUNDARY, null)));
    sessions.forEach(file -> policies.add(read(file, PolicyKind.SESSION, null)));
    serviceControls.forEach(written -> policies.add(readLevelled(written, PolicyKind.SERVICE_CONTROL)));
    resourceControls.forEach(written -> policies.add(readLevelled(written, PolicyKind.RESOURCE_CONTROL)));
    return policies;
  }

  private static AttachedPolicy readLevelled(String written, PolicyKind kind) {
    int equals = written.indexOf('=');
    return equals < 0 ? read(Path.of(written), kind, null) : read(Path.of(written.substring(equals + 1)), kind, written.substring(0, equals));
  }

  private static AttachedPolicy read(Path file, PolicyKind kind, @Nullable String level) {
    return PolicyFile.read(file, kind, level == null ? kind.noun() : kind.noun() + " of level " + level, level);
  }
}

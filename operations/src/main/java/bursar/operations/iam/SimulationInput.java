package bursar.operations.iam;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.policy.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;

/**
 * What both simulations are asked alike.
 *
 * @param resources at least one; {@code *} where the request names none
 * @param handling the EC2 scenario; null for none
 */
record SimulationInput(
    List<String> policies,
    List<String> boundaries,
    List<String> actions,
    List<String> resources,
    boolean namesResources,
    @Nullable String resourcePolicy,
    @Nullable String resourceOwner,
    @Nullable String callerArn,
    List<ContextEntry> context,
    @Nullable String handling,
    @Nullable Integer maxItems,
    @Nullable String marker) {
  private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9-]+:[A-Za-z0-9]+");
  private static final Pattern OWNER = Pattern.compile("(?:arn:aws:iam::)?(\\d{12})(?::root)?");
  private static final List<String> CLASSIC = List.of("image", "instance", "security-group");
  private static final List<String> INSTANCE_STORE = List.of("image", "instance", "network-interface", "security-group");
  /** Which types of resources each EC2 scenario needs, as the API reference lists them. */
  private static final Map<String, List<String>> SCENARIOS =
      Map.of(
          "EC2-CLASSIC-INSTANCESTORE", CLASSIC,
          "EC2-CLASSIC-EBS", List.of("image", "instance", "security-group", "volume"),
          "EC2-VPC-INSTANCESTORE", INSTANCE_STORE,
          "EC2-VPC-INSTANCESTORE-SUBNET", List.of("image", "instance", "network-interface", "security-group", "subnet"),
          "EC2-VPC-EBS", List.of("image", "instance", "network-interface", "security-group", "volume"),
          "EC2-VPC-EBS-SUBNET", List.of("image", "instance", "network-interface", "security-group", "subnet", "volume"));

  static SimulationInput of(SimulateCustomPolicyRequest asked) {
    return new SimulationInput(asked.policyInputList(), asked.permissionsBoundaryPolicyInputList(), asked.actionNames(),
        resources(asked.resourceArns()), names(asked.resourceArns()), asked.resourcePolicy(), asked.resourceOwner(), asked.callerArn(),
        asked.contextEntries(), asked.resourceHandlingOption(), asked.maxItems(), asked.marker()).checked();
  }

  static SimulationInput of(SimulatePrincipalPolicyRequest asked) {
    String source = asked.policySourceArn();
    String caller = asked.callerArn() == null && source.contains(":user/") ? source : asked.callerArn();
    return new SimulationInput(asked.policyInputList(), asked.permissionsBoundaryPolicyInputList(), asked.actionNames(),
        resources(asked.resourceArns()), names(asked.resourceArns()), asked.resourcePolicy(), asked.resourceOwner(), caller,
        asked.contextEntries(), asked.resourceHandlingOption(), asked.maxItems(), asked.marker()).checked();
  }

  private static List<String> resources(List<String> arns) {
    return arns.isEmpty() ? List.of("*") : arns;
  }

  private static boolean names(List<String> arns) {
    return !arns.isEmpty() && !arns.equals(List.of("*"));
  }

  private SimulationInput checked() {
    for (String action : actions) {
      if (!ACTION.matcher(action).matches()) {
        throw new Failure("InvalidInput", "Invalid Action Name: " + action + ". Write one action in full, such as s3:GetObject.");
      }
    }
    for (String resource : resources) {
      if (!resource.equals("*") && resource.split(":", 6).length < 6) {
        throw new Failure("InvalidInput", "Invalid Resource Arn: " + resource + ". Write an ARN, or * for all.");
      }
    }
    if (callerArn != null && !(Principal.parse(callerArn) instanceof Principal.User)) {
      throw new Failure("InvalidInput", "Invalid Caller Arn: " + callerArn + ". Only an IAM user can be the simulated caller.");
    }
    if (resourcePolicy != null && callerArn == null) {
      throw new Failure("InvalidInput", "A ResourcePolicy says whom it is about, so the simulation needs a CallerArn, that of an IAM user.");
    }
    if (boundaries.size() > 1) {
      throw new Failure("InvalidInput", "An identity has one permissions boundary, and PermissionsBoundaryPolicyInputList holds "
          + boundaries.size() + ".");
    }
    if (resourceOwner != null && !OWNER.matcher(resourceOwner).matches()) {
      throw new Failure("InvalidInput", "Invalid Resource Owner: " + resourceOwner + ". Write arn:aws:iam::123456789012:root.");
    }
    checkScenario();
    return this;
  }

  private void checkScenario() {
    if (handling == null) {
      return;
    }
    List<String> types = SCENARIOS.get(handling.toUpperCase(Locale.ROOT));
    if (types == null) {
      throw new Failure("InvalidInput", "There is no ResourceHandlingOption " + handling + "; the options are "
          + String.join(", ", SCENARIOS.keySet().stream().sorted().toList()) + ", in any case.");
    }
    for (String type : types) {
      boolean given = resources.stream().anyMatch(arn -> arn.startsWith("arn:") && arn.split(":", 6)[5].startsWith(type + "/"));
      if (!given && actions.stream().anyMatch(SimulationInput::runsInstances)) {
        throw new Failure("InvalidInput", "The scenario " + handling + " needs a resource of type " + type + " in ResourceArns.");
      }
    }
  }

  private static boolean runsInstances(String action) {
    return action.equalsIgnoreCase("ec2:RunInstances");
  }

  /** Whether the action is decided over all resources at once, as the scenario says. */
  boolean together(String action) {
    return handling != null && runsInstances(action);
  }

  /** Who owns a resource: whom its ARN names, else the owner the request names, else the caller. */
  String ownerOf(String resource, AccountId caller) {
    String[] parts = resource.split(":", 6);
    if (parts.length == 6 && parts[4].matches("\\d{12}")) {
      return parts[4];
    }
    var owner = OWNER.matcher(resourceOwner == null ? "" : resourceOwner);
    return owner.matches() ? owner.group(1) : callerArn == null ? caller.digits() : callerArn.split(":", 6)[4];
  }
}

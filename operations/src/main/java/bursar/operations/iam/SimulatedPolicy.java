package bursar.operations.iam;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.identity.Group;
import bursar.domain.identity.Identity;
import bursar.domain.identity.IdentityPolicy;
import bursar.domain.identity.ManagedPolicy;
import bursar.domain.identity.PolicyHolder;
import bursar.domain.identity.User;
import bursar.policy.AttachedPolicy;
import bursar.policy.MalformedPolicyException;
import bursar.policy.PolicyKind;
import bursar.policy.PolicyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.PolicySourceType;

/**
 * A policy that takes part in a simulation, with its text and the name under which answers point at it. Source: IAM API reference, Statement.
 *
 * @param id {@code PolicyInputList.1} and the like for policies of the request, {@code user_Anna_Own} for inline policies, else the policy's name
 */
record SimulatedPolicy(AttachedPolicy policy, String text, String id, PolicySourceType type) {
  /** Policies that the request brings along. */
  static List<SimulatedPolicy> given(List<String> texts, String member, PolicyKind kind) {
    List<SimulatedPolicy> policies = new ArrayList<>();
    for (String text : texts) {
      String id = member + "." + (policies.size() + 1);
      policies.add(read(text, id, kind, PolicySourceType.NONE));
    }
    return policies;
  }

  /** The policy that the request puts on the resource. */
  static SimulatedPolicy ofResource(String text) {
    return read(text, "ResourcePolicy", PolicyKind.RESOURCE, PolicySourceType.RESOURCE);
  }

  private static SimulatedPolicy read(String text, String id, PolicyKind kind, PolicySourceType type) {
    try {
      return new SimulatedPolicy(new AttachedPolicy(id, null, "of the request", PolicyReader.read(text, kind)), text, id, type);
    } catch (MalformedPolicyException malformed) {
      throw new Failure("InvalidInput", id + ", line " + malformed.line() + ", column " + malformed.column() + ": " + malformed.getMessage());
    }
  }

  /** A user of the account by its ARN. */
  static Optional<User> user(Identity identity, AccountId account, String arn) {
    return identity.users().find(account, arn.substring(arn.lastIndexOf('/') + 1)).filter(user -> user.arn().equals(arn));
  }

  /**
   * All policies that count for a user, or those of a group.
   *
   * @throws Failure InvalidInput when the ARN is none of a user, group or role; NoSuchEntity
   */
  static List<SimulatedPolicy> of(Identity identity, AccountId account, String arn) {
    if (!arn.matches("arn:aws:iam::\\d{12}:(user|group|role)/.+")) {
      throw new Failure("InvalidInput", "Invalid Entity Arn: " + arn + " does not clearly define entity type and name.");
    }
    Optional<User> user = user(identity, account, arn);
    if (arn.contains(":user/") && user.isPresent()) {
      return identity.attachments().policiesOf(account, user.get().id()).stream().map(policy -> held(policy, user.get())).toList();
    }
    Optional<Group> group = identity.groups().find(account, arn.substring(arn.lastIndexOf('/') + 1)).filter(one -> one.arn().equals(arn));
    if (arn.contains(":group/") && group.isPresent()) {
      return ofGroup(identity, group.get());
    }
    throw new Failure("NoSuchEntity", "Account " + account + " has no user, group or role " + arn + ".");
  }

  private static SimulatedPolicy held(IdentityPolicy policy, User user) {
    String group = policy.group();
    if (policy.arn() != null) {
      return stored(policy.name(), policy.arn(), policy.via(), policy.document(), policy.name(), managed(policy.arn()));
    }
    return group == null
        ? stored(policy.name(), null, policy.via(), policy.document(), "user_" + user.name() + "_" + policy.name(), PolicySourceType.USER)
        : stored(policy.name(), null, policy.via(), policy.document(), "group_" + group + "_" + policy.name(), PolicySourceType.GROUP);
  }

  private static List<SimulatedPolicy> ofGroup(Identity identity, Group group) {
    PolicyHolder holder = new PolicyHolder.OfGroup(group);
    List<SimulatedPolicy> policies = new ArrayList<>();
    for (String name : identity.inlinePolicies().names(holder)) {
      policies.add(stored(name, null, "group " + group.name(), identity.inlinePolicies().get(holder, name),
          "group_" + group.name() + "_" + name, PolicySourceType.GROUP));
    }
    for (ManagedPolicy policy : identity.attachments().attached(holder, "/")) {
      String text = identity.managedPolicies().version(policy, "v" + policy.defaultVersion()).document();
      policies.add(stored(policy.name(), policy.arn(), "group " + group.name(), text, policy.name(), managed(policy.arn())));
    }
    return policies;
  }

  private static PolicySourceType managed(String arn) {
    return arn.startsWith("arn:aws:iam::aws:") ? PolicySourceType.AWS_MANAGED : PolicySourceType.USER_MANAGED;
  }

  private static SimulatedPolicy stored(
      String name, @Nullable String arn, String via, String text, String id, PolicySourceType type) {
    return new SimulatedPolicy(new AttachedPolicy(name, arn, via, PolicyReader.read(text)), text, id, type);
  }
}

package bursar.operations.iam;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.identity.AccessKey;
import bursar.domain.identity.Arns;
import bursar.domain.identity.Group;
import bursar.domain.identity.Identity;
import bursar.domain.identity.ManagedPolicy;
import bursar.domain.identity.PolicyHolder;
import bursar.domain.identity.Tag;
import bursar.domain.identity.User;
import bursar.operations.gate.Caller;
import bursar.operations.gate.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom and what a call is about. The ARN of something that exists has its stored name and path, however the caller wrote the name: a policy
 * about {@code user/staff/Anna} cannot be walked around by asking for {@code ANNA}.
 */
final class IamTargets {
  private final Identity identity;

  IamTargets(Identity identity) {
    this.identity = identity;
  }

  /** The ARN of a user; without a name, of the caller. */
  String userArn(Caller caller, @Nullable String name) {
    if (name == null) {
      return caller.principal().arn();
    }
    return identity.users().find(caller.account(), name).map(User::arn).orElseGet(() -> Arns.of(caller.account(), "user", "/", name));
  }

  /** The ARN a user would have with another name or path; null for either leaves it. */
  String userArnAfter(Caller caller, @Nullable String name, @Nullable String newName, @Nullable String newPath) {
    String oldName = name == null ? "" : name;
    String path = identity.users().find(caller.account(), oldName).map(User::path).orElse("/");
    return Arns.of(caller.account(), "user", newPath == null ? path : newPath, newName == null ? oldName : newName);
  }

  /** The ARN a group would have with another name or path; null for either leaves it. */
  String groupArnAfter(Caller caller, String name, @Nullable String newName, @Nullable String newPath) {
    String path = identity.groups().find(caller.account(), name).map(Group::path).orElse("/");
    return Arns.of(caller.account(), "group", newPath == null ? path : newPath, newName == null ? name : newName);
  }

  /** The ARN of a group. */
  String groupArn(Caller caller, String name) {
    return identity.groups().find(caller.account(), name).map(Group::arn).orElseGet(() -> Arns.of(caller.account(), "group", "/", name));
  }

  /** The ARN of the user who owns a key of the caller's account, {@code *} when there is none. */
  String keyOwnerArn(Caller caller, String keyId) {
    return identity.accessKeys().find(keyId)
        .filter(key -> key.account().equals(caller.account()))
        .flatMap(this::owner)
        .map(User::arn)
        .orElse("*");
  }

  /** The user who owns a key; empty for a key of the root user. */
  Optional<User> owner(AccessKey key) {
    String userId = key.userId();
    return userId == null ? Optional.empty() : identity.users().findById(key.account(), userId);
  }

  /** The user a call is about: the one named, else the calling user; null when the root user asks about itself. */
  @Nullable User user(Caller caller, @Nullable String name) {
    if (name != null) {
      return identity.users().get(caller.account(), name);
    }
    return caller.principal() instanceof Principal.IamUser self ? identity.users().get(self.account(), self.name()) : null;
  }

  /** The user named, else the calling user, for operations that a root user cannot be the object of. */
  User userNotRoot(Caller caller, @Nullable String name) {
    User user = user(caller, name);
    if (user == null) {
      throw new Failure("ValidationError", "Must specify userName when calling with non-User credentials");
    }
    return user;
  }

  /** A user as what carries policies. */
  PolicyHolder userHolder(AccountId account, String name) {
    return new PolicyHolder.OfUser(identity.users().get(account, name));
  }

  /** A group as what carries policies. */
  PolicyHolder groupHolder(AccountId account, String name) {
    return new PolicyHolder.OfGroup(identity.groups().get(account, name));
  }

  /** The condition keys a user brings as the object of a call: its tags. Source: AWS service authorization reference. */
  Map<String, List<String>> userTags(Caller caller, @Nullable String name) {
    Optional<User> user =
        name != null
            ? identity.users().find(caller.account(), name)
            : caller.principal() instanceof Principal.IamUser self ? identity.users().find(self.account(), self.name()) : Optional.empty();
    return user.map(one -> resourceTags(identity.users().tags(one))).orElse(Map.of());
  }

  /** The condition keys a policy brings as the object of a call: its tags. */
  Map<String, List<String>> policyTags(Caller caller, String arn) {
    try {
      ManagedPolicy policy = identity.managedPolicies().get(caller.account(), arn);
      return resourceTags(identity.managedPolicies().tags(policy));
    } catch (Failure unknown) {
      return Map.of();
    }
  }

  private static Map<String, List<String>> resourceTags(List<Tag> tags) {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    for (Tag tag : tags) {
      keys.put("aws:ResourceTag/" + tag.key(), List.of(tag.value()));
      keys.put("iam:ResourceTag/" + tag.key(), List.of(tag.value()));
    }
    return keys;
  }

  /** The condition keys of tags a call would set. */
  static Map<String, List<String>> requestTags(List<software.amazon.awssdk.services.iam.model.Tag> tags) {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    for (software.amazon.awssdk.services.iam.model.Tag tag : tags) {
      keys.put("aws:RequestTag/" + tag.key(), List.of(String.valueOf(tag.value())));
    }
    keys.put("aws:TagKeys", tags.stream().map(tag -> String.valueOf(tag.key())).toList());
    return keys;
  }

  /** Both sets of condition keys. */
  static Map<String, List<String>> both(Map<String, List<String>> some, Map<String, List<String>> others) {
    Map<String, List<String>> keys = new LinkedHashMap<>(some);
    keys.putAll(others);
    return keys;
  }
}

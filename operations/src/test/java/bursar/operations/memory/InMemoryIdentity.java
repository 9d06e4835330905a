package bursar.operations.memory;

import bursar.domain.accounts.AccountId;
import bursar.domain.identity.AccessKey;
import bursar.domain.identity.AccessKeyStore;
import bursar.domain.identity.Group;
import bursar.domain.identity.GroupStore;
import bursar.domain.identity.IdentityPolicy;
import bursar.domain.identity.IdentityStores;
import bursar.domain.identity.LoginProfile;
import bursar.domain.identity.ManagedPolicy;
import bursar.domain.identity.ManagedPolicyStore;
import bursar.domain.identity.PageRequest;
import bursar.domain.identity.PolicyHolder;
import bursar.domain.identity.PolicyHoldingStore;
import bursar.domain.identity.PolicyVersion;
import bursar.domain.identity.SigningKey;
import bursar.domain.identity.Tag;
import bursar.domain.identity.TagStore;
import bursar.domain.identity.User;
import bursar.domain.identity.UserStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Users with their keys, tags and policies, in memory. Groups and customer managed policies can be looked for, and are never found. */
public final class InMemoryIdentity {
  private final Map<String, User> users = new TreeMap<>();
  private final Map<String, List<Tag>> tags = new HashMap<>();
  private final Map<String, LoginProfile> profiles = new HashMap<>();
  private final Map<String, SortedMap<String, String>> inline = new HashMap<>();
  private final Map<String, TreeSet<String>> attached = new HashMap<>();
  private final List<AccessKey> keys = new ArrayList<>();

  /** The stores. */
  public IdentityStores stores() {
    return new IdentityStores(new InMemoryUsers(), new NoGroups(), new InMemoryKeys(), new NoManagedPolicies(), new InMemoryHoldings(), new InMemoryTags());
  }

  private static UnsupportedOperationException unasked() {
    return new UnsupportedOperationException("no story asks this");
  }

  private static String key(AccountId account, String name) {
    return account + "/" + name.toLowerCase(java.util.Locale.ROOT);
  }

  private final class InMemoryTags implements TagStore {
    @Override
    public List<Tag> tags(String ownerId) {
      return tags.getOrDefault(ownerId, List.of());
    }

    @Override
    public void replace(String ownerId, List<Tag> replacement) {
      tags.put(ownerId, replacement);
    }
  }

  private final class InMemoryUsers implements UserStore {
    @Override
    public void insert(User user) {
      users.put(key(user.account(), user.name()), user);
    }

    @Override
    public Optional<User> find(AccountId account, String name) {
      return Optional.ofNullable(users.get(key(account, name)));
    }

    @Override
    public Optional<User> findById(AccountId account, String id) {
      return users.values().stream().filter(user -> user.account().equals(account) && user.id().equals(id)).findFirst();
    }

    @Override
    public List<User> list(AccountId account, String pathPrefix, PageRequest page) {
      return users.values().stream().filter(user -> user.account().equals(account)).toList();
    }

    @Override
    public int count(AccountId account) {
      return list(account, "/", PageRequest.EVERYTHING).size();
    }

    @Override
    public void rename(User user, String newName, String newPath) {
      throw unasked();
    }

    @Override
    public void updatePasswordLastUsed(String userId, Instant at) {
      throw unasked();
    }

    @Override
    public void delete(User user) {
      users.remove(key(user.account(), user.name()));
    }

    @Override
    public void putLoginProfile(LoginProfile profile) {
      profiles.put(profile.userId(), profile);
    }

    @Override
    public Optional<LoginProfile> loginProfile(String userId) {
      return Optional.ofNullable(profiles.get(userId));
    }

    @Override
    public void deleteLoginProfile(String userId) {
      profiles.remove(userId);
    }
  }

  private final class InMemoryKeys implements AccessKeyStore {
    @Override
    public void insert(AccessKey key, byte[] sealedSecret) {
      keys.add(key);
    }

    @Override
    public Optional<AccessKey> find(String keyId) {
      return keys.stream().filter(key -> key.id().equals(keyId)).findFirst();
    }

    @Override
    public Optional<SigningKey> findForSigning(String keyId) {
      throw unasked();
    }

    @Override
    public List<AccessKey> listOf(AccountId account, String userId) {
      return keys.stream().filter(key -> key.account().equals(account) && java.util.Objects.equals(key.userId(), userId)).toList();
    }

    @Override
    public void updateStatus(String keyId, AccessKey.Status status) {
      throw unasked();
    }

    @Override
    public void updateLastUse(String keyId, AccessKey.Use use) {
      throw unasked();
    }

    @Override
    public void delete(String keyId) {
      throw unasked();
    }
  }

  private final class InMemoryHoldings implements PolicyHoldingStore {
    @Override
    public void putInline(PolicyHolder holder, String name, String document) {
      inline.computeIfAbsent(holder.id(), id -> new TreeMap<>()).put(name, document);
    }

    @Override
    public Optional<String> inline(PolicyHolder holder, String name) {
      return Optional.ofNullable(inlines(holder).get(name));
    }

    @Override
    public SortedMap<String, String> inlines(PolicyHolder holder) {
      return inline.getOrDefault(holder.id(), Collections.emptySortedMap());
    }

    @Override
    public boolean deleteInline(PolicyHolder holder, String name) {
      return inline.containsKey(holder.id()) && inline.get(holder.id()).remove(name) != null;
    }

    @Override
    public void attach(PolicyHolder holder, String policyArn) {
      attached.computeIfAbsent(holder.id(), id -> new TreeSet<>()).add(policyArn);
    }

    @Override
    public boolean detach(PolicyHolder holder, String policyArn) {
      return attached.containsKey(holder.id()) && attached.get(holder.id()).remove(policyArn);
    }

    @Override
    public List<String> attached(PolicyHolder holder) {
      return List.copyOf(attached.getOrDefault(holder.id(), new TreeSet<>()));
    }

    @Override
    public Map<String, Integer> attachmentCounts(AccountId account) {
      throw unasked();
    }

    @Override
    public List<User> attachedUsers(AccountId account, String policyArn) {
      throw unasked();
    }

    @Override
    public List<Group> attachedGroups(AccountId account, String policyArn) {
      throw unasked();
    }

    @Override
    public List<IdentityPolicy> policiesOf(AccountId account, String userId) {
      List<IdentityPolicy> policies = new ArrayList<>();
      inline.getOrDefault(userId, Collections.emptySortedMap())
          .forEach((name, document) -> policies.add(new IdentityPolicy(name, null, 0, null, document)));
      for (String arn : attached.getOrDefault(userId, new TreeSet<>())) {
        policies.add(new IdentityPolicy(arn.substring(arn.lastIndexOf('/') + 1), arn, 1, null, ""));
      }
      return policies;
    }
  }

  private static final class NoGroups implements GroupStore {
    @Override
    public void insert(Group group) {
      throw unasked();
    }

    @Override
    public Optional<Group> find(AccountId account, String name) {
      return Optional.empty();
    }

    @Override
    public List<Group> list(AccountId account, String pathPrefix, PageRequest page) {
      return List.of();
    }

    @Override
    public int count(AccountId account) {
      return 0;
    }

    @Override
    public void rename(Group group, String newName, String newPath) {
      throw unasked();
    }

    @Override
    public void delete(Group group) {
      throw unasked();
    }

    @Override
    public void addMember(Group group, User user) {
      throw unasked();
    }

    @Override
    public boolean removeMember(Group group, User user) {
      throw unasked();
    }

    @Override
    public List<User> members(Group group, PageRequest page) {
      return List.of();
    }

    @Override
    public List<Group> groupsOf(User user, PageRequest page) {
      return List.of();
    }
  }

  private static final class NoManagedPolicies implements ManagedPolicyStore {
    @Override
    public void insert(ManagedPolicy policy, PolicyVersion first) {
      throw unasked();
    }

    @Override
    public Optional<ManagedPolicy> find(AccountId account, String arn) {
      return Optional.empty();
    }

    @Override
    public Optional<ManagedPolicy> findByName(AccountId account, String name) {
      return Optional.empty();
    }

    @Override
    public List<ManagedPolicy> list(AccountId account, String pathPrefix) {
      return List.of();
    }

    @Override
    public int count(AccountId account) {
      return 0;
    }

    @Override
    public void delete(ManagedPolicy policy) {
      throw unasked();
    }

    @Override
    public List<PolicyVersion> versions(ManagedPolicy policy) {
      return List.of();
    }

    @Override
    public int nextVersion(ManagedPolicy policy) {
      throw unasked();
    }

    @Override
    public void insertVersion(ManagedPolicy policy, PolicyVersion version) {
      throw unasked();
    }

    @Override
    public void deleteVersion(ManagedPolicy policy, int number) {
      throw unasked();
    }

    @Override
    public void updateDefault(ManagedPolicy policy, int number, Instant at) {
      throw unasked();
    }
  }
}

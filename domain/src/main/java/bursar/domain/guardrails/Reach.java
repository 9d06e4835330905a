package bursar.domain.guardrails;

import bursar.domain.accounts.ActionSet;
import bursar.domain.accounts.BillingAccess;
import bursar.domain.permissions.Permission;
import bursar.domain.permissions.PermissionCatalogue;
import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.Decision;
import bursar.policy.PolicySet;
import bursar.policy.prove.Access;
import bursar.policy.prove.Proof;
import bursar.policy.prove.Prover;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a user can ever do something, whatever else its requests carry and whichever way they come. Billing has two vocabularies: where a
 * legacy permission counts in an action's place, having that permission is having the action.
 */
public final class Reach {
  private final PermissionCatalogue catalogue;
  private final @Nullable BillingAccess access;
  private final @Nullable ActionSet mode;
  private final Set<String> rootOnly;

  private Reach(PermissionCatalogue catalogue, @Nullable BillingAccess access, @Nullable ActionSet mode, Set<String> rootOnly) {
    this.catalogue = catalogue;
    this.access = access;
    this.mode = mode;
    this.rootOnly = rootOnly.stream().map(action -> action.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
  }

  /** What policies could ever give, however the switch stands and whichever vocabulary decides: what is out of reach stays so when they change. */
  public static Reach whateverTheSettings(PermissionCatalogue catalogue) {
    return new Reach(catalogue, null, null, Set.of());
  }

  /**
   * What is in reach while the account's settings stay as they are.
   *
   * @param rootOnly actions that only the root user may do, whatever policies say
   */
  public static Reach under(PermissionCatalogue catalogue, BillingAccess access, ActionSet mode, Set<String> rootOnly) {
    return new Reach(catalogue, access, mode, rootOnly);
  }

  /** Proved: never. A counterexample is a request by which the user gets it. */
  public Proof ever(Bearer user, Access asked) {
    List<Permission> meant = asked.actions().isEmpty() ? List.copyOf(catalogue.all())
        : asked.actions().stream().map(catalogue::meant).flatMap(List::stream).distinct().toList();
    Access possible = access == null ? asked : ofActionsThatExist(asked);
    if (possible.actions().isEmpty() && !asked.actions().isEmpty()) {
      return new Proof.Proved();
    }
    Proof sum = ask(user, byOwnActions(user, meant), possible, meant);
    for (Map.Entry<String, List<String>> group : legacyGroups(meant).entrySet()) {
      if (sum instanceof Proof.Counterexample) {
        break;
      }
      List<AttachedPolicy> both = Vocabulary.joined(user.policies(), group.getKey(), group.getValue(), mode == ActionSet.BOTH);
      if (!both.isEmpty()) {
        sum = sum(sum, ask(user, both, new Access(group.getValue(), asked.resources()), meant));
      }
    }
    return sum;
  }

  /** The settings close actions by name, so a wildcard may stand only for names that exist, where the catalogue lists them all. */
  private Access ofActionsThatExist(Access asked) {
    List<String> actions = new ArrayList<>();
    for (String pattern : asked.actions()) {
      int colon = pattern.indexOf(':');
      if (colon > 0 && catalogue.knowsService(pattern.substring(0, colon))) {
        catalogue.meant(pattern).forEach(permission -> actions.add(permission.action()));
      } else {
        actions.add(pattern);
      }
    }
    return new Access(actions, asked.resources());
  }

  private Proof ask(Bearer user, List<AttachedPolicy> policies, Access asked, List<Permission> meant) {
    return switch (Prover.neverAllowed(policies, user.principal(), null, asked, user.known())) {
      case Proof.Counterexample found when !catalogue.known(found.request().action()) -> byKnownAction(found, policies, meant);
      case Proof other -> other;
    };
  }

  /** The same request for an action that exists, where that passes, too: a wildcard also allows names that nobody has heard of. */
  private static Proof byKnownAction(Proof.Counterexample found, List<AttachedPolicy> policies, List<Permission> meant) {
    AccessRequest request = found.request();
    PolicySet set = PolicySet.of(policies);
    for (Permission permission : meant) {
      AccessRequest known =
          new AccessRequest(request.principal(), permission.action(), request.resource(), request.resourceAccount(), request.context());
      if (!permission.isLegacy() && set.evaluate(known) instanceof Decision.Allowed allowed) {
        return new Proof.Counterexample(known, allowed.statements());
      }
    }
    return found;
  }

  private static Proof sum(Proof one, Proof other) {
    return switch (other) {
      case Proof.Proved _ -> one;
      case Proof.Counterexample found -> found;
      case Proof.Unknown unknown -> unknown;
    };
  }

  /** The policies as far as an allow of the action itself is enough, over one way in at least: what is not is denied on top. */
  private List<AttachedPolicy> byOwnActions(Bearer user, List<Permission> meant) {
    List<String> notEnough = meant.stream()
        .filter(permission -> isClosed(permission) || (mode != null && mode != ActionSet.FINE_GRAINED && legacyCountsEverywhere(permission)))
        .map(Permission::action)
        .toList();
    if (notEnough.isEmpty()) {
      return user.policies();
    }
    List<AttachedPolicy> policies = new ArrayList<>(user.policies());
    policies.add(Vocabulary.denial("the account's settings", notEnough));
    return policies;
  }

  /** The legacy permissions that have a say, each with the actions in whose place it stands. */
  private Map<String, List<String>> legacyGroups(List<Permission> meant) {
    Map<String, List<String>> groups = new TreeMap<>();
    if (mode == ActionSet.FINE_GRAINED) {
      return groups;
    }
    for (Permission permission : meant) {
      if (!isClosed(permission) && !(permission.ofCostTool() && closesTheConsole(permission))) {
        permission.legacyPermissions().forEach(legacy -> groups.computeIfAbsent(legacy, each -> new ArrayList<>()).add(permission.action()));
      }
    }
    return groups;
  }

  private static boolean legacyCountsEverywhere(Permission permission) {
    return !permission.legacyPermissions().isEmpty() && !permission.ofCostTool();
  }

  /** Whether nobody but the root user gets there by any way in. */
  private boolean isClosed(Permission permission) {
    return rootOnly.contains(permission.action().toLowerCase(Locale.ROOT))
        || (closesTheConsole(permission) && (!permission.ofCostTool() || closesPrograms()));
  }

  private boolean closesTheConsole(Permission permission) {
    return access != null && access.state() == BillingAccess.State.DEACTIVATED && permission.behindSwitch();
  }

  private boolean closesPrograms() {
    return access != null && access.scope() == BillingAccess.Scope.CONSOLE_AND_API;
  }

  /** A counterexample as a sentence tells it: the action, the resource, the keys that do not follow from who asks, and the statements. */
  public static String describe(Proof.Counterexample found) {
    AccessRequest request = found.request();
    Map<String, List<String>> keys = new LinkedHashMap<>();
    request.context().asMap().entrySet().stream()
        .filter(entry -> !followsFromWho(entry.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> keys.put(entry.getKey(), entry.getValue()));
    String with = keys.entrySet().stream().map(entry -> entry.getKey() + "=" + String.join(",", entry.getValue())).collect(Collectors.joining(" "));
    String by = found.statements().stream()
        .map(each -> "line " + each.line() + " of " + each.policy().name() + " (" + each.policy().via() + ")").distinct()
        .collect(Collectors.joining(" and "));
    return request.action() + " on " + request.resource() + (with.isEmpty() ? "" : " with " + with) + (by.isEmpty() ? "" : ", by " + by);
  }

  /** Whether a key has the value it has because of who asks. */
  public static boolean followsFromWho(String lowerCaseKey) {
    return lowerCaseKey.startsWith("aws:principal") || lowerCaseKey.equals("aws:username") || lowerCaseKey.equals("aws:userid");
  }
}

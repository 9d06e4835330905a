package bursar.operations.bursar;

import bursar.domain.accounts.ActionSet;
import bursar.domain.permissions.Permission;
import bursar.domain.permissions.PermissionCatalogue;
import bursar.operations.declaration.Need;
import bursar.operations.gate.Caller;
import bursar.operations.gate.ConsolePage;
import bursar.operations.gate.Grants;
import bursar.operations.gate.Principal;
import bursar.policy.AttachedPolicy;
import bursar.policy.Effect;
import bursar.policy.Located;
import bursar.policy.PatternElement;
import bursar.policy.PolicySet;
import bursar.policy.Statement;
import bursar.policy.StatementReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user would gain if the switch went on: every action behind the switch that the user's policies give, over either way in, and by
 * which statement. It asks in both vocabularies, as the account's action set has them count. Conditions are judged as of the moment and
 * the place of the asking.
 */
final class SwitchPreview {
  private final ActionSet mode;
  private final Caller asking;
  private final Collection<Permission> behindSwitch;
  private final boolean costExplorerClosed;

  /**
   * A preview.
   *
   * @param mode the account's action set
   * @param asking who asks, from where and when
   * @param costExplorerClosed whether the management account closes Cost Explorer to the account, however the switch stands
   */
  SwitchPreview(ActionSet mode, Caller asking, PermissionCatalogue catalogue, boolean costExplorerClosed) {
    this.mode = mode;
    this.asking = asking;
    this.costExplorerClosed = costExplorerClosed;
    this.behindSwitch = catalogue.all().stream()
        .filter(permission -> permission.behindSwitch() && !permission.isLegacy() && !staysClosed(Need.of(permission.action())))
        .toList();
  }

  /**
   * An action that a user would gain.
   *
   * @param action the action
   * @param legacyAction the legacy permission that gives it; null when the action itself is given
   * @param surfaces over which ways in
   * @param statements the statements that give it
   */
  record GainedAction(String action, @Nullable String legacyAction, Set<Caller.Surface> surfaces, List<StatementReference> statements) {}

  /**
   * What a user would gain; nothing, with the reason, when both lists are empty.
   *
   * @param actions the actions, by name
   * @param pages the pages of the console that would open
   * @param reason why nothing is gained; empty otherwise
   */
  record Outcome(List<GainedAction> actions, List<ConsolePage> pages, String reason) {
    boolean gainsNothing() {
      return actions.isEmpty() && pages.isEmpty();
    }
  }

  private boolean staysClosed(Need need) {
    return costExplorerClosed && need.ofCostExplorer();
  }

  /** What that user with those policies would gain. */
  Outcome of(Principal.IamUser user, List<AttachedPolicy> policies) {
    if (policies.isEmpty()) {
      return new Outcome(List.of(), List.of(), "The user has no policy.");
    }
    PolicySet set = PolicySet.of(policies);
    Map<Caller.Surface, Grants> ways = new EnumMap<>(Caller.Surface.class);
    for (Caller.Surface surface : Caller.Surface.values()) {
      ways.put(surface, new Grants(set, mode, Callers.as(user, surface, asking)));
    }
    Set<String> named = namedResources(policies);
    Set<String> denying = new LinkedHashSet<>();
    List<GainedAction> actions = new ArrayList<>();
    for (Permission permission : behindSwitch) {
      gained(permission, ways, candidates(permission, user, named), denying).ifPresent(actions::add);
    }
    Grants inConsole = new Grants(set, mode, Callers.as(user, Caller.Surface.CONSOLE, asking));
    List<ConsolePage> pages = Arrays.stream(ConsolePage.values())
        .filter(page -> page.need().behindSwitch() && !staysClosed(page.need()) && inConsole.of(page.need(), page.resource(user.account())).allowed())
        .toList();
    return new Outcome(actions, pages, actions.isEmpty() && pages.isEmpty() ? reason(denying) : "");
  }

  private static String reason(Set<String> denying) {
    return denying.isEmpty()
        ? "None of the user's policies allows anything of billing."
        : "What other policies allow of billing is denied by " + String.join(", ", denying) + ".";
  }

  private static Optional<GainedAction> gained(
      Permission permission, Map<Caller.Surface, Grants> ways, Set<String> resources, Set<String> denying) {
    Set<Caller.Surface> surfaces = EnumSet.noneOf(Caller.Surface.class);
    Map<String, StatementReference> statements = new LinkedHashMap<>();
    @Nullable String legacy = null;
    List<Need> needs = Needs.mapped(permission);
    for (Map.Entry<Caller.Surface, Grants> way : ways.entrySet()) {
      for (Need need : needs) {
        Grants.Saying saying = firstAllowed(way.getValue(), need, resources, denying);
        if (saying != null) {
          surfaces.add(way.getKey());
          saying.statements().forEach(statement -> statements.putIfAbsent(place(statement), statement));
          legacy = saying.action().equals(permission.action()) ? legacy : saying.action();
        }
      }
    }
    return surfaces.isEmpty()
        ? Optional.empty()
        : Optional.of(new GainedAction(permission.action(), legacy, surfaces, List.copyOf(statements.values())));
  }

  private static Grants.@Nullable Saying firstAllowed(Grants grants, Need need, Set<String> resources, Set<String> denying) {
    for (String resource : resources) {
      Grants.Saying saying = grants.of(need, resource);
      if (saying.allowed()) {
        return saying;
      }
      saying.statements().forEach(statement -> denying.add(statement.policy().name()));
    }
    return null;
  }

  private static String place(StatementReference statement) {
    return statement.policy().via() + "\n" + statement.policy().name() + "\n" + statement.index();
  }

  /**
   * On what to ask: everything, the primary view where the action takes one, and what the allowing statements themselves name, since a
   * permission for one resource is a gain, too.
   */
  private static Set<String> candidates(Permission permission, Principal.IamUser user, Set<String> named) {
    Set<String> resources = new LinkedHashSet<>();
    resources.add("*");
    if (!permission.resources().types().isEmpty()) {
      if (permission.resources().types().contains("billingview")) {
        resources.add("arn:aws:billing::" + user.account() + ":billingview/primary");
      }
      resources.addAll(named);
    }
    return resources;
  }

  private static Set<String> namedResources(List<AttachedPolicy> policies) {
    Set<String> resources = new LinkedHashSet<>();
    for (AttachedPolicy policy : policies) {
      for (Statement statement : policy.document().statements()) {
        PatternElement resource = statement.resource();
        if (statement.effect() == Effect.ALLOW && resource != null && !resource.negated()) {
          resource.patterns().stream().map(Located::text).filter(text -> text.startsWith("arn:")).forEach(resources::add);
        }
      }
    }
    return resources;
  }
}

package bursar.operations.bursar;

import bursar.domain.Failure;
import bursar.domain.permissions.Permission;
import bursar.domain.permissions.PermissionCatalogue;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.ConsolePage;
import java.util.Collection;
import java.util.List;

/** What an action needs in both vocabularies: as the operations and pages here declare it, else as the catalogue maps it. */
final class Needs {
  private Needs() {}

  /**
   * A way to be let in.
   *
   * @param need the permission
   * @param rootOnly whether only the root user may, whatever policies say
   */
  record Way(Need need, boolean rootOnly) {}

  /**
   * The ways that lead to an action; one is enough. Actions that replaced several legacy permissions have a way for each.
   *
   * @param operations what this server offers
   */
  static List<Way> of(String action, Collection<Operation<?, ?>> operations, PermissionCatalogue catalogue) {
    for (Operation<?, ?> operation : operations) {
      Declaration<?, ?> declaration = operation.declaration();
      Need need = declaration.need();
      if (need != null && need.action().equalsIgnoreCase(action)) {
        return List.of(new Way(need, declaration.exemptions().contains(Exemption.ROOT_ONLY)));
      }
    }
    for (ConsolePage page : ConsolePage.values()) {
      if (page.need().action().equalsIgnoreCase(action)) {
        return List.of(new Way(page.need(), false));
      }
    }
    return catalogue.find(action)
        .map(Needs::mapped)
        .orElseGet(() -> List.of(Need.of(action)))
        .stream().map(need -> new Way(need, false)).toList();
  }

  /**
   * Refuses a question about an action that nobody has.
   *
   * @throws Failure ValidationException if the name or pattern means no action of a service whose actions are all listed
   */
  static void refuseUnknown(PermissionCatalogue catalogue, String action) {
    if (catalogue.meansNothing(action)) {
      throw new Failure("ValidationException", "There is no action '" + action + "'. The policy editor lists the actions of "
          + action.substring(0, action.indexOf(':')) + ".");
    }
  }

  /** The needs that the catalogue maps an action to: one for each legacy permission in whose place it stands, one when there is none. */
  static List<Need> mapped(Permission permission) {
    Need.LegacyReach reach = reach(permission);
    if (permission.legacyPermissions().isEmpty()) {
      return List.of(new Need(permission.action(), List.of(), reach, permission.behindSwitch()));
    }
    return permission.legacyPermissions().stream()
        .map(legacy -> new Need(permission.action(), List.of(legacy), reach, permission.behindSwitch()))
        .toList();
  }

  /** The SDK services decide programs by their own actions; what no SDK service offers is decided by both vocabularies for everybody. */
  private static Need.LegacyReach reach(Permission permission) {
    return permission.ofCostTool() ? Need.LegacyReach.CONSOLE : Need.LegacyReach.EVERYWHERE;
  }
}

package bursar.operations.declaration;

import java.util.List;

/**
 * The permission a call or a page needs, in both vocabularies.
 *
 * @param action the action of today, such as {@code billing:GetBillingData}
 * @param legacyActions the {@code aws-portal} or {@code purchase-orders} permissions of the seed's time; all of them are needed; empty where
 *     there never was one
 * @param legacyReach where the legacy permissions have a say
 * @param behindSwitch whether the account's switch for IAM access to billing closes it
 */
public record Need(String action, List<String> legacyActions, LegacyReach legacyReach, boolean behindSwitch) {

  /** Where the legacy permissions have a say. */
  public enum LegacyReach {
    /** Only for people in the console: the SDK services decide programs by their own actions, as on AWS. */
    CONSOLE,
    /** For every caller: billing data that no SDK service offers. */
    EVERYWHERE
  }

  /** Keeps its own copy of the list. */
  public Need {
    legacyActions = List.copyOf(legacyActions);
  }

  /** Whether it reaches Cost Explorer, which the payer may close to members; knowing and choosing the preferences does not. */
  public boolean ofCostExplorer() {
    return action.startsWith("ce:") && !action.equals("ce:GetPreferences") && !action.equals("ce:UpdatePreferences");
  }

  /** A need outside billing: one action, no legacy name, no switch. */
  public static Need of(String action) {
    return new Need(action, List.of(), LegacyReach.EVERYWHERE, false);
  }

  /** Billing data that no SDK service offers: both vocabularies count for every caller, behind the switch. */
  public static Need billingData(String action, String... legacyActions) {
    return new Need(action, List.of(legacyActions), LegacyReach.EVERYWHERE, true);
  }

  /** A cost tool with an SDK service of its own: the legacy permissions count in the console only, behind the switch. */
  public static Need costTool(String action, String... legacyActions) {
    return new Need(action, List.of(legacyActions), LegacyReach.CONSOLE, true);
  }

  /** Account settings: both vocabularies count for every caller, not behind the switch. */
  public static Need accountSetting(String action, String... legacyActions) {
    return new Need(action, List.of(legacyActions), LegacyReach.EVERYWHERE, false);
  }
}

package bursar.domain.permissions;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An action that policies may name, as AWS's service authorization reference lists it.
 *
 * @param action the action, such as {@code billing:GetBillingData}
 * @param level the access level in AWS's words: List, Read, Write, Tagging or Permissions management
 * @param resources the types of resource it can be limited to
 * @param publicOperation whether an SDK operation of that name exists; otherwise it opens a page only
 * @param switchReach whether the account's switch for IAM access to billing closes it
 * @param legacyPermissions the permissions of the seed's time that were replaced by it, in their own order; often none
 * @param page the page of the console it belongs to
 * @param opens what it opens, as a phrase
 */
public record Permission(
    String action,
    String level,
    Resources resources,
    boolean publicOperation,
    SwitchReach switchReach,
    List<String> legacyPermissions,
    String page,
    String opens) {
  private static final Set<String> COST_TOOLS = Set.of("ce", "budgets", "cur", "pricing");

  /** Keeps its own copy of the list. */
  public Permission {
    legacyPermissions = List.copyOf(legacyPermissions);
  }

  /** The service: what stands before the colon. */
  public String service() {
    return action.substring(0, action.indexOf(':'));
  }

  /** Whether an SDK service of its own offers it to programs, which legacy permissions then do not concern, as on AWS. */
  public boolean ofCostTool() {
    return COST_TOOLS.contains(service().toLowerCase(Locale.ROOT));
  }

  /** Whether it was taken out of use in favour of finer names. */
  public boolean isLegacy() {
    return PermissionCatalogue.isLegacyName(action);
  }

  /** Whether the switch closes it, the pages included that AWS's lists leave out. */
  public boolean behindSwitch() {
    return switchReach != SwitchReach.NO;
  }

  /** Whether the account's switch closes an action. */
  public enum SwitchReach {
    /** AWS lists its page as closed by the switch. */
    YES,
    /** AWS lists its page as open, or it is not about billing. */
    NO,
    /** AWS lists its page nowhere; here the switch closes it. */
    UNLISTED
  }

  /**
   * What an action can be limited to in a statement's Resource.
   *
   * @param types the types of resource, without the star that marks a required one; empty where Resource must be {@code *}
   * @param listed false where the catalogue does not say
   */
  public record Resources(List<String> types, boolean listed) {
    /** Keeps its own copy of the list. */
    public Resources {
      types = List.copyOf(types);
    }

    /** Whether a Resource other than {@code *} never matches. */
    public boolean mustBeStar() {
      return listed && types.isEmpty();
    }
  }
}

package bursar.policy.prove;

import java.util.List;

/**
 * Something that may be granted: one of some actions on one of some resources.
 *
 * @param actions patterns such as {@code ce:Get*}; the empty list stands for every action
 * @param resources patterns of ARNs, or {@code *}; the empty list stands for every resource
 */
public record Access(List<String> actions, List<String> resources) {
  /** Every action on every resource. */
  public static final Access ANY = new Access(List.of(), List.of());

  /** Keeps copies of the lists. */
  public Access {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
  }
}

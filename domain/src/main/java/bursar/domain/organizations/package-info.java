/**
 * Which accounts belong together, which of them pays, and what it lets the others see of their costs.
 * It owns organizations, their tree of units, invitations, created accounts, who belonged where and when, and the preferences for members.
 * Operations, costs and the server use it; it uses accounts only.
 * An account belongs to one organization at most, a management account is never a member of another, and what was a membership stays known.
 */
@NullMarked
package bursar.domain.organizations;

import org.jspecify.annotations.NullMarked;

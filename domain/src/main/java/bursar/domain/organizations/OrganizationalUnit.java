package bursar.domain.organizations;

import java.time.Instant;

/**
 * A named knot in the tree of an organization.
 *
 * @param id {@code ou-}, the root's letters, a hyphen, and 8 to 32 small letters and digits
 * @param organization the organization's id
 * @param parent the root's id, or the id of the unit it stands in
 * @param name 1 to 128 characters; unique among the units of one parent
 * @param created when it was made
 */
public record OrganizationalUnit(String id, String organization, String parent, String name, Instant created) {}

/**
 * Which accounts belong together and which of them pays.
 * It owns the membership of accounts in the organization of a management account.
 * Operations, costs and the server use it; it uses accounts only.
 * An account belongs to one organization at most, and a management account is never a member of another.
 */
@NullMarked
package bursar.domain.organizations;

import org.jspecify.annotations.NullMarked;

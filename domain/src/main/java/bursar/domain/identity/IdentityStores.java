package bursar.domain.identity;

/**
 * Where an installation's identities are kept; all in one database, so that one transaction spans them.
 *
 * @param users users and login profiles
 * @param groups groups and memberships
 * @param keys access keys
 * @param policies customer managed policies
 * @param holdings which policies are carried by whom
 * @param tags tags of users and policies
 */
public record IdentityStores(
    UserStore users, GroupStore groups, AccessKeyStore keys, ManagedPolicyStore policies, PolicyHoldingStore holdings, TagStore tags) {}

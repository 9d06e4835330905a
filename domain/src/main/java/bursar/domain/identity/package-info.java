/**
 * Who may sign in or sign a call in an account, and which policies they carry: IAM users, groups, login profiles, access keys, policies.
 * It owns these things' rules, ids, names, quotas and failures, with AWS's codes and wording.
 * Operations and sign-in use it; it uses accounts and the policy language.
 * Every change bumps its account's version in the same transaction, so that nothing read before it is believed after it.
 */
@NullMarked
package bursar.domain.identity;

import org.jspecify.annotations.NullMarked;

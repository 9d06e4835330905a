package bursar.domain.organizations;

import bursar.domain.accounts.AccountId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a management account lets its members see.
 *
 * @param members every member's, where no exception is made
 * @param exceptions the exceptions, by account
 */
public record MemberPreferences(MemberAccess members, Map<AccountId, MemberAccess> exceptions) {
  /** What holds until somebody says otherwise. */
  public static final MemberPreferences UNCHANGED = new MemberPreferences(MemberAccess.EVERYTHING, Map.of());

  /** Keeps its own copy, in the order given. */
  public MemberPreferences {
    exceptions = Collections.unmodifiableMap(new LinkedHashMap<>(exceptions));
  }

  /** What holds for a member. */
  public MemberAccess of(AccountId member) {
    return exceptions.getOrDefault(member, members);
  }
}

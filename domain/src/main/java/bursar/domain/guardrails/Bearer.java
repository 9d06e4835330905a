package bursar.domain.guardrails;

import bursar.policy.AttachedPolicy;
import bursar.policy.Condition;
import bursar.policy.Located;
import bursar.policy.PatternElement;
import bursar.policy.Principal;
import bursar.policy.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A user, and what is known of every request it makes.
 *
 * @param principal the user
 * @param known condition keys with the values that each of its requests carries; an empty list means that the key is absent
 * @param policies its identity policies
 */
public record Bearer(Principal principal, Map<String, List<String>> known, List<AttachedPolicy> policies) {
  private static final String TAG = "aws:principaltag/";
  private static final Pattern TAG_VARIABLE = Pattern.compile("\\$\\{\\s*(aws:PrincipalTag/[^,}]*[^,}\\s])", Pattern.CASE_INSENSITIVE);

  /** Keeps copies of the collections. */
  public Bearer {
    known = Map.copyOf(known);
    policies = List.copyOf(policies);
  }

  /** A user with its tags. Tags that its policies ask for and that it does not have are known to be absent. */
  public static Bearer of(String arn, String userId, Map<String, String> tags, List<AttachedPolicy> policies) {
    Map<String, List<String>> known = new HashMap<>();
    policies.forEach(policy -> policy.document().statements().forEach(statement -> askedTags(statement, known)));
    known.put("aws:userid", List.of(userId));
    tags.forEach((key, value) -> known.put(TAG + key.toLowerCase(Locale.ROOT), List.of(value)));
    return new Bearer(Principal.parse(arn), known, policies);
  }

  private static void askedTags(Statement statement, Map<String, List<String>> absent) {
    PatternElement resource = statement.resource();
    if (resource != null) {
      resource.patterns().forEach(pattern -> askedTags(pattern, absent));
    }
    for (Condition condition : statement.conditions()) {
      if (condition.key().toLowerCase(Locale.ROOT).startsWith(TAG)) {
        absent.put(condition.key().toLowerCase(Locale.ROOT), List.of());
      }
      condition.values().forEach(value -> askedTags(value, absent));
    }
  }

  private static void askedTags(Located text, Map<String, List<String>> absent) {
    Matcher variables = TAG_VARIABLE.matcher(text.text());
    while (variables.find()) {
      absent.put(variables.group(1).toLowerCase(Locale.ROOT), List.of());
    }
  }
}

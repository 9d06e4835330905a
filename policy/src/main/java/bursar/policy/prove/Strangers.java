package bursar.policy.prove;

import bursar.policy.Condition;
import bursar.policy.Located;
import bursar.policy.PolicyDocument;
import bursar.policy.Principal;
import bursar.policy.Statement;
import bursar.policy.matching.AddressRange;
import bursar.policy.matching.Comparison.Family;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whom a policy must keep out so as not to be public, after AWS's definition (S3 user guide, "The meaning of public", and
 * Access Analyzer, {@code CheckNoPublicAccess}): a value pins a key when it has no wildcard and no variable, or when it is an
 * ARN whose account is fixed, an organization's path whose organization is fixed, or sessions of one role id; and an address
 * range when it is private or not wider than /8 (IPv6: /32).
 */
final class Strangers {
  private static final Set<String> PINNING_KEYS =
      Set.of(
          "aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:sourceaccount",
          "aws:sourcearn", "aws:sourceip", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner", "aws:sourcevpc",
          "aws:sourcevpcarn", "aws:sourcevpce", "aws:userid", "aws:vpceaccount", "aws:vpceorgid", "aws:vpceorgpaths",
          "aws:vpcsourceip", "kms:calleraccount", "s3:dataaccesspointaccount", "s3:dataaccesspointarn",
          "s3:x-amz-server-side-encryption-aws-kms-key-id");
  private static final Pattern ARN_OF_ACCOUNT = Pattern.compile("arn:[^:*?$]*:[^:*?$]*:[^:]*:[0-9]{12}:.*");
  private static final Pattern PATH_OF_ORGANIZATION = Pattern.compile("o-[a-z0-9]+/.*");
  private static final Pattern SESSIONS_OF_ROLE = Pattern.compile("AROA[A-Z0-9]+:.*");
  private static final int WIDEST_PUBLIC_4 = 8;
  private static final int WIDEST_PUBLIC_6 = 32;

  private Strangers() {}

  /** One of each sort of stranger; not complete when accounts that the policy does not name are too many sorts. */
  static PrincipalCases to(PolicyDocument policy) {
    PrincipalCases.Accounts accounts = PrincipalCases.accounts(List.of(policy));
    List<PrincipalCase> strangers = new ArrayList<>();
    strangers.add(PrincipalCase.known(Principal.parse("anonymous")));
    for (String account : accounts.others()) {
      strangers.add(PrincipalCase.anyUserOf(account, List.of()));
      strangers.add(PrincipalCase.anyRoleOf(account, List.of()));
      strangers.add(PrincipalCase.known(Principal.parse("arn:aws:iam::" + account + ":oidc-provider/x")));
    }
    List<String> hosts = new ArrayList<>();
    for (String provider : PrincipalCases.named(List.of(policy))) {
      if (Principal.WEB_IDENTITY_PROVIDERS.contains(provider) || provider.contains(":oidc-provider/")) {
        hosts.add(provider.substring(provider.indexOf('/') + 1).toLowerCase(Locale.ROOT));
        strangers.add(PrincipalCase.known(Principal.parse(provider)));
      }
    }
    List<Condition> unpinned = unpinned(policy, hosts);
    return new PrincipalCases(
        strangers.stream().map(stranger -> stranger.with(unpinned)).toList(), accounts.complete());
  }

  /** That no key has one of the values by which the policy pins it. */
  private static List<Condition> unpinned(PolicyDocument policy, List<String> hosts) {
    Map<List<String>, Set<String>> pins = new LinkedHashMap<>();
    for (Statement statement : policy.statements()) {
      for (Condition condition : statement.conditions()) {
        String key = condition.key().toLowerCase(Locale.ROOT);
        if (PINNING_KEYS.contains(key) || hosts.stream().anyMatch(host -> key.startsWith(host + ":"))) {
          for (Located value : condition.values()) {
            if (isFixed(condition, key, value.text())) {
              pins.computeIfAbsent(List.of(avoiding(condition), key), each -> new LinkedHashSet<>()).add(value.text());
            }
          }
        }
      }
    }
    List<Condition> unpinned = new ArrayList<>();
    pins.forEach(
        (operatorAndKey, values) ->
            unpinned.add(Question.condition(operatorAndKey.get(0), operatorAndKey.get(1), List.copyOf(values))));
    return unpinned;
  }

  /** The operator that is true when no value matches. */
  private static String avoiding(Condition condition) {
    String name = condition.operator().comparison().awsName();
    return switch (condition.operator().comparison().family()) {
      case STRING -> condition.operator().comparison().negated() ? name : name.replace("String", "StringNot");
      case ARN -> "ArnNotLike";
      case IP -> "NotIpAddress";
      case NUMERIC, DATE, BOOL, BINARY, EXISTENCE -> "StringNotEquals";
    };
  }

  private static boolean isFixed(Condition condition, String key, String value) {
    Family family = condition.operator().comparison().family();
    if (family == Family.IP) {
      return isNarrow(value);
    }
    if (family != Family.STRING && family != Family.ARN) {
      return false;
    }
    boolean wildcards = condition.operator().comparison().awsName().endsWith("Like") || family == Family.ARN;
    boolean open = value.contains("${") || (wildcards && (value.indexOf('*') >= 0 || value.indexOf('?') >= 0));
    return !open
        || ARN_OF_ACCOUNT.matcher(value).matches()
        || (key.endsWith("orgpaths") && PATH_OF_ORGANIZATION.matcher(value).matches())
        || (key.equals("aws:userid") && SESSIONS_OF_ROLE.matcher(value).matches());
  }

  private static boolean isNarrow(String range) {
    if (AddressRange.parse(range) == null) {
      return false;
    }
    int slash = range.indexOf('/');
    boolean six = range.indexOf(':') >= 0;
    int bits = slash < 0 ? (six ? 128 : 32) : Integer.parseInt(range.substring(slash + 1));
    return bits >= (six ? WIDEST_PUBLIC_6 : WIDEST_PUBLIC_4);
  }
}

package bursar.policy.advice;

import bursar.policy.matching.Comparison.Family;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The condition keys that every service knows (IAM User Guide, "AWS global condition context keys"; service authorization reference, August 2026). */
final class GlobalConditionKeys {
  /** A line a type: text, truth, number, date, address, ARN; lists end with []; keys that a tag's name follows end with a slash. */
  private static final Map<Family, String> BY_TYPE =
      Map.of(
          Family.STRING,
              "PrincipalAccount PrincipalOrgID PrincipalOrgPaths[] PrincipalTag/ PrincipalType PrincipalServiceName"
                  + " PrincipalServiceNamesList[] userid username FederatedProvider SourceIdentity Ec2InstanceSourceVpc SourceVpc"
                  + " SourceVpce VpceAccount VpceOrgID VpceOrgPaths[] ResourceAccount ResourceOrgID ResourceOrgPaths[]"
                  + " ResourceTag/ CalledVia[] CalledViaFirst CalledViaLast CalledViaAWSMCP RequestedRegion RequestTag/ TagKeys[]"
                  + " SourceAccount SourceOrgID SourceOrgPaths[] SourceOwner UserAgent referer",
          Family.BOOL,
              "PrincipalIsAWSService MultiFactorAuthPresent AssumedRoot ViaAWSService ViaAWSMCPService IsMcpServiceAction"
                  + " SecureTransport",
          Family.NUMERIC, "MultiFactorAuthAge",
          Family.DATE, "TokenIssueTime CurrentTime EpochTime",
          Family.IP, "SourceIp VpcSourceIp Ec2InstanceSourcePrivateIPv4",
          Family.ARN, "PrincipalArn ChatbotSourceArn SignInSessionArn SourceVpcArn SourceArn");

  private static final Map<String, Key> KEYS = new TreeMap<>();

  static {
    BY_TYPE.forEach((family, names) -> {
      for (String name : names.split(" ")) {
        boolean many = name.endsWith("[]");
        Key key = new Key("aws:" + (many ? name.substring(0, name.length() - 2) : name), family, many);
        KEYS.put(key.name().toLowerCase(Locale.ROOT), key);
      }
    });
  }

  /**
   * A global condition key.
   *
   * @param name as AWS writes it; with a slash at its end when a tag's name follows
   * @param family of its values
   * @param many whether a request can carry several values of it
   */
  record Key(String name, Family family, boolean many) {}

  private GlobalConditionKeys() {}

  /** The key that a name writes, whatever tag follows it. */
  static Optional<Key> find(String written) {
    String name = written.toLowerCase(Locale.ROOT);
    Key exact = KEYS.get(name);
    if (exact != null) {
      return Optional.of(exact);
    }
    int slash = name.indexOf('/');
    return slash < 0 ? Optional.empty() : Optional.ofNullable(KEYS.get(name.substring(0, slash + 1)));
  }

  static Collection<String> names() {
    return List.copyOf(KEYS.values()).stream().map(Key::name).toList();
  }
}

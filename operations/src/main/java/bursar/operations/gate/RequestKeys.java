package bursar.operations.gate;

import bursar.policy.RequestContext;
import java.util.List;
import java.util.Map;

/** The global condition keys of a call, as AWS documents when each is present. */
final class RequestKeys {
  private RequestKeys() {}

  static RequestContext of(Caller caller, Map<String, List<String>> own) {
    RequestContext.Builder keys = RequestContext.builder();
    Principal principal = caller.principal();
    keys.put("aws:PrincipalArn", principal.arn());
    keys.put("aws:PrincipalType", principal.type());
    keys.put("aws:userid", principal.userId());
    keys.put("aws:PrincipalIsAWSService", "false");
    if (principal instanceof Principal.OfAccount member) {
      keys.put("aws:PrincipalAccount", member.account().digits());
      keys.put("aws:ResourceAccount", member.account().digits());
    }
    if (principal instanceof Principal.IamUser user) {
      keys.put("aws:username", user.name());
      user.tags().forEach((key, value) -> keys.put("aws:PrincipalTag/" + key, value));
    }
    keys.put("aws:SourceIp", caller.sourceIp());
    keys.put("aws:UserAgent", caller.userAgent());
    keys.put("aws:SecureTransport", Boolean.toString(caller.secure()));
    keys.put("aws:CurrentTime", caller.at().toString());
    keys.put("aws:EpochTime", Long.toString(caller.at().getEpochSecond()));
    keys.put("aws:RequestedRegion", "us-east-1");
    keys.put("aws:ViaAWSService", "false");
    own.forEach(keys::put);
    return keys.build();
  }
}

package bursar.operations.sts;

import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.Operation;
import bursar.operations.declaration.Protocol;
import bursar.operations.declaration.ServiceDefinition;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Tells the caller who it is; no policy can deny it. Source: STS API reference, GetCallerIdentity. */
public final class GetCallerIdentity implements Operation<GetCallerIdentityRequest, GetCallerIdentityResponse> {
  private static final ServiceDefinition STS =
      new ServiceDefinition("sts", Protocol.AWS_QUERY, "2011-06-15", "", "https://sts.amazonaws.com/doc/2011-06-15/", "sts.amazonaws.com");

  private static final Declaration<GetCallerIdentityRequest, GetCallerIdentityResponse> DECLARATION =
      Declaration.of(STS, "GetCallerIdentity", GetCallerIdentityRequest.class, GetCallerIdentityResponse.class)
          .summary("Tells the caller who it is.")
          .exempt(Exemption.UNDENIABLE, AccessLevel.READ)
          .example(() -> GetCallerIdentityRequest.builder().build())
          .build();

  @Override
  public Declaration<GetCallerIdentityRequest, GetCallerIdentityResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public GetCallerIdentityResponse handle(Authorized<GetCallerIdentityRequest> call) {
    return GetCallerIdentityResponse.builder()
        .userId(call.caller().principal().userId())
        .account(call.account().digits())
        .arn(call.caller().principal().arn())
        .build();
  }
}

package bursar.wire.sigv4;

import bursar.domain.Failure;
import bursar.operations.declaration.Protocol;
import bursar.wire.CommonErrors;

/** The refusals of requests that do not prove who sent them, in AWS's words and in the spelling of the protocol they were sent in. */
public final class SignatureRefusals {
  private SignatureRefusals() {}

  /** The request carries no signature, and the operation needs one. */
  public static Failure missing(Protocol protocol) {
    return failure(protocol, "MissingAuthenticationToken",
        "Request is missing Authentication Token: sign it with an access key, or sign in to the console.");
  }

  /** The key named by the signature does not exist or is not active, or its session token is not the one it was issued with. */
  public static Failure unknownKey(Protocol protocol) {
    return failure(protocol, "InvalidClientTokenId", "The security token included in the request is invalid.");
  }

  static Failure incomplete(Protocol protocol, String detail) {
    return failure(protocol, "IncompleteSignature", detail);
  }

  static Failure mismatch(Protocol protocol) {
    return mismatch(protocol, "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key"
        + " and signing method. Consult the service documentation for details.");
  }

  static Failure mismatch(Protocol protocol, String detail) {
    return failure(protocol, "SignatureDoesNotMatch", detail);
  }

  static Failure expired(Protocol protocol, String detail) {
    return failure(protocol, "RequestExpired", detail);
  }

  private static Failure failure(Protocol protocol, String code, String sentence) {
    return new Failure(CommonErrors.of(protocol, code).code(), sentence);
  }
}

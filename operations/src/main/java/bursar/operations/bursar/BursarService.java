package bursar.operations.bursar;

import bursar.operations.declaration.ErrorCode;
import bursar.operations.declaration.Protocol;
import bursar.operations.declaration.ServiceDefinition;

/** Bursar's own service, as clients know it. */
public final class BursarService {
  /** {@code X-Amz-Target: Bursar.<Operation>}, awsJson 1.0, signed for {@code bursar}. */
  public static final ServiceDefinition DEFINITION =
      new ServiceDefinition("bursar", Protocol.AWS_JSON_1_0, "2026-11-23", "Bursar", "", "bursar");

  static final ErrorCode ALREADY_EXISTS = new ErrorCode("EntityAlreadyExists", 400);
  static final ErrorCode LIMIT_EXCEEDED = new ErrorCode("LimitExceededException", 400);
  static final ErrorCode NO_SUCH_ENTITY = new ErrorCode("NoSuchEntity", 400);
  static final ErrorCode PASSWORD_POLICY = new ErrorCode("PasswordPolicyViolation", 400);

  private BursarService() {}
}

package bursar.operations.iam;

import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.ErrorCode;
import bursar.operations.declaration.Protocol;
import bursar.operations.declaration.ServiceDefinition;

/** What all operations of IAM share. Source: IAM API reference, version 2010-05-08. */
final class IamService {
  static final ServiceDefinition DEFINITION =
      new ServiceDefinition(
          "iam", Protocol.AWS_QUERY, "2010-05-08", "", "https://iam.amazonaws.com/doc/2010-05-08/", "iam.amazonaws.com");

  static final ErrorCode NO_SUCH_ENTITY = new ErrorCode("NoSuchEntity", 404);
  static final ErrorCode ENTITY_ALREADY_EXISTS = new ErrorCode("EntityAlreadyExists", 409);
  static final ErrorCode LIMIT_EXCEEDED = new ErrorCode("LimitExceeded", 409);
  static final ErrorCode DELETE_CONFLICT = new ErrorCode("DeleteConflict", 409);
  static final ErrorCode MALFORMED_POLICY_DOCUMENT = new ErrorCode("MalformedPolicyDocument", 400);
  static final ErrorCode INVALID_INPUT = new ErrorCode("InvalidInput", 400);
  static final ErrorCode PASSWORD_POLICY_VIOLATION = new ErrorCode("PasswordPolicyViolation", 400);
  static final ErrorCode TEMPORARILY_UNMODIFIABLE = new ErrorCode("EntityTemporarilyUnmodifiable", 409);
  static final ErrorCode INVALID_USER_TYPE = new ErrorCode("InvalidUserType", 400);

  private IamService() {}

  /** Begins the declaration of an operation whose action has its name. */
  static <I, O> Declaration.Builder<I, O> declare(String name, Class<I> input, Class<O> output, AccessLevel level) {
    return Declaration.of(DEFINITION, name, input, output).needs("iam:" + name, level);
  }
}

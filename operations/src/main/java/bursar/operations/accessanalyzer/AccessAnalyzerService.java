package bursar.operations.accessanalyzer;

import bursar.operations.declaration.ErrorCode;
import bursar.operations.declaration.Protocol;
import bursar.operations.declaration.ServiceDefinition;

/** IAM Access Analyzer as clients know it (API reference, version 2019-11-01). */
public final class AccessAnalyzerService {
  /** Paths of its own, restJson1, signed for {@code access-analyzer}. */
  public static final ServiceDefinition DEFINITION =
      new ServiceDefinition("access-analyzer", Protocol.REST_JSON_1, "2019-11-01", "", "", "access-analyzer.amazonaws.com");

  static final ErrorCode VALIDATION = new ErrorCode("ValidationException", 400);
  static final ErrorCode INVALID_PARAMETER = new ErrorCode("InvalidParameterException", 400);
  static final ErrorCode UNPROCESSABLE = new ErrorCode("UnprocessableEntityException", 422);

  private AccessAnalyzerService() {}
}

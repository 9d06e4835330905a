package bursar.operations.cloudtrail;

import bursar.operations.declaration.ErrorCode;
import bursar.operations.declaration.Protocol;
import bursar.operations.declaration.ServiceDefinition;

/** CloudTrail as clients know it (API reference, version 2013-11-01). */
public final class CloudTrailService {
  /** {@code X-Amz-Target: com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.<Operation>}, awsJson 1.1, signed for {@code cloudtrail}. */
  public static final ServiceDefinition DEFINITION = new ServiceDefinition("cloudtrail", Protocol.AWS_JSON_1_1, "2013-11-01",
      "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101", "", "cloudtrail.amazonaws.com");

  static final ErrorCode INVALID_LOOKUP_ATTRIBUTES = new ErrorCode("InvalidLookupAttributesException", 400);
  static final ErrorCode INVALID_MAX_RESULTS = new ErrorCode("InvalidMaxResultsException", 400);
  static final ErrorCode INVALID_NEXT_TOKEN = new ErrorCode("InvalidNextTokenException", 400);
  static final ErrorCode INVALID_TIME_RANGE = new ErrorCode("InvalidTimeRangeException", 400);

  private CloudTrailService() {}
}

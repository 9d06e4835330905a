package bursar.operations.cur;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.exports.ExportDefinition;
import bursar.domain.exports.ExportStore;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.ErrorCode;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Protocol;
import bursar.operations.declaration.ServiceDefinition;
import bursar.operations.gate.Caller;
import org.jspecify.annotations.Nullable;

/** Cost and Usage Reports as clients know them (API reference, version 2017-01-06). */
public final class CurService {
  /** {@code X-Amz-Target: AWSOrigamiServiceGatewayService.<Operation>}, awsJson 1.1. */
  public static final ServiceDefinition DEFINITION = new ServiceDefinition(
      "cur", Protocol.AWS_JSON_1_1, "2017-01-06", "AWSOrigamiServiceGatewayService", "", "cur.amazonaws.com");

  static final ErrorCode LIMIT_EXCEEDED = new ErrorCode("LimitExceededException", 400);
  static final ErrorCode DUPLICATE = new ErrorCode("DuplicateReportNameException", 400);
  static final ErrorCode LIMIT = new ErrorCode("ReportLimitReachedException", 400);
  static final ErrorCode RESOURCE_NOT_FOUND = new ErrorCode("ResourceNotFoundException", 400);
  static final MemberRule REPORT_NAME = MemberRule.required("ReportName").range(1, 256).matching("[0-9A-Za-z!\\-_.*'()]+");

  private CurService() {}

  static <I, O> Declaration.Builder<I, O> declare(String name, Class<I> input, Class<O> output, AccessLevel level) {
    return Declaration.of(DEFINITION, name, input, output)
        .needs(Need.costTool("cur:" + name), level);
  }

  /** The ARN of a report of that name. */
  static String arn(Caller caller, @Nullable String name) {
    return "arn:aws:cur:us-east-1:" + caller.account() + ":definition/" + (name == null ? "" : name);
  }

  /** The account's report of that name. */
  static ExportDefinition find(ExportStore store, AccountId account, @Nullable String name, String code) {
    return store.list(account, ExportDefinition.Kind.REPORT).stream().filter(report -> report.name().equals(name)).findFirst()
        .orElseThrow(() -> new Failure(code, "There is no report of the name " + name + "."));
  }
}

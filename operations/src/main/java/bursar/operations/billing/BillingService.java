package bursar.operations.billing;

import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.ErrorCode;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Protocol;
import bursar.operations.declaration.ServiceDefinition;

/** AWS Billing as clients know it (API reference, version 2023-09-07), as far as it is about billing views. */
final class BillingService {
  /** {@code X-Amz-Target: AWSBilling.<Operation>}, awsJson 1.0, signed for {@code billing}. */
  static final ServiceDefinition DEFINITION =
      new ServiceDefinition("billing", Protocol.AWS_JSON_1_0, "2023-09-07", "AWSBilling", "", "billing.amazonaws.com");

  static final String EXAMPLE_ARN = "arn:aws:billing::111122223333:billingview/custom-46f47cb2-a11d-43f3-983d-470b5708a899";

  static final MemberRule ARN = arn("arn");
  static final MemberRule RESOURCE_ARN = arn("resourceArn");
  static final MemberRule NEXT_TOKEN = MemberRule.optional("nextToken").range(1, 2_047);
  static final MemberRule MAX_RESULTS = MemberRule.optional("maxResults").range(1, 100);
  static final MemberRule DESCRIPTION = MemberRule.optional("description").range(0, 1_024).matching("([ a-zA-Z0-9_+=.\\-@]+)?");
  static final MemberRule SOURCES = MemberRule.required("sourceViews").range(1, 20);

  private static final ErrorCode NOT_FOUND = new ErrorCode("ResourceNotFoundException", 400);

  private BillingService() {}

  static MemberRule name(MemberRule rule) {
    return rule.range(1, 128).matching("[ a-zA-Z0-9_+=.\\-@]+");
  }

  private static MemberRule arn(String name) {
    return MemberRule.required(name).matching("arn:aws[a-z-]*:(billing)::[0-9]{12}:billingview/[a-zA-Z0-9/:_+=.\\-@]{0,75}[a-zA-Z0-9]");
  }

  /**
   * Begins the declaration of an operation whose action has its name.
   *
   * @param errors the errors it may answer beside ResourceNotFound, without {@code Exception}
   */
  static <I, O> Declaration.Builder<I, O> declare(String name, Class<I> input, Class<O> output, AccessLevel level, String... errors) {
    Declaration.Builder<I, O> builder =
        Declaration.of(DEFINITION, name, input, output).needs(Need.costTool("billing:" + name), level).errors(NOT_FOUND);
    for (String error : errors) {
      builder.errors(new ErrorCode(error + "Exception", 400));
    }
    return builder;
  }
}

package bursar.operations.iam;

import bursar.operations.declaration.MemberRule;

/** The limits of members that IAM's operations share. Source: IAM API reference, the members' constraints. */
final class IamRules {
  private static final String NAME = "[\\w+=,.@-]+";
  private static final String PATH_FORM = "(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)";
  private static final String DOCUMENT_FORM = "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+";

  /** AWS publishes no bounds for these lists; without any, one request could ask for an answer larger than the server's memory. */
  private static final int SIMULATED_POLICIES_MAX = 20;
  private static final int SIMULATED_NAMES_MAX = 200;

  static final MemberRule USER_NAME = MemberRule.required("UserName").range(1, 128).matching(NAME);
  static final MemberRule OWN_USER_NAME = MemberRule.optional("UserName").range(1, 128).matching(NAME);
  static final MemberRule USER_NAME_TO_MAKE = MemberRule.required("UserName").range(1, 64).matching(NAME);
  static final MemberRule NEW_USER_NAME = MemberRule.optional("NewUserName").range(1, 64).matching(NAME);
  static final MemberRule GROUP_NAME = MemberRule.required("GroupName").range(1, 128).matching(NAME);
  static final MemberRule NEW_GROUP_NAME = MemberRule.optional("NewGroupName").range(1, 128).matching(NAME);
  static final MemberRule POLICY_NAME = MemberRule.required("PolicyName").range(1, 128).matching(NAME);
  static final MemberRule POLICY_ARN = MemberRule.required("PolicyArn").range(20, 2048);
  static final MemberRule POLICY_DOCUMENT = MemberRule.required("PolicyDocument").range(1, 131_072).matching(DOCUMENT_FORM);
  static final MemberRule VERSION_ID = MemberRule.required("VersionId").matching("v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?");
  static final MemberRule PATH = MemberRule.optional("Path").range(1, 512).matching(PATH_FORM);
  static final MemberRule NEW_PATH = MemberRule.optional("NewPath").range(1, 512).matching(PATH_FORM);
  static final MemberRule POLICY_PATH = MemberRule.optional("Path").range(1, 512).matching("((/[A-Za-z0-9\\.,\\+@=_-]+)*)/");
  static final MemberRule PATH_PREFIX = MemberRule.optional("PathPrefix").range(1, 512).matching("\\u002F[\\u0021-\\u007F]*");
  static final MemberRule DESCRIPTION = 
      MemberRule.optional("Description").range(0, 1000).matching("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A0-\\u00FF]*");
  static final MemberRule MAX_ITEMS = MemberRule.optional("MaxItems").range(1, 1000);
  static final MemberRule MARKER = MemberRule.optional("Marker").range(1, 320);
  static final MemberRule ACCESS_KEY_ID = MemberRule.required("AccessKeyId").range(16, 128).matching("[\\w]+");
  static final MemberRule PASSWORD = MemberRule.required("Password").range(1, 128);
  static final MemberRule OWN_PASSWORD = MemberRule.optional("Password").range(1, 128);
  static final MemberRule OLD_PASSWORD = MemberRule.required("OldPassword").range(1, 128);
  static final MemberRule NEW_PASSWORD = MemberRule.required("NewPassword").range(1, 128);
  static final MemberRule KEY_STATUS = MemberRule.required("Status").oneOf("Active", "Inactive");
  static final MemberRule SCOPE = MemberRule.optional("Scope").oneOf("All", "AWS", "Local");
  static final MemberRule ENTITY_FILTER =
      MemberRule.optional("EntityFilter").oneOf("User", "Role", "Group", "LocalManagedPolicy", "AWSManagedPolicy");
  static final MemberRule TAGS = MemberRule.required("Tags").range(0, 50);
  static final MemberRule TAGS_TO_MAKE = MemberRule.optional("Tags").range(0, 50);
  static final MemberRule TAG_KEYS = MemberRule.required("TagKeys").range(0, 50);
  static final MemberRule ALIAS =
      MemberRule.required("AccountAlias").range(3, 63).matching("[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]");
  static final MemberRule USAGE_FILTER = MemberRule.optional("PolicyUsageFilter").oneOf("PermissionsPolicy", "PermissionsBoundary");
  static final MemberRule POLICY_SOURCE_ARN = MemberRule.required("PolicySourceArn").range(20, 2048);
  static final MemberRule POLICY_INPUTS = MemberRule.required("PolicyInputList").range(1, SIMULATED_POLICIES_MAX);
  static final MemberRule MORE_POLICY_INPUTS = MemberRule.optional("PolicyInputList").range(0, SIMULATED_POLICIES_MAX);
  static final MemberRule BOUNDARY_INPUTS = MemberRule.optional("PermissionsBoundaryPolicyInputList").range(0, 1);
  static final MemberRule ACTION_NAMES = MemberRule.required("ActionNames").range(1, SIMULATED_NAMES_MAX);
  static final MemberRule RESOURCE_ARNS = MemberRule.optional("ResourceArns").range(0, SIMULATED_NAMES_MAX);
  static final MemberRule RESOURCE_POLICY = MemberRule.optional("ResourcePolicy").range(1, 131_072).matching(DOCUMENT_FORM);
  static final MemberRule RESOURCE_OWNER = MemberRule.optional("ResourceOwner").range(1, 2048);
  static final MemberRule CALLER_ARN = MemberRule.optional("CallerArn").range(1, 2048);
  static final MemberRule CONTEXT_ENTRIES = MemberRule.optional("ContextEntries").range(0, SIMULATED_NAMES_MAX);
  static final MemberRule RESOURCE_HANDLING = MemberRule.optional("ResourceHandlingOption").range(1, 64);

  private IamRules() {}
}

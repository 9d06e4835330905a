package bursar.domain.identity;

import bursar.domain.accounts.AccountId;
import java.util.regex.Pattern;

/** How IAM things are named across accounts. Source: IAM User Guide, "IAM identifiers". */
public final class Arns {
  private static final Pattern POLICY = Pattern.compile("arn:aws:iam::(aws|\\d{12}):policy(/[\\x21-\\x7E]*)?/[\\w+=,.@-]{1,128}");

  private Arns() {}

  /** The ARN of a user, group or policy whose path and name are given, whether or not it exists. */
  public static String of(AccountId account, String kind, String path, String name) {
    return "arn:aws:iam::" + account + ":" + kind + path + name;
  }

  /** Whether the text has the form of a managed policy's ARN. */
  static boolean isPolicy(String arn) {
    return POLICY.matcher(arn).matches();
  }

  /** Whether the ARN names a policy that belongs to no account because it ships with the product. */
  static boolean isAwsManaged(String arn) {
    return arn.startsWith("arn:aws:iam::aws:policy/");
  }
}

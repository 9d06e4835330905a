package bursar.operations.bursar;

import bursar.policy.StatementReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that lets a request pass, and where it stands.
 *
 * @param policyName its policy
 * @param policyArn the policy's ARN; null for an inline policy
 * @param via how the policy comes to count
 * @param statementId its Sid; null when it has none
 * @param line where it begins in the policy's text, counted from 1
 * @param column where it begins in its line, counted from 1
 */
public record AllowingStatement(
    String policyName, @Nullable String policyArn, String via, @Nullable String statementId, Integer line, Integer column) {
  /** The statements, each once. */
  static List<AllowingStatement> of(List<StatementReference> statements) {
    return statements.stream()
        .map(each -> new AllowingStatement(each.policy().name(), each.policy().arn(), each.policy().via(), each.sid(), each.line(), each.column()))
        .distinct()
        .toList();
  }
}

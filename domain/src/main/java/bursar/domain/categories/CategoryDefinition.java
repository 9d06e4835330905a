package bursar.domain.categories;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cost category of an account.
 *
 * @param id the last part of its ARN
 * @param versions by the month they begin in; at least one
 * @param tags resource tags of the definition
 */
public record CategoryDefinition(
    AccountId account, String id, String name, List<CategoryVersion> versions, Map<String, String> tags, Instant created) {
  /** Copies the parts. */
  public CategoryDefinition {
    versions = List.copyOf(versions);
    tags = Map.copyOf(tags);
  }

  /** {@code arn:aws:ce::ACCOUNT:costcategory/ID}. */
  public String arn() {
    return arn(account, id);
  }

  /** The ARN of that category. */
  public static String arn(AccountId account, String id) {
    return "arn:aws:ce::" + account + ":costcategory/" + id;
  }

  /** The version that holds in a month; empty before the first. */
  public Optional<CategoryVersion> in(YearMonth month) {
    return versions.stream().filter(version -> !version.effectiveStart().isAfter(month)).reduce((earlier, later) -> later);
  }

  /** The version that holds last. */
  public CategoryVersion newest() {
    return versions.getLast();
  }

  /** The first month after the version in which another holds; empty for the newest. */
  public Optional<YearMonth> endOf(CategoryVersion version) {
    return versions.stream().map(CategoryVersion::effectiveStart).filter(start -> start.isAfter(version.effectiveStart())).findFirst();
  }

  CategoryDefinition with(List<CategoryVersion> others) {
    return new CategoryDefinition(account, id, name, others, tags, created);
  }

  CategoryDefinition tagged(Map<String, String> others) {
    return new CategoryDefinition(account, id, name, versions, others, created);
  }
}

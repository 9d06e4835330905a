package bursar.domain.costs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must be known of the data's owner to ask the row keys {@code bursar:OrgUnit} and {@code bursar:CostCategory/NAME}. */
public interface RowFacts {
  /** No organization, no cost category. */
  RowFacts NONE = of(Map.of(), List.of());

  /** The path of each member account, by account id: the ids of the organization, its root and the organizational units down to the account's. */
  Map<String, List<String>> paths();

  /** The cost category of that name in lower case; null when there is none. */
  @Nullable CostCategory category(String lowerCaseName);

  /** These facts. */
  static RowFacts of(Map<String, List<String>> paths, List<CostCategory> categories) {
    return new RowFacts() {
      @Override
      public Map<String, List<String>> paths() {
        return paths;
      }

      @Override
      public @Nullable CostCategory category(String lowerCaseName) {
        return categories.stream().filter(category -> category.name().toLowerCase(Locale.ROOT).equals(lowerCaseName)).findFirst().orElse(null);
      }
    };
  }
}

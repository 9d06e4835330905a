package bursar.operations.gate;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostCategory;
import bursar.domain.costs.RowFacts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The facts of one question, each read when a key first asks for it. */
final class OwnersRowFacts implements RowFacts {
  private final Supplier<Map<AccountId, List<String>>> organization;
  private final Supplier<List<CostCategory>> defined;
  private @Nullable Map<String, List<String>> paths;
  private @Nullable List<CostCategory> categories;

  OwnersRowFacts(Supplier<Map<AccountId, List<String>>> organization, Supplier<List<CostCategory>> defined) {
    this.organization = organization;
    this.defined = defined;
  }

  @Override
  public synchronized Map<String, List<String>> paths() {
    Map<String, List<String>> known = paths;
    if (known == null) {
      known = organization.get().entrySet().stream().collect(Collectors.toMap(entry -> entry.getKey().digits(), Map.Entry::getValue));
      paths = known;
    }
    return known;
  }

  @Override
  public synchronized @Nullable CostCategory category(String lowerCaseName) {
    List<CostCategory> known = categories;
    if (known == null) {
      known = defined.get();
      categories = known;
    }
    return known.stream().filter(category -> category.name().toLowerCase(Locale.ROOT).equals(lowerCaseName)).findFirst().orElse(null);
  }
}

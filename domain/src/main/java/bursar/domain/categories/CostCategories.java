package bursar.domain.categories;

import bursar.domain.Failure;
import bursar.domain.KeptRecords;
import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostCategory;
import bursar.domain.organizations.Organizations;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The cost categories of accounts that pay for themselves: standalone and management accounts. Members have none of their own.
 *
 * <p>Unlike AWS, a category may begin in any past month, because months of any age may be imported.
 */
public final class CostCategories {
  /** How many an account may have. */
  public static final int PER_ACCOUNT_MAX = 50;

  private final KeptRecords<CategoryDefinition> kept;
  private final Organizations organizations;
  private final InstantSource clock;

  /** Over what is kept. */
  public CostCategories(KeptRecords<CategoryDefinition> kept, Organizations organizations, InstantSource clock) {
    this.kept = kept;
    this.organizations = organizations;
    this.clock = clock;
  }

  /** Refuses members with {@code AccessDeniedException}: the management account manages cost categories and tags. */
  public void refuseMember(AccountId account, String sentence) {
    if (organizations.isMember(account)) {
      throw new Failure("AccessDeniedException", sentence);
    }
  }

  private void refuseMember(AccountId account) {
    refuseMember(account, "Linked account doesn't have access to cost categories.");
  }

  /**
   * Makes a category.
   *
   * @param effectiveStart the first month; null for the current one
   * @throws Failure {@code ServiceQuotaExceededException} past {@value #PER_ACCOUNT_MAX}; {@code ValidationException} for rules that break a rule
   */
  public CategoryDefinition create(AccountId account, String name, @Nullable YearMonth effectiveStart, UnaryOperator<CategoryVersion> version,
      Map<String, String> tags) {
    refuseMember(account);
    CategoryChecks.name(name);
    List<CategoryDefinition> others = kept.list(account);
    if (others.stream().anyMatch(other -> other.name().equals(name))) {
      throw new Failure("ValidationException", "There is already a cost category named '" + name + "'. Choose another name, or update it.");
    }
    if (others.size() >= PER_ACCOUNT_MAX) {
      throw new Failure("ServiceQuotaExceededException", "An account has at most " + PER_ACCOUNT_MAX + " cost categories. Delete one first.");
    }
    CategoryDefinition made = new CategoryDefinition(account, UUID.randomUUID().toString(), name, List.of(version(effectiveStart, version)),
        tags, clock.instant());
    return checked(made);
  }

  private CategoryVersion version(@Nullable YearMonth start, UnaryOperator<CategoryVersion> fill) {
    YearMonth current = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    if (start != null && start.isAfter(current)) {
      throw new Failure("ValidationException", "EffectiveStart " + start + " is in the future. Give the current month or an earlier one.");
    }
    CategoryVersion made = fill.apply(new CategoryVersion(start == null ? current : start, List.of(), "", List.of()));
    CategoryChecks.version(made);
    return made;
  }

  private CategoryDefinition checked(CategoryDefinition made) {
    CategoryChecks.cycles(made, name -> named(made.account(), name));
    kept.put(made.account(), made.id(), made);
    return made;
  }

  private @Nullable CategoryDefinition named(AccountId account, String name) {
    return kept.list(account).stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }

  /** Gives a category other rules from a month on; what was said of that month and later ones is forgotten. */
  public CategoryDefinition update(AccountId account, String arn, @Nullable YearMonth effectiveStart, UnaryOperator<CategoryVersion> version) {
    CategoryDefinition known = get(account, arn);
    CategoryVersion wanted = version(effectiveStart, version);
    List<CategoryVersion> versions = new ArrayList<>(known.versions().stream()
        .filter(one -> one.effectiveStart().isBefore(wanted.effectiveStart())).toList());
    versions.add(wanted);
    return checked(known.with(versions));
  }

  /** Forgets a category, for all months. */
  public CategoryDefinition delete(AccountId account, String arn) {
    CategoryDefinition known = get(account, arn);
    var unused = kept.delete(account, known.id());
    return known;
  }

  /**
   * The category of that ARN.
   *
   * @throws Failure {@code ResourceNotFoundException}
   */
  public CategoryDefinition get(AccountId account, String arn) {
    refuseMember(account);
    String prefix = CategoryDefinition.arn(account, "");
    return (arn.startsWith(prefix) ? kept.find(account, arn.substring(prefix.length())) : java.util.Optional.<CategoryDefinition>empty())
        .orElseThrow(() -> new Failure("ResourceNotFoundException", "No cost categories found with ID " + arn + "."));
  }

  /** The categories of an account, by name. */
  public List<CategoryDefinition> list(AccountId account) {
    refuseMember(account);
    return kept.list(account).stream().sorted(Comparator.comparing(CategoryDefinition::name)).toList();
  }

  /** Replaces the resource tags of a category. */
  public void tag(AccountId account, String arn, Map<String, String> tags) {
    CategoryDefinition known = get(account, arn);
    kept.put(account, known.id(), known.tagged(tags));
  }

  /** What the owner of data has defined, for the answers to those who may see it. */
  Map<String, CategoryDefinition> ofOwner(AccountId dataOwner) {
    Map<String, CategoryDefinition> named = new LinkedHashMap<>();
    kept.list(dataOwner).forEach(one -> named.put(one.name(), one));
    return named;
  }

  /** The newest version of each category of the owner of data, as policies see them: for rows of all months. */
  public List<CostCategory> seenByPolicies(AccountId dataOwner) {
    Map<String, CategoryDefinition> named = ofOwner(dataOwner);
    return named.values().stream()
        .map(one -> Objects.requireNonNull(new Meaning(named, definition -> java.util.Optional.of(definition.newest()), key -> false).category(one.name())))
        .toList();
  }
}

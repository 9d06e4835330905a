package bursar.domain.permissions;

import bursar.domain.costs.RowKeys;
import bursar.policy.advice.KnownNames;
import bursar.policy.matching.WildcardPattern;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue as policies are reviewed by it, with the condition keys of its services (service authorization reference, August 2026). */
public final class KnownPermissions implements KnownNames {
  /** Services whose own condition keys are all known; a tag's name follows a slash, anything follows a star. */
  private static final Map<String, Set<String>> CONDITION_KEYS = conditionKeys();

  private final PermissionCatalogue catalogue;
  private final List<String> actions;
  private final Map<String, List<Permission>> byService;

  /** Judges by that catalogue. */
  public KnownPermissions(PermissionCatalogue catalogue) {
    this.catalogue = catalogue;
    this.actions =
        catalogue.all().stream().filter(permission -> catalogue.knowsService(permission.service())).map(Permission::action).toList();
    this.byService = catalogue.all().stream().collect(Collectors.groupingBy(Permission::service));
  }

  /** By the catalogue that ships with the product. */
  public static KnownPermissions shipped() {
    return new KnownPermissions(PermissionCatalogue.shipped());
  }

  private static Map<String, Set<String>> conditionKeys() {
    Map<String, Set<String>> keys =
        Stream.of("budgets", "ce", "billing", "payments", "invoicing", "cur", "purchase-orders", "bcm-data-exports", "bcm-dashboards",
                "tax", "freetier", "consolidatedbilling", "pricing", "sustainability")
            .collect(Collectors.toMap(service -> service, service -> Set.of()));
    keys.put("account", Set.of("account:AccountResourceOrgPaths", "account:AccountResourceOrgTags/", "account:AlternateContactTypes",
        "account:EmailTargetDomain", "account:TargetRegion"));
    keys.put("organizations", Set.of("organizations:PolicyType", "organizations:ServicePrincipal", "organizations:TransferDirection",
        "organizations:TransferType"));
    keys.put("iam", Set.of("iam:PolicyARN", "iam:PermissionsBoundary", "iam:PassedToService", "iam:AssociatedResourceArn",
        "iam:AWSServiceName", "iam:OrganizationsPolicyId", "iam:ResourceTag/", "iam:FIDO-*", "iam:RegisterSecurityKey",
        "iam:ServiceSpecificCredential*", "iam:Delegation*", "iam:Template*"));
    keys.put("bursar", Stream.concat(RowKeys.NAMES.stream().map(name -> name.replace("/*", "/")), Stream.of(RowKeys.METRIC))
        .collect(Collectors.toSet()));
    return Map.copyOf(keys);
  }

  @Override
  public Collection<String> actions() {
    return actions;
  }

  @Override
  public boolean listsService(String service) {
    return catalogue.knowsService(service);
  }

  @Override
  public boolean takesOnlyStar(String action) {
    WildcardPattern pattern = WildcardPattern.ignoringCase(action);
    int colon = action.indexOf(':');
    if (colon < 0 || !listsService(action.substring(0, colon))) {
      return false;
    }
    if (pattern.isLiteral()) {
      return catalogue.find(action).map(permission -> permission.resources().mustBeStar()).orElse(false);
    }
    List<Permission> meant =
        byService.getOrDefault(action.substring(0, colon).toLowerCase(Locale.ROOT), List.of()).stream()
            .filter(permission -> pattern.matches(permission.action()))
            .toList();
    return !meant.isEmpty() && meant.stream().allMatch(permission -> permission.resources().mustBeStar());
  }

  @Override
  public Optional<Set<String>> conditionKeys(String service) {
    return Optional.ofNullable(CONDITION_KEYS.get(service.toLowerCase(Locale.ROOT)));
  }
}

package bursar.domain.permissions;

import bursar.policy.matching.WildcardPattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every action that is known here: all of billing and cost management, and those of {@code iam}, {@code sts} and {@code organizations}.
 * Names are compared without regard to case, as in policies.
 *
 * <p>Sources: AWS service authorization reference (August 2026); the mapping page for the move to fine-grained billing permissions (2023).
 */
public final class PermissionCatalogue {
  private static final String RESOURCE = "actions.tsv";
  private static final int COLUMNS = 8;
  /** Services of which only the actions needed here are listed. */
  private static final Set<String> LISTED_IN_PART = Set.of("access-analyzer", "cloudtrail", "support");
  private static final Set<String> LEGACY_PURCHASE_ORDERS = Set.of("purchase-orders:viewpurchaseorders", "purchase-orders:modifypurchaseorders");

  private final Map<String, Permission> byName = new LinkedHashMap<>();
  private final Map<String, List<Permission>> byLegacyName = new LinkedHashMap<>();
  private final Map<String, List<Permission>> byService = new LinkedHashMap<>();

  private PermissionCatalogue(List<Permission> permissions) {
    for (Permission permission : permissions) {
      byName.put(key(permission.action()), permission);
      byService.computeIfAbsent(permission.service(), service -> new ArrayList<>()).add(permission);
      for (String legacy : permission.legacyPermissions()) {
        byLegacyName.computeIfAbsent(key(legacy), name -> new ArrayList<>()).add(permission);
      }
    }
  }

  /** The catalogue that ships with the product. */
  public static PermissionCatalogue shipped() {
    return Shipped.CATALOGUE;
  }

  /** Whether an action of exactly that name exists. */
  public boolean known(String action) {
    return byName.containsKey(key(action));
  }

  /** Whether the catalogue lists every action of that service, so that an unlisted name is a mistake. */
  public boolean knowsService(String service) {
    return byService.containsKey(key(service)) && !LISTED_IN_PART.contains(key(service));
  }

  /** The listed actions that a name, or a pattern with {@code *} and {@code ?}, means. */
  public List<Permission> meant(String pattern) {
    WildcardPattern names = WildcardPattern.ignoringCase(pattern);
    return byName.values().stream().filter(permission -> names.matches(permission.action())).toList();
  }

  /** Whether a name or a pattern means no action at all, which can be told of a service whose every action is listed. */
  public boolean meansNothing(String pattern) {
    int colon = pattern.indexOf(':');
    return colon > 0 && knowsService(pattern.substring(0, colon)) && meant(pattern).isEmpty();
  }

  /** The action of that name. */
  public Optional<Permission> find(String action) {
    return Optional.ofNullable(byName.get(key(action)));
  }

  /** All actions in the order of their names. */
  public Collection<Permission> all() {
    return List.copyOf(byName.values());
  }

  /** The permissions of the seed's time that were replaced by that action; empty where there never was one. */
  public List<String> legacyOf(String action) {
    return find(action).map(Permission::legacyPermissions).orElse(List.of());
  }

  /** The actions that took the place of a legacy permission; empty where it is none. */
  public List<Permission> fineGrainedOf(String legacy) {
    return List.copyOf(byLegacyName.getOrDefault(key(legacy), List.of()));
  }

  static boolean isLegacyName(String action) {
    String name = key(action);
    return (name.startsWith("aws-portal:") && !name.endsWith("consoleactionsetenforced")) || LEGACY_PURCHASE_ORDERS.contains(name);
  }

  private static String key(String action) {
    return action.toLowerCase(Locale.ROOT);
  }

  static PermissionCatalogue read(String text) {
    List<Permission> permissions = new ArrayList<>();
    for (String line : text.split("\n")) {
      if (!line.isBlank() && !line.startsWith("#")) {
        permissions.add(permission(line));
      }
    }
    return new PermissionCatalogue(permissions);
  }

  private static Permission permission(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalStateException("The catalogue of actions has a line of " + cells.length + " columns: " + line);
    }
    return new Permission(cells[0], cells[1], resources(cells[2]), cells[3].equals("yes"), switchReach(cells[4]),
        cells[5].equals("-") ? List.of() : Arrays.asList(cells[5].split(",")), cells[6], cells[7]);
  }

  private static Permission.Resources resources(String cell) {
    return switch (cell) {
      case "none" -> new Permission.Resources(List.of(), true);
      case "any" -> new Permission.Resources(List.of(), false);
      default -> new Permission.Resources(Arrays.stream(cell.split(",")).map(type -> type.replace("*", "")).toList(), true);
    };
  }

  private static Permission.SwitchReach switchReach(String cell) {
    return Permission.SwitchReach.valueOf(cell.toUpperCase(Locale.ROOT));
  }

  private static final class Shipped {
    static final PermissionCatalogue CATALOGUE = load();

    private static PermissionCatalogue load() {
      try (InputStream in = PermissionCatalogue.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException("The catalogue of actions is missing from the product: " + RESOURCE);
        }
        return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException("reading the catalogue of actions", e);
      }
    }
  }
}

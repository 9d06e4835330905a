package bursar.domain.organizations;

import bursar.domain.Failure;
import bursar.domain.Transactions;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.AccountStore;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of the tree of organizational units: five levels under one root, and every account in one place of it. */
public final class OrganizationTree {
  /** How many units may stand one in the other under the root. */
  public static final int DEPTH_MAX = 5;
  /** How many units an organization may have. */
  public static final int UNITS_MAX = 2_000;

  private static final int NAME_MAX = 128;

  private final Organizations organizations;
  private final OrganizationStore store;
  private final AccountStore accounts;
  private final Transactions transactions;
  private final OrganizationIds ids;
  private final InstantSource clock;

  OrganizationTree(Organizations organizations, OrganizationStore store, AccountStore accounts, Transactions transactions,
      OrganizationIds ids, InstantSource clock) {
    this.organizations = organizations;
    this.store = store;
    this.accounts = accounts;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Makes a unit.
   *
   * @param management who asks; the account that manages the organization
   * @throws Failure ParentNotFoundException, DuplicateOrganizationalUnitException, ConstraintViolationException, InvalidInputException
   */
  public OrganizationalUnit create(AccountId management, String parent, String name) {
    checkName(name);
    return transactions.inTransaction(() -> {
      Organization organization = organizations.managedBy(management);
      List<OrganizationalUnit> units = store.units(organization.id());
      List<String> above = path(organization, units, parent, "ParentNotFoundException");
      if (units.size() >= UNITS_MAX) {
        throw new Failure("ConstraintViolationException", "You have exceeded the number of organizational units that you can have in an"
            + " organization: " + UNITS_MAX + ".", "OU_NUMBER_LIMIT_EXCEEDED");
      }
      if (above.size() - 2 >= DEPTH_MAX) {
        throw new Failure("ConstraintViolationException", "You have exceeded the depth of organizational units: at most " + DEPTH_MAX
            + " stand one in the other under the root.", "OU_DEPTH_LIMIT_EXCEEDED");
      }
      refuseTwin(units, parent, name, "");
      OrganizationalUnit unit = new OrganizationalUnit(ids.unit(organization.rootId()), organization.id(), parent, name, clock.instant());
      store.insert(unit);
      accounts.bumpVersion(management);
      return unit;
    });
  }

  private static void checkName(String name) {
    if (name.isEmpty() || name.codePointCount(0, name.length()) > NAME_MAX || name.chars().anyMatch(Character::isISOControl)) {
      throw new Failure("InvalidInputException", "The name of an organizational unit has 1 to " + NAME_MAX + " characters.", "INVALID_PATTERN");
    }
  }

  private static void refuseTwin(List<OrganizationalUnit> units, String parent, String name, String itself) {
    if (units.stream().anyMatch(unit -> unit.parent().equals(parent) && unit.name().equals(name) && !unit.id().equals(itself))) {
      throw new Failure("DuplicateOrganizationalUnitException", "An organizational unit named " + name + " already exists in " + parent + ".");
    }
  }

  /**
   * Gives a unit another name.
   *
   * @throws Failure OrganizationalUnitNotFoundException, DuplicateOrganizationalUnitException, InvalidInputException
   */
  public OrganizationalUnit rename(AccountId management, String id, String name) {
    checkName(name);
    return transactions.inTransaction(() -> {
      Organization organization = organizations.managedBy(management);
      OrganizationalUnit unit = unit(organization, id);
      refuseTwin(store.units(organization.id()), unit.parent(), name, id);
      store.rename(id, name);
      accounts.bumpVersion(management);
      return new OrganizationalUnit(id, unit.organization(), unit.parent(), name, unit.created());
    });
  }

  /**
   * Forgets an empty unit.
   *
   * @throws Failure OrganizationalUnitNotFoundException, OrganizationalUnitNotEmptyException
   */
  public void delete(AccountId management, String id) {
    transactions.<Object>inTransaction(() -> {
      Organization organization = organizations.managedBy(management);
      OrganizationalUnit unit = unit(organization, id);
      boolean holds = store.units(organization.id()).stream().anyMatch(other -> other.parent().equals(id))
          || store.memberships(organization.id()).stream().anyMatch(membership -> membership.parent().equals(id));
      if (holds) {
        throw new Failure("OrganizationalUnitNotEmptyException", "The organizational unit " + unit.name()
            + " is not empty. Move all accounts to another root or to other OUs, remove all child OUs, and try again.");
      }
      store.deleteUnit(id);
      accounts.bumpVersion(management);
      return unit;
    });
  }

  /**
   * A unit of that organization.
   *
   * @throws Failure OrganizationalUnitNotFoundException
   */
  public OrganizationalUnit unit(Organization organization, String id) {
    return store.unit(id)
        .filter(unit -> unit.organization().equals(organization.id()))
        .orElseThrow(() -> new Failure("OrganizationalUnitNotFoundException", "There is no organizational unit " + id + " in organization "
            + organization.id() + "."));
  }

  /**
   * Moves an account, the management account included, from one place of the tree to another.
   *
   * @throws Failure AccountNotFoundException, SourceParentNotFoundException, DestinationParentNotFoundException, DuplicateAccountException
   */
  public void move(AccountId management, AccountId account, String source, String destination) {
    transactions.<Object>inTransaction(() -> {
      Organization organization = organizations.managedBy(management);
      Membership membership = organizations.membership(organization, account);
      List<OrganizationalUnit> units = store.units(organization.id());
      var unused = path(organization, units, source, "SourceParentNotFoundException");
      if (!membership.parent().equals(source)) {
        throw new Failure("SourceParentNotFoundException", "The account " + account + " is not in " + source + " but in " + membership.parent() + ".");
      }
      unused = path(organization, units, destination, "DestinationParentNotFoundException");
      if (source.equals(destination)) {
        throw new Failure("DuplicateAccountException", "That account is already present in the specified destination.");
      }
      store.move(account, destination);
      accounts.bumpVersion(management);
      accounts.bumpVersion(account);
      return membership;
    });
  }

  /**
   * The units that stand directly in a parent, by id.
   *
   * @throws Failure ParentNotFoundException
   */
  public List<OrganizationalUnit> unitsIn(Organization organization, String parent) {
    List<OrganizationalUnit> units = store.units(organization.id());
    var unused = path(organization, units, parent, "ParentNotFoundException");
    return units.stream().filter(unit -> unit.parent().equals(parent)).toList();
  }

  /**
   * The accounts that stand directly in a parent, by id.
   *
   * @throws Failure ParentNotFoundException
   */
  public List<Membership> accountsIn(Organization organization, String parent) {
    var unused = path(organization, store.units(organization.id()), parent, "ParentNotFoundException");
    return store.memberships(organization.id()).stream().filter(membership -> membership.parent().equals(parent)).toList();
  }

  /**
   * The parent of an account or a unit: the root's id or a unit's.
   *
   * @param child twelve digits, or a unit's id
   * @throws Failure ChildNotFoundException
   */
  public String parentOf(Organization organization, String child) {
    return store.units(organization.id()).stream().filter(unit -> unit.id().equals(child)).map(OrganizationalUnit::parent)
        .findFirst()
        .or(() -> store.memberships(organization.id()).stream().filter(membership -> membership.account().digits().equals(child))
            .map(Membership::parent).findFirst())
        .orElseThrow(() -> new Failure("ChildNotFoundException", "There is no account or organizational unit " + child + " in organization "
            + organization.id() + "."));
  }

  /** The ids from the organization down to each parent of its tree, itself included: the root's and every unit's. */
  Map<String, List<String>> paths(Organization organization) {
    List<OrganizationalUnit> units = store.units(organization.id());
    Map<String, List<String>> paths = new HashMap<>();
    paths.put(organization.rootId(), List.of(organization.id(), organization.rootId()));
    Deque<String> open = new ArrayDeque<>(List.of(organization.rootId()));
    while (!open.isEmpty()) {
      String parent = open.removeFirst();
      for (OrganizationalUnit unit : units) {
        if (unit.parent().equals(parent)) {
          List<String> path = new ArrayList<>(paths.getOrDefault(parent, List.of()));
          path.add(unit.id());
          paths.put(unit.id(), List.copyOf(path));
          open.addLast(unit.id());
        }
      }
    }
    return paths;
  }

  private List<String> path(Organization organization, List<OrganizationalUnit> units, String parent, String otherwise) {
    List<String> upward = new ArrayList<>();
    String at = parent;
    while (!at.equals(organization.rootId())) {
      String here = at;
      upward.addFirst(here);
      at = units.stream().filter(unit -> unit.id().equals(here)).map(OrganizationalUnit::parent).findFirst()
          .orElseThrow(() -> new Failure(otherwise, "There is no root or organizational unit " + parent + " in organization "
              + organization.id() + "."));
    }
    upward.addFirst(organization.rootId());
    upward.addFirst(organization.id());
    return upward;
  }
}

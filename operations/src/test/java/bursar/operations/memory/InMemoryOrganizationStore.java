package bursar.operations.memory;

import bursar.domain.accounts.AccountId;
import bursar.domain.organizations.Membership;
import bursar.domain.organizations.Organization;
import bursar.domain.organizations.OrganizationStore;
import bursar.domain.organizations.OrganizationalUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Organizations in memory. */
public final class InMemoryOrganizationStore implements OrganizationStore {
  private final Map<String, Organization> organizations = new TreeMap<>();
  private final Map<String, OrganizationalUnit> units = new TreeMap<>();
  private final List<Membership> memberships = new ArrayList<>();

  @Override
  public Optional<AccountId> payerOf(AccountId member) {
    return membership(member).map(Membership::payer).filter(payer -> !payer.equals(member));
  }

  @Override
  public List<AccountId> membersOf(AccountId payer) {
    return lasting().stream().filter(one -> one.payer().equals(payer) && !one.account().equals(payer)).map(Membership::account).toList();
  }

  private List<Membership> lasting() {
    return memberships.stream().filter(one -> one.left() == null).sorted(Comparator.comparing(Membership::account)).toList();
  }

  @Override
  public Optional<Organization> organizationOf(AccountId account) {
    return membership(account).map(one -> organizations.get(one.organization()));
  }

  @Override
  public Optional<Organization> organization(String id) {
    return Optional.ofNullable(organizations.get(id));
  }

  @Override
  public boolean hasRoot(String rootId) {
    return organizations.values().stream().anyMatch(one -> one.rootId().equals(rootId));
  }

  @Override
  public void insert(Organization organization) {
    organizations.put(organization.id(), organization);
  }

  @Override
  public void delete(Organization organization) {
    organizations.remove(organization.id());
    units.values().removeIf(unit -> unit.organization().equals(organization.id()));
  }

  @Override
  public List<OrganizationalUnit> units(String organization) {
    return units.values().stream().filter(unit -> unit.organization().equals(organization)).toList();
  }

  @Override
  public Optional<OrganizationalUnit> unit(String id) {
    return Optional.ofNullable(units.get(id));
  }

  @Override
  public void insert(OrganizationalUnit unit) {
    units.put(unit.id(), unit);
  }

  @Override
  public void rename(String unit, String name) {
    units.computeIfPresent(unit, (id, was) -> new OrganizationalUnit(id, was.organization(), was.parent(), name, was.created()));
  }

  @Override
  public void deleteUnit(String unit) {
    units.remove(unit);
  }

  @Override
  public List<Membership> memberships(String organization) {
    return lasting().stream().filter(one -> one.organization().equals(organization)).toList();
  }

  @Override
  public List<Membership> formerMemberships(String organization) {
    Map<AccountId, Membership> last = new TreeMap<>(Comparator.comparing(AccountId::digits));
    memberships.stream().filter(one -> one.organization().equals(organization)).forEach(one -> last.put(one.account(), one));
    return last.values().stream().filter(one -> one.left() != null).toList();
  }

  @Override
  public Optional<Membership> membership(AccountId account) {
    return lasting().stream().filter(one -> one.account().equals(account)).findFirst();
  }

  @Override
  public List<Membership> history(AccountId account) {
    return memberships.stream().filter(one -> one.account().equals(account)).toList();
  }

  @Override
  public void begin(Membership membership) {
    memberships.add(membership);
  }

  @Override
  public void move(AccountId account, String parent) {
    change(account, one -> new Membership(one.organization(), one.payer(), account, parent, one.method(), one.joined(), null));
  }

  @Override
  public void end(AccountId account, Instant at) {
    change(account, one -> new Membership(one.organization(), one.payer(), account, one.parent(), one.method(), one.joined(), at));
  }

  private void change(AccountId account, UnaryOperator<Membership> change) {
    memberships.replaceAll(one -> one.account().equals(account) && one.left() == null ? change.apply(one) : one);
  }
}

package bursar.operations.memory;

import bursar.domain.accounts.AccountId;
import bursar.domain.views.BillingView;
import bursar.domain.views.BillingViewStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Custom billing views in memory. */
public final class InMemoryBillingViewStore implements BillingViewStore {
  private final Map<String, BillingView> views = new TreeMap<>();

  @Override
  public Optional<BillingView> find(String arn) {
    return Optional.ofNullable(views.get(arn));
  }

  @Override
  public List<BillingView> ofOwner(AccountId owner) {
    return views.values().stream().filter(view -> view.owner().equals(owner)).toList();
  }

  @Override
  public void put(BillingView view) {
    views.put(view.arn(), view);
  }

  @Override
  public void delete(String arn) {
    views.remove(arn);
  }
}

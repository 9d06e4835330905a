package bursar.operations.memory;

import bursar.domain.KeptRecords;
import bursar.domain.accounts.AccountId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Records in memory. */
public final class InMemoryKeptRecords<T extends Record> implements KeptRecords<T> {
  private final Map<String, T> records = new TreeMap<>();

  @Override
  public List<T> list(AccountId account) {
    return records.entrySet().stream().filter(one -> one.getKey().startsWith(account + "/")).map(Map.Entry::getValue).toList();
  }

  @Override
  public Optional<T> find(AccountId account, String id) {
    return Optional.ofNullable(records.get(account + "/" + id));
  }

  @Override
  public void put(AccountId account, String id, T record) {
    records.put(account + "/" + id, record);
  }

  @Override
  public boolean delete(AccountId account, String id) {
    return records.remove(account + "/" + id) != null;
  }
}

package bursar.domain;

import bursar.domain.accounts.AccountId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps records of one kind, each under an account and an id. Writes join the open transaction.
 *
 * <p>Promised: what was put is found equal, and a listing is in the order of the ids by code point. Not promised: any check of sense.
 *
 * @param <T> the kind: a record of texts, numbers, dates, enumerations, lists, maps and further records
 */
public interface KeptRecords<T extends Record> {
  /** The records of an account, by id. */
  List<T> list(AccountId account);

  /** The record of that id. */
  Optional<T> find(AccountId account, String id);

  /** Keeps a record, in place of one of the same id. */
  void put(AccountId account, String id, T record);

  /** Forgets a record; false when there was none of that id. */
  boolean delete(AccountId account, String id);
}

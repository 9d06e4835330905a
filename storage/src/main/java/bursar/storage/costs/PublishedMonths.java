package bursar.storage.costs;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostSegment;
import java.io.FileNotFoundException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Table;

/** Where the lines of published months are read, and the engine that reads them. */
interface PublishedMonths {
  /**
   * The right to read an owner's months until it is closed.
   *
   * @throws FileNotFoundException when one of them has been replaced and removed meanwhile
   */
  Lease lease(AccountId owner, List<CostSegment> segments) throws FileNotFoundException;

  /** Lets go of what is held of an owner and no longer published. */
  void retireAllBut(AccountId owner, List<CostSegment> published);

  /**
   * Runs a question; an engine that has lost a part of itself may run it again from its beginning.
   *
   * @throws bursar.domain.Failure LimitExceededException when it takes too long
   */
  <T> T ask(Function<DSLContext, T> question);

  /** The right to read some months until closed. */
  interface Lease extends AutoCloseable, RowRuleSql.Names {
    /** Whether there is no month to read. */
    boolean isEmpty();

    /** The lines of all these months with these columns, with nothing in those that a month leaves out; named {@code lines}. */
    Table<?> lines(Set<String> columns);

    /** The columns kept as the source writes them, with the source's names; some may come twice. */
    List<String> sourceColumns();

    /** Whether all months were there until now; what was read while one of them went must be read again. */
    boolean isWhole();

    @Override
    void close();
  }
}

package bursar.domain.costs;

import bursar.domain.accounts.AccountId;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads cost files and publishes their months.
 *
 * <p>Promised: a month is replaced whole, all months of an import become visible at one moment, a failed import changes nothing, and the same
 * import twice gives the same data. Questions are answered meanwhile. Rows that cannot be read are refused one by one with reasons, and the
 * rest is loaded. Not promised: that files which change while they are read are read consistently.
 */
public interface CostImporter {
  /**
   * Runs the import to its end.
   *
   * @return its record, succeeded, or unchanged when all it was given is published already
   * @throws bursar.domain.Failure {@code ValidationException} with a sentence that names the file (and row and column where known) when a
   *     file is missing, is not cost data, is damaged, or has no readable row; the history then has the failure, too
   */
  CostImport importFiles(Request request, Progress progress);

  /**
   * What to import.
   *
   * @param dataOwner the account that owns the data, whatever payer the files show
   * @param dataSet the owner's data set whose months are replaced; {@link CostImport#DEFAULT_DATA_SET} when there is no other
   * @param paths files, and folders that are searched for files, at least one
   * @param by who asks: a principal's ARN, or the operator
   * @param again whether deliveries that are published already are imported once more
   * @param severalPayers whether Cost and Usage Reports of more than one payer account may be mixed in the data set's months
   */
  record Request(AccountId dataOwner, String dataSet, List<Path> paths, String by, boolean again, boolean severalPayers) {
    /** Copies the paths. */
    public Request {
      paths = List.copyOf(paths);
    }

    /** A request of one payer's files, which leaves alone what is published already. */
    public Request(AccountId dataOwner, String dataSet, List<Path> paths, String by) {
      this(dataOwner, dataSet, paths, by, false, false);
    }
  }

  /** Removes the files that nobody needs any longer, after an owner's import was undone. */
  default void letGoOfFiles(AccountId dataOwner) {}

  /** Told how far an import is; called seldom enough to print each call. */
  @FunctionalInterface
  interface Progress {
    /** Ignores all progress. */
    Progress SILENT = (step, rowsRead, rowsTotal) -> {};

    /**
     * How far it is.
     *
     * @param step what is being done, as a phrase: {@code reading october.csv.gz}
     * @param rowsRead rows read so far
     * @param rowsTotal rows in all, or -1 while unknown
     */
    void at(String step, long rowsRead, long rowsTotal);
  }
}

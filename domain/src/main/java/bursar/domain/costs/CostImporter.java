package bursar.domain.costs;

import bursar.domain.accounts.AccountId;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
   * @param shown what people call the paths, one for each
   * @param importId the id the import is to have in the history; null for a new one
   */
  record Request(AccountId dataOwner, String dataSet, List<Path> paths, String by, boolean again, boolean severalPayers, List<String> shown,
      @Nullable String importId) {
    /** Copies the lists. */
    public Request {
      paths = List.copyOf(paths);
      shown = List.copyOf(shown);
      if (paths.size() != shown.size()) {
        throw new IllegalArgumentException("every path is called something");
      }
    }

    /** A request whose paths are called what they are. */
    public Request(AccountId dataOwner, String dataSet, List<Path> paths, String by, boolean again, boolean severalPayers) {
      this(dataOwner, dataSet, paths, by, again, severalPayers, paths.stream().map(Path::toString).toList(), null);
    }

    /** The same with other names for the paths, in sentences and in the history. */
    public Request shownAs(List<String> names) {
      return new Request(dataOwner, dataSet, paths, by, again, severalPayers, names, importId);
    }

    /** The same with an id of its own. */
    public Request withId(String id) {
      return new Request(dataOwner, dataSet, paths, by, again, severalPayers, shown, id);
    }

    /** A sentence in which the paths are called what people call them. */
    public String inWords(String sentence) {
      String words = sentence;
      for (int at = 0; at < paths.size(); at++) {
        words = words.replace(paths.get(at).toString(), shown.get(at));
      }
      return words;
    }

    /** A request of one payer's files, which leaves alone what is published already. */
    public Request(AccountId dataOwner, String dataSet, List<Path> paths, String by) {
      this(dataOwner, dataSet, paths, by, false, false);
    }
  }

  /**
   * The keys of the files that the newest deliveries of the manifests in a folder name; empty when the folder has no manifest.
   *
   * @throws bursar.domain.Failure {@code ValidationException} when a manifest cannot be read, or nothing says which delivery is the newest
   */
  default List<String> keysOfManifests(Path folder) {
    return List.of();
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

package bursar.storage.costs;

import bursar.domain.costs.CostSegment;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Where months go that an import has written, and what becomes of those that nobody needs. */
interface ImportedMonths {
  /**
   * Takes over the files that an import has just written in its folder.
   *
   * @return what to publish: the same months, with the names under which they are kept, complete and safe from a power cut
   */
  List<CostSegment> keep(List<CostSegment> written) throws IOException, SQLException;

  /** Removes a month that nobody needs, if it is still there and can be removed now; otherwise {@link #collect} does it another time. */
  void remove(String fileName);

  /**
   * Removes what imports that no longer run left behind, and months that are no longer needed.
   *
   * @param needed the names of the months that are, read after those that lie there were listed
   */
  void collect(Supplier<Set<String>> needed);

  /** Months stay as they were written: files of DuckDB in the folder. */
  static ImportedMonths in(CostFolder folder) {
    return new ImportedMonths() {
      @Override
      public List<CostSegment> keep(List<CostSegment> written) {
        return written;
      }

      @Override
      public void remove(String fileName) {
        folder.deleteSegment(fileName);
      }

      @Override
      public void collect(Supplier<Set<String>> needed) {
        folder.collect(needed);
      }
    };
  }
}

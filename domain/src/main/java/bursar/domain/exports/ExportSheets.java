package bursar.domain.exports;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the files of exports. */
public interface ExportSheets {
  /**
   * Begins a file.
   *
   * @param file where it will be; its folder is made when missing
   * @param columns the columns, in order
   * @param joined whether rows that differ in nothing but their sums become one
   */
  Sheet open(Path file, List<ExportColumn> columns, ExportDefinition.Format format, boolean joined);

  /** A file that is being written. Nobody sees it before it is whole; closing it before that leaves nothing behind. */
  interface Sheet extends AutoCloseable {
    /** Adds a row: texts, decimal numbers, instants and maps, in the order of the columns; null where there is no value. */
    void add(List<@Nullable Object> values);

    /**
     * Puts the whole file in its place, over the one that may be there.
     *
     * @return how many rows it has
     */
    long finish();

    @Override
    void close();
  }

  /** Puts a text file in its place, over the one that may be there. */
  void text(Path file, String text);
}

package bursar.operations.memory;

import bursar.domain.exports.ExportColumn;
import bursar.domain.exports.ExportDefinition;
import bursar.domain.exports.ExportSheets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files that are counted and not written. */
final class NoSheets implements ExportSheets {
  @Override
  public Sheet open(Path file, List<ExportColumn> columns, ExportDefinition.Format format, boolean joined) {
    return new Sheet() {
      private long rows;

      @Override
      public void add(List<@Nullable Object> values) {
        rows++;
      }

      @Override
      public long finish() {
        return rows;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void text(Path file, String text) {}
}

package bursar.storage.costs;
import bursar.domain.costs.*;
import java.nio.file.*;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
class DebugTest {
  @TempDir Path folder;
  @Test void x() throws Exception { System.setProperty("bursar.debug","true"); ExportTest t = new ExportTest(); var f = ExportTest.class.getDeclaredField("folder"); f.setAccessible(true); f.set(t, folder); try { t.everyTableReadAgainGivesTheSameSums("cur-legacy-parquet"); } catch (AssertionError e) { System.out.println(e.getMessage()); }
    try (CostsAtHand s = new CostsAtHand(folder.resolve("s"))) {
      s.load(SharedData.folder().resolve("cur-legacy-parquet"));
      List<Metric> m = List.of(Metric.AMORTIZED_COST, Metric.NET_AMORTIZED_COST);
      System.out.println("SRC " + s.sums(m, CostsAtHand.by(Dimension.RECORD_TYPE)));
    }
  }
}

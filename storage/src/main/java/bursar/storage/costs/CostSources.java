package bursar.storage.costs;

import bursar.domain.costs.CostImport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What the paths of a request lead to.
 *
 * @param plain files that no manifest speaks of
 * @param assemblies the newest delivery of each report's billing period
 */
record CostSources(List<Path> plain, List<ReportAssemblies.Assembly> assemblies) {
  /** The deliveries. */
  List<CostImport.Delivery> deliveries() {
    return assemblies.stream().map(ReportAssemblies.Assembly::delivery).toList();
  }

  /** The same without these deliveries. */
  CostSources without(Collection<CostImport.Delivery> published) {
    return new CostSources(plain, assemblies.stream().filter(assembly -> !published.contains(assembly.delivery())).toList());
  }

  boolean isEmpty() {
    return plain.isEmpty() && assemblies.isEmpty();
  }

  /** Every file, looked at; each once. */
  List<SourceFile> files() {
    List<Path> paths = new ArrayList<>(plain);
    assemblies.forEach(assembly -> paths.addAll(assembly.files()));
    return SourceFiles.lookedAt(paths);
  }
}

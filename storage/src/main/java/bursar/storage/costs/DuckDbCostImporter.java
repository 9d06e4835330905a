package bursar.storage.costs;

import bursar.domain.Failure;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostImporter;
import bursar.domain.costs.CostSegment;
import bursar.domain.costs.CostSegmentStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/**
 * Imports in four steps: stage all rows of all files in the one shape, write a new file for each month, publish them in one transaction, let go
 * of the files they replace. Until the third step nobody sees anything, and whatever fails before it is removed.
 */
final class DuckDbCostImporter implements CostImporter {
  private final CostEngine engine;
  private final CostFolder folder;
  private final CostSegmentStore segments;
  private final SegmentAttachments attachments;
  private final InstantSource clock;

  DuckDbCostImporter(
      CostEngine engine, CostFolder folder, CostSegmentStore segments, SegmentAttachments attachments, InstantSource clock) {
    this.engine = engine;
    this.folder = folder;
    this.segments = segments;
    this.attachments = attachments;
    this.clock = clock;
  }

  @Override
  public CostImport importFiles(Request request, Progress progress) {
    CostImport begun = new CostImport(UUID.randomUUID().toString(), request.dataOwner(), request.dataSet(), CostImport.Status.RUNNING,
        clock.instant(), null, request.by(), request.paths().stream().map(Path::toString).toList(), "", 0, 0, List.of(), List.of(), null);
    segments.record(begun);
    try {
      return run(begun, request, progress);
    } catch (Failure failure) {
      segments.record(begun.failed(clock.instant(), failure.sentence()));
      throw failure;
    } catch (IOException | SQLException | RuntimeException e) {
      String sentence = "The import failed while it wrote its data, and nothing was changed: " + firstLine(e);
      segments.record(begun.failed(clock.instant(), sentence));
      throw new IllegalStateException(sentence, e);
    }
  }

  private CostImport run(CostImport begun, Request request, Progress progress) throws IOException, SQLException {
    List<SourceFile> files = SourceFiles.behind(request.paths());
    List<CostSegment> before = segments.segments(request.dataOwner());
    List<CostSegment> written = List.of();
    boolean published = false;
    try (ImportRun run = new ImportRun(engine, folder, begun)) {
      try {
        for (SourceFile file : files) {
          run.stage(file, progress);
        }
        run.refuseEmpty();
        written = run.writeMonths(progress);
        CostImport finished = run.finished(clock.instant());
        segments.publish(finished, written);
        published = true;
        letGo(request, before);
        return finished;
      } finally {
        if (!published) {
          run.discardMonths();
        }
      }
    }
  }

  private void letGo(Request request, List<CostSegment> before) {
    List<CostSegment> now = segments.segments(request.dataOwner());
    attachments.retireAllBut(request.dataOwner(), now);
    List<String> kept = now.stream().map(CostSegment::fileName).toList();
    before.stream().map(CostSegment::fileName).filter(fileName -> !kept.contains(fileName)).forEach(folder::deleteSegment);
  }

  private static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}

package bursar.storage.costs;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostImporter;
import bursar.domain.costs.CostSegment;
import bursar.domain.costs.CostSegmentStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
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
    String wantedId = request.importId();
    CostImport begun = new CostImport(wantedId == null ? UUID.randomUUID().toString() : wantedId, request.dataOwner(), request.dataSet(), CostImport.Status.RUNNING,
        clock.instant(), null, request.by(), request.shown(), "", 0, 0, List.of(), List.of(), null);
    segments.record(begun);
    try {
      return run(begun, request, progress);
    } catch (Failure failure) {
      String sentence = request.inWords(failure.sentence());
      segments.record(begun.failed(clock.instant(), sentence));
      throw new Failure(failure.code(), sentence);
    } catch (IOException | SQLException | RuntimeException e) {
      if (ImportRules.isAboutWriting(String.valueOf(e.getMessage()))) {
        Failure full = ImportRules.noRoom("the rows of " + String.join(", ", begun.paths()) + " were written");
        segments.record(begun.failed(clock.instant(), full.sentence()));
        throw full;
      }
      String sentence = "The import failed while it wrote its data, and nothing was changed: " + firstLine(e);
      segments.record(begun.failed(clock.instant(), sentence));
      throw new IllegalStateException(sentence, e);
    }
  }

  private CostImport run(CostImport begun, Request request, Progress progress) throws IOException, SQLException {
    CostSources sources = SourceFiles.behind(request.paths());
    List<CostImport.Delivery> known = request.again() ? List.of() : segments.deliveries(request.dataOwner(), request.dataSet());
    CostSources fresh = sources.without(known);
    if (fresh.isEmpty()) {
      CostImport unchanged = begun.unchanged(clock.instant(), sources.deliveries());
      segments.record(unchanged);
      return unchanged;
    }
    Set<String> before = segments.fileNames();
    List<CostSegment> written = List.of();
    boolean published = false;
    try (ImportRun run = new ImportRun(engine, folder, begun, new ImportRules(fresh, request.severalPayers()))) {
      try {
        stageAll(fresh.files(), run, progress);
        run.refuseEmpty();
        written = run.writeMonths(progress);
        CostImport finished = run.finished(clock.instant());
        segments.publish(finished, written);
        published = true;
        letGo(request.dataOwner(), before);
        return finished;
      } finally {
        if (!published) {
          run.discardMonths();
        }
      }
    }
  }

  private static void stageAll(List<SourceFile> files, ImportRun run, Progress progress) throws IOException, SQLException {
    long ahead = 0;
    for (SourceFile file : files) {
      ahead += Files.size(file.path());
    }
    for (SourceFile file : files) {
      long own = Files.size(file.path());
      ahead -= own;
      run.stage(file, withFilesAhead(progress, own, ahead));
    }
  }

  /** Adds to the rows of a file those of the files after it: about as many a byte. */
  private static Progress withFilesAhead(Progress told, long own, long ahead) {
    long[] before = {-1};
    return (step, rowsRead, rowsTotal) -> {
      before[0] = before[0] < 0 ? rowsRead : before[0];
      told.at(step, rowsRead, rowsTotal < 0 ? -1 : rowsTotal + Math.round((double) (rowsTotal - before[0]) / Math.max(own, 1) * ahead));
    };
  }

  /** Lets go of the files that were needed and no longer are. */
  private void letGo(AccountId owner, Set<String> before) {
    Set<String> needed = segments.fileNames();
    attachments.retireAllBut(owner, segments.segments(owner));
    before.stream().filter(fileName -> !needed.contains(fileName)).forEach(folder::deleteSegment);
  }

  @Override
  public List<String> keysOfManifests(Path folder) {
    return SourceFiles.keysOfManifests(folder);
  }

  @Override
  public void letGoOfFiles(AccountId owner) {
    attachments.retireAllBut(owner, segments.segments(owner));
    folder.collect(segments::fileNames);
  }

  private static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}

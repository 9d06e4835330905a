package bursar.storage.costs;

import bursar.domain.costs.CostImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The deliveries of a report in a folder: of each billing period only the newest, with exactly the files its manifest names. */
final class ReportAssemblies {
  private static final Pattern PERIOD_FOLDER = Pattern.compile("\\d{8}-\\d{8}|(?i:billing_period=\\d{4}-\\d{2})");
  private static final Pattern DATED_FOLDER = Pattern.compile("\\d{4}-?\\d{2}-?\\d{2}T.*");
  private static final int ANCESTORS_MAX = 8;

  private ReportAssemblies() {}

  /**
   * A delivery and its files.
   *
   * @param delivery what the manifest says of it
   * @param files its files, in the manifest's order
   */
  record Assembly(CostImport.Delivery delivery, List<Path> files) {}

  /**
   * The newest delivery of each billing period.
   *
   * @param root the folder a person named; nothing outside it is read
   * @param manifests the manifests in it, at least one
   * @throws bursar.domain.Failure {@code ValidationException} when they are of several reports, when nothing says which of two deliveries is
   *     newer, or when a file is missing
   */
  static List<Assembly> in(Path root, List<Path> manifests) {
    return newestOfEach(root, manifests).stream().map(newest -> assembly(root, newest)).toList();
  }

  /** The keys that the newest deliveries name, whether the files are there or not. */
  static List<String> keys(Path root, List<Path> manifests) {
    return newestOfEach(root, manifests).stream().flatMap(newest -> newest.getFirst().keys().stream()).distinct().toList();
  }

  /** The manifests of the newest delivery of each billing period. */
  private static List<List<ReportManifest>> newestOfEach(Path root, List<Path> manifests) {
    Map<CostImport.Delivery, List<ReportManifest>> byPeriod = new LinkedHashMap<>();
    Set<String> reports = new TreeSet<>();
    for (Path path : manifests) {
      ReportManifest manifest = ReportManifest.at(path);
      reports.add(manifest.report());
      byPeriod.computeIfAbsent(new CostImport.Delivery(manifest.report(), manifest.month(), ""), absent -> new ArrayList<>()).add(manifest);
    }
    if (reports.size() > 1) {
      throw SourceFile.invalid(root + " has the manifests of several reports, " + String.join(", ", reports)
          + ", whose costs would be counted more than once. Name the folder of one of them, and import others into data sets of their own.");
    }
    return byPeriod.entrySet().stream().sorted(Map.Entry.comparingByKey(CostImport.Delivery.ORDER))
        .map(period -> newest(root, period.getValue())).toList();
  }

  private static List<ReportManifest> newest(Path root, List<ReportManifest> manifests) {
    if (ids(manifests).size() == 1) {
      return manifests;
    }
    // A manifest beside the deliveries' own folders is always of the latest one.
    List<ReportManifest> above = manifests.stream().filter(manifest -> !ownFolder(manifest)).toList();
    if (ids(above).size() == 1) {
      return above;
    }
    List<ReportManifest> candidates = above.isEmpty() ? manifests : above;
    boolean dated = candidates.stream().allMatch(manifest -> DATED_FOLDER.matcher(folderName(manifest)).matches());
    Comparator<ReportManifest> age = dated ? Comparator.comparing(ReportAssemblies::folderName)
        : Comparator.comparing(ReportAssemblies::writtenAt);
    ReportManifest last = candidates.stream().max(age).orElseThrow();
    List<ReportManifest> latest = candidates.stream().filter(manifest -> age.compare(manifest, last) == 0).toList();
    if (ids(latest).size() > 1) {
      throw SourceFile.invalid(root + " has several deliveries of " + last.month() + ", " + String.join(", ", ids(latest))
          + ", and nothing says which of them is the newest. Name the folder of one of them.");
    }
    return latest;
  }

  private static Set<String> ids(List<ReportManifest> manifests) {
    Set<String> ids = new LinkedHashSet<>();
    manifests.forEach(manifest -> ids.add(manifest.assemblyId()));
    return ids;
  }

  private static boolean ownFolder(ReportManifest manifest) {
    return folderName(manifest).contains(manifest.assemblyId());
  }

  private static String folderName(ReportManifest manifest) {
    Path folder = manifest.path().toAbsolutePath().getParent();
    return folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
  }

  private static FileTime writtenAt(ReportManifest manifest) {
    try {
      return Files.getLastModifiedTime(manifest.path());
    } catch (IOException e) {
      throw SourceFile.invalid(manifest.path() + " cannot be read: " + e.getMessage() + ".");
    }
  }

  /** The assembly's files by whichever of its manifests finds them all. */
  private static Assembly assembly(Path root, List<ReportManifest> manifests) {
    String missing = "";
    for (ReportManifest manifest : manifests) {
      List<Path> files = new ArrayList<>();
      for (String key : manifest.keys()) {
        Path file = find(root, manifest.path(), key);
        if (file == null) {
          missing = missing.isEmpty() ? key : missing;
          break;
        }
        files.add(file);
      }
      if (files.size() == manifest.keys().size()) {
        return new Assembly(manifest.delivery(), List.copyOf(files));
      }
    }
    ReportManifest named = manifests.getFirst();
    throw SourceFile.invalid("The manifest " + named.path() + " of report " + named.report() + " for " + named.month() + " names the file "
        + missing + ", which is not in " + root + ". Copy the report whole, and import it again.");
  }

  /** The file of a key: the longest end of the key that leads to a file from the manifest's folder or one above it. */
  private static @Nullable Path find(Path root, Path manifest, String key) {
    String[] parts = key.replaceFirst("^s3://[^/]*/", "").replaceFirst("^/+", "").split("/+", -1);
    if (Arrays.asList(parts).contains("..") || Arrays.asList(parts).contains("")) {
      return null;
    }
    List<Path> above = new ArrayList<>();
    Path own = Objects.requireNonNull(manifest.toAbsolutePath().normalize().getParent(), "a file is in a folder");
    Path top = root.toAbsolutePath().normalize();
    for (Path at = own; at != null && at.startsWith(top) && above.size() < ANCESTORS_MAX; at = at.getParent()) {
      above.add(at);
    }
    for (int from = 0; from < parts.length; from++) {
      String end = String.join("/", Arrays.asList(parts).subList(from, parts.length));
      boolean nameOnly = from == parts.length - 1;
      for (Path folder : nameOnly ? List.of(own) : above) {
        Path file = folder.resolve(end);
        if (isWithin(top, file)) {
          return file;
        }
      }
    }
    return null;
  }

  /** Whether it is a file that lies in the folder, wherever names on the way may lead. */
  private static boolean isWithin(Path folder, Path file) {
    return file.normalize().startsWith(folder) && Files.isRegularFile(file);
  }

  /**
   * Refuses plain files that lie in several deliveries' folders of one billing period, of which no manifest says which counts.
   *
   * @param files files in {@code root}
   */
  static void refuseSeveral(Path root, List<Path> files) {
    Map<Path, Set<String>> byPeriod = new LinkedHashMap<>();
    for (Path file : files) {
      Path within = root.relativize(file);
      for (int at = 0; at + 1 < within.getNameCount(); at++) {
        if (PERIOD_FOLDER.matcher(within.getName(at).toString()).matches()) {
          String delivery = at + 2 < within.getNameCount() ? within.getName(at + 1).toString() : ".";
          byPeriod.computeIfAbsent(within.subpath(0, at + 1), absent -> new TreeSet<>()).add(delivery);
        }
      }
    }
    byPeriod.forEach((period, deliveries) -> {
      if (deliveries.size() > 1) {
        throw SourceFile.invalid(root.resolve(period) + " has several deliveries of one billing period, " + String.join(", ", deliveries)
            + ", and no manifest says which of them counts. Name the folder of one of them.");
      }
    });
  }
}

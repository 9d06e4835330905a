package bursar.server.sources;

import bursar.domain.costs.CostBucket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The objects of a bucket by the billing period that their keys tell; those whose keys tell none are one part. */
final class BucketParts {
  private static final Pattern PERIOD = Pattern.compile(
      "(?i)(?:^|/)(?:(\\d{4})(\\d{2})\\d{2}-\\d{8}|billing_period=(\\d{4})-(\\d{2})|year=(\\d{4})/month=(\\d{1,2}))(?=/)");
  private static final List<String> ENDINGS = List.of(".parquet", ".csv", ".gz", ".tsv", ".txt");

  private BucketParts() {}

  static Map<String, List<CostBucket.Item>> of(List<CostBucket.Item> items) {
    Map<String, List<CostBucket.Item>> parts = new TreeMap<>();
    items.stream().filter(item -> isManifest(item) || looksLikeCosts(item))
        .forEach(item -> parts.computeIfAbsent(period(item.key()), absent -> new ArrayList<>()).add(item));
    return parts;
  }

  private static String period(String key) {
    Matcher found = PERIOD.matcher(key);
    if (!found.find()) {
      return "";
    }
    for (int group = 1; group < found.groupCount(); group += 2) {
      if (found.group(group) != null) {
        return found.group(group) + "-" + (found.group(group + 1).length() == 1 ? "0" : "") + found.group(group + 1);
      }
    }
    return "";
  }

  static boolean isManifest(CostBucket.Item item) {
    return name(item).endsWith("-manifest.json") || name(item).equals("manifest.json");
  }

  private static boolean looksLikeCosts(CostBucket.Item item) {
    return item.bytes() > 0 && !name(item).startsWith(".") && !name(item).startsWith("_") && ENDINGS.stream().anyMatch(name(item)::endsWith);
  }

  private static String name(CostBucket.Item item) {
    return item.key().substring(item.key().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  /** Changes when one of the objects does. */
  static String fingerprint(List<CostBucket.Item> items) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      items.stream().map(item -> item.key() + "\n" + item.bytes() + "\n" + item.tag() + "\n").sorted()
          .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}

package bursar.storage.costs;

import bursar.domain.costs.CostImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a report's manifest says: AWS's Cost and Usage Report ({@code assemblyId}, {@code reportKeys}) and AWS Data Exports ({@code
 * executionId}, {@code dataFiles}). Source: AWS Data Exports user guide, report versions and export delivery.
 *
 * @param path the manifest's own file
 * @param report the report's or export's name
 * @param assemblyId the id of this delivery
 * @param month the billing period
 * @param keys the keys of the report's files in its bucket
 */
record ReportManifest(Path path, String report, String assemblyId, YearMonth month, List<String> keys) {
  private static final String ENDING = "manifest.json";
  private static final long BYTES_MAX = 32 << 20;
  private static final Pattern START = Pattern.compile("(\\d{4})-?(\\d{2}).*");
  private static final Pattern PARTITION = Pattern.compile("(?i)billing_period=(\\d{4})-(\\d{2})");

  /** Whether a file of that name is a manifest; those for other tools, such as {@code report-RedshiftManifest.json}, are not. */
  static boolean is(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return name.equals(ENDING) || name.endsWith("-" + ENDING);
  }

  CostImport.Delivery delivery() {
    return new CostImport.Delivery(report, month, assemblyId);
  }

  /**
   * Reads a manifest.
   *
   * @throws bursar.domain.Failure {@code ValidationException} when it is not one
   */
  static ReportManifest at(Path path) {
    Said said = new Said();
    try {
      if (Files.size(path) > BYTES_MAX) {
        throw SourceFile.invalid(path + " is too large for a report's manifest.");
      }
      try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), Files.readAllBytes(path))) {
        said.read(parser);
      }
    } catch (JacksonException e) {
      throw SourceFile.invalid(path + " is no manifest of a report: it is not JSON, or was cut off.");
    } catch (IOException e) {
      throw SourceFile.invalid(path + " cannot be read: " + e.getMessage() + ".");
    }
    String name = String.valueOf(path.getFileName());
    String assembly = said.assemblyId;
    if (assembly == null) {
      throw SourceFile.invalid(path + " is no manifest of a report: it has neither assemblyId nor executionId.");
    }
    if (said.keys.isEmpty()) {
      throw SourceFile.invalid(path + " names no files: its reportKeys are empty, so there is nothing to import for it.");
    }
    YearMonth month = month(said.start, path);
    if (month == null) {
      throw SourceFile.invalid(path + " does not say which billing period it is of.");
    }
    String fallback = name.substring(0, name.length() - ENDING.length()).replaceFirst("-$", "");
    return new ReportManifest(path, said.report == null ? fallback : said.report, assembly, month, List.copyOf(said.keys));
  }

  private static @Nullable YearMonth month(@Nullable String start, Path path) {
    Matcher said = START.matcher(start == null ? "" : start);
    Matcher partition = PARTITION.matcher(path.toString());
    Matcher found = said.matches() ? said : partition.find() ? partition : null;
    try {
      return found == null ? null : YearMonth.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The members of the manifest's top level that matter. */
  private static final class Said {
    private @Nullable String assemblyId;
    private @Nullable String report;
    private @Nullable String start;
    private final List<String> keys = new ArrayList<>();

    void read(JsonParser parser) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String member = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value == JsonToken.VALUE_STRING) {
          text(member, parser.getString());
        } else if (value == JsonToken.START_ARRAY && (member.equals("reportKeys") || member.equals("dataFiles"))) {
          texts(parser);
        } else if (value == JsonToken.START_OBJECT && member.equals("billingPeriod")) {
          period(parser);
        } else {
          parser.skipChildren();
        }
      }
    }

    private void text(String member, String value) {
      switch (member) {
        case "assemblyId", "executionId" -> assemblyId = value;
        case "reportName", "exportName" -> report = value;
        case "billingPeriod" -> start = value;
        default -> { }
      }
    }

    private void texts(JsonParser parser) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          keys.add(parser.getString());
        } else {
          parser.skipChildren();
        }
      }
    }

    private void period(JsonParser parser) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String member = parser.currentName();
        if (parser.nextToken() == JsonToken.VALUE_STRING && member.equals("start")) {
          start = parser.getString();
        } else {
          parser.skipChildren();
        }
      }
    }
  }
}

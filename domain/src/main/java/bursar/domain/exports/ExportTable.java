package bursar.domain.exports;

import bursar.domain.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The tables that can be exported (AWS Data Exports user guide, table dictionary). */
public enum ExportTable {
  COST_AND_USAGE_REPORT("Cost and usage in the columns of AWS's Cost and Usage Report 2.0."),
  FOCUS_1_0_AWS("Cost and usage in the columns of FOCUS 1.0."),
  FOCUS_1_2_AWS("Cost and usage in the columns of FOCUS 1.2.");

  /** The property that says how rows are joined in time. */
  public static final String TIME_GRANULARITY = "TIME_GRANULARITY";
  /** The property that says whether rows tell their resource. */
  public static final String INCLUDE_RESOURCES = "INCLUDE_RESOURCES";

  private static final String RESOURCE = "line_item_resource_id";

  private final String description;

  ExportTable(String description) {
    this.description = description;
  }

  /**
   * What can be set of a table.
   *
   * @param values what it can be set to; the first is the default
   */
  public record Property(String name, List<String> values, String description) {
    /** Copies the values. */
    public Property {
      values = List.copyOf(values);
    }
  }

  /** What it holds. */
  public String description() {
    return description;
  }

  /** What can be set of it. */
  public List<Property> properties() {
    Property time = new Property(TIME_GRANULARITY, List.of("HOURLY", "DAILY", "MONTHLY"), "How long a period one row covers.");
    return this != COST_AND_USAGE_REPORT ? List.of(time) : List.of(time,
        new Property(INCLUDE_RESOURCES, List.of("FALSE", "TRUE"), "Whether rows tell their resource."),
        new Property("INCLUDE_SPLIT_COST_ALLOCATION_DATA", List.of("FALSE"), "Split cost allocation is not kept by imports."),
        new Property("INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY", List.of("FALSE"), "Only automatic discounts are served."));
  }

  /**
   * The properties with their defaults filled in.
   *
   * @throws Failure {@code ValidationException} for one that is unknown or cannot have that value
   */
  public Map<String, String> complete(Map<String, String> given) {
    Map<String, String> complete = new LinkedHashMap<>();
    for (Property property : properties()) {
      String value = given.getOrDefault(property.name(), property.values().getFirst()).toUpperCase(Locale.ROOT);
      if (!property.values().contains(value)) {
        throw new Failure("ValidationException",
            property.name() + " of " + name() + " can be " + String.join(", ", property.values()) + ", not " + value + ".");
      }
      complete.put(property.name(), value);
    }
    given.keySet().stream().filter(name -> !complete.containsKey(name) && !name.equals("BILLING_VIEW_ARN")).findFirst().ifPresent(name -> {
      throw new Failure("ValidationException", "The table " + name() + " has no property " + name + ". It has "
          + String.join(", ", complete.keySet()) + ".");
    });
    return complete;
  }

  /** Its columns in their order, as the properties make them. */
  public List<ExportColumn> columns(Map<String, String> properties) {
    return switch (this) {
      case COST_AND_USAGE_REPORT -> read("cur-2.0.columns", "").stream()
          .filter(column -> "TRUE".equals(properties.get(INCLUDE_RESOURCES)) || !column.name().equals(RESOURCE)).toList();
      case FOCUS_1_0_AWS -> withOwn(read("focus.columns", "1.0"));
      case FOCUS_1_2_AWS -> withOwn(read("focus.columns", "1.2"));
    };
  }

  private static List<ExportColumn> withOwn(List<ExportColumn> focus) {
    List<ExportColumn> columns = new ArrayList<>(focus);
    columns.add(new ExportColumn("x_InvoicingEntity", ExportColumn.Type.TEXT));
    columns.add(new ExportColumn("x_Operation", ExportColumn.Type.TEXT));
    columns.add(new ExportColumn("x_ServiceCode", ExportColumn.Type.TEXT));
    return columns;
  }

  private static List<ExportColumn> read(String resource, String version) {
    try (InputStream in = Objects.requireNonNull(ExportTable.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" ", -1))
          .filter(parts -> version.isEmpty() || parts[2].compareTo(version) <= 0)
          .map(parts -> new ExportColumn(parts[0], ExportColumn.Type.valueOf(parts[1].toUpperCase(Locale.ROOT)))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The table of that name.
   *
   * @throws Failure {@code ValidationException} when there is none
   */
  public static ExportTable named(String name) {
    for (ExportTable table : values()) {
      if (table.name().equalsIgnoreCase(name)) {
        return table;
      }
    }
    throw new Failure("ValidationException", "There is no table " + name + ". There are COST_AND_USAGE_REPORT, FOCUS_1_0_AWS, FOCUS_1_2_AWS.");
  }
}

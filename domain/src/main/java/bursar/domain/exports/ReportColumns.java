package bursar.domain.exports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a legacy Cost and Usage Report (AWS Cost and Usage Report user guide, data dictionary): those of CUR 2.0, with a column for
 * each attribute of products, each tag and each cost category in place of the maps.
 */
final class ReportColumns {
  private static final List<String> ATTRIBUTES = List.of("product_name", "region", "instance_type_family", "operating_system", "tenancy",
      "database_engine", "cache_engine", "deployment_option");
  private static final Set<String> LOWER = Set.of("pricing_currency", "pricing_public_on_demand_cost", "pricing_public_on_demand_rate",
      "pricing_term", "pricing_unit");
  private static final Map<String, String> CATEGORIES = new LinkedHashMap<>();

  static {
    CATEGORIES.put("line_item_", "lineItem");
    CATEGORIES.put("savings_plan_", "savingsPlan");
    CATEGORIES.put("identity_", "identity");
    CATEGORIES.put("bill_", "bill");
    CATEGORIES.put("pricing_", "pricing");
    CATEGORIES.put("product_", "product");
    CATEGORIES.put("reservation_", "reservation");
    CATEGORIES.put("discount_", "discount");
  }

  private ReportColumns() {}

  /** A column: where its value stands in a row of CUR 2.0, and what a report calls it. */
  record Column(String source, @Nullable String key, String category, String name, ExportColumn.Type type) {
    /** The name in a text file, {@code lineItem/UnblendedCost}. */
    String slashed() {
      return category + "/" + name;
    }

    /** Its value in a row of CUR 2.0. */
    @Nullable Object of(Map<String, @Nullable Object> row) {
      Object value = row.get(source);
      return key == null ? value : value instanceof Map<?, ?> map ? map.get(key) : null;
    }

    /** The name that Athena gives it, {@code line_item_unblended_cost}. */
    String underscored() {
      return switch (category) {
        case "resourceTags" -> "resource_tags_" + name.replace(':', '_');
        case "costCategory" -> "cost_category_" + name;
        default -> key == null ? source : "product_" + key;
      };
    }
  }

  /**
   * All columns.
   *
   * @param resources whether rows tell their resource
   * @param tags the keys of the tags
   * @param categories the names of the cost categories
   */
  static List<Column> of(boolean resources, List<String> tags, SortedSet<String> categories) {
    List<Column> columns = new ArrayList<>();
    Map<String, String> properties = Map.of(ExportTable.INCLUDE_RESOURCES, resources ? "TRUE" : "FALSE");
    for (ExportColumn column : ExportTable.COST_AND_USAGE_REPORT.columns(properties)) {
      if (column.type() != ExportColumn.Type.MAP) {
        columns.add(fixed(column));
      }
    }
    ATTRIBUTES.forEach(key -> columns.add(
        new Column("product", key, "product", key.equals("product_name") ? "ProductName" : camel(key, false), ExportColumn.Type.TEXT)));
    tags.forEach(key -> columns.add(new Column("resource_tags", key.startsWith("aws:") ? "aws_" + key.substring(4) : "user_" + key,
        "resourceTags", key.startsWith("aws:") ? key : "user:" + key, ExportColumn.Type.TEXT)));
    categories.forEach(name -> columns.add(new Column("cost_category", name, "costCategory", name, ExportColumn.Type.TEXT)));
    return columns;
  }

  private static Column fixed(ExportColumn column) {
    for (Map.Entry<String, String> category : CATEGORIES.entrySet()) {
      if (column.name().startsWith(category.getKey())) {
        boolean lower = LOWER.contains(column.name()) || category.getValue().equals("product");
        return new Column(column.name(), null, category.getValue(), camel(column.name().substring(category.getKey().length()), !lower),
            column.type());
      }
    }
    throw new IllegalStateException("the column " + column.name() + " belongs to no category of the report");
  }

  private static String camel(String snake, boolean upper) {
    StringBuilder camel = new StringBuilder();
    boolean capital = upper;
    for (char sign : snake.toCharArray()) {
      if (sign == '_') {
        capital = true;
      } else {
        camel.append(capital ? Character.toUpperCase(sign) : sign);
        capital = false;
      }
    }
    return camel.toString();
  }
}

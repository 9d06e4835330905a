package bursar.storage.costs;

import java.util.List;

/** The kinds of cost data that can be read, recognised by their columns. */
enum CostFormat {
  CUR_LEGACY("AWS CUR (legacy)"),
  CUR_2("AWS CUR 2.0"),
  FOCUS("FOCUS");

  private static final List<String> CUR_COLUMNS = List.of(
      "line_item_usage_start_date", "line_item_unblended_cost", "line_item_usage_account_id", "line_item_line_item_type");
  private static final List<String> FOCUS_COLUMNS = List.of(
      "chargeperiodstart", "billedcost", "effectivecost", "chargecategory");

  private final String title;

  CostFormat(String title) {
    this.title = title;
  }

  /** What people call it. */
  String title() {
    return title;
  }

  /** The mapping of a file with these columns; refuses a file that is none of ours. */
  static CostFormat of(LineMapping mapping, String fileName) {
    if (CUR_COLUMNS.stream().allMatch(mapping::has)) {
      boolean second = mapping.has("resource_tags") || mapping.has("product") || mapping.has("bill_payer_account_name");
      return second ? CUR_2 : CUR_LEGACY;
    }
    if (FOCUS_COLUMNS.stream().allMatch(mapping::has)) {
      return FOCUS;
    }
    List<String> missing = nearest(mapping);
    String known = missing.size() == CUR_COLUMNS.size() || missing.size() == FOCUS_COLUMNS.size()
        ? "has neither the columns of an AWS Cost and Usage Report nor those of FOCUS"
        : "lacks the columns " + String.join(", ", missing);
    throw LineMapping.unusable(fileName, known + ", so it cannot be read as cost data.");
  }

  private static List<String> nearest(LineMapping mapping) {
    List<String> cur = CUR_COLUMNS.stream().filter(name -> !mapping.has(name)).toList();
    List<String> focus = FOCUS_COLUMNS.stream().filter(name -> !mapping.has(name)).toList();
    return cur.size() * FOCUS_COLUMNS.size() <= focus.size() * CUR_COLUMNS.size() ? cur : focus;
  }

  /** Whether all rows of a file of this format have one and the same payer. */
  boolean ofOnePayer() {
    return this != FOCUS;
  }

  /** Fills the mapping by this format's rules. */
  void fill(LineMapping mapping) {
    switch (this) {
      case CUR_LEGACY, CUR_2 -> CurLines.fill(mapping);
      case FOCUS -> FocusLines.fill(mapping);
    }
  }
}

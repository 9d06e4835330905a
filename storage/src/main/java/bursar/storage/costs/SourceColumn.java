package bursar.storage.costs;

import java.util.Locale;

/**
 * A column of a file of costs.
 *
 * @param name as the file writes it
 * @param reference how a statement names it
 * @param type its type in DuckDB; VARCHAR in text files
 */
record SourceColumn(String name, String reference, String type) {
  /**
   * The name in the one spelling the mappings know: {@code lineItem/UnblendedCost} and {@code line_item_unblended_cost} are both the latter,
   * {@code BilledCost} is {@code billedcost}.
   */
  String normalName() {
    int slash = name.indexOf('/');
    return slash < 0 ? name.toLowerCase(Locale.ROOT) : snake(name.substring(0, slash)) + "_" + snake(name.substring(slash + 1));
  }

  /** AWS Glue's spelling: an underscore before every capital but the first, every other sign an underscore. */
  private static String snake(String camel) {
    StringBuilder spelled = new StringBuilder();
    for (int at = 0; at < camel.length(); at++) {
      char sign = camel.charAt(at);
      if (Character.isUpperCase(sign) && at > 0 && Character.isLetterOrDigit(camel.charAt(at - 1))) {
        spelled.append('_');
      }
      spelled.append(Character.isLetterOrDigit(sign) ? Character.toLowerCase(sign) : '_');
    }
    return spelled.toString();
  }
}

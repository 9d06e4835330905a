package bursar.domain.focus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Our own declaration of FOCUS 1.2, read from {@code focus-1.2.rules}, whose first lines explain how it is written.
 *
 * <p>Its rules bear FOCUS's ids and say what FOCUS's sentences say, in our words.
 */
public final class FocusDeclaration {
  private static final Pattern RULE = Pattern.compile(
      "(?<id>[CD]-\\d{3}-[MCO]) (?<keyword>MUST NOT|MUST|SHOULD NOT|SHOULD|RECOMMENDED) (?<check>.*?)(?: if (?<condition>.*?))?(?: when (?<criteria>.*))?");
  private static final Pattern PRODUCT = Pattern.compile("(\\w+) \\* (\\w+) = (\\w+)");

  private final Map<String, List<String>> categories = new LinkedHashMap<>();
  private final List<FocusRule> rules = new ArrayList<>();
  private String version = "";
  private String column = "";
  private Set<String> columnCriteria = Set.of();

  private FocusDeclaration() {}

  /** The rules of FOCUS 1.2 that a file can be asked. */
  public static FocusRuleSet version12() {
    try (InputStream in = Objects.requireNonNull(FocusDeclaration.class.getResourceAsStream("focus-1.2.rules"))) {
      FocusDeclaration declaration = new FocusDeclaration();
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(declaration::read);
      return new FocusRuleSet(declaration.version, declaration.rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The service categories of FOCUS 1.2 with their subcategories. */
  public static Map<String, List<String>> serviceCategories() {
    try (InputStream in = Objects.requireNonNull(FocusDeclaration.class.getResourceAsStream("focus-1.2.rules"))) {
      FocusDeclaration declaration = new FocusDeclaration();
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("category ")).forEach(declaration::read);
      return declaration.categories;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String line) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    if (line.startsWith("version ")) {
      version = line.substring(8);
    } else if (line.startsWith("category ")) {
      int colon = line.indexOf(':');
      categories.put(line.substring(9, colon), values(line.substring(colon + 1)));
    } else if (line.startsWith("column ")) {
      String[] parts = line.substring(7).split(" of ", 2);
      column = parts[0];
      columnCriteria = parts.length > 1 ? names(parts[1]) : Set.of();
    } else {
      rules.add(rule(line.strip()));
    }
  }

  private FocusRule rule(String line) {
    Matcher parts = RULE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalStateException("the declaration of FOCUS has a line that is no rule: " + line);
    }
    FocusKeyword keyword = FocusKeyword.of(parts.group("keyword"));
    FocusCheck check = check(parts.group("check"), keyword == FocusKeyword.MUST_NOT || keyword == FocusKeyword.SHOULD_NOT);
    FocusCheck condition = parts.group("condition") == null ? null : new FocusCondition(parts.group("condition")).read();
    Set<String> criteria = parts.group("criteria") == null ? Set.of() : names(parts.group("criteria"));
    String id = parts.group("id");
    return new FocusRule((id.startsWith("D") ? "CostAndUsage" : column) + "-" + id, column, keyword,
        FocusSentence.of(column, keyword, check, condition), criteria, columnCriteria, check, condition, true);
  }

  private FocusCheck check(String written, boolean not) {
    Matcher product = PRODUCT.matcher(written);
    if (product.matches()) {
      return new FocusCheck.Product(product.group(1), product.group(2), product.group(3));
    }
    return switch (written) {
      case "present" -> new FocusCheck.Present(column);
      case "text" -> new FocusCheck.HasType(column, FocusCheck.DataType.STRING);
      case "decimal" -> new FocusCheck.HasType(column, FocusCheck.DataType.DECIMAL);
      case "time" -> new FocusCheck.HasType(column, FocusCheck.DataType.DATE_TIME);
      case "sound text" -> new FocusCheck.HasFormat(column, FocusCheck.Format.STRING);
      case "plain number" -> new FocusCheck.HasFormat(column, FocusCheck.Format.NUMERIC);
      case "UTC time" -> new FocusCheck.HasFormat(column, FocusCheck.Format.DATE_TIME);
      case "currency" -> new FocusCheck.HasFormat(column, FocusCheck.Format.CURRENCY);
      case "unit" -> new FocusCheck.HasFormat(column, FocusCheck.Format.UNIT);
      case "key-value" -> new FocusCheck.HasFormat(column, FocusCheck.Format.KEY_VALUE);
      case "number" -> new FocusCheck.IsDecimal(column);
      case "national currency" -> new FocusCheck.IsNationalCurrency(column);
      case "be a category" -> oneOf(categories.keySet().stream());
      case "be a subcategory" -> oneOf(categories.values().stream().flatMap(List::stream));
      case "be a subcategory of ServiceCategory" -> pairs();
      default -> compared(written, not);
    };
  }

  private FocusCheck compared(String written, boolean not) {
    if (written.startsWith("be one of ")) {
      return oneOf(values(written.substring(10)).stream());
    }
    if (written.startsWith(">= ")) {
      return new FocusCheck.AtLeast(column, Long.parseLong(written.substring(3)));
    }
    if (written.startsWith("have one ")) {
      return new FocusCheck.DistinctCount(column, written.substring(9), 1);
    }
    if (!written.startsWith("be ")) {
      throw new IllegalStateException("the declaration of FOCUS has an unknown check: " + written);
    }
    Object value = value(written.substring(3));
    return not ? new FocusCheck.Differs(column, value) : new FocusCheck.Equals(column, value);
  }

  /** A value as it is written: a number, a text in quotation marks, or nothing. */
  static @Nullable Object value(String written) {
    if (written.equals("missing")) {
      return null;
    }
    return written.startsWith("\"") ? written.substring(1, written.length() - 1) : Long.valueOf(written);
  }

  private FocusCheck oneOf(Stream<String> values) {
    return new FocusCheck.AnyOf(values.<FocusCheck>map(value -> new FocusCheck.Equals(column, value)).toList());
  }

  private FocusCheck pairs() {
    List<FocusCheck> pairs = new ArrayList<>();
    categories.forEach((category, subcategories) -> subcategories.forEach(subcategory -> pairs.add(new FocusCheck.AllOf(List.of(
        new FocusCheck.Equals(column, subcategory), new FocusCheck.Equals("ServiceCategory", category))))));
    return new FocusCheck.AnyOf(pairs);
  }

  private static List<String> values(String list) {
    return Stream.of(list.split("\\|", -1)).map(String::strip).toList();
  }

  private static Set<String> names(String list) {
    return Set.copyOf(Stream.of(list.split(",", -1)).map(String::strip).toList());
  }
}

package bursar.policy;

import bursar.policy.matching.ConditionOperator;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * What one statement says of a request, as a slow, readable specification: every rule is written the plain way, with none of
 * the code that the fast evaluator uses to match. It reads well-formed documents only.
 */
final class ReferenceMatcher {
  /** One character of a pattern: literal, or a wildcard. */
  private record Symbol(int character, boolean wild) {}

  private final AccessRequest request;

  ReferenceMatcher(AccessRequest request) {
    this.request = request;
  }

  /** A statement matches when its action, its resource and all of its conditions do. */
  boolean matches(Statement statement, boolean variables) {
    return element(statement.action(), this::actionFits)
        && element(statement.resource(), pattern -> resourceFits(pattern, variables))
        && statement.conditions().stream().allMatch(condition -> holds(condition, variables));
  }

  /** An element matches when one of its patterns fits; the Not form when none does; an empty list never. */
  private static boolean element(PatternElement element, Predicate<String> fits) {
    return element == null || (!element.texts().isEmpty() && element.texts().stream().anyMatch(fits) != element.negated());
  }

  /** Actions ignore case. */
  private boolean actionFits(String pattern) {
    return pattern.equals("*:*")
        || fits(symbols(pattern.toLowerCase(Locale.ROOT), true), request.action().toLowerCase(Locale.ROOT));
  }

  /** A lone star fits everything; an ARN is compared part by part; variables count in the sixth part. */
  private boolean resourceFits(String pattern, boolean variables) {
    if (pattern.equals("*")) {
      return true;
    }
    String[] parts = pattern.split(":", 6);
    String[] values = request.resource().split(":", 6);
    if (parts.length < 6 || values.length < 6) {
      return false;
    }
    for (int part = 0; part < 5; part++) {
      if (!fits(symbols(parts[part], true), values[part])) {
        return false;
      }
    }
    Optional<List<Symbol>> last = variables ? substituted(parts[5], true) : Optional.of(symbols(parts[5], true));
    return last.isPresent() && fits(last.get(), values[5]);
  }

  /** Several values of a key are alternatives, unless a set prefix says otherwise. */
  private boolean holds(Condition condition, boolean variables) {
    ConditionOperator operator = condition.operator();
    String name = operator.comparison().awsName();
    List<String> values = request.context().get(condition.key());
    if (name.equals("Null")) {
      return condition.texts().stream().anyMatch(text -> text.equalsIgnoreCase(values.isEmpty() ? "true" : "false"));
    }
    boolean negated = name.contains("Not");
    Predicate<String> passes =
        value -> condition.texts().stream().anyMatch(text -> compares(name, text, value, variables)) != negated;
    String written = operator.awsName();
    if (values.isEmpty()) {
      return written.endsWith("IfExists")
          || (!written.startsWith("ForAnyValue:") && (written.startsWith("ForAllValues:") || negated));
    }
    if (written.startsWith("ForAllValues:")) {
      return values.stream().allMatch(String::isEmpty) || values.stream().allMatch(passes);
    }
    if (written.startsWith("ForAnyValue:")) {
      return values.stream().anyMatch(passes);
    }
    return negated ? values.stream().allMatch(passes) : values.stream().anyMatch(passes);
  }

  /** Whether one value of the request fits one value of the policy; a negated operator is compared as its positive. */
  private boolean compares(String operator, String text, String value, boolean variables) {
    String positive = operator.replace("Not", "");
    if (positive.startsWith("Numeric")) {
      return ordered(positive.substring(7), () -> new BigDecimal(value).compareTo(new BigDecimal(text)));
    }
    if (positive.startsWith("Date")) {
      return ordered(positive.substring(4), () -> instant(value).compareTo(instant(text)));
    }
    return switch (positive) {
      case "StringEquals" -> written(text, variables).map(value::equals).orElse(false);
      case "StringEqualsIgnoreCase" -> written(text, variables).map(value::equalsIgnoreCase).orElse(false);
      case "StringLike" ->
          (variables ? substituted(text, true) : Optional.of(symbols(text, true)))
              .map(symbols -> fits(symbols, value))
              .orElse(false);
      case "Bool" -> written(text, variables).map(operand -> isTruth(operand) && operand.equalsIgnoreCase(value)).orElse(false);
      case "BinaryEquals" -> Arrays.equals(Base64.getDecoder().decode(text), Base64.getDecoder().decode(value));
      case "IpAddress" -> inRange(text, value);
      case "ArnEquals", "ArnLike" -> arnFits(text, value, variables);
      default -> throw new AssertionError("No such operator: " + operator);
    };
  }

  private static boolean isTruth(String text) {
    return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
  }

  private interface Order {
    int get();
  }

  /** Values that are no numbers or dates are in no order at all. */
  private static boolean ordered(String relation, Order order) {
    IntPredicate accepts =
        switch (relation) {
          case "Equals" -> sign -> sign == 0;
          case "LessThan" -> sign -> sign < 0;
          case "LessThanEquals" -> sign -> sign <= 0;
          case "GreaterThan" -> sign -> sign > 0;
          case "GreaterThanEquals" -> sign -> sign >= 0;
          default -> throw new AssertionError(relation);
        };
    try {
      return accepts.test(order.get());
    } catch (NumberFormatException | java.time.DateTimeException notComparable) {
      return false;
    }
  }

  private static Instant instant(String text) {
    if (text.matches("\\d{5,}")) {
      return Instant.ofEpochSecond(Long.parseLong(text));
    }
    return OffsetDateTime.parse(text.length() == 10 ? text + "T00:00:00Z" : text).toInstant();
  }

  private static boolean inRange(String range, String address) {
    String[] parts = range.split("/");
    String bits = bits(parts[0]);
    String own = bits(address);
    int length = parts.length == 1 ? bits.length() : Integer.parseInt(parts[1]);
    return own.length() == bits.length() && own.startsWith(bits.substring(0, length));
  }

  /** An address as a text of zeros and ones. */
  private static String bits(String address) {
    try {
      StringBuilder bits = new StringBuilder();
      for (byte octet : InetAddress.getByName(address).getAddress()) {
        bits.append(Integer.toBinaryString((octet & 0xff) | 0x100).substring(1));
      }
      return bits.toString();
    } catch (UnknownHostException noAddress) {
      throw new AssertionError(noAddress);
    }
  }

  /** An ARN condition compares six parts, each with wildcards and variables; a lone variable may stand for an ARN. */
  private boolean arnFits(String pattern, String value, boolean variables) {
    if (variables && pattern.matches("\\$\\{[^}*?$]*}")) {
      return written(pattern, true).map(arn -> arn.split(":", 6).length == 6 && arn.equals(value)).orElse(false);
    }
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean inside = false;
    for (int index = 0; index < pattern.length(); index++) {
      char character = pattern.charAt(index);
      inside = variables && (inside ? character != '}' : pattern.startsWith("${", index));
      if (character == ':' && !inside && parts.size() < 5) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(character);
      }
    }
    parts.add(part.toString());
    String[] values = value.split(":", 6);
    if (parts.size() < 6 || values.length < 6) {
      return false;
    }
    for (int index = 0; index < 6; index++) {
      Optional<List<Symbol>> symbols =
          variables ? substituted(parts.get(index), true) : Optional.of(symbols(parts.get(index), true));
      if (symbols.isEmpty() || !fits(symbols.get(), values[index])) {
        return false;
      }
    }
    return true;
  }

  private static List<Symbol> symbols(String text, boolean wildcards) {
    List<Symbol> symbols = new ArrayList<>();
    for (int character : text.codePoints().toArray()) {
      symbols.add(new Symbol(character, wildcards && (character == '*' || character == '?')));
    }
    return symbols;
  }

  /** A text without wildcards, its variables filled in. */
  private Optional<String> written(String text, boolean variables) {
    return !variables
        ? Optional.of(text)
        : substituted(text, false)
            .map(
                symbols -> {
                  StringBuilder filled = new StringBuilder();
                  symbols.forEach(symbol -> filled.appendCodePoint(symbol.character()));
                  return filled.toString();
                });
  }

  /** What a variable brings in is literal; a variable without exactly one value has its default, or spoils the whole. */
  private Optional<List<Symbol>> substituted(String text, boolean wildcards) {
    int open = text.indexOf("${");
    int close = text.indexOf('}', Math.max(open, 0));
    if (open < 0 || close < 0) {
      return Optional.of(symbols(text, wildcards));
    }
    List<Symbol> symbols = new ArrayList<>(symbols(text.substring(0, open), wildcards));
    String inside = text.substring(open + 2, close);
    if (List.of("*", "?", "$").contains(inside)) {
      symbols.addAll(symbols(inside, false));
    } else {
      String[] keyAndDefault = inside.split(", *'", 2);
      List<String> values = request.context().get(keyAndDefault[0].strip());
      if (values.size() == 1) {
        symbols.addAll(symbols(values.getFirst(), false));
      } else if (values.isEmpty() && keyAndDefault.length == 2) {
        symbols.addAll(symbols(keyAndDefault[1].substring(0, keyAndDefault[1].length() - 1), false));
      } else {
        return Optional.empty();
      }
    }
    return substituted(text.substring(close + 1), wildcards)
        .map(
            rest -> {
              symbols.addAll(rest);
              return symbols;
            });
  }

  /** Whether a value fits a pattern: a table of which beginnings of the one fit which beginnings of the other. */
  private static boolean fits(List<Symbol> pattern, String value) {
    int[] characters = value.codePoints().toArray();
    boolean[][] fits = new boolean[pattern.size() + 1][characters.length + 1];
    fits[0][0] = true;
    for (int row = 1; row <= pattern.size(); row++) {
      Symbol symbol = pattern.get(row - 1);
      for (int column = 0; column <= characters.length; column++) {
        boolean run = symbol.wild() && symbol.character() == '*';
        boolean one = column > 0 && (symbol.wild() || symbol.character() == characters[column - 1]);
        fits[row][column] = run ? fits[row - 1][column] || (column > 0 && fits[row][column - 1]) : one && fits[row - 1][column - 1];
      }
    }
    return fits[pattern.size()][characters.length];
  }
}

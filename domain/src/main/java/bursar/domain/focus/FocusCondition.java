package bursar.domain.focus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a condition of the declaration: comparisons with {@code and}, {@code or} and parentheses; {@code and} binds more. */
final class FocusCondition {
  private static final Pattern TOKEN = Pattern.compile("\\s*(\"[^\"]*\"|[()]|<>|=|\\w+)");

  private final List<String> tokens = new ArrayList<>();
  private int at;

  FocusCondition(String text) {
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group(1));
    }
    tokens.add("");
  }

  FocusCheck read() {
    FocusCheck condition = anyOf();
    if (!tokens.get(at).isEmpty()) {
      throw new IllegalStateException("the declaration of FOCUS has a condition that does not end: " + tokens);
    }
    return condition;
  }

  private FocusCheck anyOf() {
    List<FocusCheck> parts = new ArrayList<>(List.of(allOf()));
    while (taken("or")) {
      parts.add(allOf());
    }
    return parts.size() == 1 ? parts.getFirst() : new FocusCheck.AnyOf(parts);
  }

  private FocusCheck allOf() {
    List<FocusCheck> parts = new ArrayList<>(List.of(comparison()));
    while (taken("and")) {
      parts.add(comparison());
    }
    return parts.size() == 1 ? parts.getFirst() : new FocusCheck.AllOf(parts);
  }

  private FocusCheck comparison() {
    if (taken("(")) {
      FocusCheck inner = anyOf();
      if (!taken(")")) {
        throw new IllegalStateException("the declaration of FOCUS has an open parenthesis: " + tokens);
      }
      return inner;
    }
    String column = tokens.get(at++);
    String operator = tokens.get(at++);
    return switch (operator) {
      case "missing" -> new FocusCheck.Equals(column, null);
      case "there" -> new FocusCheck.Differs(column, null);
      case "=" -> new FocusCheck.Equals(column, FocusDeclaration.value(tokens.get(at++)));
      case "<>" -> {
        String other = tokens.get(at++);
        yield other.startsWith("\"") ? new FocusCheck.Differs(column, FocusDeclaration.value(other)) : new FocusCheck.NotSame(column, other);
      }
      default -> throw new IllegalStateException("the declaration of FOCUS has an unknown comparison: " + operator);
    };
  }

  private boolean taken(String token) {
    boolean there = tokens.get(at).equals(token);
    at += there ? 1 : 0;
    return there;
  }
}

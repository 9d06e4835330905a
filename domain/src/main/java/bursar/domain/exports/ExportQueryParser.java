package bursar.domain.exports;

import bursar.domain.Failure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the queries of exports, and tells where one is wrong. What it reads never reaches a database. */
final class ExportQueryParser {
  private static final int STATEMENT_MAX = 36_000;
  private static final int DEPTH_MAX = 50;
  private static final Pattern TOKEN = Pattern.compile(
      "(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<number>-?[0-9]+(\\.[0-9]+)?)|(?<text>'(?:[^']|'')*+')|(?<name>\"(?:[^\"]|\"\")++\"|`[^`]+`)"
          + "|(?<sign><>|!=|<=|>=|[=<>(),.*;])");

  private record Token(String kind, String text, int position) {}

  private final List<Token> tokens = new ArrayList<>();
  private final String statement;
  private int at;
  private int depth;
  private Map<String, ExportColumn> columns = Map.of();

  ExportQueryParser(String statement) {
    if (statement.length() > STATEMENT_MAX) {
      throw new Failure("ValidationException", "The query has " + statement.length() + " characters, more than " + STATEMENT_MAX + ".");
    }
    this.statement = statement;
    Matcher matcher = TOKEN.matcher(statement);
    int position = 0;
    while (position < statement.length()) {
      if (Character.isWhitespace(statement.charAt(position))) {
        position++;
      } else if (matcher.region(position, statement.length()).lookingAt()) {
        for (String kind : List.of("word", "number", "text", "name", "sign")) {
          if (matcher.group(kind) != null) {
            tokens.add(new Token(kind, matcher.group(kind), position));
          }
        }
        position = matcher.end();
      } else {
        throw fault(position, "the character " + statement.charAt(position) + " has no meaning here");
      }
    }
    tokens.add(new Token("end", "", statement.length()));
  }

  /** The table, whatever else is wrong with the query. */
  ExportTable table() {
    at = 0;
    require("SELECT");
    while (!peek().kind().equals("end") && !isWord("FROM")) {
      at++;
    }
    require("FROM");
    return ExportTable.named(name("the name of a table"));
  }

  ExportQuery read(Map<String, String> given) {
    ExportTable table = table();
    int after = at;
    Map<String, String> properties = table.complete(given);
    Map<String, ExportColumn> known = new LinkedHashMap<>();
    table.columns(properties).forEach(column -> known.put(column.name().toLowerCase(Locale.ROOT), column));
    columns = known;
    at = 1;
    List<ExportQuery.Selected> selected = selected();
    require("FROM");
    at = after;
    ExportCondition condition = null;
    if (isWord("WHERE")) {
      at++;
      condition = any();
    }
    if (isSign(";")) {
      at++;
    }
    if (!peek().kind().equals("end")) {
      throw fault(peek().position(), "the query goes on with " + peek().text() + ", but only WHERE may follow the table, and nothing its conditions");
    }
    return new ExportQuery(table, selected, condition);
  }

  private List<ExportQuery.Selected> selected() {
    List<ExportQuery.Selected> selected = new ArrayList<>();
    Set<String> names = new HashSet<>();
    do {
      if (isSign("*")) {
        throw fault(peek().position(), "name the columns one by one: * could begin to mean other columns later");
      }
      int position = peek().position();
      ExportColumn column = column();
      String key = null;
      if (isSign(".")) {
        if (column.type() != ExportColumn.Type.MAP) {
          throw fault(peek().position(), column.name() + " holds no keys, so nothing can follow it after a dot");
        }
        at++;
        key = name("a key of " + column.name());
      }
      String exported = key == null ? column.name() : column.name() + "_" + key;
      if (isWord("AS")) {
        at++;
        exported = name("a name for the column");
      }
      if (!names.add(exported.toLowerCase(Locale.ROOT))) {
        throw fault(position, "the name " + exported + " is there twice; give one of them another with AS");
      }
      selected.add(new ExportQuery.Selected(column, key, exported));
    } while (taken(","));
    return selected;
  }

  private ExportCondition any() {
    if (++depth > DEPTH_MAX) {
      throw fault(peek().position(), "conditions are nested more than " + DEPTH_MAX + " deep");
    }
    List<ExportCondition> parts = new ArrayList<>(List.of(all()));
    while (isWord("OR")) {
      at++;
      parts.add(all());
    }
    depth--;
    return parts.size() == 1 ? parts.getFirst() : new ExportCondition.Any(parts);
  }

  private ExportCondition all() {
    List<ExportCondition> parts = new ArrayList<>(List.of(one()));
    while (isWord("AND")) {
      at++;
      parts.add(one());
    }
    return parts.size() == 1 ? parts.getFirst() : new ExportCondition.All(parts);
  }

  private ExportCondition one() {
    int negations = 0;
    while (isWord("NOT")) {
      at++;
      negations++;
    }
    ExportCondition condition = taken("(") ? inParentheses() : comparison();
    return negations % 2 == 0 ? condition : new ExportCondition.No(condition);
  }

  private ExportCondition inParentheses() {
    ExportCondition inner = any();
    if (!taken(")")) {
      throw fault(peek().position(), "a closing parenthesis is missing");
    }
    return inner;
  }

  private ExportCondition comparison() {
    ExportColumn column = column();
    if (column.type() == ExportColumn.Type.MAP) {
      throw fault(peek().position(), column.name() + " holds several values and cannot be compared");
    }
    if (isWord("IS")) {
      at++;
      boolean not = isWord("NOT");
      at += not ? 1 : 0;
      require("NULL");
      ExportCondition missing = new ExportCondition.Missing(column.name());
      return not ? new ExportCondition.No(missing) : missing;
    }
    boolean not = isWord("NOT");
    at += not ? 1 : 0;
    if (isWord("IN")) {
      at++;
      ExportCondition in = new ExportCondition.In(column.name(), list(column));
      // A missing value is neither in a list nor outside of it.
      return not ? new ExportCondition.All(List.of(new ExportCondition.No(in), new ExportCondition.No(new ExportCondition.Missing(column.name()))))
          : in;
    }
    Token sign = peek();
    ExportCondition.Comparison comparison = switch (sign.text()) {
      case "=" -> ExportCondition.Comparison.EQUAL;
      case "<>", "!=" -> ExportCondition.Comparison.NOT_EQUAL;
      case "<" -> ExportCondition.Comparison.LESS;
      case "<=" -> ExportCondition.Comparison.AT_MOST;
      case ">" -> ExportCondition.Comparison.GREATER;
      case ">=" -> ExportCondition.Comparison.AT_LEAST;
      default -> throw fault(sign.position(), "after " + column.name() + " one of = <> < <= > >= IN, IS NULL, IS NOT NULL is expected"
          + (sign.kind().equals("end") ? "" : ", not " + sign.text()));
    };
    at++;
    return new ExportCondition.Compared(column.name(), comparison, literal(column));
  }

  private List<Object> list(ExportColumn column) {
    if (!taken("(")) {
      throw fault(peek().position(), "IN is followed by a list in parentheses");
    }
    List<Object> values = new ArrayList<>();
    do {
      values.add(literal(column));
    } while (taken(","));
    if (!taken(")")) {
      throw fault(peek().position(), "the list of " + column.name() + " is not closed");
    }
    return values;
  }

  private Object literal(ExportColumn column) {
    Token token = peek();
    at++;
    boolean text = token.kind().equals("text");
    String value = text ? token.text().substring(1, token.text().length() - 1).replace("''", "'") : token.text();
    if (!text && !token.kind().equals("number")) {
      throw fault(token.position(), "a text in single quotation marks or a number is expected");
    }
    try {
      return switch (column.type()) {
        case DECIMAL, SUM -> new BigDecimal(value);
        case TIME -> time(value);
        case TEXT, MAP -> {
          if (!text) {
            throw fault(token.position(), column.name() + " holds text: write '" + value + "'");
          }
          yield value;
        }
      };
    } catch (NumberFormatException | DateTimeParseException e) {
      throw fault(token.position(), column.name() + " is compared with " + (column.type() == ExportColumn.Type.TIME
          ? "a date '2026-10-01' or a time '2026-10-01T00:00:00Z'" : "a number") + ", not " + token.text());
    }
  }

  private static Instant time(String value) {
    return value.length() == 10 ? LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC) : Instant.parse(value);
  }

  private ExportColumn column() {
    int position = peek().position();
    String name = name("the name of a column");
    ExportColumn column = columns.get(name.toLowerCase(Locale.ROOT));
    if (column == null) {
      throw fault(position, "the table has no column " + name);
    }
    return column;
  }

  private String name(String what) {
    Token token = peek();
    if (token.kind().equals("word")) {
      at++;
      return token.text();
    }
    if (token.kind().equals("name")) {
      at++;
      return token.text().substring(1, token.text().length() - 1).replace("\"\"", "\"");
    }
    throw fault(token.position(), what + " is expected" + (token.text().isEmpty() ? "" : ", not " + token.text()));
  }

  private void require(String word) {
    if (!isWord(word)) {
      throw fault(peek().position(), word + " is expected" + (peek().text().isEmpty() ? "" : ", not " + peek().text()));
    }
    at++;
  }

  private boolean isWord(String word) {
    return peek().kind().equals("word") && peek().text().equalsIgnoreCase(word);
  }

  private boolean isSign(String sign) {
    return peek().kind().equals("sign") && peek().text().equals(sign);
  }

  private boolean taken(String sign) {
    boolean there = isSign(sign);
    at += there ? 1 : 0;
    return there;
  }

  private Token peek() {
    return tokens.get(Math.min(at, tokens.size() - 1));
  }

  private Failure fault(int position, String what) {
    int line = (int) statement.substring(0, Math.min(position, statement.length())).chars().filter(sign -> sign == '\n').count() + 1;
    int column = position - Math.max(0, statement.lastIndexOf('\n', Math.max(0, position - 1)) + 1) + 1;
    return new Failure("ValidationException", "The query is wrong at line " + line + ", column " + column + ": " + what + ".");
  }
}

package bursar.storage.focus;

import bursar.domain.Failure;
import bursar.domain.focus.FocusCheck;
import bursar.domain.focus.FocusKeyword;
import bursar.domain.focus.FocusRule;
import bursar.domain.focus.FocusRuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a published model of FOCUS's rules: JSON with {@code ModelRules}, each with a requirement of check functions and a condition.
 *
 * <p>Rules made of other rules only gather them: their conditions and criteria hold for the rules they gather, which are then asked one by
 * one. Where any of several gathered rules will do, those without a condition are not asked alone, for they could not all hold.
 */
public final class FocusModel {
  private final Map<String, Map<String, Object>> rules = new LinkedHashMap<>();
  private final Map<String, String> gatheredBy = new LinkedHashMap<>();
  private final Set<String> alternatives = new LinkedHashSet<>();

  private FocusModel() {}

  /**
   * The rules of a model file.
   *
   * @throws Failure {@code ValidationException} with a sentence when the file is no such model, or asks for a check that is not known
   */
  public static FocusRuleSet read(Path file) {
    Object root;
    try (InputStream in = Files.newInputStream(file); JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
      parser.nextToken();
      root = value(parser);
    } catch (IOException | JacksonException e) {
      throw invalid(file + " cannot be read as a model of FOCUS's rules: " + firstLine(e) + ".");
    }
    if (!(root instanceof Map<?, ?> model) || !(model.get("ModelRules") instanceof Map<?, ?> modelRules)) {
      throw invalid(file + " is no model of FOCUS's rules: it has no ModelRules.");
    }
    FocusModel reading = new FocusModel();
    modelRules.forEach((id, rule) -> reading.rules.put(String.valueOf(id), object(rule)));
    return new FocusRuleSet(String.valueOf(object(model.get("Details")).getOrDefault("FOCUSVersion", "")), reading.rules());
  }

  private List<FocusRule> rules() {
    rules.forEach((id, rule) -> gather(id, requirement(rule), false));
    return rules.keySet().stream().map(this::rule).toList();
  }

  private void gather(String id, Map<String, Object> check, boolean any) {
    for (Object item : list(check.get("Items"))) {
      Map<String, Object> part = object(item);
      if ("CheckModelRule".equals(part.get("CheckFunction"))) {
        String gathered = String.valueOf(part.get("ModelRuleId"));
        gatheredBy.putIfAbsent(gathered, id);
        if ("OR".equals(check.get("CheckFunction")) && condition(rules.getOrDefault(gathered, Map.of())).isEmpty()) {
          alternatives.add(gathered);
        }
      } else {
        gather(id, part, any);
      }
    }
  }

  private FocusRule rule(String id) {
    Map<String, Object> rule = rules.getOrDefault(id, Map.of());
    Map<String, Object> criteria = object(rule.get("ValidationCriteria"));
    Map<String, Object> requirement = requirement(rule);
    boolean gathers = list(requirement.get("Items")).stream().anyMatch(item -> "CheckModelRule".equals(object(item).get("CheckFunction")));
    FocusCheck check = requirement.isEmpty() || gathers ? null : check(id, requirement);
    List<FocusCheck> conditions = new ArrayList<>();
    Set<String> columnCriteria = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    for (String at = id; at != null && seen.add(at); at = gatheredBy.get(at)) {
      Map<String, Object> ancestor = rules.getOrDefault(at, Map.of());
      if (!condition(ancestor).isEmpty()) {
        conditions.add(check(at, condition(ancestor)));
      }
      if (!at.equals(id)) {
        list(ancestor.get("ApplicabilityCriteria")).forEach(criterion -> columnCriteria.add(String.valueOf(criterion)));
      }
    }
    Set<String> own = new LinkedHashSet<>();
    list(rule.get("ApplicabilityCriteria")).forEach(criterion -> own.add(String.valueOf(criterion)));
    FocusCheck condition = conditions.isEmpty() ? null : conditions.size() == 1 ? conditions.getFirst() : new FocusCheck.AllOf(conditions);
    return new FocusRule(id, String.valueOf(rule.get("Reference")), FocusKeyword.of(String.valueOf(criteria.get("Keyword"))),
        String.valueOf(criteria.get("MustSatisfy")), own, columnCriteria, check, condition, !alternatives.contains(id));
  }

  private static FocusCheck check(String id, Map<String, Object> written) {
    Object function = written.get("CheckFunction");
    if (function == null) {
      // Some published conditions write {"AND": ...} in place of {"CheckFunction": "AND", "Items": [...]}.
      return new FocusCheck.AllOf(parts(id, written.getOrDefault("AND", written.get("OR"))));
    }
    String column = String.valueOf(written.getOrDefault("ColumnName", written.get("CheckCondition")));
    String one = String.valueOf(written.get("ColumnAName"));
    String other = String.valueOf(written.get("ColumnBName"));
    return switch (String.valueOf(function)) {
      case "AND" -> new FocusCheck.AllOf(parts(id, written.get("Items")));
      case "OR" -> new FocusCheck.AnyOf(parts(id, written.get("Items")));
      case "ColumnPresent" -> new FocusCheck.Present(column);
      case "TypeString" -> new FocusCheck.HasType(column, FocusCheck.DataType.STRING);
      case "TypeDecimal" -> new FocusCheck.HasType(column, FocusCheck.DataType.DECIMAL);
      case "TypeDateTime" -> new FocusCheck.HasType(column, FocusCheck.DataType.DATE_TIME);
      case "FormatString" -> new FocusCheck.HasFormat(column, FocusCheck.Format.STRING);
      case "FormatNumeric" -> new FocusCheck.HasFormat(column, FocusCheck.Format.NUMERIC);
      case "FormatDateTime" -> new FocusCheck.HasFormat(column, FocusCheck.Format.DATE_TIME);
      case "FormatCurrency" -> new FocusCheck.HasFormat(column, FocusCheck.Format.CURRENCY);
      case "FormatUnit" -> new FocusCheck.HasFormat(column, FocusCheck.Format.UNIT);
      case "FormatKeyValue" -> new FocusCheck.HasFormat(column, FocusCheck.Format.KEY_VALUE);
      case "CheckDecimalValue" -> new FocusCheck.IsDecimal(column);
      case "CheckNationalCurrency" -> new FocusCheck.IsNationalCurrency(column);
      case "CheckValue" -> new FocusCheck.Equals(column, written.get("Value"));
      case "CheckNotValue" -> new FocusCheck.Differs(column, written.get("Value"));
      case "CheckSameValue" -> new FocusCheck.Same(one, other);
      case "CheckNotSameValue" -> new FocusCheck.NotSame(one, other);
      case "CheckGreaterOrEqualThanValue" -> new FocusCheck.AtLeast(column, number(id, written.get("Value")));
      case "ColumnByColumnEqualsColumnValue" -> new FocusCheck.Product(one, other, String.valueOf(written.get("ResultColumnName")));
      case "CheckDistinctCount" -> new FocusCheck.DistinctCount(one, other, (int) number(id, written.get("ExpectedCount")));
      default -> throw invalid("The rule " + id + " asks for the check " + function + ", which Bursar does not know.");
    };
  }

  private static List<FocusCheck> parts(String id, @Nullable Object items) {
    List<?> parts = items instanceof List<?> list ? list : List.of(object(items));
    return parts.stream().map(part -> check(id, object(part))).toList();
  }

  private static long number(String id, @Nullable Object value) {
    if (value instanceof Number number) {
      return number.longValue();
    }
    throw invalid("The rule " + id + " has " + value + " where a number belongs.");
  }

  private static Map<String, Object> requirement(Map<String, Object> rule) {
    return object(object(rule.get("ValidationCriteria")).get("Requirement"));
  }

  private static Map<String, Object> condition(Map<String, Object> rule) {
    return object(object(rule.get("ValidationCriteria")).get("Condition"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static @Nullable Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          object.put(name, value(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser));
        }
        yield array;
      }
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst("\\.$", "");
  }

  private static Failure invalid(String sentence) {
    return new Failure("ValidationException", sentence);
  }
}

package bursar.storage.costs;

import bursar.domain.Failure;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.RowFacts;
import bursar.domain.costs.RowKeys;
import bursar.policy.matching.Comparison;
import bursar.policy.matching.ConditionOperator.Quantifier;
import bursar.policy.matching.Scalars;
import bursar.policy.matching.Segment;
import bursar.policy.residual.OpenCondition;
import bursar.policy.residual.OpenCondition.Pattern;
import bursar.policy.residual.OpenCondition.Subject;
import bursar.policy.residual.Residual;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Renders what policies leave open over the keys of rows as a condition that is true or false, never unknown.
 *
 * <p>Comparisons of texts, of the charge's date and of ARNs are written down. Every other condition, and one that looks at several keys, is
 * asked by the policy language's own code, once for each different combination of values that the rows have, so that there is no second
 * meaning of an operator.
 */
final class RowRuleSql implements Residual.Visitor<Condition> {
  /** How many different combinations of values a condition may be asked about; a condition of that many parts still takes the engine no second. */
  static final int COMBINATIONS_MAX = 20_000;

  private static final int ARN_PARTS = 6;
  private static final Field<LocalDateTime> START = DSL.field(DSL.name(CostLine.START), LocalDateTime.class);
  private static final Field<String> ACCOUNT = RowValueSql.value(new GroupKey.ByDimension(Dimension.LINKED_ACCOUNT));

  private final DSLContext dsl;
  private final Table<?> lines;
  private final RowFacts facts;
  private final Names names;
  private final int combinationsMax;

  /** The keys in the data that are meant by a key of policies, whose case tells nothing. */
  interface Names {
    /** The tags whose keys in lower case are that text. */
    List<String> tags(String lowerCaseKey);

    /** The source's cost categories whose names in lower case are that text. */
    List<String> sourceCategories(String lowerCaseName);
  }

  /**
   * A renderer.
   *
   * @param lines the rows that are asked, with all columns of the formula
   * @param combinationsMax how many different combinations of values a condition may be asked about
   */
  RowRuleSql(DSLContext dsl, Table<?> lines, RowFacts facts, Names names, int combinationsMax) {
    this.dsl = dsl;
    this.lines = lines;
    this.facts = facts;
    this.names = names;
    this.combinationsMax = combinationsMax;
  }

  /** The columns that the condition of a formula needs. */
  static Stream<String> columns(Residual formula, RowFacts facts) {
    return switch (formula) {
      case Residual.True _, Residual.False _ -> Stream.of();
      case Residual.And and -> and.parts().stream().flatMap(part -> columns(part, facts));
      case Residual.Or or -> or.parts().stream().flatMap(part -> columns(part, facts));
      case Residual.Not not -> columns(not.condition(), facts);
      case OpenCondition condition -> condition.keys().stream().flatMap(key -> switch (RowKeys.key(key, facts)) {
        case RowKeys.Key.Value(GroupKey of) -> RowValueSql.columns(of);
        case RowKeys.Key.Tag _ -> Stream.of(CostLine.TAGS);
        case RowKeys.Key.SourceCategory _ -> Stream.of(CostLine.SOURCE_CATEGORIES);
        case RowKeys.Key.OrgUnit() -> Stream.of(CostLine.columnOf(Dimension.LINKED_ACCOUNT));
        case RowKeys.Key.ChargeDate() -> Stream.of(CostLine.START);
      });
    };
  }

  @Override
  public Condition always() {
    return DSL.trueCondition();
  }

  @Override
  public Condition never() {
    return DSL.falseCondition();
  }

  @Override
  public Condition all(List<Residual> parts) {
    return DSL.and(parts.stream().map(part -> part.accept(this)).toList());
  }

  @Override
  public Condition any(List<Residual> parts) {
    return DSL.or(parts.stream().map(part -> part.accept(this)).toList());
  }

  @Override
  public Condition not(OpenCondition condition) {
    return DSL.not(condition(condition));
  }

  @Override
  public Condition condition(OpenCondition condition) {
    if (condition.keys().size() == 1 && condition.subject() instanceof Subject.UnknownKey(String key) && !hasVariables(condition)) {
      RowKeys.Key meant = RowKeys.key(key, facts);
      if (meant instanceof RowKeys.Key.OrgUnit) {
        return ofPath(condition);
      }
      Condition written = meant instanceof RowKeys.Key.ChargeDate ? ofDate(condition) : ofText(condition, single(meant));
      if (written != null) {
        return written;
      }
    }
    return ofCombinations(condition);
  }

  private static boolean hasVariables(OpenCondition condition) {
    return condition.patterns().stream().flatMap(pattern -> pattern.parts().stream()).flatMap(List::stream)
        .anyMatch(segment -> segment instanceof Segment.KeyValue);
  }

  /** The only expression that has the key's value; null where several might. */
  private @Nullable Field<String> single(RowKeys.Key key) {
    List<GroupKey> values = values(key);
    return values.size() == 1 ? RowValueSql.value(values.getFirst()) : null;
  }

  /** What the key's values are made of, where they are values of the row. */
  private List<GroupKey> values(RowKeys.Key key) {
    return switch (key) {
      case RowKeys.Key.Value(GroupKey of) -> List.of(of);
      case RowKeys.Key.Tag(String lowerCaseKey) -> names.tags(lowerCaseKey).stream().<GroupKey>map(GroupKey.ByTag::new).toList();
      case RowKeys.Key.SourceCategory(String lowerCaseName) ->
          names.sourceCategories(lowerCaseName).stream().<GroupKey>map(GroupKey.BySourceCategory::new).toList();
      case RowKeys.Key.OrgUnit _, RowKeys.Key.ChargeDate _ -> List.of();
    };
  }

  private static @Nullable Condition ofText(OpenCondition condition, @Nullable Field<String> field) {
    if (field == null) {
      return null;
    } else if (condition.isAbsence()) {
      return field.isNull();
    } else if (condition.operator().quantifier() != Quantifier.NONE) {
      return null;
    }
    Condition fits = switch (condition.operator().comparison()) {
      case STRING_EQUALS -> field.in(condition.patterns().stream().map(Pattern::literal).map(Objects::requireNonNull).toList());
      case STRING_LIKE -> asksOneCharacter(condition) ? null
          : DSL.or(condition.patterns().stream().map(pattern -> like(field, pattern)).toList());
      case ARN_LIKE -> asksOneCharacter(condition) ? null : DSL.or(condition.patterns().stream().map(pattern -> arnLike(field, pattern)).toList());
      default -> null;
    };
    return fits == null ? null : condition.operator().ifExists() ? field.isNull().or(fits) : field.isNotNull().and(fits);
  }

  /** Whether a pattern asks for exactly one character, which engines count differently. */
  private static boolean asksOneCharacter(OpenCondition condition) {
    return condition.patterns().stream().flatMap(pattern -> pattern.parts().stream()).flatMap(List::stream)
        .anyMatch(segment -> segment instanceof Segment.AnyOne);
  }

  private static Condition like(Field<String> field, Pattern pattern) {
    String literal = pattern.literal();
    if (literal != null) {
      return field.eq(literal);
    } else if (pattern.parts().getFirst().stream().filter(Segment.AnyRun.class::isInstance).count() > 1) {
      // An engine may try a LIKE of many runs in exponentially many ways; a regular expression it reads once.
      return DSL.condition(DSL.function("regexp_full_match", Boolean.class, field, DSL.val("(?s)" + expression(pattern.parts().getFirst(), "."))));
    }
    StringBuilder written = new StringBuilder();
    for (Segment segment : pattern.parts().getFirst()) {
      written.append(switch (segment) {
        case Segment.AnyRun _ -> "%";
        case Segment.AnyOne _ -> "_";
        case Segment.Literal(String text) -> text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        case Segment.KeyValue _ -> throw new IllegalArgumentException("a pattern with a variable is not written down");
      });
    }
    return field.like(written.toString(), '\\');
  }

  private static Condition arnLike(Field<String> field, Pattern pattern) {
    if (pattern.parts().size() != ARN_PARTS) {
      return DSL.falseCondition();
    }
    List<String> parts = new ArrayList<>();
    for (int part = 0; part < ARN_PARTS; part++) {
      parts.add(expression(pattern.parts().get(part), part == ARN_PARTS - 1 ? "." : "[^:]"));
    }
    return DSL.condition(DSL.function("regexp_full_match", Boolean.class, field, DSL.val("(?s)" + String.join(":", parts))));
  }

  private static String expression(List<Segment> segments, String any) {
    StringBuilder written = new StringBuilder();
    for (Segment segment : segments) {
      written.append(switch (segment) {
        case Segment.AnyRun _ -> any + "*";
        case Segment.AnyOne _ -> any;
        case Segment.Literal(String text) -> literally(text);
        case Segment.KeyValue _ -> throw new IllegalArgumentException("a pattern with a variable is not written down");
      });
    }
    return written.toString();
  }

  /** The text as a regular expression of itself, in a spelling that every engine of expressions reads alike. */
  private static String literally(String text) {
    StringBuilder written = new StringBuilder();
    text.codePoints().forEach(sign -> {
      if (sign < 128 && !Character.isLetterOrDigit(sign)) {
        written.append(String.format("\\x{%x}", sign));
      } else {
        written.appendCodePoint(sign);
      }
    });
    return written.toString();
  }

  private static @Nullable Condition ofDate(OpenCondition condition) {
    if (condition.isAbsence()) {
      return DSL.falseCondition();
    } else if (condition.operator().quantifier() != Quantifier.NONE || condition.operator().comparison().family() != Comparison.Family.DATE) {
      return null;
    }
    List<Condition> ways = new ArrayList<>();
    for (String value : condition.values()) {
      Instant instant = Scalars.date(value);
      if (instant != null) {
        if (instant.getNano() % 1_000 != 0) {
          return null;
        }
        ways.add(compared(condition.operator().comparison(), LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
      }
    }
    return ways.isEmpty() ? DSL.falseCondition() : DSL.or(ways);
  }

  private static Condition compared(Comparison comparison, LocalDateTime time) {
    return switch (comparison) {
      case DATE_EQUALS -> START.eq(time);
      case DATE_LESS_THAN -> START.lt(time);
      case DATE_LESS_THAN_EQUALS -> START.le(time);
      case DATE_GREATER_THAN -> START.gt(time);
      case DATE_GREATER_THAN_EQUALS -> START.ge(time);
      default -> throw new IllegalArgumentException(comparison + " does not compare dates, or stands under a negation");
    };
  }

  /** Asked of each member account of the organization, and of the accounts that are no members. */
  private Condition ofPath(OpenCondition condition) {
    List<String> holding = new ArrayList<>();
    List<String> others = new ArrayList<>();
    facts.paths().forEach((account, path) -> (condition.holds(key -> path) ? holding : others).add(account));
    return condition.holds(key -> List.of()) ? ACCOUNT.isNull().or(ACCOUNT.notIn(others)) : ACCOUNT.isNotNull().and(ACCOUNT.in(holding));
  }

  private Condition ofCombinations(OpenCondition condition) {
    Map<String, List<Field<?>>> fieldsOfKeys = new HashMap<>();
    List<Field<?>> fields = new ArrayList<>();
    for (String key : condition.keys()) {
      List<Field<?>> ofKey = switch (RowKeys.key(key, facts)) {
        case RowKeys.Key.OrgUnit() -> List.of(ACCOUNT);
        case RowKeys.Key.ChargeDate() -> List.of(START);
        case RowKeys.Key.Value _, RowKeys.Key.Tag _, RowKeys.Key.SourceCategory _ ->
            List.copyOf(values(RowKeys.key(key, facts)).stream().map(RowValueSql::value).toList());
      };
      fieldsOfKeys.put(key, ofKey);
      fields.addAll(ofKey);
    }
    if (fields.isEmpty()) {
      return condition.holds(key -> List.of()) ? DSL.trueCondition() : DSL.falseCondition();
    }
    List<Condition> holding = new ArrayList<>();
    Result<Record> combinations = dsl.selectDistinct(fields).from(lines).limit(combinationsMax + 1).fetch();
    if (combinations.size() > combinationsMax) {
      throw new Failure("LimitExceededException", "A condition of the policies, " + RowKeys.spelled(condition)
          + ", would have to be asked of more than " + combinationsMax + " different values. Write it with StringEquals, StringLike or ArnLike.");
    }
    for (Record row : combinations) {
      if (condition.holds(key -> valuesOf(key, fields, Objects.requireNonNull(fieldsOfKeys.get(key)), row))) {
        holding.add(same(fields, row));
      }
    }
    return holding.isEmpty() ? DSL.falseCondition() : DSL.or(holding);
  }

  private List<String> valuesOf(String key, List<Field<?>> all, List<Field<?>> ofKey, Record row) {
    List<String> values = new ArrayList<>();
    for (Field<?> field : ofKey) {
      Object value = row.get(all.indexOf(field));
      if (value instanceof LocalDateTime start) {
        values.add(RowKeys.chargeDate(start.toInstant(ZoneOffset.UTC)));
      } else if (value != null) {
        values.add(value.toString());
      }
    }
    return RowKeys.key(key, facts) instanceof RowKeys.Key.OrgUnit
        ? values.isEmpty() ? List.of() : Objects.requireNonNullElse(facts.paths().get(values.getFirst()), List.of())
        : values;
  }

  private static Condition same(List<Field<?>> fields, Record row) {
    List<Condition> equal = new ArrayList<>();
    for (int at = 0; at < fields.size(); at++) {
      equal.add(same(fields.get(at), row.get(at)));
    }
    return DSL.and(equal);
  }

  @SuppressWarnings("unchecked")
  private static Condition same(Field<?> field, @Nullable Object value) {
    return value == null ? field.isNull() : field.isNotNull().and(((Field<Object>) field).eq(value));
  }
}

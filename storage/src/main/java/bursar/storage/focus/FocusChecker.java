package bursar.storage.focus;

import bursar.domain.focus.FocusCheck;
import bursar.domain.focus.FocusReport;
import bursar.domain.focus.FocusReport.Example;
import bursar.domain.focus.FocusReport.Outcome;
import bursar.domain.focus.FocusReport.Result;
import bursar.domain.focus.FocusRule;
import bursar.domain.focus.FocusRuleSet;
import bursar.storage.costs.SourceTable;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs the rules of FOCUS on files.
 *
 * <p>All rules are counted in one reading of the rows; only of those that are broken are the first rows looked up. A rule whose application
 * depends on what the provider supports is asked when the file shows it by having the column, or when the caller says so.
 */
public final class FocusChecker {
  /** How many rows of each broken rule the report shows. */
  public static final int EXAMPLES = 5;

  private final FocusRuleSet rules;
  private final Set<String> supported;

  /**
   * A checker.
   *
   * @param supported the criteria of the rules that the provider is known to meet
   */
  public FocusChecker(FocusRuleSet rules, Set<String> supported) {
    this.rules = rules;
    this.supported = Set.copyOf(supported);
  }

  /**
   * Checks one file.
   *
   * @throws bursar.domain.Failure {@code ValidationException} with a sentence when it cannot be read
   */
  public FocusReport check(Path file) {
    Set<String> wanted = new LinkedHashSet<>();
    rules.rules().forEach(rule -> {
      wanted.addAll(rule.check() == null ? Set.of() : rule.check().columns());
      wanted.addAll(rule.condition() == null ? Set.of() : rule.condition().columns());
    });
    try (SourceTable table = SourceTable.read(file, wanted)) {
      return check(table);
    } catch (SQLException e) {
      throw new IllegalStateException("The checks of FOCUS failed on " + file.getFileName() + ": " + e.getMessage(), e);
    }
  }

  private FocusReport check(SourceTable table) throws SQLException {
    FocusSql sql = new FocusSql(table.types());
    List<FocusRule> asked = new ArrayList<>();
    Map<FocusRule, Result> results = new LinkedHashMap<>();
    for (FocusRule rule : rules.rules()) {
      Result known = withoutRows(rule, table.types().keySet());
      if (known == null) {
        asked.add(rule);
      } else {
        results.put(rule, known);
      }
    }
    long rows = countBroken(table, sql, asked, results);
    List<Result> ordered = rules.rules().stream().map(results::get).toList();
    List<FocusReport.Unreadable> unreadable =
        table.rejected().stream().map(left -> new FocusReport.Unreadable(left.row(), left.reason())).toList();
    return new FocusReport(table.name(), rules.version(), rows, unreadable, ordered);
  }

  /** What becomes of a rule that needs no look at the rows; null where it does. */
  private @Nullable Result withoutRows(FocusRule rule, Set<String> columns) {
    FocusCheck check = rule.check();
    if (check == null) {
      return skipped(rule, "the file alone cannot tell");
    }
    if (rule.keyword().permits()) {
      return skipped(rule, "it permits something, so nothing can break it");
    }
    if (!rule.standsAlone()) {
      return skipped(rule, "it is one of several alternatives");
    }
    if (check instanceof FocusCheck.Present present) {
      if (columns.contains(present.column())) {
        return new Result(rule, Outcome.PASSED, "", 0, List.of());
      }
      String unmet = unmet(rule.criteria());
      return unmet.isEmpty() ? new Result(rule, Outcome.FAILED, "", 0, List.of()) : skipped(rule, unmet);
    }
    List<String> absent = check.columns().stream().filter(column -> !columns.contains(column)).toList();
    if (!absent.isEmpty()) {
      return skipped(rule, "the file has no column " + String.join(", ", absent));
    }
    String unmet = unmet(rule.criteria());
    return unmet.isEmpty() ? null : skipped(rule, unmet);
  }

  private String unmet(Set<String> criteria) {
    List<String> unmet = criteria.stream().filter(criterion -> !supported.contains(criterion)).sorted().toList();
    return unmet.isEmpty() ? "" : "it applies only with " + String.join(", ", unmet);
  }

  private static Result skipped(FocusRule rule, String reason) {
    return new Result(rule, Outcome.SKIPPED, reason, 0, List.of());
  }

  private static long countBroken(SourceTable table, FocusSql sql, List<FocusRule> asked, Map<FocusRule, Result> results) throws SQLException {
    StringBuilder counts = new StringBuilder("SELECT count(*)");
    asked.forEach(rule -> counts.append(",\ncount(*) FILTER (WHERE ").append(broken(sql, rule)).append(')'));
    long rows;
    Map<FocusRule, Long> broken = new LinkedHashMap<>();
    try (Statement statement = table.connection().createStatement();
        ResultSet row = statement.executeQuery(counts + " FROM " + SourceTable.NAME)) {
      row.next();
      rows = row.getLong(1);
      for (int at = 0; at < asked.size(); at++) {
        broken.put(asked.get(at), row.getLong(at + 2));
      }
    }
    for (FocusRule rule : asked) {
      long count = broken.getOrDefault(rule, 0L);
      results.put(rule, count == 0 ? new Result(rule, Outcome.PASSED, "", 0, List.of())
          : new Result(rule, Outcome.FAILED, "", count, examples(table, sql, rule)));
    }
    return rows;
  }

  private static String broken(FocusSql sql, FocusRule rule) {
    String broken = sql.broken(java.util.Objects.requireNonNull(rule.check()));
    return rule.condition() == null ? broken : "(" + sql.selected(rule.condition()) + ") AND (" + broken + ")";
  }

  private static List<Example> examples(SourceTable table, FocusSql sql, FocusRule rule) throws SQLException {
    Set<String> shown = new LinkedHashSet<>();
    if (rule.check() != null) {
      shown.addAll(rule.check().columns());
    }
    if (rule.condition() != null) {
      shown.addAll(rule.condition().columns());
    }
    StringBuilder query = new StringBuilder("SELECT " + FocusSql.name(SourceTable.ROW));
    shown.forEach(column -> query.append(", ").append(sql.text(column)));
    query.append(" FROM " + SourceTable.NAME + " WHERE ").append(broken(sql, rule)).append(" ORDER BY 1 LIMIT " + EXAMPLES);
    List<Example> examples = new ArrayList<>();
    try (Statement statement = table.connection().createStatement(); ResultSet rows = statement.executeQuery(query.toString())) {
      while (rows.next()) {
        Map<String, String> values = new LinkedHashMap<>();
        int at = 2;
        for (String column : shown) {
          String value = rows.getString(at++);
          values.put(column, value == null ? "" : value);
        }
        examples.add(new Example(rows.getLong(1), values));
      }
    }
    return examples;
  }
}

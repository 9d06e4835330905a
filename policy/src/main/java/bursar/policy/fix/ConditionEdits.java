package bursar.policy.fix;

import bursar.policy.Condition;
import bursar.policy.Located;
import bursar.policy.RequestContext;
import bursar.policy.matching.Comparison;
import bursar.policy.matching.ConditionOperator;
import bursar.policy.matching.ConditionOperator.Quantifier;
import bursar.policy.matching.ConditionTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The smallest change of one condition that makes it true, or false, of a request. */
final class ConditionEdits {
  /**
   * A condition as it is afterwards.
   *
   * @param condition null when it is taken out
   * @param doing what is done, as a clause
   */
  record Changed(@Nullable Condition condition, String doing) {}

  private final RequestContext context;
  private final boolean variables;

  ConditionEdits(RequestContext context, boolean variables) {
    this.context = context;
    this.variables = variables;
  }

  boolean holds(Condition condition) {
    return ConditionTest.of(condition.operator(), condition.key(), condition.texts(), variables).holds(context);
  }

  /** Makes a false condition true; null when no value of it does. */
  @Nullable Changed madeTrue(Condition condition, List<Condition> others) {
    List<String> values = context.get(condition.key());
    Changed changed;
    if (condition.operator().comparison() == Comparison.NULL) {
      changed = added(condition, List.of(values.isEmpty() ? "true" : "false"));
    } else if (values.isEmpty()) {
      changed = ifExists(condition, others);
    } else {
      changed = condition.operator().comparison().negated()
          ? without(condition)
          : added(condition, condition.operator().quantifier() == Quantifier.FOR_ALL_VALUES ? values : values.subList(0, 1));
    }
    return changed == null || changed.condition() == null || holds(changed.condition()) ? changed : null;
  }

  /** Makes a true condition false; null when no value of it does. */
  @Nullable Changed madeFalse(Condition condition) {
    List<String> values = context.get(condition.key());
    Comparison comparison = condition.operator().comparison();
    if (values.isEmpty() || comparison == Comparison.NULL) {
      return null;
    }
    Changed changed = comparison.negated()
        ? added(condition, condition.operator().quantifier() == Quantifier.FOR_ANY_VALUE ? values : values.subList(0, 1))
        : without(condition);
    return changed == null || changed.condition() == null || holds(changed.condition()) ? null : changed;
  }

  private @Nullable Changed ifExists(Condition condition, List<Condition> others) {
    ConditionOperator operator = condition.operator();
    ConditionOperator lenient = new ConditionOperator(operator.quantifier(), operator.comparison(), true);
    boolean taken = others.stream().anyMatch(other -> other.operator().equals(lenient) && other.key().equalsIgnoreCase(condition.key()));
    return taken ? null : new Changed(new Condition(lenient, condition.key(), condition.values(), condition.position()),
        "write " + lenient.awsName() + " in place of " + operator.awsName() + " for " + condition.key()
            + ", which this request does not carry");
  }

  private Changed added(Condition condition, List<String> values) {
    List<Located> more = new ArrayList<>(condition.values());
    List<String> written = values.stream().map(value -> Literals.value(value, condition.operator().comparison(), variables)).distinct().toList();
    written.forEach(value -> more.add(Rewriting.located(value)));
    return new Changed(new Condition(condition.operator(), condition.key(), more, condition.position()),
        "add " + Wording.listed(written) + " to " + condition.operator().awsName() + " " + condition.key());
  }

  /** Without those of its values that the request's values meet; the condition as a whole goes when no other is left. */
  private @Nullable Changed without(Condition condition) {
    List<Located> kept = condition.values().stream().filter(value -> !met(condition, value.text())).toList();
    List<String> gone = condition.texts().stream().filter(value -> met(condition, value)).distinct().toList();
    if (gone.isEmpty()) {
      return null;
    }
    String what = condition.operator().awsName() + " " + condition.key();
    return kept.isEmpty()
        ? new Changed(null, "take out the condition " + what + " " + Wording.listed(gone))
        : new Changed(new Condition(condition.operator(), condition.key(), kept, condition.position()),
            "take " + Wording.listed(gone) + " out of " + what);
  }

  private boolean met(Condition condition, String value) {
    Comparison comparison = condition.operator().comparison();
    ConditionOperator plain = new ConditionOperator(Quantifier.NONE, comparison, false);
    return ConditionTest.of(plain, condition.key(), List.of(value), variables).holds(context) != comparison.negated();
  }
}

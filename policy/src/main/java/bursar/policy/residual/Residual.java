package bursar.policy.residual;

import bursar.policy.matching.VariableSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A formula over unknown condition keys: true for exactly those values of the keys with which the policies allow. It has two
 * values only, true and false, for absent keys too: a store whose own logic has a third one must write each condition so that it
 * never comes out unknown. Immutable; equal when it is written alike.
 *
 * <p>Formulas made by {@link #all}, {@link #any} and {@link #negation} are simplified: no constant stands within a formula, no And directly
 * within an And and no Or directly within an Or, nothing twice, nothing that its neighbours settle; parts are in a fixed order.
 */
public sealed interface Residual permits Residual.True, Residual.False, Residual.And, Residual.Or, Residual.Not, OpenCondition {
  /** Always true. */
  Residual TRUE = new True();

  /** Never true. */
  Residual FALSE = new False();

  /** Always true. */
  record True() implements Residual {
    @Override
    public String toString() {
      return "true";
    }
  }

  /** Never true. */
  record False() implements Residual {
    @Override
    public String toString() {
      return "false";
    }
  }

  /** True when every part is; a part is an Or, a Not or a condition. */
  record And(List<Residual> parts) implements Residual {
    /** Keeps a copy of the list. */
    public And {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return parts.stream()
          .map(part -> part instanceof Or ? "(" + part + ")" : part.toString())
          .collect(Collectors.joining(" and "));
    }
  }

  /** True when some part is; a part is an And, a Not or a condition. */
  record Or(List<Residual> parts) implements Residual {
    /** Keeps a copy of the list. */
    public Or {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return parts.stream()
          .map(part -> part instanceof And ? "(" + part + ")" : part.toString())
          .collect(Collectors.joining(" or "));
    }
  }

  /** True when the condition is false; nothing larger than a condition is ever negated. */
  record Not(OpenCondition condition) implements Residual {
    @Override
    public String toString() {
      return condition.isAbsence() ? condition.subject() + " is present" : "not (" + condition + ")";
    }
  }

  /** A reader of formulas, such as one that writes them down in another language. */
  interface Visitor<R> {
    /** Always true. */
    R always();

    /** Never true. */
    R never();

    /** True when every part is; at least two parts. */
    R all(List<Residual> parts);

    /** True when some part is; at least two parts. */
    R any(List<Residual> parts);

    /** True when the condition is false. */
    R not(OpenCondition condition);

    /** True when the condition holds. */
    R condition(OpenCondition condition);
  }

  /** Whether the formula is true of these values; it asks for unknown keys only. */
  default boolean evaluate(VariableSource unknowns) {
    return switch (this) {
      case True _ -> true;
      case False _ -> false;
      case And and -> and.parts().stream().allMatch(part -> part.evaluate(unknowns));
      case Or or -> or.parts().stream().anyMatch(part -> part.evaluate(unknowns));
      case Not not -> !not.condition().holds(unknowns);
      case OpenCondition condition -> condition.holds(unknowns);
    };
  }

  /** Calls the visitor's method for what this is. */
  default <R> R accept(Visitor<R> visitor) {
    return switch (this) {
      case True _ -> visitor.always();
      case False _ -> visitor.never();
      case And and -> visitor.all(and.parts());
      case Or or -> visitor.any(or.parts());
      case Not not -> visitor.not(not.condition());
      case OpenCondition condition -> visitor.condition(condition);
    };
  }

  /** How many conditions it has, each counted as often as it stands there. */
  default int size() {
    return switch (this) {
      case True _, False _ -> 0;
      case And and -> and.parts().stream().mapToInt(Residual::size).sum();
      case Or or -> or.parts().stream().mapToInt(Residual::size).sum();
      case Not _, OpenCondition _ -> 1;
    };
  }

  /** The unknown keys it looks at, in lower case. */
  default Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    switch (this) {
      case True _, False _ -> {}
      case And and -> and.parts().forEach(part -> keys.addAll(part.keys()));
      case Or or -> or.parts().forEach(part -> keys.addAll(part.keys()));
      case Not not -> keys.addAll(not.condition().keys());
      case OpenCondition condition -> keys.addAll(condition.keys());
    }
    return keys;
  }

  /** The simplified formula that is true when all parts are; true when there are none. */
  static Residual all(Collection<? extends Residual> parts) {
    return Simplification.all(parts);
  }

  /** The simplified formula that is true when some part is; false when there are none. */
  static Residual any(Collection<? extends Residual> parts) {
    return Simplification.any(parts);
  }

  /** The formula that is true when the other is false, with the negation moved down to the conditions. */
  static Residual negation(Residual formula) {
    return Simplification.negation(formula);
  }
}

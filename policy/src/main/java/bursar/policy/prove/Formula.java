package bursar.policy.prove;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What is asked of a request, as a formula over the statements that match it. */
sealed interface Formula {
  /** One of the statements matches. */
  record SomeMatch(List<Source> statements) implements Formula {}

  /** None of the statements matches. */
  record NoneMatch(List<Source> statements) implements Formula {}

  /** All of the formulas hold. */
  record All(List<Formula> formulas) implements Formula {}

  /** One of the formulas holds. */
  record Some(List<Formula> formulas) implements Formula {}

  static Formula all(Formula... formulas) {
    return new All(List.of(formulas));
  }

  static Formula matches(Source statement) {
    return new SomeMatch(List.of(statement));
  }

  /** A set of policies allows the request: one Allow matches and no Deny does. */
  static Formula allowed(Group group) {
    return all(new SomeMatch(group.allows()), new NoneMatch(group.denies()));
  }

  /** A set of policies does not allow the request: no Allow matches, or a Deny does. */
  static Formula notAllowed(Group group) {
    return new Some(List.of(new NoneMatch(group.allows()), new SomeMatch(group.denies())));
  }

  /** Whether the formula is true, given which statements match. */
  default boolean isTrue(Predicate<Source> matches) {
    return switch (this) {
      case SomeMatch some -> some.statements().stream().anyMatch(matches);
      case NoneMatch none -> none.statements().stream().noneMatch(matches);
      case All all -> all.formulas().stream().allMatch(formula -> formula.isTrue(matches));
      case Some some -> some.formulas().stream().anyMatch(formula -> formula.isTrue(matches));
    };
  }

  /** The same formula without the statements that are known to match no request of the question. */
  default Formula keeping(Predicate<Source> relevant) {
    return switch (this) {
      case SomeMatch some -> new SomeMatch(some.statements().stream().filter(relevant).toList());
      case NoneMatch none -> new NoneMatch(none.statements().stream().filter(relevant).toList());
      case All all -> new All(all.formulas().stream().map(formula -> formula.keeping(relevant)).toList());
      case Some some -> new Some(some.formulas().stream().map(formula -> formula.keeping(relevant)).toList());
    };
  }

  /** Every statement the formula speaks of. */
  default Set<Source> sources() {
    Set<Source> found = new LinkedHashSet<>();
    List<Formula> open = new ArrayList<>(List.of(this));
    while (!open.isEmpty()) {
      switch (open.removeLast()) {
        case SomeMatch some -> found.addAll(some.statements());
        case NoneMatch none -> found.addAll(none.statements());
        case All all -> open.addAll(all.formulas());
        case Some some -> open.addAll(some.formulas());
      }
    }
    return found;
  }
}

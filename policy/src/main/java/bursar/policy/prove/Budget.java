package bursar.policy.prove;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How much looking a question may cost, counted in looks at parts of formulas and at states of automata, not in time: so the same question always
 * ends the same way. Policies can be written whose variables and wildcards combine in more ways than anybody can wait for.
 */
final class Budget {
  private static final ScopedValue<Budget> CURRENT = ScopedValue.newInstance();
  /** About a second of work for policies written to be hard. */
  private static final long ONE_QUESTION = 200_000;
  private static final long SEVERAL_QUESTIONS = 20 * ONE_QUESTION;

  private final @Nullable Budget within;
  private long left;

  /** Nothing is left. It carries no stack: it is thrown to be caught by the question. */
  static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1;

    Spent() {
      super("The question is too large to look through.", null, false, false);
    }
  }

  private Budget(@Nullable Budget within, long left) {
    this.within = within;
    this.left = left;
  }

  /** Decides one question, on a budget of its own within the one that is open. */
  static <T> T question(Supplier<T> work) {
    return with(ONE_QUESTION, work);
  }

  /** Decides several questions, which together may cost as much as twenty hard ones. */
  static <T> T questions(Supplier<T> work) {
    return with(SEVERAL_QUESTIONS, work);
  }

  private static <T> T with(long looks, Supplier<T> work) {
    Budget outer = CURRENT.isBound() ? CURRENT.get() : null;
    return ScopedValue.where(CURRENT, new Budget(outer, looks)).call(work::get);
  }

  /**
   * Takes from the open budgets; without one nothing is counted.
   *
   * @throws Spent if nothing is left of one of them
   */
  static void spend(long looks) {
    for (Budget budget = CURRENT.isBound() ? CURRENT.get() : null; budget != null; budget = budget.within) {
      budget.left -= looks;
      if (budget.left < 0) {
        throw new Spent();
      }
    }
  }
}

package bursar.policy.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds a request for which a formula is true, or shows that there is none. It takes a request, sees where the formula
 * fails, and tries every way to mend the place that has the fewest; a place without any ends the branch.
 */
final class FormulaSearch {
  private static final int STEPS_MAX = 20_000;
  /** So many parts of a formula are seen through in the time of one look. */
  private static final int FORMULAS_A_LOOK = 16;
  /** Each step down mends one failure for good, so this is how many statements may stand in each other's way. */
  private static final int DEPTH_MAX = 2_000;

  /** Why no request was found. */
  enum Ending {
    FOUND,
    NONE,
    GAVE_UP
  }

  /** How a search ended, and the request when it found one. */
  record Outcome(Ending ending, @Nullable Candidate candidate) {
    private static final Outcome NONE = new Outcome(Ending.NONE, null);
    private static final Outcome GAVE_UP = new Outcome(Ending.GAVE_UP, null);
  }

  /** One way to mend a failure: literals to be met, or a formula that is to hold in the place of its alternatives. */
  private record Mending(List<Literal> literals, @Nullable Formula formula) {}

  /** A formula, all of whose parts must hold, and the ways to mend it where it fails. */
  private record Failure(Formula of, List<Mending> mendings) {}

  private final Bindings bindings;
  private final Candidate.Memory memory = new Candidate.Memory();
  private final Map<Source, Clause> clauses = new HashMap<>();
  private int steps;

  private FormulaSearch(Bindings bindings) {
    this.bindings = bindings;
  }

  static Outcome find(Formula formula, Bindings bindings) {
    FormulaSearch search = new FormulaSearch(bindings);
    List<Formula> flat = new ArrayList<>();
    flatten(formula, flat);
    Outcome outcome = search.search(Candidate.any(bindings, search.memory), flat, 0);
    return outcome.ending() == Ending.NONE && search.memory.gaveUp() ? Outcome.GAVE_UP : outcome;
  }

  /** The parts that must all hold. */
  private static void flatten(Formula formula, List<Formula> parts) {
    if (formula instanceof Formula.All all) {
      all.formulas().forEach(each -> flatten(each, parts));
    } else {
      parts.add(formula);
    }
  }

  private Clause clause(Source source) {
    return clauses.computeIfAbsent(source, statement -> statement.clause(bindings));
  }

  private Outcome search(Candidate candidate, List<Formula> formulas, int depth) {
    if (++steps > STEPS_MAX || depth > DEPTH_MAX) {
      return Outcome.GAVE_UP;
    }
    Budget.spend(1L + formulas.size() / FORMULAS_A_LOOK);
    List<Failure> failures = new ArrayList<>();
    for (Formula formula : formulas) {
      collect(formula, candidate, failures);
    }
    if (failures.isEmpty()) {
      return new Outcome(Ending.FOUND, candidate);
    }
    boolean gaveUp = false;
    List<Literal> excluded = new ArrayList<>();
    Failure failure = fewest(failures, candidate);
    for (Mending mending : failure.mendings()) {
      List<Literal> literals = new ArrayList<>(mending.literals());
      literals.addAll(excluded);
      Candidate mended = candidate.with(literals);
      if (mended != null) {
        List<Formula> more = formulas;
        if (mending.formula() != null) {
          more = new ArrayList<>(formulas);
          more.remove(failure.of());
          flatten(mending.formula(), more);
        }
        Outcome outcome = search(mended, more, depth + 1);
        if (outcome.ending() == Ending.FOUND) {
          return outcome;
        }
        gaveUp |= outcome.ending() == Ending.GAVE_UP;
        if (steps > STEPS_MAX) {
          return Outcome.GAVE_UP;
        }
      }
      if (mending.literals().size() == 1 && mending.formula() == null) {
        excluded.add(mending.literals().getFirst().contrary());
      }
    }
    return gaveUp ? Outcome.GAVE_UP : Outcome.NONE;
  }

  /** The failure that can be mended in the fewest ways, with those ways only. */
  private static Failure fewest(List<Failure> failures, Candidate candidate) {
    Failure best = failures.getFirst();
    int count = Integer.MAX_VALUE;
    for (Failure failure : failures) {
      List<Mending> possible = new ArrayList<>();
      for (Mending mending : failure.mendings()) {
        if (mending.formula() != null || candidate.with(mending.literals()) != null) {
          possible.add(mending);
        }
        if (possible.size() >= count) {
          break;
        }
      }
      if (possible.size() < count) {
        best = new Failure(failure.of(), possible);
        count = possible.size();
      }
      if (count <= 1) {
        break;
      }
    }
    return best;
  }

  private boolean mayMatch(Clause clause, Candidate candidate) {
    return !clause.impossible() && clause.literals().stream().allMatch(candidate::mayHold);
  }

  /** A statement matches for certain when it can be made to fail by none of its elements as they stand. */
  private boolean matchesForCertain(Clause clause, Candidate candidate) {
    return !clause.impossible()
        && clause.literals().stream().noneMatch(literal -> candidate.mayHold(literal.contrary()));
  }

  private void collect(Formula formula, Candidate candidate, List<Failure> failures) {
    switch (formula) {
      case Formula.All all -> all.formulas().forEach(each -> collect(each, candidate, failures));
      case Formula.NoneMatch none -> {
        for (Source source : none.statements()) {
          Clause clause = clause(source);
          if (matchesForCertain(clause, candidate)) {
            failures.add(
                new Failure(
                    formula,
                    clause.literals().stream()
                        .map(literal -> new Mending(List.of(literal.contrary()), null))
                        .toList()));
          }
        }
      }
      case Formula.SomeMatch some -> {
        if (some.statements().stream().noneMatch(source -> mayMatch(clause(source), candidate))) {
          List<Mending> mendings = new ArrayList<>();
          for (Source source : some.statements()) {
            if (!clause(source).impossible()) {
              mendings.add(new Mending(clause(source).literals(), null));
            }
          }
          failures.add(new Failure(formula, mendings));
        }
      }
      case Formula.Some some -> {
        if (some.formulas().stream().noneMatch(each -> holds(each, candidate))) {
          failures.add(
              new Failure(
                  formula, some.formulas().stream().map(each -> new Mending(List.of(), each)).toList()));
        }
      }
    }
  }

  private boolean holds(Formula formula, Candidate candidate) {
    List<Failure> failures = new ArrayList<>();
    collect(formula, candidate, failures);
    return failures.isEmpty();
  }
}

package bursar.policy.residual;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes formulas smaller without changing what they mean. No step adds a condition, and nothing is ever multiplied out. An Or is
 * simplified as the negation of an And.
 */
final class Simplification {
  /** How often an And is gone through again after something in it became simpler; stopping early loses nothing but brevity. */
  private static final int ROUNDS_MOST = 8;

  private Simplification() {}

  static Residual negation(Residual formula) {
    return switch (formula) {
      case Residual.True _ -> Residual.FALSE;
      case Residual.False _ -> Residual.TRUE;
      case OpenCondition condition -> new Residual.Not(condition);
      case Residual.Not not -> not.condition();
      case Residual.And and -> new Residual.Or(sorted(and.parts().stream().map(Simplification::negation).toList()));
      case Residual.Or or -> new Residual.And(sorted(or.parts().stream().map(Simplification::negation).toList()));
    };
  }

  static Residual any(Collection<? extends Residual> parts) {
    return negation(all(parts.stream().map(Simplification::negation).toList()));
  }

  static Residual all(Collection<? extends Residual> parts) {
    Set<Residual> literals = new LinkedHashSet<>();
    Set<Residual> ors = new LinkedHashSet<>();
    if (!sort(parts, literals, ors)) {
      return Residual.FALSE;
    }
    boolean again = true;
    for (int round = 0; again && round < ROUNDS_MOST; round++) {
      Literals facts = new Literals();
      if (!settle(literals, facts)) {
        return Residual.FALSE;
      }
      List<Residual> rest = List.copyOf(ors);
      ors.clear();
      again = false;
      for (Residual part : rest) {
        Residual simpler = given(facts, part);
        again |= !simpler.equals(part);
        if (!sort(List.of(simpler), literals, ors)) {
          return Residual.FALSE;
        }
      }
    }
    if (!settle(literals, new Literals())) {
      return Residual.FALSE;
    }
    Residual shorter = literals.isEmpty() ? withoutRepeatedAlternatives(ors) : null;
    if (shorter != null) {
      return shorter;
    }
    List<Residual> needed = new ArrayList<>(literals);
    needed.addAll(withoutWeaker(ors));
    return needed.isEmpty() ? Residual.TRUE : needed.size() == 1 ? needed.getFirst() : new Residual.And(sorted(needed));
  }

  /** Takes an And's parts apart; false when one of them is never true. */
  private static boolean sort(Collection<? extends Residual> parts, Set<Residual> literals, Set<Residual> ors) {
    for (Residual part : parts) {
      switch (part) {
        case Residual.True _ -> {
          // Asks nothing.
        }
        case Residual.False _ -> {
          return false;
        }
        case Residual.And and -> {
          if (!sort(and.parts(), literals, ors)) {
            return false;
          }
        }
        case Residual.Or or -> ors.add(or);
        case Residual.Not not -> literals.add(not);
        case OpenCondition condition -> literals.add(condition);
      }
    }
    return true;
  }

  /** Leaves only literals that no other one brings with it, and makes them facts; false when two exclude each other. */
  private static boolean settle(Set<Residual> literals, Literals facts) {
    Collection<Residual> merged = Literals.merged(literals);
    merged.forEach(facts::add);
    literals.clear();
    for (Residual literal : merged) {
      if (facts.entail(negation(literal))) {
        return false;
      }
      facts.remove(literal);
      if (!facts.entail(literal)) {
        facts.add(literal);
        literals.add(literal);
      }
    }
    return true;
  }

  /** A formula for where the facts hold anyway. */
  private static Residual given(Literals facts, Residual formula) {
    return switch (formula) {
      case Residual.True _, Residual.False _ -> formula;
      case OpenCondition condition -> literalGiven(facts, condition);
      case Residual.Not not -> literalGiven(facts, not);
      case Residual.And and -> {
        List<Residual> parts = and.parts().stream().map(part -> given(facts, part)).toList();
        yield parts.equals(and.parts()) ? and : all(parts);
      }
      case Residual.Or or -> {
        List<Residual> parts = or.parts().stream().map(part -> given(facts, part)).toList();
        yield parts.equals(or.parts()) ? or : any(parts);
      }
    };
  }

  private static Residual literalGiven(Literals facts, Residual literal) {
    return facts.entail(literal) ? Residual.TRUE : facts.entail(negation(literal)) ? Residual.FALSE : literal;
  }

  /** Those that are not true anyway wherever another one, with fewer alternatives, is. */
  private static List<Residual> withoutWeaker(Set<Residual> ors) {
    Map<Residual, List<Residual.Or>> byFirstPart = new HashMap<>();
    for (Residual part : ors) {
      if (part instanceof Residual.Or or) {
        byFirstPart.computeIfAbsent(or.parts().getFirst(), first -> new ArrayList<>()).add(or);
      }
    }
    List<Residual> kept = new ArrayList<>();
    for (Residual part : ors) {
      if (!(part instanceof Residual.Or or) || !hasStronger(or, byFirstPart)) {
        kept.add(part);
      }
    }
    return kept;
  }

  /** Alternatives that stand in every one are written once: (a or b) and (a or c) is a or (b and c). Null when there are none. */
  private static @Nullable Residual withoutRepeatedAlternatives(Set<Residual> ors) {
    Set<Residual> repeated = null;
    for (Residual part : ors) {
      if (repeated == null) {
        repeated = new LinkedHashSet<>(alternatives(part));
      } else {
        repeated.retainAll(new HashSet<>(alternatives(part)));
      }
    }
    if (repeated == null || repeated.isEmpty() || ors.size() == 1) {
      return null;
    }
    Set<Residual> always = repeated;
    List<Residual> rests = new ArrayList<>();
    for (Residual part : ors) {
      rests.add(any(alternatives(part).stream().filter(alternative -> !always.contains(alternative)).toList()));
    }
    List<Residual> alternatives = new ArrayList<>(always);
    alternatives.add(all(rests));
    return any(alternatives);
  }

  private static List<Residual> alternatives(Residual part) {
    return part instanceof Residual.Or or ? or.parts() : List.of(part);
  }

  private static boolean hasStronger(Residual.Or or, Map<Residual, List<Residual.Or>> byFirstPart) {
    Set<Residual> alternatives = new HashSet<>(or.parts());
    for (Residual first : or.parts()) {
      for (Residual.Or other : byFirstPart.getOrDefault(first, List.of())) {
        if (other.parts().size() < alternatives.size() && alternatives.containsAll(other.parts())) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Residual> sorted(List<Residual> parts) {
    record Spelled(String text, Residual part) {}
    return parts.stream()
        .map(part -> new Spelled(part.toString(), part))
        .sorted(Comparator.comparing(Spelled::text))
        .map(Spelled::part)
        .toList();
  }
}

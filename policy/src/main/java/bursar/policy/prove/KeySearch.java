package bursar.policy.prove;

import bursar.policy.prove.KeyCondition.Demand;
import bursar.policy.prove.TextSearch.Claim;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds values of one condition key for which some conditions hold and others do not. Every condition asks, of a key
 * that is there, that some value is in a set or that all are; so one value for each "some", within all the "all", is enough.
 */
final class KeySearch {
  private static final TextSet ANY_TEXT =
      TextSet.of(List.of(new TextPattern.Builder().run(CharacterClass.ANY).build()));
  private static final TextSet NOT_EMPTY =
      TextSet.of(List.of(new TextPattern.Builder().one(CharacterClass.ANY).run(CharacterClass.ANY).build()));

  /** The values of a key, in which unknown values of variables may be marked; empty when the key is absent. */
  record Values(List<int[]> symbols) {
    static final Values ABSENT = new Values(List.of());

    static Values known(List<String> texts) {
      return new Values(texts.stream().map(TextSet::symbols).toList());
    }

    List<String> texts() {
      return symbols.stream().map(TextSet::text).toList();
    }

    boolean allEmpty() {
      return symbols.stream().allMatch(value -> value.length == 0);
    }
  }

  /** What was found: values, or none when {@code values} is null, and then whether there is none for certain. */
  record Found(@Nullable Values values, boolean certain) {
    static final Found NONE = new Found(null, true);
    static final Found UNKNOWN = new Found(null, false);
  }

  private KeySearch() {}

  /** Whether a literal may be true of values; a marked value counts where it is marked. */
  static boolean mayHold(Literal.OfKey literal, Values values) {
    KeyCondition condition = literal.condition();
    if (values.symbols().isEmpty()) {
      return condition.holdsWhenAbsent() == literal.wanted();
    }
    if (condition.isExistence()) {
      return condition.holdsWhenPresent() == literal.wanted();
    }
    if (condition.quantifier() == bursar.policy.matching.ConditionOperator.Quantifier.FOR_ALL_VALUES
        && values.allEmpty()) {
      return literal.wanted();
    }
    Demand demand = condition.demand(literal.wanted());
    for (int[] value : values.symbols()) {
      if (matches(condition, value, demand.matching()) != demand.everyValue()) {
        return !demand.everyValue();
      }
    }
    return demand.everyValue();
  }

  /** Whether a value may match the condition, or may not match it. */
  private static boolean matches(KeyCondition condition, int[] value, boolean wanted) {
    TextSet texts = condition.texts();
    if (texts == null) {
      return condition.matchesScalar(TextSet.text(value)) == wanted;
    }
    return wanted ? texts.possiblyContains(value) : !texts.certainlyContains(value);
  }

  /** Values for which every literal may be true, the plainest first: absent, one value, several, one empty text. */
  static Found find(List<Literal.OfKey> literals, Bindings.Binding binding, boolean mayHaveSeveral) {
    return switch (binding) {
      case Bindings.Fixed fixed -> check(literals, Values.known(fixed.values()));
      case Bindings.Single single -> firstOf(one(literals), check(literals, Values.known(List.of(""))));
      case Bindings.Several several -> several(literals, true);
      case Bindings.Open open -> {
        Found found = firstOf(check(literals, Values.ABSENT), one(literals));
        if (found.values() == null && mayHaveSeveral) {
          found = firstOf(found, several(literals, false));
        }
        yield firstOf(found, check(literals, Values.known(List.of(""))));
      }
    };
  }

  private static Found firstOf(Found first, Found second) {
    return first.values() != null ? first : second.values() != null || first.certain() ? second : first;
  }

  private static Found check(List<Literal.OfKey> literals, Values values) {
    for (Literal.OfKey literal : literals) {
      if (!mayHold(literal, values)) {
        return Found.NONE;
      }
    }
    return new Found(values, true);
  }

  /** What is asked of one value. */
  record ValueClaim(KeyCondition condition, boolean matching) {}

  private static @Nullable List<Literal.OfKey> aboutValues(List<Literal.OfKey> literals) {
    List<Literal.OfKey> rest = new ArrayList<>();
    for (Literal.OfKey literal : literals) {
      if (!literal.condition().isExistence()) {
        rest.add(literal);
      } else if (literal.condition().holdsWhenPresent() != literal.wanted()) {
        return null;
      }
    }
    return rest;
  }

  private static Found one(List<Literal.OfKey> literals) {
    List<Literal.OfKey> about = aboutValues(literals);
    if (about == null) {
      return Found.NONE;
    }
    List<ValueClaim> claims = new ArrayList<>();
    for (Literal.OfKey literal : about) {
      claims.add(new ValueClaim(literal.condition(), literal.condition().demand(literal.wanted()).matching()));
    }
    return value(claims, List.of());
  }

  private static Found several(List<Literal.OfKey> literals, boolean atLeastTwo) {
    List<Literal.OfKey> about = aboutValues(literals);
    if (about == null) {
      return Found.NONE;
    }
    List<ValueClaim> ofAll = new ArrayList<>();
    List<ValueClaim> ofSome = new ArrayList<>();
    for (Literal.OfKey literal : about) {
      Demand demand = literal.condition().demand(literal.wanted());
      (demand.everyValue() ? ofAll : ofSome).add(new ValueClaim(literal.condition(), demand.matching()));
    }
    Found first = value(ofAll, List.of());
    if (first.values() == null) {
      return first;
    }
    List<int[]> values = new ArrayList<>(first.values().symbols());
    for (ValueClaim claim : ofSome) {
      if (values.stream().anyMatch(value -> matches(claim.condition(), value, claim.matching()))) {
        continue;
      }
      List<ValueClaim> claims = new ArrayList<>(ofAll);
      claims.add(claim);
      Found next = valueOrEmpty(claims, List.of());
      if (next.values() == null) {
        return next;
      }
      values.addAll(next.values().symbols());
    }
    if (atLeastTwo && values.size() < 2) {
      Found other = valueOrEmpty(ofAll, values);
      if (other.values() == null) {
        return other;
      }
      values.addAll(other.values().symbols());
    }
    return new Found(new Values(List.copyOf(values)), true);
  }

  /** One value, if need be the empty one, which may stand beside one that is not empty. */
  private static Found valueOrEmpty(List<ValueClaim> claims, List<int[]> others) {
    Found found = value(claims, others);
    int[] empty = {};
    if (found.values() == null && scalarsAccept(claims, empty)) {
      return new Found(new Values(List.of(empty)), true);
    }
    return found;
  }

  /** One value, not empty, for which every claim may be true and which is none of the others. */
  private static Found value(List<ValueClaim> claims, List<int[]> others) {
    List<Claim> texts = new ArrayList<>();
    List<ValueClaim> scalars = new ArrayList<>();
    texts.add(new Claim(ANY_TEXT, true));
    texts.add(new Claim(NOT_EMPTY, true));
    for (ValueClaim claim : claims) {
      TextSet set = claim.condition().texts();
      if (set == null) {
        scalars.add(claim);
      } else {
        texts.add(new Claim(set, claim.matching()));
      }
    }
    for (int[] other : others) {
      texts.add(new Claim(TextSet.of(List.of(new TextPattern.Builder().exact(TextSet.text(other)).build())), false));
    }
    TextSearch.Found text = TextSearch.find(texts);
    if (text instanceof TextSearch.Nothing) {
      return Found.NONE;
    }
    if (text instanceof TextSearch.Text found && scalarsAccept(scalars, found.symbols())) {
      return new Found(new Values(List.of(found.symbols())), true);
    }
    if (scalars.isEmpty()) {
      return Found.UNKNOWN;
    }
    return scalar(texts, scalars);
  }

  private static boolean scalarsAccept(List<ValueClaim> scalars, int[] value) {
    return scalars.stream().allMatch(claim -> matches(claim.condition(), value, claim.matching()));
  }

  private static Found scalar(List<Claim> texts, List<ValueClaim> scalars) {
    ScalarCandidates candidates = ScalarCandidates.of(scalars.stream().map(ValueClaim::condition).toList());
    boolean plainTexts = texts.size() == 2;
    boolean complete = candidates.complete() && plainTexts;
    List<String> values = new ArrayList<>(candidates.values());
    for (Claim claim : texts) {
      boolean finite =
          claim.inside() && !claim.set().possible().isEmpty()
              && claim.set().possible().stream().allMatch(TextPattern::isLiteral);
      for (TextPattern pattern : claim.set().possible()) {
        if (pattern.isLiteral()) {
          values.add(TextSet.text(pattern.literal()));
        }
      }
      complete |= finite;
    }
    boolean scalarsAlone = false;
    for (String value : values) {
      int[] symbols = TextSet.symbols(value);
      if (scalarsAccept(scalars, symbols)) {
        scalarsAlone = true;
        if (texts.stream().allMatch(claim -> textAccepts(claim, symbols))) {
          return new Found(new Values(List.of(symbols)), true);
        }
      }
    }
    return complete || (candidates.complete() && !scalarsAlone) ? Found.NONE : Found.UNKNOWN;
  }

  private static boolean textAccepts(Claim claim, int[] value) {
    return claim.inside()
        ? claim.set().possible().stream().anyMatch(pattern -> TextSet.accepts(pattern.loosened(), value))
        : !claim.set().certainlyContains(value);
  }
}

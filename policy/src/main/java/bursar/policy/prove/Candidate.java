package bursar.policy.prove;

import static java.util.Objects.requireNonNull;

import bursar.policy.prove.Literal.OfKey;
import bursar.policy.prove.Literal.OfPart;
import bursar.policy.prove.Literal.Part;
import bursar.policy.prove.TextSearch.Claim;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that meets everything asked of it so far, dimension by dimension. Immutable. */
final class Candidate {
  private static final TextSet ACTIONS =
      TextSet.of(
          List.of(
              new TextPattern.Builder()
                  .one(CharacterClass.SERVICE)
                  .run(CharacterClass.SERVICE)
                  .exact(":")
                  .one(CharacterClass.ACTION_NAME)
                  .run(CharacterClass.ACTION_NAME)
                  .build()));
  private static final TextSet RESOURCES =
      TextSet.of(
          List.of(
              new TextPattern.Builder().exact("*").build(),
              new TextPattern.Builder()
                  .exact("arn:aws")
                  .run(CharacterClass.SERVICE)
                  .exact(":")
                  .one(CharacterClass.SERVICE)
                  .run(CharacterClass.SERVICE)
                  .exact(":")
                  .run(CharacterClass.SERVICE)
                  .exact(":")
                  .run(CharacterClass.SERVICE)
                  .exact(":")
                  .one(CharacterClass.ANY)
                  .run(CharacterClass.ANY)
                  .build()));

  /** What searching one dimension gave before; shared by all candidates of one search. */
  static final class Memory {
    private final Map<List<Literal>, TextSearch.Found> parts = new HashMap<>();
    private final Map<List<Literal>, KeySearch.Found> keys = new HashMap<>();
    private final Map<String, KeySearch.Values> unasked = new HashMap<>();
    private boolean gaveUp;

    /** Whether some dimension could not be decided. */
    boolean gaveUp() {
      return gaveUp;
    }
  }

  private record PartState(List<Literal> literals, int[] value) {}

  private record KeyState(List<Literal> literals, KeySearch.Values values) {}

  private final Bindings bindings;
  private final Memory memory;
  private final Map<Part, PartState> parts;
  private final Map<String, KeyState> keys;

  private Candidate(Bindings bindings, Memory memory, Map<Part, PartState> parts, Map<String, KeyState> keys) {
    this.bindings = bindings;
    this.memory = memory;
    this.parts = parts;
    this.keys = keys;
  }

  /** A request of which nothing is asked yet. */
  static Candidate any(Bindings bindings, Memory memory) {
    Map<Part, PartState> parts = new EnumMap<>(Part.class);
    parts.put(Part.ACTION, new PartState(List.of(), TextSet.symbols("x:x")));
    parts.put(Part.RESOURCE, new PartState(List.of(), TextSet.symbols("*")));
    return new Candidate(bindings, memory, parts, Map.of());
  }

  /** A request of which more is asked; null when there is none, or when none was found. */
  @Nullable Candidate with(List<? extends Literal> literals) {
    Map<Part, PartState> nextParts = new EnumMap<>(parts);
    Map<String, KeyState> nextKeys = new LinkedHashMap<>(keys);
    for (Literal literal : literals) {
      boolean found =
          switch (literal) {
            case OfPart ofPart -> add(nextParts, ofPart);
            case OfKey ofKey -> add(nextKeys, ofKey);
          };
      if (!found) {
        return null;
      }
    }
    return new Candidate(bindings, memory, nextParts, nextKeys);
  }

  private boolean add(Map<Part, PartState> states, OfPart literal) {
    PartState state = requireNonNull(states.get(literal.part()));
    List<Literal> literals = joined(state.literals(), literal);
    if (mayHold(literal, state)) {
      states.put(literal.part(), new PartState(literals, state.value()));
      return true;
    }
    TextSearch.Found found = memory.parts.computeIfAbsent(literals, key -> search(literal.part(), key));
    return switch (found) {
      case TextSearch.Text text -> {
        states.put(literal.part(), new PartState(literals, text.symbols()));
        yield true;
      }
      case TextSearch.Nothing nothing -> false;
      case TextSearch.TooLarge tooLarge -> {
        memory.gaveUp = true;
        yield false;
      }
    };
  }

  private static TextSearch.Found search(Part part, List<Literal> literals) {
    List<Claim> claims = new ArrayList<>();
    claims.add(new Claim(part == Part.ACTION ? ACTIONS : RESOURCES, true));
    for (Literal literal : literals) {
      if (literal instanceof OfPart ofPart) {
        claims.add(new Claim(ofPart.set(), ofPart.wanted()));
      }
    }
    return TextSearch.find(claims);
  }

  private boolean add(Map<String, KeyState> states, OfKey literal) {
    String key = literal.condition().key();
    KeyState state = states.get(key);
    List<Literal> literals = joined(state == null ? List.of() : state.literals(), literal);
    if (state != null && mayHold(literal, state)) {
      states.put(key, new KeyState(literals, state.values()));
      return true;
    }
    KeySearch.Found found = memory.keys.computeIfAbsent(literals, all -> search(key, all));
    KeySearch.Values values = found.values();
    if (values == null) {
      memory.gaveUp |= !found.certain();
      return false;
    }
    states.put(key, new KeyState(literals, values));
    return true;
  }

  private KeySearch.Found search(String key, List<Literal> literals) {
    List<OfKey> ofKey = new ArrayList<>();
    for (Literal literal : literals) {
      if (literal instanceof OfKey each) {
        ofKey.add(each);
      }
    }
    return KeySearch.find(ofKey, bindings.of(key), KeyArity.mayHaveSeveral(key));
  }

  private static List<Literal> joined(List<Literal> literals, Literal literal) {
    if (literals.contains(literal)) {
      return literals;
    }
    List<Literal> joined = new ArrayList<>(literals);
    joined.add(literal);
    return List.copyOf(joined);
  }

  private static boolean mayHold(OfPart literal, PartState state) {
    return state.literals().contains(literal)
        || (literal.wanted()
            ? literal.set().possiblyContains(state.value())
            : !literal.set().certainlyContains(state.value()));
  }

  private static boolean mayHold(OfKey literal, KeyState state) {
    return state.literals().contains(literal) || KeySearch.mayHold(literal, state.values());
  }

  /** Whether a literal may be true of this request; it is for certain unless a variable is open. */
  boolean mayHold(Literal literal) {
    return switch (literal) {
      case OfPart ofPart -> mayHold(ofPart, requireNonNull(parts.get(ofPart.part())));
      case OfKey ofKey -> {
        KeyState state = keys.get(ofKey.condition().key());
        yield state == null
            ? KeySearch.mayHold(ofKey, unasked(ofKey.condition().key()))
            : mayHold(ofKey, state);
      }
    };
  }

  /** The values of a key of which nothing is asked. */
  private KeySearch.Values unasked(String key) {
    return memory.unasked.computeIfAbsent(
        key,
        name -> {
          KeySearch.Values values = search(name, List.of()).values();
          return values == null ? KeySearch.Values.ABSENT : values;
        });
  }

  String action() {
    return TextSet.text(requireNonNull(parts.get(Part.ACTION)).value());
  }

  /** The resource as symbols, with unknown values marked. */
  int[] resource() {
    return requireNonNull(parts.get(Part.RESOURCE)).value().clone();
  }

  /** The keys of which something is asked, with their values. */
  Map<String, KeySearch.Values> keys() {
    Map<String, KeySearch.Values> values = new LinkedHashMap<>();
    keys.forEach((key, state) -> values.put(key, state.values()));
    for (String variable : bindings.variables()) {
      values.computeIfAbsent(variable, this::unasked);
    }
    return values;
  }
}

package bursar.policy.prove;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds a shortest text that lies in some sets and outside of others, or shows that there is none: breadth first
 * through the states that all patterns reach together.
 */
final class TextSearch {
  private static final int STATES_MAX = 60_000;
  /** So many places of patterns are seen through in the time of one look. */
  private static final int PLACES_A_LOOK = 16;
  /** Where wildcards leave a choice, the first of these that no pattern names here is taken. */
  private static final int[] PLAIN =
      "xyzabcdefghijklmnopqrstuvw0123456789XYZABCDEFGHIJKLMNOPQRSTUVW-_./:+=,@ ~!#$%&'()*;<>?[]^`{|}\"\\".codePoints().toArray();
  private static final int FIRST_FOREIGN = 0x4E00;

  /** That a text is in a set, or is not. */
  record Claim(TextSet set, boolean inside) {}

  /** What a search found. */
  sealed interface Found {}

  /** A text, perhaps with symbols that open and close unknown values. */
  @SuppressWarnings("ArrayRecordComponent")
  record Text(int[] symbols) implements Found {}

  /** There is none. */
  record Nothing() implements Found {}

  /** The search was given up. */
  record TooLarge() implements Found {}

  private record Place(TextPattern pattern, int claim, boolean inside, int offset) {}

  private final List<Place> places = new ArrayList<>();
  private int[] placeOfState = {};
  private final int insideClaims;
  private final List<int[]> states = new ArrayList<>();
  private final List<int[]> cameFrom = new ArrayList<>();
  private final Map<StateKey, Boolean> seen = new HashMap<>();

  private static final class StateKey {
    private final int[] state;
    private final int hash;

    StateKey(int[] state) {
      this.state = state;
      this.hash = Arrays.hashCode(state);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof StateKey key && Arrays.equals(state, key.state);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private TextSearch(List<Claim> claims) {
    Set<Integer> markedVariables = new HashSet<>();
    int number = 0;
    for (Claim claim : claims) {
      if (claim.inside()) {
        Set<Integer> own = new HashSet<>();
        for (TextPattern pattern : claim.set().possible()) {
          marks(pattern, own);
        }
        boolean strict = own.stream().noneMatch(markedVariables::contains);
        if (strict) {
          markedVariables.addAll(own);
        }
        for (TextPattern pattern : claim.set().possible()) {
          place(strict ? pattern : pattern.loosened(), number, true);
        }
        number++;
      }
    }
    insideClaims = number;
    for (Claim claim : claims) {
      if (!claim.inside()) {
        for (TextPattern pattern : claim.set().certain()) {
          place(pattern, -1, false);
        }
      }
    }
  }

  private static void marks(TextPattern pattern, Set<Integer> variables) {
    for (int index = 0; index < pattern.length(); index++) {
      if (TextPattern.isMark(pattern.element(index).kind())) {
        variables.add(pattern.element(index).argument());
      }
    }
  }

  private void place(TextPattern pattern, int claim, boolean inside) {
    int offset = placeOfState.length;
    placeOfState = Arrays.copyOf(placeOfState, offset + pattern.stateCount());
    Arrays.fill(placeOfState, offset, placeOfState.length, places.size());
    places.add(new Place(pattern, claim, inside, offset));
  }

  /** A shortest text for which every claim is true. */
  static Found find(List<Claim> claims) {
    return new TextSearch(claims).run();
  }

  private Found run() {
    Gathering first = new Gathering();
    for (Place place : places) {
      first.begin(place);
      place.pattern().arrive(0, first);
    }
    int[] start = first.finish();
    if (start == null) {
      return new Nothing();
    }
    remember(start, -1, 0);
    for (int at = 0; at < states.size(); at++) {
      int[] state = states.get(at);
      Budget.spend(1L + places.size() / PLACES_A_LOOK);
      if (accepts(state)) {
        return new Text(pathTo(at));
      }
      if (states.size() > STATES_MAX) {
        return new TooLarge();
      }
      for (int symbol : symbolsFrom(state)) {
        int[] next = follow(state, symbol);
        if (next != null) {
          remember(next, at, symbol);
        }
      }
    }
    return new Nothing();
  }

  private void remember(int[] state, int from, int symbol) {
    if (seen.putIfAbsent(new StateKey(state), Boolean.TRUE) == null) {
      states.add(state);
      cameFrom.add(new int[] {from, symbol});
    }
  }

  private int[] pathTo(int end) {
    int[] path = new int[end + 1];
    int length = 0;
    for (int at = end; cameFrom.get(at)[0] >= 0; at = cameFrom.get(at)[0]) {
      path[length++] = cameFrom.get(at)[1];
    }
    int[] forward = new int[length];
    for (int index = 0; index < length; index++) {
      forward[index] = path[length - 1 - index];
    }
    return forward;
  }

  private boolean accepts(int[] state) {
    boolean[] met = new boolean[insideClaims];
    int count = 0;
    for (int position : state) {
      Place place = places.get(placeOfState[position]);
      int local = position - place.offset();
      if (local == place.pattern().length() || place.pattern().acceptsAllFrom(local)) {
        if (!place.inside()) {
          return false;
        }
        if (!met[place.claim()]) {
          met[place.claim()] = true;
          count++;
        }
      }
    }
    return count == insideClaims;
  }

  private int @Nullable [] follow(int[] state, int symbol) {
    Gathering gathering = new Gathering();
    for (int position : state) {
      Place place = places.get(placeOfState[position]);
      gathering.begin(place);
      place.pattern().step(position - place.offset(), symbol, gathering);
    }
    return gathering.finish();
  }

  /** Collects the positions of one state, and notices when it can never be accepted. */
  private final class Gathering implements java.util.function.IntConsumer {
    private int[] positions = new int[32];
    private int count;
    private boolean dead;
    private final int[] settled = new int[insideClaims];
    private final boolean[] alive = new boolean[insideClaims];
    private @Nullable Place place;

    Gathering() {
      Arrays.fill(settled, -1);
    }

    void begin(Place next) {
      place = next;
    }

    @Override
    public void accept(int local) {
      Place current = place;
      if (current == null) {
        return;
      }
      int position = current.offset() + local;
      if (current.inside()) {
        alive[current.claim()] = true;
      }
      if (current.pattern().acceptsAllFrom(local)) {
        if (!current.inside()) {
          dead = true;
          return;
        }
        int earlier = settled[current.claim()];
        settled[current.claim()] = earlier < 0 ? position : Math.min(earlier, position);
      }
      if (count == positions.length) {
        positions = Arrays.copyOf(positions, count * 2);
      }
      positions[count++] = position;
    }

    int @Nullable [] finish() {
      if (dead) {
        return null;
      }
      for (boolean claimIsAlive : alive) {
        if (!claimIsAlive) {
          return null;
        }
      }
      Arrays.sort(positions, 0, count);
      int kept = 0;
      for (int index = 0; index < count; index++) {
        int position = positions[index];
        if (kept > 0 && positions[kept - 1] == position) {
          continue;
        }
        Place owner = places.get(placeOfState[position]);
        if (owner.inside() && settled[owner.claim()] >= 0 && settled[owner.claim()] != position) {
          continue;
        }
        positions[kept++] = position;
      }
      return Arrays.copyOf(positions, kept);
    }
  }

  /** One symbol for every way in which a text may go on from here. */
  private Set<Integer> symbolsFrom(int[] state) {
    Set<Integer> symbols = new LinkedHashSet<>();
    Set<CharacterClass> classes = new LinkedHashSet<>();
    for (int position : state) {
      Place place = places.get(placeOfState[position]);
      int local = position - place.offset();
      if (place.pattern().isInside(local)) {
        symbols.add(TextPattern.closing(place.pattern().elementAround(local).argument()));
        classes.add(place.pattern().elementAround(local).of());
        symbols.add((int) ':');
        continue;
      }
      if (local == place.pattern().length()) {
        continue;
      }
      TextPattern.Element element = place.pattern().element(local);
      switch (element.kind()) {
        case EXACT -> symbols.add(element.argument());
        case FOLDED -> CaseFolding.variants(element.argument()).forEach(symbols::add);
        case ONE, RUN -> classes.add(element.of());
        case MARKED, MARKED_ARN -> symbols.add(TextPattern.opening(element.argument()));
      }
    }
    addOthers(symbols, classes);
    return symbols;
  }

  /** Characters that no element names here differ only in the classes they belong to: one of each sort is enough. */
  private static void addOthers(Set<Integer> symbols, Set<CharacterClass> classes) {
    if (classes.isEmpty()) {
      return;
    }
    Set<Integer> named = Set.copyOf(symbols);
    Set<Integer> sorts = new HashSet<>();
    for (int character : PLAIN) {
      if (!named.contains(character) && sorts.add(sort(character, classes))) {
        symbols.add(character);
      }
    }
    int foreign = FIRST_FOREIGN;
    while (named.contains(foreign)) {
      foreign++;
    }
    if (sorts.add(sort(foreign, classes))) {
      symbols.add(foreign);
    }
  }

  private static int sort(int character, Set<CharacterClass> classes) {
    int sort = 0;
    for (CharacterClass each : classes) {
      sort = sort * 2 + (each.contains(character) ? 1 : 0);
    }
    return sort;
  }
}

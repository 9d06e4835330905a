package bursar.policy;

import bursar.policy.matching.WildcardPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Statements of one effect, found by action: a tree over the literal beginnings of their action patterns, so that a
 * request meets only the statements whose patterns begin as its action does. Immutable.
 */
final class StatementIndex {
  private static final int[] NONE = {};

  private record Pattern(int statement, WildcardPattern pattern) {}

  /** A node stands for the characters on the way to it. */
  private static final class Node {
    private final char[] letters;
    private final Node[] children;
    /** Statements that match any action that comes this far. */
    private final int[] everything;
    /** Statements that match the action that ends here. */
    private final int[] exact;
    /** Statements whose pattern goes on after a wildcard. */
    private final Pattern[] patterns;

    Node(Growing growing) {
      letters = new char[growing.children.size()];
      children = new Node[letters.length];
      int at = 0;
      for (Map.Entry<Character, Growing> child : growing.children.entrySet()) {
        letters[at] = child.getKey();
        children[at++] = new Node(child.getValue());
      }
      everything = growing.everything.stream().distinct().mapToInt(Integer::intValue).toArray();
      exact = growing.exact.stream().distinct().mapToInt(Integer::intValue).toArray();
      patterns = growing.patterns.toArray(Pattern[]::new);
    }

    private @org.jspecify.annotations.Nullable Node child(char letter) {
      if (letters.length < 8) {
        for (int index = 0; index < letters.length; index++) {
          if (letters[index] == letter) {
            return children[index];
          }
        }
        return null;
      }
      int index = Arrays.binarySearch(letters, letter);
      return index < 0 ? null : children[index];
    }
  }

  private static final class Growing {
    private final Map<Character, Growing> children = new TreeMap<>();
    private final List<Integer> everything = new ArrayList<>();
    private final List<Integer> exact = new ArrayList<>();
    private final List<Pattern> patterns = new ArrayList<>();
  }

  private final CompiledStatement[] statements;
  private final int[] notActions;
  private final Node root;

  StatementIndex(List<CompiledStatement> statements) {
    this.statements = statements.toArray(CompiledStatement[]::new);
    Growing growing = new Growing();
    List<Integer> byExclusion = new ArrayList<>();
    for (int number = 0; number < this.statements.length; number++) {
      CompiledStatement statement = this.statements[number];
      if (statement.notAction) {
        byExclusion.add(number);
        continue;
      }
      for (WildcardPattern pattern : statement.actions) {
        plant(growing, number, pattern);
      }
    }
    this.root = new Node(growing);
    this.notActions = byExclusion.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void plant(Growing root, int statement, WildcardPattern pattern) {
    Growing node = root;
    String prefix = pattern.literalPrefix();
    for (int index = 0; index < prefix.length(); index++) {
      node = node.children.computeIfAbsent(prefix.charAt(index), letter -> new Growing());
    }
    if (pattern.isLiteral()) {
      node.exact.add(statement);
    } else if (pattern.isPrefix()) {
      node.everything.add(statement);
    } else {
      node.patterns.add(new Pattern(statement, pattern));
    }
  }

  /** The statements that match a request, in their order; the empty list when none does. */
  List<StatementReference> matching(AccessRequest request) {
    int[] found = NONE;
    int count = 0;
    for (int number : notActions) {
      if (statements[number].matchesAction(request.action()) && statements[number].matchesBeyondAction(request)) {
        found = with(found, count++, number);
      }
    }
    String action = request.action();
    Node node = root;
    for (int at = 0; ; at++) {
      for (int number : node.everything) {
        if (isNew(found, count, number) && statements[number].matchesBeyondAction(request)) {
          found = with(found, count++, number);
        }
      }
      for (Pattern candidate : node.patterns) {
        int number = candidate.statement();
        if (isNew(found, count, number)
            && candidate.pattern().matches(action)
            && statements[number].matchesBeyondAction(request)) {
          found = with(found, count++, number);
        }
      }
      if (at == action.length()) {
        for (int number : node.exact) {
          if (isNew(found, count, number) && statements[number].matchesBeyondAction(request)) {
            found = with(found, count++, number);
          }
        }
        break;
      }
      Node next = node.child(WildcardPattern.foldCase(action.charAt(at)));
      if (next == null) {
        break;
      }
      node = next;
    }
    return references(found, count);
  }

  /** Whether the statement has not been found by another of its patterns. */
  private boolean isNew(int[] found, int count, int number) {
    if (statements[number].actions.length > 1) {
      for (int index = 0; index < count; index++) {
        if (found[index] == number) {
          return false;
        }
      }
    }
    return true;
  }

  private static int[] with(int[] found, int count, int number) {
    int[] longer = count < found.length ? found : Arrays.copyOf(found, Math.max(4, count * 2));
    longer[count] = number;
    return longer;
  }

  private List<StatementReference> references(int[] found, int count) {
    if (count == 0) {
      return List.of();
    }
    if (count == 1) {
      return List.of(statements[found[0]].reference);
    }
    Arrays.sort(found, 0, count);
    StatementReference[] references = new StatementReference[count];
    for (int index = 0; index < count; index++) {
      references[index] = statements[found[index]].reference;
    }
    return List.of(references);
  }
}

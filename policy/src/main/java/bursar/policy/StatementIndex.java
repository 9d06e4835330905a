package bursar.policy;

import bursar.policy.matching.WildcardPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Statements found by action: a tree over the literal beginnings of their action patterns and, where a pattern goes on after
 * a wildcard, a second tree over its literal ending read backwards. So a request meets only statements whose patterns begin
 * and end as its action does. Immutable.
 */
final class StatementIndex {
  private static final Entry[] NO_ENTRIES = {};

  /** A statement and one of its patterns, which must be compared beyond its beginning and ending: it has more than one wildcard. */
  private record Entry(CompiledStatement statement, WildcardPattern pattern) {}

  /** A node stands for the characters on the way to it. */
  private static final class Node {
    private final char[] letters;
    private final Node[] children;
    /** Statements that match any action that comes this far; in a tree of endings, those with one star between beginning and ending. */
    private final Candidates everything;
    /** Statements that match the action that ends here. */
    private final Candidates exact;
    /** In a tree of endings, patterns with more wildcards that have come to their beginning here. */
    private final Entry[] entries;
    /** The endings of patterns whose beginning ends here. */
    private final @Nullable Node endings;

    Node(Growing growing) {
      letters = new char[growing.children.size()];
      children = new Node[letters.length];
      int at = 0;
      for (Map.Entry<Character, Growing> child : growing.children.entrySet()) {
        letters[at] = child.getKey();
        children[at++] = new Node(child.getValue());
      }
      everything = Candidates.of(growing.everything);
      exact = Candidates.of(growing.exact);
      entries = growing.entries.isEmpty() ? NO_ENTRIES : growing.entries.toArray(Entry[]::new);
      endings = growing.endings == null ? null : new Node(growing.endings);
    }

    private @Nullable Node child(char letter) {
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
    private final List<CompiledStatement> everything = new ArrayList<>(0);
    private final List<CompiledStatement> exact = new ArrayList<>(0);
    private final List<Entry> entries = new ArrayList<>(0);
    private @Nullable Growing endings;

    Growing at(CharSequence way) {
      Growing node = this;
      for (int index = 0; index < way.length(); index++) {
        node = node.children.computeIfAbsent(way.charAt(index), letter -> new Growing());
      }
      return node;
    }

    Growing endings() {
      Growing found = endings == null ? new Growing() : endings;
      endings = found;
      return found;
    }
  }

  private final CompiledStatement[] notActions;
  private final Node root;

  StatementIndex(List<CompiledStatement> statements) {
    Growing growing = new Growing();
    List<CompiledStatement> byExclusion = new ArrayList<>();
    for (CompiledStatement statement : statements) {
      if (statement.notAction) {
        byExclusion.add(statement);
        continue;
      }
      for (WildcardPattern pattern : statement.actions) {
        plant(growing, statement, pattern);
      }
    }
    this.root = new Node(growing);
    this.notActions = byExclusion.toArray(CompiledStatement[]::new);
  }

  private static void plant(Growing root, CompiledStatement statement, WildcardPattern pattern) {
    String prefix = pattern.literalPrefix();
    Growing node = root.at(prefix);
    if (pattern.isLiteral()) {
      node.exact.add(statement);
    } else if (pattern.isPrefix()) {
      node.everything.add(statement);
    } else {
      StringBuilder backwards = new StringBuilder(pattern.literalSuffix()).reverse();
      Growing ending = node.endings().at(backwards);
      if (pattern.hasOneStarOnly()) {
        ending.everything.add(statement);
      } else {
        ending.entries.add(new Entry(statement, pattern));
      }
    }
  }

  /** The statements that match a request, not yet in order; null when none does. */
  @Nullable Matches matching(AccessRequest request) {
    Matches found = null;
    String action = request.action();
    for (CompiledStatement statement : notActions) {
      if (statement.matchesAction(action) && statement.matchesBeyondAction(request)) {
        found = Matches.with(found, statement);
      }
    }
    Node node = root;
    for (int at = 0; node != null; at++) {
      found = node.everything.adding(found, request);
      if (node.endings != null) {
        found = byEnding(found, node.endings, at, request);
      }
      if (at == action.length()) {
        return node.exact.adding(found, request);
      }
      node = node.child(WildcardPattern.foldCase(action.charAt(at)));
    }
    return found;
  }

  /** Walks the action backwards, down to where the beginning ended. */
  private static @Nullable Matches byEnding(@Nullable Matches before, Node endings, int from, AccessRequest request) {
    Matches found = before;
    String action = request.action();
    Node node = endings;
    for (int at = action.length(); node != null; at--) {
      found = node.everything.adding(found, request);
      for (Entry entry : node.entries) {
        if (!Matches.holds(found, entry.statement) && entry.pattern.matches(action) && entry.statement.matchesBeyondAction(request)) {
          found = Matches.with(found, entry.statement);
        }
      }
      if (at == from) {
        return found;
      }
      node = node.child(WildcardPattern.foldCase(action.charAt(at - 1)));
    }
    return found;
  }

  /** Whether any statement matches a request. */
  boolean matchesAny(AccessRequest request) {
    String action = request.action();
    for (CompiledStatement statement : notActions) {
      if (statement.matchesAction(action) && statement.matchesBeyondAction(request)) {
        return true;
      }
    }
    Node node = root;
    for (int at = 0; node != null; at++) {
      if (node.everything.matchesAny(request) || node.endings != null && anyByEnding(node.endings, at, request)) {
        return true;
      }
      if (at == action.length()) {
        return node.exact.matchesAny(request);
      }
      node = node.child(WildcardPattern.foldCase(action.charAt(at)));
    }
    return false;
  }

  private static boolean anyByEnding(Node endings, int from, AccessRequest request) {
    String action = request.action();
    Node node = endings;
    for (int at = action.length(); node != null; at--) {
      if (node.everything.matchesAny(request)) {
        return true;
      }
      for (Entry entry : node.entries) {
        if (entry.pattern.matches(action) && entry.statement.matchesBeyondAction(request)) {
          return true;
        }
      }
      if (at == from) {
        return false;
      }
      node = node.child(WildcardPattern.foldCase(action.charAt(at - 1)));
    }
    return false;
  }
}

package bursar.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Statements whose actions fit a request alike. Where they are many, those that name resources are found by the literal
 * beginnings of their patterns' sixth parts, so that a thousand statements on a thousand buckets are not asked one by one.
 * Immutable.
 */
final class Candidates {
  /** So few are asked one by one. */
  private static final int FEW = 8;

  private static final CompiledStatement[] NO_STATEMENTS = {};
  private static final Candidates NONE = new Candidates(List.of());

  /** A node stands for the characters of a sixth part on the way to it, its run included: a way without forks is one node. */
  private static final class Branch {
    /** What follows the letter by which the node is reached. */
    private final String run;
    private final char[] letters;
    private final Branch[] children;
    private final CompiledStatement[] statements;

    Branch(Growing start) {
      StringBuilder way = new StringBuilder();
      Growing growing = start;
      while (growing.children.size() == 1 && growing.statements.isEmpty()) {
        Map.Entry<Character, Growing> next = growing.children.firstEntry();
        way.append(next.getKey().charValue());
        growing = next.getValue();
      }
      run = way.toString();
      letters = new char[growing.children.size()];
      children = new Branch[letters.length];
      int at = 0;
      for (Map.Entry<Character, Growing> child : growing.children.entrySet()) {
        letters[at] = child.getKey();
        children[at++] = new Branch(child.getValue());
      }
      statements = growing.statements.stream().distinct().toArray(CompiledStatement[]::new);
    }

    private @Nullable Branch child(char letter) {
      int low = 0;
      int high = letters.length - 1;
      while (low <= high) {
        int middle = (low + high) >>> 1;
        if (letters[middle] == letter) {
          return children[middle];
        }
        if (letters[middle] < letter) {
          low = middle + 1;
        } else {
          high = middle - 1;
        }
      }
      return null;
    }
  }

  private static final class Growing {
    private final TreeMap<Character, Growing> children = new TreeMap<>();
    private final List<CompiledStatement> statements = new ArrayList<>(0);
  }

  private final CompiledStatement[] always;
  private final @Nullable Branch byResource;

  private Candidates(List<CompiledStatement> statements) {
    List<CompiledStatement> others = new ArrayList<>();
    Growing root = new Growing();
    boolean planted = false;
    for (CompiledStatement statement : statements) {
      List<String> beginnings = statements.size() <= FEW ? null : statement.resourceBeginnings();
      if (beginnings == null) {
        others.add(statement);
        continue;
      }
      planted = true;
      for (String beginning : beginnings) {
        Growing node = root;
        for (int index = 0; index < beginning.length(); index++) {
          node = node.children.computeIfAbsent(beginning.charAt(index), letter -> new Growing());
        }
        node.statements.add(statement);
      }
    }
    this.always = others.isEmpty() ? NO_STATEMENTS : others.toArray(CompiledStatement[]::new);
    this.byResource = planted ? new Branch(root) : null;
  }

  static Candidates of(List<CompiledStatement> statements) {
    return statements.isEmpty() ? NONE : new Candidates(statements.stream().distinct().toList());
  }

  /** Those that match a request, added to those already found. */
  @Nullable Matches adding(@Nullable Matches before, AccessRequest request) {
    Matches found = adding(before, always, request);
    int at = byResource == null ? -1 : sixthPart(request.resource());
    Branch node = at < 0 ? null : byResource;
    while (node != null && request.resource().startsWith(node.run, at)) {
      at += node.run.length();
      found = adding(found, node.statements, request);
      node = at == request.resource().length() ? null : node.child(request.resource().charAt(at++));
    }
    return found;
  }

  private static @Nullable Matches adding(@Nullable Matches before, CompiledStatement[] candidates, AccessRequest request) {
    Matches found = before;
    for (CompiledStatement statement : candidates) {
      if (!Matches.holds(found, statement) && statement.matchesBeyondAction(request)) {
        found = Matches.with(found, statement);
      }
    }
    return found;
  }

  /** Whether any of them matches a request. */
  boolean matchesAny(AccessRequest request) {
    if (matchesAny(always, request)) {
      return true;
    }
    int at = byResource == null ? -1 : sixthPart(request.resource());
    Branch node = at < 0 ? null : byResource;
    while (node != null && request.resource().startsWith(node.run, at)) {
      at += node.run.length();
      if (matchesAny(node.statements, request)) {
        return true;
      }
      node = at == request.resource().length() ? null : node.child(request.resource().charAt(at++));
    }
    return false;
  }

  private static boolean matchesAny(CompiledStatement[] candidates, AccessRequest request) {
    for (CompiledStatement statement : candidates) {
      if (statement.matchesBeyondAction(request)) {
        return true;
      }
    }
    return false;
  }

  /** Where the sixth part of an ARN begins; -1 when there is none. */
  private static int sixthPart(String resource) {
    int at = 0;
    for (int colons = 0; colons < 5; colons++) {
      at = resource.indexOf(':', at) + 1;
      if (at == 0) {
        return -1;
      }
    }
    return at;
  }
}

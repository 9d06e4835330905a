package bursar.policy.matching;

import org.jspecify.annotations.Nullable;

/** A piece of a policy's text as a reader outside this package sees it: a pattern is its segments, one after the other. */
public sealed interface Segment {
  /** Characters that stand for themselves, at least one. */
  record Literal(String text) implements Segment {}

  /** A {@code *}: any run of characters, the empty one too. */
  record AnyRun() implements Segment {}

  /** A {@code ?}: exactly one character, which is one code point. */
  record AnyOne() implements Segment {}

  /**
   * A policy variable: the characters of the key's value, none of which is a wildcard. Where the key has several values, or
   * none and there is no default, the whole pattern fits nothing.
   *
   * @param key the key in lower case
   * @param otherwise what stands in for an absent key
   */
  record KeyValue(String key, @Nullable String otherwise) implements Segment {}
}

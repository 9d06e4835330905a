package bursar.operations.shape;

import org.jspecify.annotations.Nullable;

/** What a value on the wire looks like: a structure of named members, a list, a map with text keys, or a scalar. */
public sealed interface Shape {

  /**
   * A list.
   *
   * @param element what each element looks like
   */
  record ListOf(Shape element) implements Shape {}

  /**
   * A map from text.
   *
   * @param value what each value looks like
   */
  record MapOf(Shape value) implements Shape {}

  /** A single value, and the Java type that carries it. */
  enum Scalar implements Shape {
    /** {@link String}. */
    STRING,
    /** {@link Boolean}. */
    BOOLEAN,
    /** {@link Short}. */
    SHORT,
    /** {@link Integer}. */
    INTEGER,
    /** {@link Long}. */
    LONG,
    /** {@link Float}. */
    FLOAT,
    /** {@link Double}. */
    DOUBLE,
    /** {@link java.math.BigDecimal}; written as text in our own operations, so that no reader makes it binary. */
    DECIMAL,
    /** {@link java.time.Instant}. */
    TIMESTAMP,
    /** {@code software.amazon.awssdk.core.SdkBytes}. */
    BLOB,
    /** {@code software.amazon.awssdk.core.document.Document}. */
    DOCUMENT
  }

  /** A structure: an ordered list of named members. */
  non-sealed interface Structure extends Shape {
    /** The Java class that carries it. */
    Class<?> type();

    /** The members, in the order of their declaration. */
    java.util.List<Member> members();

    /**
     * Builds a value.
     *
     * @param values one a member, in the order of {@link #members()}; null where a member is absent
     */
    Object build(@Nullable Object[] values);

    /** The member with that wire name, or null. */
    default @Nullable Member member(String name) {
      for (Member member : members()) {
        if (member.name().equals(name)) {
          return member;
        }
      }
      return null;
    }
  }

  /** Where a member of a request or an answer stands in HTTP; everywhere but in REST services all stand in the body. */
  enum Location {
    /** In the body, under its name. */
    BODY,
    /** It is the whole body. */
    WHOLE_BODY,
    /** In the path, as a label. */
    PATH,
    /** In the query. */
    QUERY,
    /** In the header of that name. */
    HEADER,
    /** The answer's status. */
    STATUS
  }

  /** How a member is spelled and read. */
  interface Member {
    /** Where it stands. */
    default Location location() {
      return Location.BODY;
    }

    /** The name on the wire, case-sensitive, such as {@code UserName}. */
    String name();

    /** Whether its model asks for a time to be written out in JSON, {@code 2026-10-01T00:00:00Z}, in place of seconds since 1970. */
    default boolean timeWrittenOut() {
      return false;
    }

    /** What its values look like. */
    Shape shape();

    /** The member's value in that structure, or null when absent. A list or map nobody set is absent, an empty one that was set is not. */
    @Nullable Object read(Object structure);
  }
}

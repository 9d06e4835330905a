package bursar.policy.prove;

/** One thing that is asked of one dimension of a request: that an element of a statement matches it, or does not. */
sealed interface Literal {
  /** The dimension's name. */
  String dimension();

  /** Whether the element is to match. */
  boolean wanted();

  Literal contrary();

  /** Which of the two dimensions that every request has. */
  enum Part {
    ACTION("Action"),
    RESOURCE("Resource");

    private final String dimension;

    Part(String dimension) {
      this.dimension = dimension;
    }
  }

  /** The action or the resource lies in a set, or outside of it. */
  record OfPart(Part part, TextSet set, boolean wanted) implements Literal {
    @Override
    public String dimension() {
      return part.dimension;
    }

    @Override
    public Literal contrary() {
      return new OfPart(part, set, !wanted);
    }
  }

  /** A condition on a key holds, or does not. */
  record OfKey(KeyCondition condition, boolean wanted) implements Literal {
    @Override
    public String dimension() {
      return condition.key();
    }

    @Override
    public Literal contrary() {
      return new OfKey(condition, !wanted);
    }
  }
}

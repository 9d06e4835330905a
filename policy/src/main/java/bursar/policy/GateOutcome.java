package bursar.policy;

/**
 * What one gate said of a request.
 *
 * @param name what was asked there, such as {@code service control policies of level Root}
 * @param finding what it said, as a clause
 */
public record GateOutcome(String name, String finding) {
  /** The gate and what it said. */
  public String describe() {
    return name + ": " + finding;
  }

  static GateOutcome ofAllow(String name, boolean found) {
    return new GateOutcome(name, found ? "an Allow matches" : "no Allow matches");
  }
}

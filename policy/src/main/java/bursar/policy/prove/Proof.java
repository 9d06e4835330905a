package bursar.policy.prove;

import bursar.policy.AccessRequest;
import bursar.policy.StatementReference;
import java.util.List;

/** The answer to a question about all possible requests. */
public sealed interface Proof {
  /** No possible request is an exception. */
  record Proved() implements Proof {}

  /**
   * A request that is an exception; the evaluator has confirmed it.
   *
   * @param request the request, with the keys it needs and no others
   * @param statements the statements that allow it
   */
  record Counterexample(AccessRequest request, List<StatementReference> statements) implements Proof {
    /** Keeps a copy of the list. */
    public Counterexample {
      statements = List.copyOf(statements);
    }
  }

  /**
   * The question could not be decided.
   *
   * @param reason why, as a sentence
   */
  record Unknown(String reason) implements Proof {}
}

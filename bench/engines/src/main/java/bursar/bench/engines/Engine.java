package bursar.bench.engines;

/** An engine with its rules and questions made ready, so that only deciding is measured. */
interface Engine {
  /** The engine's whole answer to a question, deciding statements included where it tells them. */
  Object decide(int question);

  /** Whether the answer to a question is yes. */
  boolean allows(int question);
}

package bursar.server.operator;

/** The operator's way to the operations: through a running server, or within this process when none runs on the data folder. */
public interface OperatorChannel extends AutoCloseable {
  /**
   * Calls an operation of service {@code bursar} as the operator.
   *
   * @param operation its name, such as {@code ImportCosts}
   * @param answer the record of its answer
   * @throws RuntimeException a {@code Failure}, {@code AccessDenied} or {@link OperatorRefused} with a sentence for the operator
   */
  <O> O call(String operation, Object input, Class<O> answer);

  @Override
  void close();
}

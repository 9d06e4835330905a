package bursar.server.rooms;

import bursar.operations.declaration.Operation;
import bursar.operations.declaration.OperationCatalogue;
import bursar.operations.gate.Caller;
import bursar.operations.gate.Principal;
import bursar.server.operator.OperatorChannel;
import bursar.server.pipeline.Invocation;
import java.time.InstantSource;
import java.util.UUID;

/** A way to the operations within this very process, through the same gate as over HTTP: the operator's, or the demo's owner's. */
public final class InProcessChannel implements OperatorChannel {
  private static final String LOCAL = "127.0.0.1";

  private final OperationCatalogue catalogue;
  private final Invocation invocation;
  private final InstantSource clock;
  private final Principal principal;

  InProcessChannel(OperationCatalogue catalogue, Invocation invocation, InstantSource clock, Principal principal) {
    this.catalogue = catalogue;
    this.invocation = invocation;
    this.clock = clock;
    this.principal = principal;
  }

  @Override
  public <O> O call(String operation, Object input, Class<O> answer) {
    return call("bursar", operation, input, answer);
  }

  /** Calls an operation of any service. */
  public <O> O call(String service, String operation, Object input, Class<O> answer) {
    Operation<?, ?> found = catalogue.find(service, operation);
    if (found == null) {
      throw new IllegalArgumentException("there is no operation " + service + ":" + operation);
    }
    return answer.cast(invoke(found, input));
  }

  private <I, O> O invoke(Operation<I, O> operation, Object input) {
    Caller caller = new Caller(principal, Caller.Surface.API, LOCAL, "bursar command line", false, clock.instant(),
        UUID.randomUUID().toString(), null);
    return invocation.invoke(caller, operation, operation.declaration().inputType().cast(input));
  }

  @Override
  public void close() {}
}

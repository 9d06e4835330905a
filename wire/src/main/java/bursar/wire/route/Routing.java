package bursar.wire.route;

import bursar.domain.Failure;
import bursar.operations.declaration.Operation;
import bursar.operations.declaration.Protocol;
import bursar.operations.declaration.ServiceDefinition;
import bursar.wire.Codec;
import org.jspecify.annotations.Nullable;

/** Where a request goes. */
public sealed interface Routing {
  /** The protocol to answer in. */
  Protocol protocol();

  /** The codec to answer with. */
  default Codec codec() {
    return Codecs.of(protocol());
  }

  /**
   * To an operation.
   *
   * @param service the service asked
   * @param operation the operation asked for
   */
  record Route(ServiceDefinition service, Operation<?, ?> operation) implements Routing {
    @Override
    public Protocol protocol() {
      return service.protocol();
    }
  }

  /**
   * Nowhere: it names no operation of this server.
   *
   * @param protocol the protocol it most likely speaks
   * @param service the service it names, if that much is known
   * @param failure what to answer, in that protocol's spelling
   */
  record Unknown(Protocol protocol, @Nullable ServiceDefinition service, Failure failure) implements Routing {}
}

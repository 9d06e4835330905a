package bursar.server.pipeline;

import bursar.domain.Failure;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.ErrorCode;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.Operation;
import bursar.operations.declaration.Protocol;
import bursar.operations.declaration.ServiceDefinition;
import bursar.operations.gate.AccessDenied;
import bursar.operations.gate.Caller;
import bursar.operations.gate.Principal;
import bursar.wire.CommonErrors;
import bursar.wire.RawRequest;
import bursar.wire.WireResponse;
import bursar.wire.route.Codecs;
import bursar.wire.route.Router;
import bursar.wire.route.Routing;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way of a call over HTTP, stage by stage: accept, route, authenticate, decode, then check, gate, handle and audit (see {@link
 * Invocation}), encode. A failure of any stage is spelled in the protocol of the request.
 */
public final class Pipeline {
  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

  private final Router router;
  private final Authentication authentication;
  private final Invocation invocation;

  /** The stages that are not plain functions. */
  public Pipeline(Router router, Authentication authentication, Invocation invocation) {
    this.router = router;
    this.authentication = authentication;
    this.invocation = invocation;
  }

  /** Whether the request asks for an operation rather than for a file of the console. */
  public boolean claims(RawRequest request) {
    return Router.isForOperation(request.method(), request.path(), request.query(), request.headers());
  }

  /** Answers a request. Never throws. */
  public WireResponse answer(Exchange exchange) {
    String requestId = newRequestId();
    Routing routing = router.route(exchange.request());
    Protocol protocol = routing.protocol();
    @Nullable ServiceDefinition service = null;
    @Nullable Declaration<?, ?> declaration = null;
    try {
      accept(exchange);
      Routing.Route route = switch (routing) {
        case Routing.Unknown unknown -> throw unknown.failure();
        case Routing.Route found -> found;
      };
      declaration = route.operation().declaration();
      service = declaration.service();
      Caller caller = authentication.authenticate(exchange, declaration, requestId);
      return carryOut(exchange, route.operation(), caller);
    } catch (AccessDenied e) {
      return Codecs.of(protocol).encodeError(
          service, CommonErrors.of(protocol, "AccessDenied"), e.explanation().message(), e.explanation(), requestId);
    } catch (Failure e) {
      return spell(e, protocol, service, declaration, requestId);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("request {} failed: {}", requestId, exchange.request(), e);
      return internal(protocol, service, requestId);
    }
  }

  /** Spells a refusal of the whole request, whatever it asks for. Never throws. */
  public WireResponse refuse(Exchange exchange, Failure failure) {
    return spell(failure, router.route(exchange.request()).protocol(), null, null, newRequestId());
  }

  private static void accept(Exchange exchange) {
    if (exchange.tooLarge()) {
      throw new Failure("RequestEntityTooLarge", "The request is larger than this server takes (1 MiB).");
    }
  }

  /** SignUp and calls of browser sessions are never read from what a plain form of another site can send unasked. */
  private static void refuseForms(Exchange exchange, Caller caller, Declaration<?, ?> declaration) {
    boolean unsigned = declaration.exemptions().contains(Exemption.UNSIGNED);
    if (unsigned && !SameOrigin.allows(exchange)) {
      throw new Failure(BrowserFaults.CROSS_ORIGIN, "The request comes from a page of another site.");
    }
    boolean json = declaration.service().protocol() != Protocol.AWS_QUERY;
    if (json && (unsigned || caller.surface() == Caller.Surface.CONSOLE)) {
      String type = exchange.request().headers().first("Content-Type");
      String plain = type == null ? "" : type.toLowerCase(Locale.ROOT);
      if (!plain.startsWith("application/json") && !plain.startsWith("application/x-amz-json-1.")) {
        throw new Failure("SerializationException", "Send this as application/json or application/x-amz-json-1.0.");
      }
    }
    if (!unsigned && caller.principal() instanceof Principal.Anonymous) {
      throw new Failure("MissingAuthenticationToken", "Request is missing Authentication Token");
    }
  }

  private <I, O> WireResponse carryOut(Exchange exchange, Operation<I, O> operation, Caller caller) {
    Declaration<I, O> declaration = operation.declaration();
    I input = input(exchange, declaration, caller);
    O output = invocation.invoke(caller, operation, input);
    return Codecs.of(declaration.service().protocol()).encode(declaration, output, caller.requestId());
  }

  /** The decoded request. One that cannot be read leaves an event, as every call of a known caller does. */
  private <I> I input(Exchange exchange, Declaration<I, ?> declaration, Caller caller) {
    try {
      refuseForms(exchange, caller, declaration);
      return Codecs.of(declaration.service().protocol()).decode(declaration, exchange.request());
    } catch (Failure e) {
      invocation.refused(caller, declaration, e);
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      invocation.failed(caller, declaration, null);
      throw e;
    }
  }

  private static WireResponse spell(Failure failure, Protocol protocol, @Nullable ServiceDefinition service,
      @Nullable Declaration<?, ?> declaration, String requestId) {
    ErrorCode error = BrowserFaults.find(failure.code());
    if (error == null && declaration != null) {
      error = declared(declaration, failure.code());
    }
    if (error == null) {
      error = CommonErrors.find(protocol, failure.code());
    }
    if (error == null) {
      LOG.error("request {}: {} answered {}, which it does not declare: {}", requestId, declaration, failure.code(), failure.sentence());
      return internal(protocol, service, requestId);
    }
    return Codecs.of(protocol).encodeError(service, error, failure.sentence(), failure.reason(), requestId);
  }

  private static @Nullable ErrorCode declared(Declaration<?, ?> declaration, String code) {
    for (ErrorCode error : declaration.errors()) {
      if (error.code().equals(code)) {
        return error;
      }
    }
    return null;
  }

  private static WireResponse internal(Protocol protocol, @Nullable ServiceDefinition service, String requestId) {
    InternalFault fault = InternalFault.of(protocol, requestId);
    return Codecs.of(protocol).encodeError(service, new ErrorCode(fault.code(), 500), fault.sentence(), null, requestId);
  }

  /** A random id; it names a call and guards nothing, so it need not be hard to guess. */
  private static String newRequestId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}

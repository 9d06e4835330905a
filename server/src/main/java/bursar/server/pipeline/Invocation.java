package bursar.server.pipeline;

import bursar.domain.Failure;
import bursar.domain.Transactions;
import bursar.domain.accounts.AccountId;
import bursar.domain.audit.AuditEvent;
import bursar.operations.declaration.Concerns;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.InputCheck;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.AccessDenied;
import bursar.operations.gate.Authorized;
import bursar.operations.gate.Caller;
import bursar.operations.gate.Gate;
import bursar.operations.gate.Principal;
import bursar.operations.shape.Shapes;
import bursar.wire.json.AuditJson;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call from its decoded request to its answer, whatever transport it came over: check, gate, handler in a transaction, audit. */
public final class Invocation {
  private static final Logger LOG = LoggerFactory.getLogger(Invocation.class);

  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final Runnable afterEach;

  /**
   * Calls pass this gate, change state in these transactions, and leave events in this trail.
   *
   * @param afterEach forgets what a change prepared on its thread; runs after every change, done or refused
   */
  public Invocation(Gate gate, Transactions transactions, AuditTrail audit, Runnable afterEach) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.afterEach = afterEach;
  }

  /**
   * Makes the call.
   *
   * @throws AccessDenied if the gate refuses
   * @throws Failure if a rule refuses
   */
  public <I, O> O invoke(Caller caller, Operation<I, O> operation, I input) {
    Declaration<I, O> declaration = operation.declaration();
    try {
      InputCheck.check(declaration, input);
      Authorized<I> call = gate.authorize(caller, declaration, input);
      if (declaration.level().readOnly()) {
        O output = operation.handle(call);
        gather(caller, event(caller, declaration, input, null, null, null));
        return output;
      }
      return changed(caller, operation, call);
    } catch (AccessDenied e) {
      gather(caller, event(caller, declaration, input, null, "AccessDenied", e.getMessage()));
      throw e;
    } catch (Failure e) {
      gather(caller, event(caller, declaration, input, null, e.code(), e.sentence()));
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      failed(caller, declaration, input);
      throw e;
    }
  }

  private <I, O> O changed(Caller caller, Operation<I, O> operation, Authorized<I> call) {
    try {
      operation.prepare(call);
      O answer = transactions.inTransaction(() -> {
        O output = operation.handle(call);
        audit.store(event(caller, operation.declaration(), call.input(), output, null, null));
        return output;
      });
      settle(caller, operation, call);
      return answer;
    } finally {
      afterEach.run();
    }
  }

  private static <I> void settle(Caller caller, Operation<I, ?> operation, Authorized<I> call) {
    try {
      operation.afterwards(call);
    } catch (RuntimeException e) {
      LOG.error("request {}: {} is stored, and what follows it failed", caller.requestId(), operation.declaration(), e);
    }
  }

  /** Notes that a call was refused before its input was known. A caller of no account leaves no event. */
  void refused(Caller caller, Declaration<?, ?> declaration, Failure failure) {
    if (caller.principal() instanceof Principal.OfAccount) {
      audit.gather(event(caller, declaration, null, null, failure.code(), failure.sentence()));
    }
  }

  /** Notes that a call failed inside the server; what went wrong stands in the log alone. */
  <I> void failed(Caller caller, Declaration<I, ?> declaration, @Nullable I input) {
    InternalFault fault = InternalFault.of(declaration.service().protocol(), caller.requestId());
    try {
      gather(caller, event(caller, declaration, input, null, fault.code(), fault.sentence()));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("request {}: the event of a failed call could not be written", caller.requestId(), e);
    }
  }

  /** Anybody can send what needs no proof, again and again: such events are stored in bounds. */
  private void gather(Caller caller, AuditEvent event) {
    if (caller.principal() instanceof Principal.Anonymous) {
      audit.gatherInBounds("anonymous", event);
    } else {
      audit.gather(event);
    }
  }

  private static AuditEvent event(Caller caller, Declaration<?, ?> declaration, @Nullable Object input, @Nullable Object output,
      @Nullable String errorCode, @Nullable String message) {
    String parameters =
        input == null ? null : AuditJson.write(Shapes.of(declaration.inputType()), input, declaration.secrets());
    return new AuditEvent(UUID.randomUUID().toString(), caller.at(), accountOf(caller, output), caller.principal().arn(), userName(caller),
        caller.accessKeyId(), declaration.eventSource(), declaration.eventName(), declaration.level().readOnly(), caller.sourceIp(),
        caller.userAgent(), parameters, errorCode, message, caller.requestId());
  }

  private static AccountId accountOf(Caller caller, @Nullable Object output) {
    if (caller.principal() instanceof Principal.OfAccount member) {
      return member.account();
    }
    return output instanceof Concerns concerned ? concerned.concernedAccount() : NO_ACCOUNT;
  }

  /** Stands in events that belong to no account, such as a refused sign-up. */
  static final AccountId NO_ACCOUNT = new AccountId("000000000000");

  private static String userName(Caller caller) {
    return switch (caller.principal()) {
      case Principal.Root root -> "root";
      case Principal.IamUser user -> user.name();
      case Principal.Operator operator -> "operator";
      case Principal.Anonymous nobody -> "anonymous";
    };
  }
}

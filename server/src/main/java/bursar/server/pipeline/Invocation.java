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

/** A call from its decoded request to its answer, whatever transport it came over: check, gate, handler in a transaction, audit. */
public final class Invocation {
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;

  /** Calls pass this gate, change state in these transactions, and leave events in this trail. */
  public Invocation(Gate gate, Transactions transactions, AuditTrail audit) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
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
        audit.gather(event(caller, declaration, input, null, null, null));
        return output;
      }
      operation.prepare(call);
      return transactions.inTransaction(() -> {
        O output = operation.handle(call);
        audit.store(event(caller, declaration, input, output, null, null));
        return output;
      });
    } catch (AccessDenied e) {
      audit.gather(event(caller, declaration, input, null, "AccessDenied", e.getMessage()));
      throw e;
    } catch (Failure e) {
      audit.gather(event(caller, declaration, input, null, e.code(), e.sentence()));
      throw e;
    }
  }

  private static <I, O> AuditEvent event(
      Caller caller, Declaration<I, O> declaration, I input, @Nullable O output, @Nullable String errorCode, @Nullable String message) {
    String parameters = AuditJson.write(Shapes.of(declaration.inputType()), input, declaration.secrets());
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

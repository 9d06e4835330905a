package bursar.server.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.domain.Transactions;
import bursar.domain.accounts.AccountId;
import bursar.domain.costs.RowFacts;
import bursar.operations.bursar.BursarService;
import bursar.operations.bursar.Nothing;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import bursar.operations.gate.AccessFacts;
import bursar.operations.gate.Caller;
import bursar.operations.gate.Gate;
import bursar.operations.gate.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What surrounds a handler, whatever it does. */
class InvocationTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final AccountId ACCOUNT = new AccountId("111122223333");

  private final List<String> steps = new ArrayList<>();
  private final ThreadLocal<Boolean> inTransaction = ThreadLocal.withInitial(() -> false);

  private final EventList store = new EventList();

  private final Transactions transactions = new Transactions() {
    @Override
    public <T> T inTransaction(Supplier<T> work) {
      inTransaction.set(true);
      try {
        return work.get();
      } finally {
        inTransaction.set(false);
      }
    }
  };

  /** Notes when its parts run, and ends as it is told to. */
  private final class Noting implements Operation<Nothing, Nothing> {
    private final Supplier<RuntimeException> prepareFails;
    private final Supplier<RuntimeException> handleFails;

    Noting(Supplier<RuntimeException> prepareFails, Supplier<RuntimeException> handleFails) {
      this.prepareFails = prepareFails;
      this.handleFails = handleFails;
    }

    @Override
    public Declaration<Nothing, Nothing> declaration() {
      return Declaration.of(BursarService.DEFINITION, "Noting", Nothing.class, Nothing.class).summary("Notes.")
          .exempt(Exemption.UNDENIABLE, AccessLevel.WRITE).example(Nothing::new).build();
    }

    @Override
    public void prepare(Authorized<Nothing> call) {
      steps.add("prepare" + (inTransaction.get() ? " inside" : " outside"));
      ended(prepareFails.get());
    }

    @Override
    public Nothing handle(Authorized<Nothing> call) {
      steps.add("handle" + (inTransaction.get() ? " inside" : " outside"));
      ended(handleFails.get());
      return new Nothing();
    }

    private void ended(RuntimeException failure) {
      if (failure != null) {
        throw failure;
      }
    }
  }

  private static Caller caller(Principal principal) {
    return new Caller(principal, Caller.Surface.API, "192.0.2.7", "a program", true, NOW, "request-1", "AKIAEXAMPLE");
  }

  /** Makes the call; everything gathered is stored when this returns. */
  private void invoke(Principal principal, Operation<Nothing, Nothing> operation) {
    Gate gate = new Gate(AccessFacts.Source.of(found -> {
      throw new IllegalStateException("an undeniable call asks for no facts");
    }, owner -> RowFacts.NONE));
    try (AuditTrail trail = new AuditTrail(store, transactions, InstantSource.fixed(NOW))) {
      new Invocation(gate, transactions, trail, () -> steps.add("forget")).invoke(caller(principal), operation, new Nothing());
    }
  }

  private static RuntimeException fine() {
    return null;
  }

  @Test
  void slowWorkIsDoneBeforeTheTransactionAndForgottenAfterIt() {
    invoke(new Principal.Root(ACCOUNT), new Noting(InvocationTest::fine, InvocationTest::fine));
    assertThat(steps).containsExactly("prepare outside", "handle inside", "forget");
    assertThat(store.stored()).singleElement().satisfies(event -> assertThat(event.errorCode()).isNull());
  }

  @Test
  void whatWasPreparedIsForgottenThoughTheCallIsRefused() {
    Supplier<RuntimeException> refusal = () -> new Failure("ValidationException", "No.");
    assertThatThrownBy(() -> invoke(new Principal.Root(ACCOUNT), new Noting(InvocationTest::fine, refusal))).isInstanceOf(Failure.class);
    assertThat(steps).containsExactly("prepare outside", "handle inside", "forget");
    steps.clear();
    assertThatThrownBy(() -> invoke(new Principal.Root(ACCOUNT), new Noting(refusal, InvocationTest::fine))).isInstanceOf(Failure.class);
    assertThat(steps).containsExactly("prepare outside", "forget");
    assertThat(store.stored()).hasSize(2).allSatisfy(event -> assertThat(event.errorMessage()).isEqualTo("No."));
  }

  @Test
  void aFailureInsideTheServerLeavesAnEventThatTellsNothingOfIt() {
    Supplier<RuntimeException> broken = () -> new IllegalStateException("the password is hunter2");
    assertThatThrownBy(() -> invoke(new Principal.Root(ACCOUNT), new Noting(InvocationTest::fine, broken)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(steps).contains("forget");
    assertThat(store.stored()).singleElement().satisfies(event -> {
      assertThat(event.account()).isEqualTo(ACCOUNT);
      assertThat(event.errorCode()).isEqualTo("InternalFailure");
      assertThat(event.errorMessage()).contains("request id request-1").doesNotContain("hunter2");
      assertThat(event.sourceAddress()).isEqualTo("192.0.2.7");
      assertThat(event.userAgent()).isEqualTo("a program");
    });
  }
}

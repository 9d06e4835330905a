package bursar.operations.bursar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.SignUpPolicy;
import bursar.domain.costs.CostImport;
import bursar.operations.gate.AccessDenied;
import bursar.operations.memory.AccessWorld;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OperatorTest {
  @Test
  void theOperatorCreatesAnAccountWithAKey() {
    try (AccessWorld world = new AccessWorld()) {
      CreateAccount.Answer made = world.call(world.operator(), "bursar", "CreateAccount",
          new CreateAccount.Request("second@example.com", "Second", "444455556666", "Correct-horse-1", true));
      assertThat(made.accountId()).isEqualTo("444455556666");
      assertThat(made.concernedAccount()).isEqualTo(new AccountId("444455556666"));
      assertThat(made.accessKeyId()).startsWith("AKIA");
      assertThat(made.secretAccessKey()).hasSize(40);
      assertThat(made.toString()).doesNotContain(made.secretAccessKey());
      assertThatThrownBy(() -> world.call(world.operator(), "bursar", "CreateAccount",
          new CreateAccount.Request("third@example.com", "Third", "444455556666", "Correct-horse-1", false)))
          .isInstanceOf(Failure.class).hasMessageContaining("already exists");
      assertThatThrownBy(() -> world.call(world.operator(), "bursar", "CreateAccount",
          new CreateAccount.Request("Second@example.com", "Third", null, "Correct-horse-1", false)))
          .isInstanceOf(Failure.class).hasMessageContaining("already exists");
    }
  }

  @Test
  void nobodyElseMay() {
    try (AccessWorld world = new AccessWorld()) {
      CreateAccount.Request request = new CreateAccount.Request("second@example.com", "Second", null, "Correct-horse-1", false);
      assertThatThrownBy(() -> world.call(world.root(), "bursar", "CreateAccount", request)).isInstanceOf(AccessDenied.class);
      assertThatThrownBy(() -> world.call(world.anonymous(), "bursar", "CreateAccount", request)).isInstanceOf(AccessDenied.class);
      assertThatThrownBy(() -> world.call(world.root(), "bursar", "ImportCosts", new ImportCosts.Request("111122223333", List.of("/x"))))
          .isInstanceOf(AccessDenied.class);
    }
  }

  @Test
  void anImportRunsInTheBackgroundAndTellsHowFarItIs() throws InterruptedException {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (AccessWorld world = new AccessWorld(SignUpPolicy.CLOSED, (request, progress) -> {
      progress.at("reading october.csv", 10, 20);
      reading.countDown();
      await(goOn);
      if (request.paths().getFirst().endsWith("bad.csv")) {
        throw new Failure("ValidationException", "bad.csv is not cost data.");
      }
      return new CostImport("history-1", request.dataOwner(), request.dataSet(), CostImport.Status.SUCCEEDED, Instant.EPOCH, Instant.EPOCH,
          request.by(), List.of("october.csv"), "AWS CUR (legacy)", 20, 0, List.of(), List.of(), null);
    })) {
      ImportCosts.Answer begun =
          world.call(world.operator(), "bursar", "ImportCosts", new ImportCosts.Request("111122223333", List.of("/srv/october.csv")));
      ImportCosts.Answer bad =
          world.call(world.operator(), "bursar", "ImportCosts", new ImportCosts.Request("111122223333", List.of("/srv/bad.csv")));
      assertThat(reading.await(10, TimeUnit.SECONDS)).isTrue();
      GetCostImport.Answer half = world.call(world.operator(), "bursar", "GetCostImport", new GetCostImport.Request(begun.importId()));
      assertThat(half.status()).isEqualTo("RUNNING");
      assertThat(half.rowsRead()).isEqualTo(10);
      goOn.countDown();
      GetCostImport.Answer failed = finished(world, bad.importId());
      assertThat(failed.status()).isEqualTo("FAILED");
      assertThat(failed.failure()).isEqualTo("bad.csv is not cost data.");
      GetCostImport.Answer done = finished(world, begun.importId());
      assertThat(done.status()).isEqualTo("SUCCEEDED");
      assertThat(done.result().importId()).isEqualTo("history-1");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static GetCostImport.Answer finished(AccessWorld world, String id) throws InterruptedException {
    for (int i = 0; i < 500; i++) {
      GetCostImport.Answer answer = world.call(world.operator(), "bursar", "GetCostImport", new GetCostImport.Request(id));
      if (!answer.status().equals("RUNNING")) {
        return answer;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("the import did not end");
  }

  @Test
  void anAccountAsksForItsOwnImportsAndUndoesThemAndNobodyElses() {
    try (AccessWorld world = new AccessWorld()) {
      CostImport mine = new CostImport("mine", world.account.id(), "main", CostImport.Status.SUCCEEDED, Instant.EPOCH, Instant.EPOCH,
          "operator", List.of("a.csv"), "FOCUS", 2, 0, List.of(), List.of(), null);
      CostImport other = new CostImport("other", new AccountId("999999999999"), "main", CostImport.Status.SUCCEEDED, Instant.EPOCH,
          Instant.EPOCH, "operator", List.of("a.csv"), "FOCUS", 2, 0, List.of(), List.of(), null);
      world.segments.record(mine);
      world.segments.record(other);
      GetCostImport.Answer known = world.call(world.root(), "bursar", "GetCostImport", new GetCostImport.Request("mine"));
      assertThat(known.result().rowsRead()).isEqualTo(2);
      assertThatThrownBy(() -> world.call(world.root(), "bursar", "GetCostImport", new GetCostImport.Request("other")))
          .hasMessageContaining("No import was begun");
      assertThatThrownBy(() -> world.call(world.root(), "bursar", "UndoCostImport", new UndoCostImport.Request("other", null)))
          .hasMessageContaining("has no import other");
      assertThatThrownBy(() -> world.call(world.root(), "bursar", "UndoCostImport", new UndoCostImport.Request("other", "999999999999")))
          .hasMessageContaining("AccountId is for the operator");
      assertThatThrownBy(() -> world.call(world.operator(), "bursar", "UndoCostImport", new UndoCostImport.Request("mine", null)))
          .hasMessageContaining("Say with AccountId");
      UndoCostImport.Answer undone =
          world.call(world.operator(), "bursar", "UndoCostImport", new UndoCostImport.Request("mine", "111122223333"));
      assertThat(undone.importId()).isEqualTo("mine");
      assertThat(world.segments.find("mine").orElseThrow().undone().by()).isEqualTo(world.operator().principal().arn());
      assertThatThrownBy(() -> world.call(world.root(), "bursar", "UndoCostImport", new UndoCostImport.Request("mine", null)))
          .hasMessageContaining("undone already");
    }
  }

  @Test
  void whoMaySeeSomeRowsOnlyIsNotToldWhatCameOfAnImport() {
    try (AccessWorld world = new AccessWorld()) {
      world.turn("ACTIVATED", null);
      world.segments.record(new CostImport("mine", world.account.id(), "main", CostImport.Status.SUCCEEDED, Instant.EPOCH, Instant.EPOCH,
          "operator", List.of("a.csv"), "FOCUS", 2, 0, List.of(), List.of(), null));
      world.user("some");
      world.inline("some", "rows", "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"billing:*\",\"Resource\":\"*\","
          + "\"Condition\":{\"StringEquals\":{\"bursar:LinkedAccount\":\"111122223333\"}}}}");
      assertThatThrownBy(() -> world.call(world.program("some"), "bursar", "GetCostImport", new GetCostImport.Request("mine")))
          .hasMessageContaining("No import was begun as mine");
      world.user("all", "AdministratorAccess");
      GetCostImport.Answer all = world.call(world.program("all"), "bursar", "GetCostImport", new GetCostImport.Request("mine"));
      assertThat(all.result()).isNotNull();
    }
  }

  @Test
  void anImportNeedsAnAccountAndAbsolutePaths() {
    try (AccessWorld world = new AccessWorld()) {
      assertThatThrownBy(() -> world.call(world.operator(), "bursar", "ImportCosts", new ImportCosts.Request("999999999999", List.of("/x"))))
          .hasMessageContaining("cannot be found");
      assertThatThrownBy(() -> world.call(world.operator(), "bursar", "ImportCosts", new ImportCosts.Request("111122223333", List.of("x.csv"))))
          .hasMessageContaining("no absolute path");
      assertThatThrownBy(() -> world.call(world.operator(), "bursar", "GetCostImport", new GetCostImport.Request("nothing")))
          .hasMessageContaining("No import was begun");
    }
  }

  @Test
  void signUpFollowsThePolicyAndAsksForTheProof() {
    SignUp.Request request = new SignUp.Request("visitor@example.com", "Correct-horse-1", "Visitor", null);
    try (AccessWorld closed = new AccessWorld(SignUpPolicy.CLOSED, null); AccessWorld open = new AccessWorld(SignUpPolicy.OPEN, null)) {
      assertThatThrownBy(() -> closed.call(closed.anonymous(), "bursar", "SignUp", request)).hasMessageContaining("Sign-up is closed");
      SignUp.Answer made = open.call(open.anonymous(), "bursar", "SignUp", request);
      assertThat(made.accountId()).matches("\\d{12}");
      assertThatThrownBy(() -> open.call(open.anonymous(), "bursar", "SignUp", request)).hasMessageContaining("already exists");
    }
    try (AccessWorld first = new AccessWorld(SignUpPolicy.FIRST_ACCOUNT, null)) {
      assertThatThrownBy(() -> first.call(first.anonymous(), "bursar", "SignUp", request)).hasMessageContaining("set-up code");
      SignUp.Request withCode = new SignUp.Request("visitor@example.com", "Correct-horse-1", "Visitor", "the code");
      assertThatThrownBy(() -> first.call(first.anonymous(), "bursar", "SignUp", withCode)).hasMessageContaining("Sign-up is closed");
    }
  }

  @Test
  void theSessionSaysWhoIsSignedIn() {
    try (AccessWorld world = new AccessWorld()) {
      world.user("alice");
      world.identity.loginProfiles().create(world.account.id(), "alice", "Correct-horse-1", true);
      GetSession.Answer alice = world.call(world.browser("alice"), "bursar", "GetSession");
      assertThat(alice).isEqualTo(new GetSession.Answer("111122223333", "Example", null, "arn:aws:iam::111122223333:user/alice", "User",
          "alice", null, true));
      GetSession.Answer root = world.call(world.root(), "bursar", "GetSession");
      assertThat(root.email()).isEqualTo("owner@example.com");
      assertThat(root.principalType()).isEqualTo("Root");
    }
  }
}

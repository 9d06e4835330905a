package bursar.operations.bursar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.operations.memory.AccessWorld;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guardrails through the operations, and what they refuse. */
class GuardrailStoryTest {
  private static final PutGuardrail.Request PAYMENTS = new PutGuardrail.Request("payments", null, List.of("payments:*"), null, null, null);

  private final AccessWorld world = new AccessWorld();

  @BeforeEach
  void aUser() {
    world.user("anna", "ReadOnlyAccess");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aGuardrailThatDoesNotHoldIsRefusedWithTheRequestThatBreaksIt() {
    world.user("admin", "AdministratorAccess");
    assertThatThrownBy(() -> world.call(world.root(), "bursar", "PutGuardrail", PAYMENTS))
        .isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.code()).isEqualTo("GuardrailBroken"))
        .hasMessageContaining("user/a").hasMessageContaining("could payments:");
    ListGuardrails.Answer kept = world.call(world.root(), "bursar", "ListGuardrails");
    assertThat(kept.guardrails()).isEmpty();
  }

  @Test
  void aGuardrailIsKeptCheckedAndDeleted() {
    PutGuardrail.Request modify = new PutGuardrail.Request("pay", "Nobody pays.", List.of("payments:Make*", "payments:Create*"), null, null, null);
    KeptGuardrail kept = world.call(world.root(), "bursar", "PutGuardrail", modify);
    assertThat(kept.createdBy()).isEqualTo("arn:aws:iam::111122223333:root");
    CheckGuardrails.Answer holds = world.call(world.root(), "bursar", "CheckGuardrails");
    assertThat(holds.checks()).singleElement().satisfies(check -> assertThat(check.result()).isEqualTo("HOLDS"));
    assertThatThrownBy(() -> world.inline("anna", "pay", "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"payments:MakePayment\",\"Resource\":\"*\"}}"))
        .isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.code()).isEqualTo("AccessDenied"))
        .hasMessageContaining("Guardrail pay of account 111122223333 would be broken: arn:aws:iam::111122223333:user/anna could payments:MakePayment on ")
        .hasMessageContaining("by line 1 of pay (inline in user)");
    CheckGuardrails.Answer broken = world.call(world.root(), "bursar", "CheckGuardrails");
    assertThat(broken.checks()).as("a store that does not undo").singleElement().satisfies(check -> {
      assertThat(check.result()).isEqualTo("BROKEN");
      assertThat(check.principalArn()).isEqualTo("arn:aws:iam::111122223333:user/anna");
      assertThat(check.statements()).extracting(AllowingStatement::policyName).containsExactly("pay");
    });
    world.call(world.root(), "bursar", "DeleteGuardrail", new DeleteGuardrail.Request("pay"));
    assertThatThrownBy(() -> world.call(world.root(), "bursar", "DeleteGuardrail", new DeleteGuardrail.Request("pay")))
        .isInstanceOf(Failure.class).hasMessageContaining("cannot be found");
  }

  @Test
  void whatIsWrongWithARequestIsSaid() {
    assertThatThrownBy(() -> world.call(world.root(), "bursar", "PutGuardrail",
        new PutGuardrail.Request("x", null, List.of("payments"), null, null, null))).isInstanceOf(Failure.class).hasMessageContaining("is no action");
    assertThatThrownBy(() -> world.call(world.root(), "bursar", "PutGuardrail",
        new PutGuardrail.Request("x", null, List.of("*"), List.of("everything"), null, null))).isInstanceOf(Failure.class).hasMessageContaining("is no resource");
  }
}

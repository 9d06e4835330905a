package bursar.operations.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.InputCheck;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.memory.AccessWorld;
import bursar.operations.shape.Shape;
import bursar.operations.shape.Shapes;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every operation, derived from its declaration: who is refused, who passes, and that each exemption is real. */
class EveryOperationTest {
  private static final AccessWorld WORLD = world();
  private static final EnumSet<Exemption> FREE = EnumSet.of(Exemption.UNSIGNED, Exemption.UNDENIABLE, Exemption.OPERATOR_ONLY);

  private static AccessWorld world() {
    AccessWorld world = new AccessWorld();
    world.turn("ACTIVATED", null);
    return world;
  }

  @AfterAll
  static void close() {
    WORLD.close();
  }

  static Stream<Operation<?, ?>> all() {
    return WORLD.catalogue.all().stream();
  }

  static Stream<Operation<?, ?>> decidedByPolicies() {
    return all().filter(operation -> EnumSet.of(Exemption.OPERATOR_TOO).containsAll(operation.declaration().exemptions()));
  }

  static Stream<Operation<?, ?>> exempt() {
    return all().filter(operation -> !operation.declaration().exemptions().isEmpty());
  }

  static Stream<Operation<?, ?>> guarded() {
    return all().filter(operation -> !operation.declaration().exemptions().contains(Exemption.UNSIGNED));
  }

  static Stream<Operation<?, ?>> behindTheSwitch() {
    return decidedByPolicies().filter(operation -> need(operation.declaration()).behindSwitch());
  }

  private static Need need(Declaration<?, ?> declaration) {
    return java.util.Objects.requireNonNull(declaration.need());
  }

  @ParameterizedTest
  @MethodSource("guarded")
  <I> void unsignedIsRefused(Operation<I, ?> operation) {
    assertThatThrownBy(() -> authorize(WORLD.anonymous(), operation)).isInstanceOf(AccessDenied.class);
  }

  @ParameterizedTest
  @MethodSource("decidedByPolicies")
  <I> void signedWithoutAPolicyIsRefusedInAwssWords(Operation<I, ?> operation) {
    Caller caller = stranger(operation, "none");
    if (operation.declaration().aboutCaller(caller, operation.declaration().example())) {
      return;
    }
    Need need = need(operation.declaration());
    assertThatThrownBy(() -> authorize(caller, operation)).isInstanceOf(AccessDenied.class)
        .hasMessage("User: " + caller.principal().arn() + " is not authorized to perform: " + need.action() + " on resource: "
            + resource(operation, caller) + " because no identity-based policy allows the " + need.action() + " action");
  }

  @ParameterizedTest
  @MethodSource("decidedByPolicies")
  <I> void exactlyTheActionOnExactlyTheResourcePasses(Operation<I, ?> operation) {
    Caller caller = stranger(operation, "exact");
    WORLD.inline(caller(caller).name(), "exact", policy("Allow", need(operation.declaration()).action(), resource(operation, caller)));
    String becomes = operation.declaration().becomes(caller, operation.declaration().example());
    if (becomes != null) {
      assertThatThrownBy(() -> authorize(caller, operation)).as("the new name needs its own allow").isInstanceOf(AccessDenied.class);
      WORLD.inline(caller(caller).name(), "becomes", policy("Allow", need(operation.declaration()).action(), becomes));
    }
    assertThatCode(() -> authorize(caller, operation)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("decidedByPolicies")
  <I> void anExplicitDenyBeatsFullAccess(Operation<I, ?> operation) {
    Caller caller = stranger(operation, "denied");
    if (operation.declaration().aboutCaller(caller, operation.declaration().example())) {
      return;
    }
    WORLD.inline(caller(caller).name(), "everything", policy("Allow", "*", "*"));
    assertThatCode(() -> authorize(caller, operation)).doesNotThrowAnyException();
    WORLD.inline(caller(caller).name(), "but", policy("Deny", need(operation.declaration()).action(), "*"));
    assertThatThrownBy(() -> authorize(caller, operation)).isInstanceOf(AccessDenied.class)
        .hasMessageContaining("with an explicit deny in an identity-based policy");
  }

  @ParameterizedTest
  @MethodSource("behindTheSwitch")
  <I> void theSwitchClosesBillingToEveryUserOnBothWaysAndNotToTheRootUser(Operation<I, ?> operation) {
    try (AccessWorld closed = new AccessWorld()) {
      closed.user("admin", "AdministratorAccess");
      for (Caller caller : List.of(closed.browser("admin"), closed.program("admin"))) {
        assertThatThrownBy(() -> closed.gate.authorize(caller, operation.declaration(), operation.declaration().example()))
            .isInstanceOf(AccessDenied.class).hasMessageContaining("does not let IAM users and roles reach billing");
      }
      assertThatCode(() -> closed.gate.authorize(closed.root(), operation.declaration(), operation.declaration().example()))
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("exempt")
  <I> void anExemptionIsReal(Operation<I, ?> operation) {
    Caller nobody = stranger(operation, "exempt");
    WORLD.inline(caller(nobody).name(), "deny", policy("Deny", "*", "*"));
    Caller admin = stranger(operation, "admin");
    WORLD.inline(caller(admin).name(), "everything", policy("Allow", "*", "*"));
    for (Exemption exemption : operation.declaration().exemptions()) {
      switch (exemption) {
        case UNSIGNED -> assertThatCode(() -> authorize(WORLD.anonymous(), operation)).doesNotThrowAnyException();
        case UNDENIABLE -> assertThatCode(() -> authorize(nobody, operation)).doesNotThrowAnyException();
        case ROOT_ONLY -> {
          assertThatThrownBy(() -> authorize(admin, operation)).isInstanceOf(AccessDenied.class);
          assertThatCode(() -> authorize(WORLD.root(), operation)).doesNotThrowAnyException();
        }
        case OPERATOR_TOO -> {
          assertThatThrownBy(() -> authorize(nobody, operation)).isInstanceOf(AccessDenied.class);
          assertThatCode(() -> authorize(WORLD.operator(), operation)).doesNotThrowAnyException();
        }
        case OPERATOR_ONLY -> {
          assertThatThrownBy(() -> authorize(WORLD.root(), operation)).isInstanceOf(AccessDenied.class);
          assertThatCode(() -> authorize(WORLD.operator(), operation)).doesNotThrowAnyException();
        }
      }
    }
    assertThat(operation.declaration().need() != null || operation.declaration().exemptions().stream().anyMatch(FREE::contains)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("all")
  <I> void requiredMembersAreRequired(Operation<I, ?> operation) {
    Declaration<I, ?> declaration = operation.declaration();
    Shape.Structure shape = Shapes.of(declaration.inputType());
    Object empty = shape.build(new Object[shape.members().size()]);
    for (MemberRule rule : declaration.rules()) {
      if (rule.required()) {
        String member = Character.toLowerCase(rule.name().charAt(0)) + rule.name().substring(1);
        assertThatThrownBy(() -> InputCheck.check(declaration, empty)).hasMessageContaining("at '" + member + "'");
      }
    }
    assertThatCode(() -> InputCheck.check(declaration, declaration.example())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("all")
  <I> void aRefusalNeverRepeatsASecret(Operation<I, ?> operation) {
    Declaration<I, ?> declaration = operation.declaration();
    Shape.Structure shape = Shapes.of(declaration.inputType());
    for (MemberRule rule : declaration.rules()) {
      Shape.Member member = shape.member(rule.name());
      if (declaration.secrets().contains(rule.name()) && member != null && member.shape() == Shape.Scalar.STRING) {
        Object[] values = new Object[shape.members().size()];
        values[shape.members().indexOf(member)] = "my-secret ".repeat(1_000);
        assertThatThrownBy(() -> InputCheck.check(declaration, shape.build(values))).hasMessageContaining("'***'")
            .hasMessageNotContaining("my-secret");
      }
    }
  }

  private static <I> Authorized<I> authorize(Caller caller, Operation<I, ?> operation) {
    return WORLD.gate.authorize(caller, operation.declaration(), operation.declaration().example());
  }

  private static <I> String resource(Operation<I, ?> operation, Caller caller) {
    return operation.declaration().resource(caller, operation.declaration().example());
  }

  private static Caller stranger(Operation<?, ?> operation, String suffix) {
    String name = operation.declaration().qualifiedName().replace(':', '-') + "-" + suffix;
    WORLD.user(name);
    return WORLD.program(name);
  }

  private static Principal.IamUser caller(Caller caller) {
    return (Principal.IamUser) caller.principal();
  }

  private static String policy(String effect, String action, String resource) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"" + effect + "\",\"Action\":\"" + action + "\",\"Resource\":\""
        + resource + "\"}}";
  }
}

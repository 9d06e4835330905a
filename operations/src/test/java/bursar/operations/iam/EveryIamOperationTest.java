package bursar.operations.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.ActionSet;
import bursar.domain.accounts.BillingAccess;
import bursar.domain.costs.RowFacts;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.AccessDenied;
import bursar.operations.gate.AccessFacts;
import bursar.operations.gate.Caller;
import bursar.operations.gate.Gate;
import bursar.operations.gate.Principal;
import bursar.policy.AttachedPolicy;
import bursar.policy.PolicyReader;
import bursar.policy.PolicySet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What must hold of every IAM operation at the gate, with the example request of its declaration. */
class EveryIamOperationTest {
  private static final AccountId ACCOUNT = new AccountId("111122223333");
  private static final Principal CALLER = new Principal.IamUser(ACCOUNT, "Caller", "/", "AIDACALLER", Map.of());

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> isRefusedWithoutAPolicyAndPassesWithExactlyItsActionAndArnUnlessDenied() {
    IamWorld world = new IamWorld(folder);
    return world.catalogue.all().stream().filter(operation -> operation.declaration().service().name().equals("iam"))
        .map(operation -> DynamicTest.dynamicTest(operation.declaration().name(), () -> check(operation)))
        .onClose(world::close);
  }

  private static <I, O> void check(Operation<I, O> operation) {
    Declaration<I, O> declaration = operation.declaration();
    I input = declaration.example();
    String action = "iam:" + declaration.name();
    String arn = declaration.resource(caller(CALLER), input);
    String becomes = declaration.becomes(caller(CALLER), input);
    String allow = statement("Allow", action, arn) + (becomes == null ? "" : "," + statement("Allow", action, becomes));
    String deny = statement("Deny", action, arn);
    assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> authorize(new Principal.Anonymous(), declaration, input));
    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(() -> authorize(CALLER, declaration, input))
        .withMessageContaining("User: arn:aws:iam::111122223333:user/Caller is not authorized to perform: " + action + " on resource: " + arn
            + " because no identity-based policy allows the " + action + " action");
    authorize(CALLER, declaration, input, allow);
    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(() -> authorize(CALLER, declaration, input, allow, deny))
        .withMessageContaining("with an explicit deny in an identity-based policy");
    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(() -> authorize(CALLER, declaration, input, statement("Allow", action, "arn:aws:iam::999988887777:*")));
    assertThat(declaration.errors()).allSatisfy(error -> assertThat(error.status()).isBetween(400, 499));
  }

  private static String statement(String effect, String action, String resource) {
    return "{\"Effect\":\"" + effect + "\",\"Action\":\"" + action + "\",\"Resource\":\"" + resource + "\"}";
  }

  private static <I, O> void authorize(Principal principal, Declaration<I, O> declaration, I input, String... statements) {
    List<AttachedPolicy> policies = new ArrayList<>();
    if (statements.length > 0) {
      String document = "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
      policies.add(new AttachedPolicy("Own", null, "inline in user", PolicyReader.read(document)));
    }
    Gate gate =
        new Gate(AccessFacts.Source.of(
            any -> new AccessFacts(BillingAccess.NEVER_CHANGED, ActionSet.BOTH, null, PolicySet.of(policies)), owner -> RowFacts.NONE));
    assertThat(gate.authorize(caller(principal), declaration, input).input()).isSameAs(input);
  }

  private static Caller caller(Principal principal) {
    Instant now = Instant.parse("2026-11-23T12:00:00Z");
    return new Caller(principal, Caller.Surface.API, "127.0.0.1", "test", true, now, "request", null);
  }
}

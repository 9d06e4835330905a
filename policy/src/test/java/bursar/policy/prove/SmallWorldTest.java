package bursar.policy.prove;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.PolicyDocument;
import bursar.policy.PolicyPrinter;
import bursar.policy.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Proofs about random policies agree with asking the evaluator about many requests, one by one. */
class SmallWorldTest {
  private static final int REQUESTS = 120;

  @Test
  void newAccessAgreesWithBruteForce() {
    SmallWorld world = new SmallWorld(20261123);
    Map<String, Integer> seen = new TreeMap<>();
    List<String> unknown = new ArrayList<>();
    int comparisons = 0;
    for (int number = 0; number < 2_000; number++) {
      List<PolicyDocument> pair = number % 2 == 0 ? world.pair() : List.of(world.document(), world.document());
      Proof proof = Prover.noNewAccess(List.of(pair.get(0)), List.of(pair.get(1)));
      seen.merge(proof.getClass().getSimpleName(), 1, Integer::sum);
      PolicySet before = set(pair.get(0));
      PolicySet after = set(pair.get(1));
      switch (proof) {
        case Proof.Proved _ -> {
          for (int count = 0; count < REQUESTS; count++) {
            AccessRequest request = world.request();
            assertThat(after.evaluate(request).isAllowed() && !before.evaluate(request).isAllowed())
                .as(() -> "Proved wrongly: " + request + "\n" + printed(pair))
                .isFalse();
            comparisons++;
          }
        }
        case Proof.Counterexample found -> {
          assertThat(after.evaluate(found.request()).isAllowed()).as(() -> found + "\n" + printed(pair)).isTrue();
          assertThat(before.evaluate(found.request()).isAllowed()).as(() -> found + "\n" + printed(pair)).isFalse();
          assertThat(found.statements()).isNotEmpty();
        }
        case Proof.Unknown reason -> unknown.add(reason.reason() + "\n" + printed(pair));
      }
    }
    System.out.println("New access, 2,000 random pairs: " + seen + ", compared with brute force " + comparisons + " times");
    assertThat(unknown.size()).as(() -> "at most 1 % unknown: " + unknown).isLessThanOrEqualTo(20);
    assertThat(comparisons).isGreaterThan(100_000);
    assertThat(seen.get("Proved")).isGreaterThan(400);
    assertThat(seen.get("Counterexample")).isGreaterThan(400);
  }

  private static String printed(List<PolicyDocument> policies) {
    return policies.stream().map(PolicyPrinter::print).toList().toString();
  }

  static PolicySet set(PolicyDocument document) {
    return PolicySet.of(List.of(new AttachedPolicy("policy", null, "given", document)));
  }
}

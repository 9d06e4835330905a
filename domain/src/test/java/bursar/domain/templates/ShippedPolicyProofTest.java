package bursar.domain.templates;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.identity.managed.AwsManagedPolicies;
import bursar.policy.MalformedPolicyException;
import bursar.policy.PolicyDocument;
import bursar.policy.PolicyKind;
import bursar.policy.PolicyReader;
import bursar.policy.prove.Proof;
import bursar.policy.prove.Prover;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every shipped policy can be compared with every other of its kind, and hardly an answer is unknown. */
class ShippedPolicyProofTest {
  @Test
  void everyPairOfShippedPoliciesIsDecided() {
    Map<String, Integer> seen = new TreeMap<>();
    Map<String, PolicyDocument> policies = shipped();
    policies.forEach(
        (oneName, one) ->
            policies.forEach(
                (otherName, other) -> {
                  if (one.kind() == other.kind()) {
                    Proof proof = Prover.noNewAccess(List.of(one), List.of(other));
                    seen.merge(proof.getClass().getSimpleName(), 1, Integer::sum);
                    if (oneName.equals(otherName)) {
                      assertThat(proof).as(oneName).isInstanceOf(Proof.Proved.class);
                    }
                  }
                }));
    System.out.println("New access, pairs of " + policies.size() + " shipped policies: " + seen);
    int all = seen.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(all).isGreaterThan(1_000);
    assertThat(seen.getOrDefault("Unknown", 0) * 100).isLessThanOrEqualTo(all);
  }

  private static Map<String, PolicyDocument> shipped() {
    Map<String, PolicyDocument> policies = new LinkedHashMap<>();
    for (PolicyTemplate template : PolicyTemplates.shipped().all()) {
      String document = template.document();
      if (document != null) {
        policies.put(template.name(), read(document));
      }
    }
    AwsManagedPolicies.list()
        .forEach(policy -> policies.put(policy.name(), PolicyReader.read(AwsManagedPolicies.version(policy).document())));
    return policies;
  }

  private static PolicyDocument read(String document) {
    for (PolicyKind kind : List.of(PolicyKind.IDENTITY, PolicyKind.TRUST)) {
      try {
        return PolicyReader.read(document, kind);
      } catch (MalformedPolicyException another) {
        // A template does not say which kind of policy it is; one of the next fits.
      }
    }
    return PolicyReader.read(document, PolicyKind.RESOURCE);
  }
}

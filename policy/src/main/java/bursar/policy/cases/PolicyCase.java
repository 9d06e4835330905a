package bursar.policy.cases;

import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.Decision;
import bursar.policy.PolicySet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Policies and a request to put to them.
 *
 * @param id the case's id as JSON: a text in quotes, a number, or {@code null}
 * @param policies in the order in which answers count them
 * @param request the question
 * @param expected what a person expects; null when the case only asks
 */
public record PolicyCase(String id, List<AttachedPolicy> policies, AccessRequest request, @Nullable Expectation expected) {
  /** Keeps a copy of the list. */
  public PolicyCase {
    policies = List.copyOf(policies);
  }

  /** A statement by its policy's place among the policies and its own in the policy, both counted from 0. */
  public record Place(int policy, int statement) {}

  /**
   * What is expected of a decision.
   *
   * @param decision {@code Allowed}, {@code ImplicitlyDenied} or {@code ExplicitlyDenied}
   * @param statements the deciding statements in order; null when any will do
   */
  public record Expectation(String decision, @Nullable List<Place> statements) {
    /** Whether a decision is as expected. */
    public boolean isMetBy(Decision actual) {
      return decision.equals(name(actual)) && (statements == null || statements.equals(places(actual)));
    }
  }

  /** What the case's policies say of its request. */
  public Decision decide() {
    return PolicySet.of(policies).evaluate(request);
  }

  /** The word for a decision in cases and answers. */
  public static String name(Decision decision) {
    return switch (decision) {
      case Decision.Allowed _ -> "Allowed";
      case Decision.ImplicitlyDenied _ -> "ImplicitlyDenied";
      case Decision.ExplicitlyDenied _ -> "ExplicitlyDenied";
    };
  }

  /** Where the deciding statements stand. */
  public static List<Place> places(Decision decision) {
    return decision.statements().stream().map(statement -> new Place(statement.policyIndex(), statement.index())).toList();
  }
}

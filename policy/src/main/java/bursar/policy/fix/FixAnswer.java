package bursar.policy.fix;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changes that turn a decision round.
 *
 * @param fixes the smallest first: those with fewest edits, and of these the ones that concern the fewest other requests; empty when no
 *     change of policies helps
 * @param reason why there is none; null when there is one
 */
public record FixAnswer(List<Fix> fixes, @Nullable String reason) {
  /** Refuses an answer that says nothing. */
  public FixAnswer {
    fixes = List.copyOf(fixes);
    if (fixes.isEmpty() == (reason == null)) {
      throw new IllegalArgumentException("An answer has either fixes or the reason why there are none.");
    }
  }

  static FixAnswer none(String reason) {
    return new FixAnswer(List.of(), reason);
  }
}

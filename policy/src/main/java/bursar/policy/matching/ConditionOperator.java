package bursar.policy.matching;

import org.jspecify.annotations.Nullable;

/**
 * A condition operator as written: an optional set prefix, a comparison, and an optional {@code IfExists}.
 *
 * @param quantifier how several values of the request's key are taken together
 * @param comparison what is compared and how
 * @param ifExists whether an absent key makes the condition true
 */
public record ConditionOperator(Quantifier quantifier, Comparison comparison, boolean ifExists) {
  private static final String IF_EXISTS = "IfExists";

  /** How several values of one request key are taken together. */
  public enum Quantifier {
    /** No prefix: a positive comparison needs one matching value, a negated one needs that none matches. */
    NONE(""),
    /** Every value of the request must pass; true for an absent key. */
    FOR_ALL_VALUES("ForAllValues:"),
    /** At least one value of the request must pass; false for an absent key. */
    FOR_ANY_VALUE("ForAnyValue:");

    private final String prefix;

    Quantifier(String prefix) {
      this.prefix = prefix;
    }
  }

  /** Reads an operator's name, ignoring case; null when there is no such operator. {@code Null} takes no IfExists. */
  public static @Nullable ConditionOperator parse(String name) {
    Quantifier quantifier = Quantifier.NONE;
    String rest = name;
    for (Quantifier candidate : Quantifier.values()) {
      if (!candidate.prefix.isEmpty() && rest.regionMatches(true, 0, candidate.prefix, 0, candidate.prefix.length())) {
        quantifier = candidate;
        rest = rest.substring(candidate.prefix.length());
        break;
      }
    }
    int end = rest.length() - IF_EXISTS.length();
    boolean ifExists = end > 0 && rest.regionMatches(true, end, IF_EXISTS, 0, IF_EXISTS.length());
    Comparison comparison = Comparison.named(ifExists ? rest.substring(0, end) : rest);
    if (comparison == null || (ifExists && comparison == Comparison.NULL)) {
      return null;
    }
    return new ConditionOperator(quantifier, comparison, ifExists);
  }

  /** The name in AWS's spelling. */
  public String awsName() {
    return quantifier.prefix + comparison.awsName() + (ifExists ? IF_EXISTS : "");
  }

  @Override
  public String toString() {
    return awsName();
  }
}

package bursar.policy.matching;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The 27 comparisons of the policy language, without suffix or set prefix (AWS reference, "Condition operators"). */
public enum Comparison {
  STRING_EQUALS("StringEquals", Family.STRING, false),
  STRING_NOT_EQUALS("StringNotEquals", Family.STRING, true),
  STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Family.STRING, false),
  STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", Family.STRING, true),
  STRING_LIKE("StringLike", Family.STRING, false),
  STRING_NOT_LIKE("StringNotLike", Family.STRING, true),
  NUMERIC_EQUALS("NumericEquals", Family.NUMERIC, false),
  NUMERIC_NOT_EQUALS("NumericNotEquals", Family.NUMERIC, true),
  NUMERIC_LESS_THAN("NumericLessThan", Family.NUMERIC, false),
  NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Family.NUMERIC, false),
  NUMERIC_GREATER_THAN("NumericGreaterThan", Family.NUMERIC, false),
  NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", Family.NUMERIC, false),
  DATE_EQUALS("DateEquals", Family.DATE, false),
  DATE_NOT_EQUALS("DateNotEquals", Family.DATE, true),
  DATE_LESS_THAN("DateLessThan", Family.DATE, false),
  DATE_LESS_THAN_EQUALS("DateLessThanEquals", Family.DATE, false),
  DATE_GREATER_THAN("DateGreaterThan", Family.DATE, false),
  DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Family.DATE, false),
  BOOL("Bool", Family.BOOL, false),
  BINARY_EQUALS("BinaryEquals", Family.BINARY, false),
  IP_ADDRESS("IpAddress", Family.IP, false),
  NOT_IP_ADDRESS("NotIpAddress", Family.IP, true),
  ARN_EQUALS("ArnEquals", Family.ARN, false),
  ARN_LIKE("ArnLike", Family.ARN, false),
  ARN_NOT_EQUALS("ArnNotEquals", Family.ARN, true),
  ARN_NOT_LIKE("ArnNotLike", Family.ARN, true),
  NULL("Null", Family.EXISTENCE, false);

  /** What kind of value a comparison reads. */
  public enum Family {
    STRING,
    NUMERIC,
    DATE,
    BOOL,
    BINARY,
    IP,
    ARN,
    EXISTENCE
  }

  private static final Map<String, Comparison> BY_NAME = new HashMap<>();

  static {
    for (Comparison comparison : values()) {
      BY_NAME.put(comparison.awsName.toLowerCase(Locale.ROOT), comparison);
    }
  }

  private final String awsName;
  private final Family family;
  private final boolean negated;

  Comparison(String awsName, Family family, boolean negated) {
    this.awsName = awsName;
    this.family = family;
    this.negated = negated;
  }

  /** The name as AWS documents it. */
  public String awsName() {
    return awsName;
  }

  /** What kind of value it reads. */
  public Family family() {
    return family;
  }

  /** Whether it is true when none of the policy's values matches, and so also when the key is absent. */
  public boolean negated() {
    return negated;
  }

  /** The comparison that this one is the negation of; itself when it is not negated. */
  public Comparison positive() {
    return switch (this) {
      case STRING_NOT_EQUALS -> STRING_EQUALS;
      case STRING_NOT_EQUALS_IGNORE_CASE -> STRING_EQUALS_IGNORE_CASE;
      case STRING_NOT_LIKE -> STRING_LIKE;
      case NUMERIC_NOT_EQUALS -> NUMERIC_EQUALS;
      case DATE_NOT_EQUALS -> DATE_EQUALS;
      case NOT_IP_ADDRESS -> IP_ADDRESS;
      case ARN_NOT_EQUALS -> ARN_EQUALS;
      case ARN_NOT_LIKE -> ARN_LIKE;
      case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE, NUMERIC_EQUALS, NUMERIC_LESS_THAN, NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN, NUMERIC_GREATER_THAN_EQUALS, DATE_EQUALS, DATE_LESS_THAN, DATE_LESS_THAN_EQUALS, DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS, BOOL, BINARY_EQUALS, IP_ADDRESS, ARN_EQUALS, ARN_LIKE, NULL -> this;
    };
  }

  /** Whether policy variables are filled in: in String, ARN and Bool values only. */
  public boolean takesVariables() {
    return family == Family.STRING || family == Family.ARN || family == Family.BOOL;
  }

  static @Nullable Comparison named(String name) {
    return BY_NAME.get(name.toLowerCase(Locale.ROOT));
  }
}

package bursar.policy;

import java.util.List;
import java.util.random.RandomGenerator;

/** Condition operators by chance, of a family of values: String, Numeric, Date, Binary, Ip, NotIp, Arn, Bool or Null. */
public final class RandomOperators {
  private static final List<String> COMPARED = List.of("Equals", "NotEquals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals");

  private RandomOperators() {}

  /** An operator of that family, with a set prefix and IfExists now and then. */
  public static String of(RandomGenerator random, String family) {
    String name =
        switch (family) {
          case "String" -> family + pick(random, List.of("Equals", "NotEquals", "EqualsIgnoreCase", "NotEqualsIgnoreCase", "Like", "NotLike"));
          case "Numeric", "Date" -> family + pick(random, COMPARED);
          case "Binary" -> "BinaryEquals";
          case "Ip" -> "IpAddress";
          case "NotIp" -> "NotIpAddress";
          case "Arn" -> family + pick(random, List.of("Equals", "NotEquals", "Like", "NotLike"));
          default -> family;
        };
    return family.equals("Null")
        ? name
        : pick(random, List.of("", "", "", "ForAllValues:", "ForAnyValue:")) + name + pick(random, List.of("", "", "IfExists"));
  }

  private static String pick(RandomGenerator random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}

package bursar.policy;

import static bursar.policy.ReaderFuzz.require;

import bursar.policy.matching.ArnPattern;
import bursar.policy.matching.ConditionOperator;
import bursar.policy.matching.ConditionTest;
import bursar.policy.matching.TextTemplate;
import bursar.policy.matching.VariableSource;
import bursar.policy.matching.WildcardPattern;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Any bytes as the lines pattern, value, condition operator and value of a variable: wildcards agree with a table of which
 * beginnings fit, take a bounded number of counted steps, and no pattern, template or condition ends in an exception.
 */
public final class MatcherFuzz {
  private static final int LONGEST_FOR_TABLE = 300;

  private MatcherFuzz() {}

  /** One run of the fuzzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    String[] lines = Arrays.copyOf(new String(bytes, StandardCharsets.UTF_8).split("\n", 4), 4);
    String text = lines[0];
    String value = lines[1] == null ? "" : lines[1];
    String operator = lines[2] == null ? "StringLike" : lines[2];
    VariableSource source = key -> lines[3] == null ? List.of() : List.of(lines[3].split("\n", -1));
    wildcards(text, value);
    arns(text, value, source);
    conditions(operator, text, value, source);
  }

  private static void wildcards(String text, String value) {
    WildcardPattern pattern = WildcardPattern.of(text);
    WildcardPattern folded = WildcardPattern.ignoringCase(text);
    boolean matches = pattern.matches(value);
    require(!matches || folded.matches(value), "what fits exactly also fits ignoring case");
    requireFewSteps(text, value);
    if (text.length() <= LONGEST_FOR_TABLE && value.length() <= LONGEST_FOR_TABLE) {
      require(matches == fits(text, value), "the matcher agrees with the table");
    }
  }

  /** The counted steps of a pattern against a value stay below the product of their lengths, each with its end. */
  static void requireFewSteps(String text, String value) {
    long most = (text.length() + 1L) * (value.length() + 1L);
    require(WildcardPattern.of(text).steps(value) <= most, "steps stay below pattern length times value length");
    require(WildcardPattern.ignoringCase(text).steps(value) <= most, "so do those that ignore case");
  }

  private static void arns(String text, String value, VariableSource source) {
    for (boolean variables : new boolean[] {false, true}) {
      boolean whole = TextTemplate.parse(text, true, variables).matches(value, source);
      boolean resource = ArnPattern.ofResource(text, variables).matches(value, source);
      ArnPattern.ofCondition(text, variables).matches(value, source);
      if (!variables) {
        require(!resource || whole, "an ARN pattern that fits part by part fits as a whole");
      }
    }
  }

  private static void conditions(String name, String text, String value, VariableSource source) {
    ConditionOperator operator = ConditionOperator.parse(name);
    if (operator == null) {
      return;
    }
    require(operator.equals(ConditionOperator.parse(operator.awsName())), "an operator's name reads back the same");
    ConditionTest one = ConditionTest.of(operator, "a:b", List.of(text), true);
    ConditionTest twice = ConditionTest.of(operator, "A:B", List.of(text, text), true);
    VariableSource asked = key -> key.equals("a:b") ? List.of(value) : source.values(key);
    require(one.holds(asked) == twice.holds(asked), "a value written twice means what it means once");
    one.holds(key -> List.of());
    one.holds(key -> List.of(value, text));
  }

  /** Whether a value fits: a table of which beginnings of the value fit the pattern read so far. */
  private static boolean fits(String text, String value) {
    int[] symbols = characters(text);
    int[] characters = characters(value);
    boolean[] fitting = new boolean[characters.length + 1];
    fitting[0] = true;
    for (int symbol : symbols) {
      boolean[] next = new boolean[characters.length + 1];
      next[0] = symbol == '*' && fitting[0];
      for (int column = 1; column <= characters.length; column++) {
        next[column] =
            symbol == '*' ? fitting[column] || next[column - 1]
                : fitting[column - 1] && (symbol == '?' || symbol == characters[column - 1]);
      }
      fitting = next;
    }
    return fitting[characters.length];
  }

  private static int[] characters(String text) {
    return text.codePoints().toArray();
  }
}

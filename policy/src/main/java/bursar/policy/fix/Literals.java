package bursar.policy.fix;

import bursar.policy.matching.Comparison;

/** Texts of requests as a policy must write them to mean just them. */
final class Literals {
  private Literals() {}

  /** A resource as a Resource element names it: by its ARN, or {@code *} where it has none. */
  static String resource(String resource, boolean variables) {
    String[] parts = resource.split(":", 6);
    boolean named =
        parts.length == 6 && parts[0].equals("arn") && parts[1].matches("aws(-[a-z0-9-]+)?") && !parts[2].isEmpty()
            && parts[2].indexOf('*') < 0 && parts[2].indexOf('?') < 0;
    return named ? resource.substring(0, resource.length() - parts[5].length()) + escaped(parts[5], true, variables) : "*";
  }

  /** A value as a condition compares with it. */
  static String value(String value, Comparison comparison, boolean variables) {
    boolean wildcards = comparison.family() == Comparison.Family.ARN || comparison.awsName().endsWith("Like");
    return escaped(value, wildcards, variables && comparison.takesVariables());
  }

  /** Without variables there is no way to write a star that is none; then it stays one. */
  private static String escaped(String text, boolean wildcards, boolean variables) {
    if (!variables) {
      return text;
    }
    StringBuilder escaped = new StringBuilder();
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      boolean special = character == '$' || wildcards && (character == '*' || character == '?');
      escaped.append(special ? "${" + character + "}" : String.valueOf(character));
    }
    return escaped.toString();
  }
}

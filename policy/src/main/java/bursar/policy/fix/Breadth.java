package bursar.policy.fix;

import bursar.policy.AccessRequest;
import bursar.policy.PatternElement;
import bursar.policy.PolicyKind;
import bursar.policy.PrincipalElement;
import bursar.policy.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much a part of a statement covers, in steps that only serve to compare: 0 for a single thing. */
final class Breadth {
  static final int EVERYTHING = 12;
  static final int EVERYTHING_BUT = 11;
  static final int SHARED = 2;
  private static final int SERVICE = 9;
  private static final int FAMILY = 6;
  private static final int ACCOUNT = 8;
  private static final int HOLDERS = 4;
  private static final int LIST_MOST = 5;

  private Breadth() {}

  static int of(@Nullable PatternElement element) {
    if (element == null) {
      return 0;
    }
    if (element.negated()) {
      return EVERYTHING_BUT;
    }
    int widest = Math.min(Math.max(element.patterns().size() - 1, 0), LIST_MOST);
    for (String text : element.texts()) {
      widest = Math.max(widest, ofPattern(text));
    }
    return widest;
  }

  /** How many resources a statement is about; an action that has none is asked on {@code *}, and then there is one only. */
  static int ofResources(Statement statement, AccessRequest request) {
    return request.resource().equals("*") ? 0 : of(statement.resource());
  }

  private static int ofPattern(String text) {
    return text.equals("*") || text.equals("*:*") ? EVERYTHING
        : text.endsWith(":*") ? SERVICE
        : text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.contains("${") ? FAMILY : 0;
  }

  /** How many principals a statement is about. */
  static int ofPrincipals(Statement statement, PolicyKind kind) {
    PrincipalElement element = statement.principal();
    if (element == null || kind == PolicyKind.RESOURCE_CONTROL) {
      return switch (kind) {
        case IDENTITY, PERMISSIONS_BOUNDARY -> HOLDERS;
        case SESSION -> 0;
        case SERVICE_CONTROL, RESOURCE_CONTROL, RESOURCE, TRUST -> EVERYTHING;
      };
    }
    if (element.everyone() || element.negated()) {
      return EVERYTHING;
    }
    List<String> names = element.named().values().stream().flatMap(List::stream).map(name -> name.text()).toList();
    int widest = Math.min(Math.max(names.size() - 1, 0), LIST_MOST);
    for (String name : names) {
      widest = Math.max(widest, name.equals("*") ? EVERYTHING : name.endsWith(":root") || name.matches("\\d{12}") ? ACCOUNT : 0);
    }
    return widest;
  }

  /** One more step where no condition narrows the statement. */
  static int unconditioned(Statement statement) {
    return statement.conditions().isEmpty() ? 1 : 0;
  }
}

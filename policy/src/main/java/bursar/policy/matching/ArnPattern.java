package bursar.policy.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern for ARNs, compared part by part: six parts cut at the first five colons, so that a wildcard in one of the
 * first five never runs over a colon, while in the sixth it runs over {@code :} and {@code /}.
 */
public final class ArnPattern {
  private static final int PARTS = 6;

  private final List<TextTemplate> parts;
  private final @Nullable TextTemplate whole;
  /** The first five parts with their colons, when they are literal; null when they are not. */
  private final @Nullable String head;

  private ArnPattern(List<TextTemplate> parts, @Nullable TextTemplate whole) {
    this.parts = parts;
    this.whole = whole;
    this.head = parts.size() == PARTS ? literalHead(parts) : null;
  }

  private static @Nullable String literalHead(List<TextTemplate> parts) {
    StringBuilder head = new StringBuilder();
    for (TextTemplate part : parts.subList(0, PARTS - 1)) {
      WildcardPattern pattern = part.hasVariables() ? null : part.resolve(key -> List.of());
      if (pattern == null || !pattern.isLiteral()) {
        return null;
      }
      head.append(pattern.literalPrefix()).append(':');
    }
    return head.toString();
  }

  /** A pattern of a Resource element: variables count from the sixth part on only. Fewer than six parts match nothing. */
  public static ArnPattern ofResource(String text, boolean variables) {
    List<TextTemplate> parts = new ArrayList<>(PARTS);
    int start = 0;
    for (int part = 0; part < PARTS - 1; part++) {
      int colon = text.indexOf(':', start);
      if (colon < 0) {
        return new ArnPattern(List.of(), null);
      }
      parts.add(TextTemplate.parse(text.substring(start, colon), true, false));
      start = colon + 1;
    }
    parts.add(TextTemplate.parse(text.substring(start), true, variables));
    return new ArnPattern(parts, null);
  }

  /** A pattern of an ARN condition: variables count in every part, and a lone variable may stand for a whole ARN. */
  public static ArnPattern ofCondition(String text, boolean variables) {
    List<TextTemplate> parts = new ArrayList<>(PARTS);
    int start = 0;
    int lastClose = text.lastIndexOf('}');
    boolean inVariable = false;
    for (int index = 0; index < text.length() && parts.size() < PARTS - 1; index++) {
      if (variables && index < lastClose && text.startsWith("${", index)) {
        inVariable = true;
      } else if (inVariable && text.charAt(index) == '}') {
        inVariable = false;
      } else if (!inVariable && text.charAt(index) == ':') {
        parts.add(TextTemplate.parse(text.substring(start, index), true, variables));
        start = index + 1;
      }
    }
    TextTemplate last = TextTemplate.parse(text.substring(start), true, variables);
    if (parts.isEmpty() && last.isOneVariable()) {
      return new ArnPattern(List.of(), last);
    }
    parts.add(last);
    return new ArnPattern(parts.size() == PARTS ? List.copyOf(parts) : List.of(), null);
  }

  /** Whether the ARN fits; a value that has not six parts never does. */
  public boolean matches(String arn, VariableSource source) {
    if (whole != null) {
      String text = whole.resolveText(source);
      return text != null && hasSixParts(text) && text.equals(arn);
    }
    if (parts.size() != PARTS) {
      return false;
    }
    if (head != null) {
      return arn.startsWith(head) && parts.get(PARTS - 1).matches(arn, head.length(), arn.length(), source);
    }
    int last = 0;
    for (int part = 0; part < PARTS - 1; part++) {
      last = arn.indexOf(':', last) + 1;
      if (last == 0) {
        return false;
      }
    }
    // The sixth part first: it tells one resource from another, while the others are mostly alike.
    if (!parts.get(PARTS - 1).matches(arn, last, arn.length(), source)) {
      return false;
    }
    int start = 0;
    for (int part = 0; part < PARTS - 1; part++) {
      int colon = arn.indexOf(':', start);
      if (!parts.get(part).matches(arn, start, colon, source)) {
        return false;
      }
      start = colon + 1;
    }
    return true;
  }

  /** The six parts; one part when it is a lone variable that stands for a whole ARN; none when the pattern fits nothing. */
  public List<TextTemplate> parts() {
    return whole != null ? List.of(whole) : List.copyOf(parts);
  }

  /** The characters before the first wildcard or variable of the sixth part; empty when the pattern has no six parts. */
  public String literalBeginningOfResource() {
    return parts.size() == PARTS ? parts.get(PARTS - 1).literalBeginning() : "";
  }

  private static boolean hasSixParts(String text) {
    int colons = 0;
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) == ':') {
        colons++;
      }
    }
    return colons >= PARTS - 1;
  }
}

package bursar.wire.query;

import bursar.domain.Failure;
import bursar.wire.PercentText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a form as a tree: the dots of {@code Tags.member.1.Key} are its branches. */
final class FormTree {
  private static final int DEPTH_MAX = 64;
  private static final int PARAMETERS_MAX = 20_000;

  @Nullable String value;
  private @Nullable Map<String, FormTree> children;
  private int parameters;

  /**
   * Adds the parameters of a query or of a form's body.
   *
   * @throws Failure {@code MalformedInput} if one is there twice, is too deep, or is not decodable
   */
  void add(byte[] text) {
    int at = 0;
    while (at < text.length) {
      int end = at;
      int equals = -1;
      while (end < text.length && text[end] != '&') {
        if (text[end] == '=' && equals < 0) {
          equals = end;
        }
        end++;
      }
      if (end > at) {
        if (++parameters > PARAMETERS_MAX) {
          throw new Failure("MalformedInput", "The request has more than " + PARAMETERS_MAX + " parameters.");
        }
        String name = PercentText.decode(text, at, equals < 0 ? end : equals);
        put(name, equals < 0 ? "" : PercentText.decode(text, equals + 1, end));
      }
      at = end + 1;
    }
  }

  private void put(String name, String text) {
    FormTree node = this;
    int at = 0;
    for (int depth = 0; at <= name.length(); depth++) {
      if (depth == DEPTH_MAX) {
        throw new Failure("MalformedInput", "A parameter's name has more than " + DEPTH_MAX + " parts.");
      }
      int dot = name.indexOf('.', at);
      int end = dot < 0 ? name.length() : dot;
      node = node.branch(name.substring(at, end));
      at = end + 1;
    }
    if (node.value != null) {
      throw new Failure("MalformedInput", "The parameter '" + name + "' is there twice.");
    }
    node.value = text;
  }

  private FormTree branch(String name) {
    Map<String, FormTree> known = children;
    if (known == null) {
      known = new LinkedHashMap<>();
      children = known;
    }
    FormTree child = known.get(name);
    if (child == null) {
      child = new FormTree();
      known.put(name, child);
    }
    return child;
  }

  /** The branches, by the part of the name that leads to them. */
  Map<String, FormTree> children() {
    return children == null ? Map.of() : children;
  }
}

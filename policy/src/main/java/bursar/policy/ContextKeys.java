package bursar.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The condition keys that a policy asks a request for: those of its conditions, and those its variables stand for. */
public final class ContextKeys {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

  private final Map<String, String> names = new LinkedHashMap<>();

  private ContextKeys() {}

  /** The keys as they are first written, in the order of the text, each once whatever its case. */
  public static List<String> of(List<PolicyDocument> documents) {
    ContextKeys keys = new ContextKeys();
    for (PolicyDocument document : documents) {
      boolean variables = document.effectiveVersion().hasVariables();
      for (Statement statement : document.statements()) {
        PatternElement resource = statement.resource();
        if (variables && resource != null) {
          resource.texts().forEach(keys::addVariables);
        }
        for (Condition condition : statement.conditions()) {
          keys.add(condition.key());
          if (variables && condition.operator().comparison().takesVariables()) {
            condition.texts().forEach(keys::addVariables);
          }
        }
      }
    }
    return new ArrayList<>(keys.names.values());
  }

  private void addVariables(String text) {
    Matcher matcher = VARIABLE.matcher(text);
    while (matcher.find()) {
      String inside = matcher.group(1);
      int comma = inside.indexOf(',');
      String name = (comma < 0 ? inside : inside.substring(0, comma)).strip();
      if (name.indexOf(':') > 0) {
        add(name);
      }
    }
  }

  private void add(String name) {
    names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
  }
}

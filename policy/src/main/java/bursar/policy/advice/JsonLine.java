package bursar.policy.advice;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON object on a line, cut into its members without looking into them: each value keeps the text it was written as, with
 * its repeated keys and its mistakes.
 */
public final class JsonLine {
  /** The longest line that is read, in characters. */
  public static final int LONGEST = 4_000_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100).maxStringLength(LONGEST).maxNameLength(LONGEST).build())
          .build();

  private final Map<String, String> members;

  private JsonLine(Map<String, String> members) {
    this.members = members;
  }

  /** A line is no case. The message is a sentence; {@link #id} is the JSON text of the case's id, as far as it was read. */
  public static final class BadCaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String id;

    BadCaseException(String id, String sentence) {
      super(sentence);
      this.id = id;
    }

    /** The JSON text of the case's id; {@code null} where it has none. */
    public String id() {
      return id;
    }
  }

  /**
   * Cuts a line.
   *
   * @throws BadCaseException when it is no JSON object, or names a member twice
   */
  public static JsonLine of(String line) {
    if (line.length() > LONGEST) {
      throw new BadCaseException("null", "The line has " + line.length() + " characters, and at most " + LONGEST + " are read.");
    }
    Map<String, String> members = new LinkedHashMap<>();
    Cutter cutter = new Cutter(line);
    try {
      cutter.members(members);
    } catch (BadCaseException bad) {
      throw new BadCaseException(scalarOrNull(members.get("id")), String.valueOf(bad.getMessage()));
    }
    return new JsonLine(members);
  }

  /** The JSON text of a member; null when it is not there. */
  public @Nullable String raw(String name) {
    return members.get(name);
  }

  /** The JSON text of the id, when that is a text or a number; {@code null} otherwise. */
  public String id() {
    return scalarOrNull(members.get("id"));
  }

  /** A member that must be a text. */
  public String text(String name) {
    String raw = members.get(name);
    String text = raw == null ? null : decoded(raw);
    if (text == null) {
      throw bad("The case needs `" + name + "`, a text in quotes.");
    }
    return text;
  }

  /** The refusal of this case, with its id. */
  public BadCaseException bad(String sentence) {
    return new BadCaseException(id(), sentence);
  }

  /** What a JSON text in quotes says; null when it is none. */
  public static @Nullable String decoded(String raw) {
    if (!raw.startsWith("\"")) {
      return null;
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), raw)) {
      String text = parser.nextToken() == JsonToken.VALUE_STRING ? parser.getString() : null;
      return parser.nextToken() == null ? text : null;
    } catch (JacksonException notText) {
      return null;
    }
  }

  private static String scalarOrNull(@Nullable String raw) {
    if (raw == null) {
      return "null";
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), raw)) {
      JsonToken token = parser.nextToken();
      boolean scalar = token != null && (token == JsonToken.VALUE_STRING || token.isNumeric()) && parser.getString() != null;
      return scalar && parser.nextToken() == null ? raw : "null";
    } catch (JacksonException broken) {
      return "null";
    }
  }

  /** Walks over the text by brackets and quotes, without recursion, so that no depth of nesting troubles it. */
  private static final class Cutter {
    private final String line;
    private int at;

    Cutter(String line) {
      this.line = line;
    }

    void members(Map<String, String> members) {
      blank();
      expect('{', "A case is a JSON object on one line.");
      blank();
      if (at < line.length() && line.charAt(at) == '}') {
        at++;
      } else {
        while (true) {
          blank();
          String name = decoded(value());
          if (name == null) {
            throw broken();
          }
          blank();
          expect(':', "The line is no JSON object: a member's name is followed by a colon.");
          blank();
          if (members.put(name, value()) != null) {
            throw new BadCaseException("null", "The case has `" + name + "` twice. Keep one.");
          }
          blank();
          if (at < line.length() && line.charAt(at) == ',') {
            at++;
            continue;
          }
          expect('}', "The line is no JSON object: it breaks off, or something stands behind a member, at column " + (at + 1) + ".");
          break;
        }
      }
      blank();
      if (at < line.length()) {
        throw new BadCaseException("null", "Something stands behind the case's object, at column " + (at + 1) + ". Write one case a line.");
      }
    }

    private String value() {
      int start = at;
      int depth = 0;
      while (at < line.length()) {
        char character = line.charAt(at);
        if (character == '"') {
          skipText();
          if (depth == 0) {
            break;
          }
        } else if (character == '{' || character == '[') {
          depth++;
          at++;
        } else if (character == '}' || character == ']') {
          if (depth == 0) {
            break;
          }
          at++;
          if (--depth == 0) {
            break;
          }
        } else if (depth == 0 && (character == ',' || character == ':' || character == ' ' || character == '\t')) {
          break;
        } else {
          at++;
        }
      }
      if (at == start || depth > 0) {
        throw broken();
      }
      return line.substring(start, at);
    }

    private void skipText() {
      at++;
      while (at < line.length() && line.charAt(at) != '"') {
        at += line.charAt(at) == '\\' ? 2 : 1;
      }
      if (at >= line.length()) {
        at = line.length();
        throw broken();
      }
      at++;
    }

    private void blank() {
      while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t' || line.charAt(at) == '\r')) {
        at++;
      }
    }

    private void expect(char wanted, String sentence) {
      if (at >= line.length() || line.charAt(at) != wanted) {
        throw new BadCaseException("null", sentence);
      }
      at++;
    }

    private BadCaseException broken() {
      return new BadCaseException("null", "The line is no JSON object: it breaks off or is misspelt at column " + (at + 1) + ".");
    }
  }
}

package bursar.policy;

import bursar.policy.MalformedPolicyException.Problem;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Turns a text into a {@link JsonNode}, within limits of size and depth. */
final class JsonText {
  /** The longest text in characters: the limit of the policy parameter in IAM's API. */
  static final int LONGEST_TEXT = 131_072;

  /** The deepest nesting; the language itself needs six levels. */
  static final int DEEPEST = 20;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_TEXT)
                  .maxNameLength(LONGEST_TEXT)
                  .maxNumberLength(100)
                  .build())
          .build();

  private final JsonParser parser;

  private JsonText(JsonParser parser) {
    this.parser = parser;
  }

  static JsonNode parse(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new MalformedPolicyException(
          Problem.TOO_LARGE,
          "The policy has " + text.length() + " characters, and at most " + LONGEST_TEXT + " are read. Shorten it.",
          Position.START);
    }
    if (text.startsWith("\uFEFF")) {
      throw new MalformedPolicyException(
          Problem.SYNTAX,
          "Syntax errors in policy. The text begins with a byte order mark, which is not JSON. Save it as UTF-8 without one.",
          Position.START);
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      JsonText reader = new JsonText(parser);
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw syntax(Position.START);
      }
      JsonNode root = reader.node(first);
      if (parser.nextToken() != null) {
        throw syntax(reader.here());
      }
      return root;
    } catch (StreamConstraintsException beyondLimit) {
      throw new MalformedPolicyException(
          Problem.TOO_DEEP,
          "The policy is nested too deeply or holds a number that is too long; at most "
              + DEEPEST
              + " levels and 100 digits are read.",
          position(beyondLimit.getLocation()));
    } catch (JacksonException notJson) {
      throw syntax(position(notJson.getLocation()));
    }
  }

  private JsonNode node(JsonToken token) {
    Position position = here();
    return switch (token) {
      case START_OBJECT -> object(position);
      case START_ARRAY -> array(position);
      case VALUE_STRING -> new JsonNode.Text(clean(parser.getString(), position), position);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          new JsonNode.Literal(parser.getString(), position);
      case VALUE_NULL -> new JsonNode.Nothing(position);
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT -> throw syntax(position);
    };
  }

  private JsonNode object(Position position) {
    List<JsonNode.Member> members = new ArrayList<>();
    while (next() == JsonToken.PROPERTY_NAME) {
      Position place = here();
      String name = clean(parser.currentName(), place);
      members.add(new JsonNode.Member(name, place, node(next())));
    }
    return new JsonNode.Obj(members, position);
  }

  private JsonNode array(Position position) {
    List<JsonNode> items = new ArrayList<>();
    for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
      items.add(node(token));
    }
    return new JsonNode.Arr(items, position);
  }

  private JsonToken next() {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw syntax(here());
    }
    return token;
  }

  /** Refuses what no policy value can hold: NUL and half of a surrogate pair. */
  private static String clean(String text, Position position) {
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      boolean pair =
          Character.isHighSurrogate(character)
              && index + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(index + 1));
      if (pair) {
        index++;
      } else if (character == 0 || Character.isSurrogate(character)) {
        throw new MalformedPolicyException(
            Problem.BAD_CHARACTER,
            String.format(
                "The text beginning here holds the character U+%04X, which no policy may hold. Remove it.",
                (int) character),
            position);
      }
    }
    return text;
  }

  private Position here() {
    return position(parser.currentTokenLocation());
  }

  static Position position(TokenStreamLocation location) {
    return location == null
        ? Position.START
        : new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  private static MalformedPolicyException syntax(Position position) {
    return new MalformedPolicyException(
        Problem.SYNTAX,
        "Syntax errors in policy. The text is not valid JSON from here on: look for a missing or extra comma, quote or bracket.",
        position);
  }
}

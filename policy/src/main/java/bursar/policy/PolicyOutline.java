package bursar.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Where every part of a policy's text begins and ends, and by which path it is reached. */
public final class PolicyOutline {
  private final String json;
  private final int[] lineStarts;
  private final Map<Position, Place> places = new HashMap<>();

  private PolicyOutline(String json) {
    this.json = json;
    this.lineStarts = lineStarts(json);
  }

  /** One step from the top of the text down to a part of it. */
  public sealed interface Step {
    /** To the value of a member. */
    record Value(String name) implements Step {}

    /** To the name of a member. */
    record Key(String name) implements Step {}

    /** To an item of a list, counted from 0. */
    record Index(int index) implements Step {}
  }

  /**
   * A part of the text.
   *
   * @param path the steps that lead to it; empty for the whole
   * @param start where it begins
   * @param startOffset the same in UTF-16 units from the text's beginning
   * @param end where it ends: the place after its last character
   * @param endOffset the same in UTF-16 units
   */
  public record Place(List<Step> path, Position start, int startOffset, Position end, int endOffset) {
    /** Keeps a copy of the list. */
    public Place {
      path = List.copyOf(path);
    }

    /** The path as people write it, such as {@code Statement[0].Action[1]}; empty for the whole. */
    public String written() {
      StringBuilder text = new StringBuilder();
      for (Step step : path) {
        switch (step) {
          case Step.Index index -> text.append('[').append(index.index()).append(']');
          case Step.Value value -> text.append(text.isEmpty() ? "" : ".").append(value.name());
          case Step.Key key -> text.append(text.isEmpty() ? "" : ".").append(key.name());
        }
      }
      return text.toString();
    }
  }

  /** Outlines a text; of one that is not JSON, what stands before the error. */
  public static PolicyOutline of(String json) {
    PolicyOutline outline = new PolicyOutline(json);
    if (json.length() > JsonText.LONGEST_TEXT) {
      return outline;
    }
    try (JsonParser parser = JsonText.FACTORY.createParser(ObjectReadContext.empty(), json)) {
      JsonToken first = parser.nextToken();
      if (first != null) {
        outline.node(parser, first, new ArrayList<>());
      }
    } catch (JacksonException brokenOff) {
      return outline;
    }
    return outline;
  }

  /** The part that begins at a position; where none does, the one character there. */
  public Place at(Position position) {
    Place known = places.get(position);
    if (known != null) {
      return known;
    }
    int start = offset(position);
    int end = Math.min(json.length(), start + 1);
    return new Place(List.of(), position, start, new Position(position.line(), position.column() + (end - start)), end);
  }

  private void node(JsonParser parser, JsonToken token, List<Step> path) {
    Position start = JsonText.position(parser.currentTokenLocation());
    if (token == JsonToken.START_OBJECT) {
      for (JsonToken next = parser.nextToken(); next == JsonToken.PROPERTY_NAME; next = parser.nextToken()) {
        Position nameStart = JsonText.position(parser.currentTokenLocation());
        String name = parser.currentName();
        path.add(new Step.Key(name));
        put(path, nameStart, nameEnd(nameStart));
        path.set(path.size() - 1, new Step.Value(name));
        node(parser, required(parser.nextToken()), path);
        path.removeLast();
      }
    } else if (token == JsonToken.START_ARRAY) {
      int index = 0;
      for (JsonToken next = required(parser.nextToken()); next != JsonToken.END_ARRAY; next = required(parser.nextToken())) {
        path.add(new Step.Index(index++));
        node(parser, next, path);
        path.removeLast();
      }
    } else {
      String unused = parser.getString();
    }
    put(path, start, JsonText.position(parser.currentLocation()));
  }

  private static JsonToken required(@Nullable JsonToken token) {
    return token == null ? JsonToken.END_ARRAY : token;
  }

  /** The parser reads on past a name to its colon, so a name's end is found in the text. */
  private Position nameEnd(Position start) {
    int at = offset(start) + 1;
    while (at < json.length() && json.charAt(at) != '"') {
      at += json.charAt(at) == '\\' ? 2 : 1;
    }
    return new Position(start.line(), start.column() + at + 1 - offset(start));
  }

  private void put(List<Step> path, Position start, Position end) {
    places.put(start, new Place(path, start, offset(start), end, offset(end)));
  }

  private int offset(Position position) {
    int line = Math.min(position.line(), lineStarts.length) - 1;
    return Math.min(json.length(), lineStarts[line] + position.column() - 1);
  }

  private static int[] lineStarts(String json) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int index = 0; index < json.length(); index++) {
      char character = json.charAt(index);
      boolean crlf = character == '\r' && index + 1 < json.length() && json.charAt(index + 1) == '\n';
      if (character == '\n' || (character == '\r' && !crlf)) {
        starts.add(index + 1);
      }
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }
}

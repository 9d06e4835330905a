package bursar.policy;

import java.util.List;

/** A JSON text as a tree in which everything knows its place; duplicate keys are kept for the reader to refuse. */
sealed interface JsonNode {
  Position position();

  record Member(String name, Position position, JsonNode value) {}

  record Obj(List<Member> members, Position position) implements JsonNode {}

  record Arr(List<JsonNode> items, Position position) implements JsonNode {}

  record Text(String value, Position position) implements JsonNode {}

  /** A number or a boolean, as it was written. */
  record Literal(String written, Position position) implements JsonNode {}

  record Nothing(Position position) implements JsonNode {}

  /** What the node is, for sentences. */
  default String describe() {
    return switch (this) {
      case Obj object -> "an object";
      case Arr array -> "a list";
      case Text text -> "a text";
      case Literal literal -> "the value " + literal.written();
      case Nothing nothing -> "null";
    };
  }
}

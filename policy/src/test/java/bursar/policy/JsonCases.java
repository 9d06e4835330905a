package bursar.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the case files: documents, requests, and what is expected of them. */
final class JsonCases {
  private JsonCases() {}

  static JsonNode member(JsonNode node, String name) {
    return ((JsonNode.Obj) node)
        .members().stream()
            .filter(member -> member.name().equals(name))
            .map(JsonNode.Member::value)
            .findFirst()
            .orElseThrow(() -> new AssertionError("The case at " + node.position() + " has no " + name));
  }

  static boolean has(JsonNode node, String name) {
    return ((JsonNode.Obj) node).members().stream().anyMatch(member -> member.name().equals(name));
  }

  static List<JsonNode> items(JsonNode node) {
    return ((JsonNode.Arr) node).items();
  }

  static String text(JsonNode node) {
    return node instanceof JsonNode.Literal literal ? literal.written() : ((JsonNode.Text) node).value();
  }

  /** A tree as a text again. */
  static String json(JsonNode node) {
    return switch (node) {
      case JsonNode.Obj object ->
          object.members().stream()
              .map(member -> quote(member.name()) + ":" + json(member.value()))
              .collect(Collectors.joining(",", "{", "}"));
      case JsonNode.Arr array -> array.items().stream().map(JsonCases::json).collect(Collectors.joining(",", "[", "]"));
      case JsonNode.Text text -> quote(text.value());
      case JsonNode.Literal literal -> literal.written();
      case JsonNode.Nothing nothing -> "null";
    };
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  static AccessRequest request(JsonNode node) {
    RequestContext.Builder context = RequestContext.builder();
    if (has(node, "context")) {
      for (JsonNode.Member key : ((JsonNode.Obj) member(node, "context")).members()) {
        context.put(key.name(), items(key.value()).stream().map(JsonCases::text).toList());
      }
    }
    return new AccessRequest(
        "arn:aws:iam::111122223333:user/ann",
        text(member(node, "action")),
        has(node, "resource") ? text(member(node, "resource")) : "*",
        context.build());
  }

  static List<ReferenceEvaluator.Place> places(JsonNode node) {
    List<ReferenceEvaluator.Place> places = new ArrayList<>();
    for (JsonNode pair : items(node)) {
      places.add(
          new ReferenceEvaluator.Place(
              Integer.parseInt(text(items(pair).get(0))), Integer.parseInt(text(items(pair).get(1)))));
    }
    return places;
  }
}

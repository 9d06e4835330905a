package bursar.wire.query;

import bursar.domain.Failure;
import bursar.operations.shape.Shape;
import bursar.wire.ScalarText;
import bursar.wire.StructureLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads values out of a form's tree, as their shapes want them. */
final class FormReader {
  private FormReader() {}

  static Object structure(Shape.Structure structure, FormTree node, String place) {
    StructureLayout layout = StructureLayout.of(structure);
    @Nullable Object[] values = layout.values();
    for (Map.Entry<String, FormTree> child : node.children().entrySet()) {
      int at = layout.place(child.getKey());
      if (at >= 0) {
        values[at] = value(layout.members().get(at).shape(), child.getValue(), place.isEmpty() ? child.getKey() : place + '.' + child.getKey());
      }
    }
    return layout.build(values);
  }

  private static Object value(Shape shape, FormTree node, String place) {
    return switch (shape) {
      case Shape.Structure structure -> structure(structure, node, place);
      case Shape.ListOf list -> list(list, node, place);
      case Shape.MapOf map -> map(map, node, place);
      case Shape.Scalar scalar -> scalar(scalar, node, place);
    };
  }

  private static List<Object> list(Shape.ListOf list, FormTree node, String place) {
    List<Object> elements = new ArrayList<>();
    for (Map.Entry<Integer, FormTree> element : numbered(node, "member", place).entrySet()) {
      elements.add(value(list.element(), element.getValue(), place + ".member." + element.getKey()));
    }
    return elements;
  }

  private static Map<String, Object> map(Shape.MapOf map, FormTree node, String place) {
    Map<String, Object> entries = new LinkedHashMap<>();
    for (Map.Entry<Integer, FormTree> entry : numbered(node, "entry", place).entrySet()) {
      String at = place + ".entry." + entry.getKey();
      FormTree key = entry.getValue().children().get("key");
      FormTree value = entry.getValue().children().get("value");
      if (key == null || key.value == null || value == null) {
        throw new Failure("MalformedInput", "'" + at + "' needs a key and a value.");
      }
      if (entries.put(key.value, value(map.value(), value, at + ".value")) != null) {
        throw new Failure("MalformedInput", "'" + at + "' repeats a key.");
      }
    }
    return entries;
  }

  /** The branches below {@code member} or {@code entry}, in the order of their numbers; none for an empty list, sent as {@code Tags=}. */
  private static Map<Integer, FormTree> numbered(FormTree node, String branch, String place) {
    Map<Integer, FormTree> numbered = new TreeMap<>();
    if (node.value != null && !node.value.isEmpty()) {
      throw new Failure("MalformedInput", "'" + place + "' must be spelled as '" + place + '.' + branch + ".1' and on.");
    }
    for (Map.Entry<String, FormTree> child : node.children().entrySet()) {
      if (!child.getKey().equals(branch)) {
        throw new Failure("MalformedInput", "'" + place + "' must be spelled as '" + place + '.' + branch + ".1' and on.");
      }
      for (Map.Entry<String, FormTree> element : child.getValue().children().entrySet()) {
        Object number = ScalarText.read(Shape.Scalar.INTEGER, element.getKey());
        if (!(number instanceof Integer index) || index < 1 || numbered.put(index, element.getValue()) != null) {
          throw new Failure("MalformedInput", "'" + place + '.' + branch + "' must be followed by a number from 1 on, each once.");
        }
      }
    }
    return numbered;
  }

  private static Object scalar(Shape.Scalar kind, FormTree node, String place) {
    if (node.value == null || !node.children().isEmpty()) {
      throw new Failure("MalformedInput", "'" + place + "' must be a single value.");
    }
    Object value = ScalarText.read(kind, node.value);
    if (value == null) {
      throw new Failure("MalformedInput", "'" + place + "' must be " + wanted(kind) + ".");
    }
    return value;
  }

  private static String wanted(Shape.Scalar kind) {
    return switch (kind) {
      case STRING -> "text";
      case BOOLEAN -> "true or false";
      case SHORT, INTEGER, LONG -> "a whole number in its range";
      case FLOAT, DOUBLE, DECIMAL -> "a number";
      case TIMESTAMP -> "a time such as 2026-01-31T23:59:59Z";
      case BLOB -> "base64";
      case DOCUMENT -> "absent: the query protocol has no documents";
    };
  }
}

package bursar.wire;

import bursar.operations.shape.Shape;
import bursar.operations.shape.Shapes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** What a client does: a request as a form of the query protocol. */
final class FormText {
  private final StringJoiner form = new StringJoiner("&");

  static String of(String action, String version, Object request) {
    FormText text = new FormText();
    text.add("Action", action);
    text.add("Version", version);
    text.members(Shapes.of(request.getClass()), request, "");
    return text.form.toString();
  }

  private void add(String name, String value) {
    form.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  private void members(Shape.Structure structure, Object value, String prefix) {
    for (Shape.Member member : structure.members()) {
      Object held = member.read(value);
      if (held != null) {
        value(member.shape(), held, prefix + member.name());
      }
    }
  }

  private void value(Shape shape, Object value, String name) {
    switch (shape) {
      case Shape.Structure structure -> members(structure, value, name + ".");
      case Shape.ListOf list -> {
        int index = 0;
        for (Object element : (List<?>) value) {
          value(list.element(), element, name + ".member." + ++index);
        }
        if (index == 0) {
          add(name, "");
        }
      }
      case Shape.MapOf map -> {
        int index = 0;
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
          add(name + ".entry." + ++index + ".key", entry.getKey().toString());
          value(map.value(), entry.getValue(), name + ".entry." + index + ".value");
        }
        if (index == 0) {
          add(name, "");
        }
      }
      case Shape.Scalar scalar -> add(name, ScalarText.write(scalar, value));
    }
  }
}

package bursar.wire.query;

import bursar.operations.shape.Shape;
import bursar.wire.ByteText;
import bursar.wire.ScalarText;
import java.util.List;
import java.util.Map;

/** Writes values as XML 1.0. What XML cannot say, most control characters, becomes the replacement character. */
final class XmlText {
  private final ByteText text;

  XmlText(ByteText text) {
    this.text = text;
  }

  XmlText open(String name) {
    text.append('<').utf8(name).append('>');
    return this;
  }

  XmlText open(String name, String suffix, String namespace) {
    text.append('<').utf8(name).utf8(suffix);
    if (!namespace.isEmpty()) {
      text.utf8(" xmlns=\"");
      escaped(namespace);
      text.append('"');
    }
    text.append('>');
    return this;
  }

  XmlText close(String name) {
    text.append('<').append('/').utf8(name).append('>');
    return this;
  }

  XmlText close(String name, String suffix) {
    text.append('<').append('/').utf8(name).utf8(suffix).append('>');
    return this;
  }

  XmlText element(String name, String content) {
    open(name);
    escaped(content);
    return close(name);
  }

  void members(Shape.Structure structure, Object value) {
    for (Shape.Member member : structure.members()) {
      Object held = member.read(value);
      if (held != null) {
        open(member.name());
        value(member.shape(), held);
        close(member.name());
      }
    }
  }

  private void value(Shape shape, Object value) {
    switch (shape) {
      case Shape.Structure structure -> members(structure, value);
      case Shape.ListOf list -> {
        for (Object element : (List<?>) value) {
          open("member");
          value(list.element(), element);
          close("member");
        }
      }
      case Shape.MapOf map -> {
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
          open("entry").element("key", entry.getKey().toString()).open("value");
          value(map.value(), entry.getValue());
          close("value").close("entry");
        }
      }
      case Shape.Scalar scalar -> escaped(ScalarText.write(scalar, value));
    }
  }

  private void escaped(String content) {
    int size = content.length();
    for (int i = 0; i < size; i++) {
      char c = content.charAt(i);
      boolean plain = c >= ' ' && c < 0x7F && c != '<' && c != '>' && c != '&' && c != '"';
      if (plain) {
        text.append(c);
      } else {
        i += special(content, i);
      }
    }
  }

  /** Writes a character that is not plain ASCII; answers how many more characters it took. */
  private int special(String content, int at) {
    char c = content.charAt(at);
    switch (c) {
      case '<' -> text.utf8("&lt;");
      case '>' -> text.utf8("&gt;");
      case '&' -> text.utf8("&amp;");
      case '"' -> text.utf8("&quot;");
      case '\r' -> text.utf8("&#xD;");
      case '\n' -> text.utf8("&#xA;");
      case '\t' -> text.utf8("&#x9;");
      case '\u0085' -> text.utf8("&#x85;");
      case '\u2028' -> text.utf8("&#x2028;");
      default -> {
        int point = content.codePointAt(at);
        text.codePoint(c < ' ' || c == '\uFFFE' || c == '\uFFFF' ? 0xFFFD : point);
        return Character.charCount(point) - 1;
      }
    }
    return 0;
  }
}

package bursar.wire;

import bursar.operations.shape.Shape;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a client does: an answer of the query protocol, read with an XML parser that is not ours. */
final class XmlTree {
  private static final DocumentBuilderFactory FACTORY = DocumentBuilderFactory.newInstance();

  private XmlTree() {}

  static Element parse(byte[] xml) throws Exception {
    return FACTORY.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
  }

  static Element child(Element parent, String name) {
    return children(parent).stream().filter(e -> e.getTagName().equals(name)).findFirst().orElse(null);
  }

  static List<Element> children(Element parent) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }

  static Object value(Shape shape, Element element) {
    return switch (shape) {
      case Shape.Structure structure -> {
        Object[] values = new Object[structure.members().size()];
        for (int i = 0; i < values.length; i++) {
          Element child = child(element, structure.members().get(i).name());
          values[i] = child == null ? null : value(structure.members().get(i).shape(), child);
        }
        yield structure.build(values);
      }
      case Shape.ListOf list -> children(element).stream().map(e -> value(list.element(), e)).toList();
      case Shape.MapOf map -> {
        Map<String, Object> entries = new LinkedHashMap<>();
        children(element).forEach(e -> entries.put(child(e, "key").getTextContent(), value(map.value(), child(e, "value"))));
        yield entries;
      }
      case Shape.Scalar scalar -> ScalarText.read(scalar, element.getTextContent());
    };
  }
}

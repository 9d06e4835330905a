package bursar.wire.json;

import bursar.domain.Failure;
import bursar.operations.shape.Shape;
import bursar.wire.PercentText;
import bursar.wire.ScalarText;
import bursar.wire.StructureLayout;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.document.Document;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads one JSON object as its shape wants it, strictly: a wrong type, a repeated name or anything left over is refused with its place. */
final class JsonReader {
  private static final int DEPTH_MAX = 100;
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).maxNumberLength(120).build())
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .build();

  private final JsonParser parser;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  static Object read(Shape.Structure structure, byte[] body) {
    return StructureLayout.of(structure).build(values(structure, body));
  }

  /** What a body says of a structure's members: a value a member, null where it says nothing; only members of bodies are looked for. */
  static @Nullable Object[] values(Shape.Structure structure, byte[] body) {
    if (body.length == 0) {
      return StructureLayout.of(structure).values();
    }
    requireUtf8(body);
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
      JsonReader reader = new JsonReader(parser);
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        throw reader.wrong("an object");
      }
      @Nullable Object[] values = reader.members(structure);
      if (parser.nextToken() != null) {
        throw serialization("The body goes on after its JSON object, at byte " + parser.currentTokenLocation().getByteOffset() + ".");
      }
      return values;
    } catch (JacksonException e) {
      throw serialization("The body is not valid JSON: " + reason(e));
    }
  }

  /** The library's first line: what and where, without a copy of the body. */
  private static String reason(JacksonException e) {
    var at = e.getLocation();
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    String what = e.getOriginalMessage();
    if (what != null && what.contains("nesting depth")) {
      return "it is nested deeper than " + DEPTH_MAX + where + ".";
    }
    if (what != null && what.startsWith("Duplicate")) {
      return "a name is there twice" + where + ".";
    }
    return "it breaks off or has a character that does not belong" + where + ".";
  }

  private static void requireUtf8(byte[] body) {
    boolean ascii = true;
    for (byte b : body) {
      if (b <= 0) {
        if (b == 0) {
          throw serialization("The body is not JSON in UTF-8.");
        }
        ascii = false;
      }
    }
    if (!ascii) {
      try {
        PercentText.utf8(body, 0, body.length);
      } catch (Failure e) {
        throw serialization("The body is not JSON in UTF-8.");
      }
    }
  }

  private Object structure(Shape.Structure structure) {
    return StructureLayout.of(structure).build(members(structure));
  }

  private @Nullable Object[] members(Shape.Structure structure) {
    StructureLayout layout = StructureLayout.of(structure);
    @Nullable Object[] values = layout.values();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      int place = layout.place(name);
      JsonToken token = parser.nextToken();
      if (place < 0 || layout.members().get(place).location() != Shape.Location.BODY) {
        parser.skipChildren();
      } else if (token != JsonToken.VALUE_NULL) {
        values[place] = value(layout.members().get(place).shape(), token);
      }
    }
    return values;
  }

  private Object value(Shape shape, JsonToken token) {
    return switch (shape) {
      case Shape.Structure structure -> {
        require(token == JsonToken.START_OBJECT, "an object");
        yield structure(structure);
      }
      case Shape.ListOf list -> {
        require(token == JsonToken.START_ARRAY, "a list");
        List<Object> elements = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
          elements.add(value(list.element(), next));
        }
        yield elements;
      }
      case Shape.MapOf map -> {
        require(token == JsonToken.START_OBJECT, "an object");
        Map<String, Object> entries = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
          entries.put(paired(name), value(map.value(), parser.nextToken()));
        }
        yield entries;
      }
      case Shape.Scalar scalar -> scalar(scalar, token);
    };
  }

  private Object scalar(Shape.Scalar kind, JsonToken token) {
    Object value = switch (kind) {
      case STRING -> token == JsonToken.VALUE_STRING ? paired(parser.getString()) : null;
      case BOOLEAN -> token == JsonToken.VALUE_TRUE ? Boolean.TRUE : token == JsonToken.VALUE_FALSE ? Boolean.FALSE : null;
      case SHORT, INTEGER, LONG -> token == JsonToken.VALUE_NUMBER_INT ? ScalarText.read(kind, parser.getString()) : null;
      case FLOAT, DOUBLE -> isNumber(token) ? ScalarText.read(kind, parser.getString()) : null;
      case DECIMAL -> isNumber(token) || token == JsonToken.VALUE_STRING ? ScalarText.read(kind, parser.getString()) : null;
      case BLOB -> token == JsonToken.VALUE_STRING ? ScalarText.read(kind, parser.getString()) : null;
      case TIMESTAMP -> isNumber(token) ? time(parser.getString()) : null;
      case DOCUMENT -> document(token);
    };
    if (value == null) {
      throw wrong(wanted(kind));
    }
    return value;
  }

  private static @Nullable Instant time(String text) {
    if (!(ScalarText.read(Shape.Scalar.DECIMAL, text) instanceof BigDecimal seconds)) {
      return null;
    }
    BigDecimal nanos = seconds.multiply(NANOS);
    if (nanos.abs().precision() - nanos.scale() > 21) {
      return null;
    }
    var whole = nanos.toBigInteger().divideAndRemainder(NANOS.toBigInteger());
    return ScalarText.bounded(Instant.ofEpochSecond(whole[0].longValueExact(), whole[1].longValueExact()));
  }

  private Document document(JsonToken token) {
    return switch (token) {
      case VALUE_NULL -> Document.fromNull();
      case VALUE_TRUE -> Document.fromBoolean(true);
      case VALUE_FALSE -> Document.fromBoolean(false);
      case VALUE_STRING -> Document.fromString(paired(parser.getString()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Document.fromNumber(parser.getString());
      case START_ARRAY -> {
        List<Document> elements = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
          elements.add(document(next));
        }
        yield Document.fromList(elements);
      }
      case START_OBJECT -> {
        Map<String, Document> entries = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
          entries.put(paired(name), document(parser.nextToken()));
        }
        yield Document.fromMap(entries);
      }
      case END_ARRAY, END_OBJECT, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> throw wrong("a value");
    };
  }

  /** Text whose surrogates are in pairs; an escape can spell half a pair, which is no character. */
  private String paired(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isHighSurrogate(text.charAt(i)) || i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw wrong("text of whole characters");
        }
        i++;
      }
    }
    return text;
  }

  private static boolean isNumber(JsonToken token) {
    return token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
  }

  private void require(boolean fits, String wanted) {
    if (!fits) {
      throw wrong(wanted);
    }
  }

  private Failure wrong(String wanted) {
    String place = parser.streamReadContext().pathAsPointer().toString();
    return serialization((place.isEmpty() ? "The body" : "'" + place + "'") + " must be " + wanted + ".");
  }

  private static String wanted(Shape.Scalar kind) {
    return switch (kind) {
      case STRING -> "text";
      case BOOLEAN -> "true or false";
      case SHORT, INTEGER, LONG -> "a whole number in its range";
      case FLOAT, DOUBLE -> "a number";
      case DECIMAL -> "a decimal number, as text or number";
      case TIMESTAMP -> "a number of seconds since 1970";
      case BLOB -> "base64 text";
      case DOCUMENT -> "a value";
    };
  }

  private static Failure serialization(String sentence) {
    return new Failure("SerializationException", sentence);
  }
}

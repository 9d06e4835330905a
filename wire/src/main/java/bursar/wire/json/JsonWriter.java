package bursar.wire.json;

import bursar.operations.shape.Shape;
import bursar.wire.ScalarText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.document.Document;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/** Writes values as JSON, as their shapes say: absent members left out, times as seconds since 1970, decimals and bytes as text. */
final class JsonWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;

  private JsonWriter(JsonGenerator json) {
    this.json = json;
  }

  interface Content {
    void writeTo(JsonWriter writer);
  }

  /** The bytes of one object. */
  static byte[] object(Content content) {
    ByteArrayBuilder bytes = new ByteArrayBuilder(1024);
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      content.writeTo(new JsonWriter(json));
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  void text(String name, String value) {
    json.writeStringProperty(name, whole(value));
  }

  void structure(String name, Shape.Structure structure, Object value) {
    json.writeName(name);
    value(structure, value);
  }

  void members(Shape.Structure structure, Object value) {
    for (Shape.Member member : structure.members()) {
      Object held = member.location() == Shape.Location.BODY ? member.read(value) : null;
      if (held != null) {
        json.writeName(member.name());
        if (member.timeWrittenOut()) {
          json.writeString(ScalarText.write(Shape.Scalar.TIMESTAMP, held));
        } else {
          value(member.shape(), held);
        }
      }
    }
  }

  private void value(Shape shape, Object value) {
    switch (shape) {
      case Shape.Structure structure -> {
        json.writeStartObject();
        members(structure, value);
        json.writeEndObject();
      }
      case Shape.ListOf list -> {
        json.writeStartArray();
        for (Object element : (List<?>) value) {
          value(list.element(), element);
        }
        json.writeEndArray();
      }
      case Shape.MapOf map -> {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
          json.writeName(whole(entry.getKey().toString()));
          value(map.value(), entry.getValue());
        }
        json.writeEndObject();
      }
      case Shape.Scalar scalar -> scalar(scalar, value);
    }
  }

  private void scalar(Shape.Scalar kind, Object value) {
    switch (kind) {
      case STRING -> json.writeString(whole((String) value));
      case BOOLEAN -> json.writeBoolean((Boolean) value);
      case SHORT, INTEGER, LONG -> json.writeNumber(((Number) value).longValue());
      case FLOAT -> json.writeNumber((Float) value);
      case DOUBLE -> json.writeNumber((Double) value);
      case DECIMAL, BLOB -> json.writeString(ScalarText.write(kind, value));
      case TIMESTAMP -> time((Instant) value);
      case DOCUMENT -> document((Document) value);
    }
  }

  private void time(Instant time) {
    if (time.getNano() == 0) {
      json.writeNumber(time.getEpochSecond());
    } else {
      json.writeNumber(BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9)).stripTrailingZeros());
    }
  }

  private void document(Document value) {
    if (value.isMap()) {
      json.writeStartObject();
      value.asMap().forEach((name, held) -> {
        json.writeName(whole(name));
        document(held);
      });
      json.writeEndObject();
    } else if (value.isList()) {
      json.writeStartArray();
      value.asList().forEach(this::document);
      json.writeEndArray();
    } else if (value.isString()) {
      json.writeString(whole(value.asString()));
    } else if (value.isNumber()) {
      json.writeNumber(value.asNumber().stringValue());
    } else if (value.isBoolean()) {
      json.writeBoolean(value.asBoolean());
    } else {
      json.writeNull();
    }
  }

  /** Text the generator can write: half a surrogate pair becomes the replacement character. */
  static String whole(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
          i++;
        } else {
          return replaced(text);
        }
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder all = new StringBuilder(text.length());
    text.codePoints().forEach(p -> all.appendCodePoint(p >= Character.MIN_SURROGATE && p <= Character.MAX_SURROGATE ? 0xFFFD : p));
    return all.toString();
  }
}

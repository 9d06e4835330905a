package bursar.wire.json;

import bursar.operations.shape.Shape;
import bursar.wire.ScalarText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/**
 * A request or an answer as the audit trail keeps it: member names as CloudTrail writes them ({@code userName}), times in ISO 8601,
 * secrets masked, and never more than {@link #BYTES_MAX}. Where more was said, long texts and lists are cut and marked so.
 */
public final class AuditJson {
  /** The most bytes of one object. */
  public static final int BYTES_MAX = 8192;
  /** What stands for a secret, in CloudTrail's words. */
  public static final String MASK = "HIDDEN_DUE_TO_SECURITY_REASONS";

  private static final JsonFactory FACTORY = new JsonFactory();
  /** What is kept of texts (characters), lists (elements) and nesting, tried one after the other until the object is small enough. */
  private static final int[][] LIMITS = {{Integer.MAX_VALUE, Integer.MAX_VALUE, 100}, {1024, 50, 100}, {256, 10, 8}, {64, 3, 3}};

  private final JsonGenerator json;
  private final ByteArrayBuilder bytes;
  private final Set<String> secrets;
  private final int[] limits;

  private AuditJson(JsonGenerator json, ByteArrayBuilder bytes, Set<String> secrets, int[] limits) {
    this.json = json;
    this.bytes = bytes;
    this.secrets = secrets;
    this.limits = limits;
  }

  /**
   * A value as one JSON object.
   *
   * @param secrets wire names of members, at any depth, whose values are masked
   */
  public static String write(Shape.Structure structure, Object value, Set<String> secrets) {
    for (int[] limits : LIMITS) {
      byte[] written = attempt(structure, value, secrets, limits);
      if (written != null) {
        return new String(written, StandardCharsets.UTF_8);
      }
    }
    return "{\"omitted\":\"more than " + BYTES_MAX + " bytes\"}";
  }

  private static byte @Nullable [] attempt(Shape.Structure structure, Object value, Set<String> secrets, int[] limits) {
    ByteArrayBuilder bytes = new ByteArrayBuilder(512);
    JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes);
    boolean whole = new AuditJson(json, bytes, secrets, limits).structure(structure, value, 0);
    if (!whole) {
      return null;
    }
    json.close();
    return bytes.size() <= BYTES_MAX ? bytes.toByteArray() : null;
  }

  /** Writes a structure; answers false, and leaves off, once too much was written. */
  private boolean structure(Shape.Structure structure, Object value, int depth) {
    json.writeStartObject();
    for (Shape.Member member : structure.members()) {
      Object held = member.read(value);
      if (held == null) {
        continue;
      }
      json.writeName(lowerFirst(member.name()));
      if (secrets.contains(member.name())) {
        json.writeString(MASK);
      } else if (!value(member.shape(), held, depth + 1)) {
        return false;
      }
    }
    json.writeEndObject();
    json.flush();
    return bytes.size() <= BYTES_MAX;
  }

  private boolean value(Shape shape, Object value, int depth) {
    if (depth > limits[2] && !(shape instanceof Shape.Scalar)) {
      json.writeString("...");
      return true;
    }
    return switch (shape) {
      case Shape.Structure structure -> structure(structure, value, depth);
      case Shape.ListOf list -> list(list, (List<?>) value, depth);
      case Shape.MapOf map -> map(map, (Map<?, ?>) value, depth);
      case Shape.Scalar scalar -> {
        scalar(scalar, value);
        yield true;
      }
    };
  }

  private boolean list(Shape.ListOf list, List<?> elements, int depth) {
    json.writeStartArray();
    int written = 0;
    for (Object element : elements) {
      if (written++ == limits[1]) {
        json.writeString("... " + (elements.size() - limits[1]) + " more");
        break;
      }
      if (!value(list.element(), element, depth + 1) || tooLong(written)) {
        return false;
      }
    }
    json.writeEndArray();
    return true;
  }

  private boolean map(Shape.MapOf map, Map<?, ?> entries, int depth) {
    json.writeStartObject();
    int written = 0;
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      if (written++ == limits[1]) {
        json.writeName("...");
        json.writeString((entries.size() - limits[1]) + " more");
        break;
      }
      json.writeName(cut(entry.getKey().toString()));
      if (secrets.contains(entry.getKey().toString())) {
        json.writeString(MASK);
      } else if (!value(map.value(), entry.getValue(), depth + 1) || tooLong(written)) {
        return false;
      }
    }
    json.writeEndObject();
    return true;
  }

  private boolean tooLong(int written) {
    if (written % 64 != 0) {
      return false;
    }
    json.flush();
    return bytes.size() > BYTES_MAX;
  }

  private void scalar(Shape.Scalar kind, Object value) {
    switch (kind) {
      case BOOLEAN -> json.writeBoolean((Boolean) value);
      case SHORT, INTEGER, LONG -> json.writeNumber(((Number) value).longValue());
      case STRING, FLOAT, DOUBLE, DECIMAL, TIMESTAMP, BLOB, DOCUMENT -> json.writeString(cut(ScalarText.write(kind, value)));
    }
  }

  private String cut(String text) {
    String shown = text.length() <= limits[0] ? text : text.substring(0, limits[0]) + "...";
    return JsonWriter.whole(shown);
  }

  private static String lowerFirst(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}

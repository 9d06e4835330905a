package bursar.wire.json;

import bursar.operations.shape.Shapes;
import java.nio.charset.StandardCharsets;

/** Any of our records, or of the SDK's model values, as one JSON object, spelled as our own operations spell their answers. */
public final class RecordJson {
  private RecordJson() {}

  /**
   * The object's bytes, in UTF-8.
   *
   * @throws IllegalArgumentException if the value has no shape
   */
  public static byte[] bytes(Object value) {
    return JsonWriter.object(json -> json.members(Shapes.of(value.getClass()), value));
  }

  /** The object's text. */
  public static String text(Object value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }

  /**
   * Reads one object into a record.
   *
   * @throws bursar.domain.Failure {@code SerializationException} naming the place where the text is not what the record says
   */
  public static <T> T read(Class<T> type, byte[] json) {
    return type.cast(JsonReader.read(Shapes.of(type), json));
  }
}

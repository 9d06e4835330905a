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
}

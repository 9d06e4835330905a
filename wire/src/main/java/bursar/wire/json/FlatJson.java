package bursar.wire.json;

import bursar.domain.Failure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** A JSON object of texts by name and nothing deeper, as the sign-in form sends and the sign-in page reads. */
public final class FlatJson {
  private static final JsonFactory FACTORY = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final int MEMBERS_MAX = 20;

  private FlatJson() {}

  /**
   * The object's members in their order.
   *
   * @throws Failure {@code SerializationException} if the body is anything else, or says a name twice
   */
  public static Map<String, String> read(byte[] body) {
    Map<String, String> members = new LinkedHashMap<>();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
      require(parser.nextToken() == JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        require(parser.nextToken() == JsonToken.VALUE_STRING && members.size() < MEMBERS_MAX);
        members.put(name, parser.getString());
      }
      require(parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null);
      return members;
    } catch (JacksonException e) {
      throw notFlat();
    }
  }

  /** The members as one object. */
  public static String write(Map<String, String> members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      members.forEach(json::writeStringProperty);
      json.writeEndObject();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw notFlat();
    }
  }

  private static Failure notFlat() {
    return new Failure("SerializationException", "The body must be one JSON object whose members are texts, each said once.");
  }
}

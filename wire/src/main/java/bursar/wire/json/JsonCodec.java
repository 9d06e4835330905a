package bursar.wire.json;

import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.ErrorCode;
import bursar.operations.declaration.ServiceDefinition;
import bursar.operations.shape.Shapes;
import bursar.wire.Codec;
import bursar.wire.RawRequest;
import bursar.wire.WireResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** awsJson 1.0 and 1.1, which differ only in the content type of their answers, and the bodies and errors of restJson1. */
public final class JsonCodec implements Codec {
  /** awsJson 1.0. */
  public static final JsonCodec JSON_1_0 = new JsonCodec("application/x-amz-json-1.0");
  /** awsJson 1.1. */
  public static final JsonCodec JSON_1_1 = new JsonCodec("application/x-amz-json-1.1");
  /** What restJson1 shares with them. */
  static final JsonCodec REST_BODY = new JsonCodec("application/json");

  private final String contentType;

  private JsonCodec(String contentType) {
    this.contentType = contentType;
  }

  @Override
  public <I> I decode(Declaration<I, ?> declaration, RawRequest request) {
    return declaration.inputType().cast(JsonReader.read(Shapes.of(declaration.inputType()), request.body()));
  }

  @Override
  public WireResponse encode(Declaration<?, ?> declaration, Object output, String requestId) {
    byte[] body = JsonWriter.object(json -> json.members(Shapes.of(declaration.outputType()), output));
    return new WireResponse(200, Map.of("Content-Type", contentType, "x-amzn-RequestId", requestId), body);
  }

  @Override
  public WireResponse encodeError(
      @Nullable ServiceDefinition service, ErrorCode error, String message, @Nullable Object explanation, String requestId) {
    byte[] body = JsonWriter.object(json -> {
      json.text("__type", error.code());
      json.text("message", message);
      if (explanation instanceof String reason) {
        json.text("Reason", reason);
      } else if (explanation != null) {
        json.structure("Explanation", Shapes.of(explanation.getClass()), explanation);
      }
    });
    Map<String, String> headers =
        Map.of("Content-Type", contentType, "x-amzn-RequestId", requestId, "x-amzn-ErrorType", error.code());
    return new WireResponse(error.status(), headers, body);
  }
}

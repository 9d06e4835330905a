package bursar.wire.query;

import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.ErrorCode;
import bursar.operations.declaration.ServiceDefinition;
import bursar.operations.shape.Shape;
import bursar.operations.shape.Shapes;
import bursar.wire.ByteText;
import bursar.wire.Codec;
import bursar.wire.ContentType;
import bursar.wire.RawRequest;
import bursar.wire.WireResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The awsQuery protocol: parameters in the query and in a form's body, answers in XML. */
public final class QueryCodec implements Codec {
  /** The only one there is. */
  public static final QueryCodec QUERY = new QueryCodec();

  private QueryCodec() {}

  @Override
  public <I> I decode(Declaration<I, ?> declaration, RawRequest request) {
    FormTree form = new FormTree();
    if (request.query() != null) {
      form.add(request.query().getBytes(StandardCharsets.ISO_8859_1));
    }
    if (request.body().length > 0 && ContentType.of(request.headers()) == ContentType.FORM) {
      form.add(request.body());
    }
    return declaration.inputType().cast(FormReader.structure(Shapes.of(declaration.inputType()), form, ""));
  }

  @Override
  public WireResponse encode(Declaration<?, ?> declaration, Object output, String requestId) {
    ByteText bytes = new ByteText(1024);
    XmlText xml = new XmlText(bytes);
    String name = declaration.name();
    Shape.Structure shape = Shapes.of(declaration.outputType());
    xml.open(name, "Response", declaration.service().xmlNamespace());
    if (!shape.members().isEmpty()) {
      xml.open(name, "Result", "");
      xml.members(shape, output);
      xml.close(name, "Result");
    }
    xml.open("ResponseMetadata").element("RequestId", requestId).close("ResponseMetadata").close(name, "Response");
    return answer(200, bytes, requestId);
  }

  @Override
  public WireResponse encodeError(
      @Nullable ServiceDefinition service, ErrorCode error, String message, @Nullable Object explanation, String requestId) {
    ByteText bytes = new ByteText(512);
    XmlText xml = new XmlText(bytes);
    xml.open("ErrorResponse", "", service == null ? "" : service.xmlNamespace()).open("Error")
        .element("Type", error.status() < 500 ? "Sender" : "Receiver")
        .element("Code", error.code())
        .element("Message", message)
        .close("Error").element("RequestId", requestId).close("ErrorResponse");
    return answer(error.status(), bytes, requestId);
  }

  private static WireResponse answer(int status, ByteText bytes, String requestId) {
    return new WireResponse(status, Map.of("Content-Type", "text/xml", "x-amzn-RequestId", requestId), bytes.toByteArray());
  }
}

package bursar.wire.json;

import bursar.domain.Failure;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.ErrorCode;
import bursar.operations.declaration.HttpRoute;
import bursar.operations.declaration.ServiceDefinition;
import bursar.operations.shape.Shape;
import bursar.operations.shape.Shapes;
import bursar.wire.Codec;
import bursar.wire.Headers;
import bursar.wire.PercentText;
import bursar.wire.RawRequest;
import bursar.wire.RestPath;
import bursar.wire.ScalarText;
import bursar.wire.StructureLayout;
import bursar.wire.WireResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/** restJson1: members in the path, the query, headers and a JSON body (Smithy, "AWS restJson1 protocol"). */
public final class RestJsonCodec implements Codec {
  /** The only one there is. */
  public static final RestJsonCodec REST_JSON = new RestJsonCodec();

  private static final byte[] NOTHING = {};

  private RestJsonCodec() {}

  @Override
  public <I> I decode(Declaration<I, ?> declaration, RawRequest request) {
    Shape.Structure shape = Shapes.of(declaration.inputType());
    StructureLayout layout = StructureLayout.of(shape);
    boolean wholeBody = layout.members().stream().anyMatch(member -> member.location() == Shape.Location.WHOLE_BODY);
    @Nullable Object[] values = JsonReader.values(shape, wholeBody ? NOTHING : request.body());
    HttpRoute route = declaration.route();
    @Nullable Map<String, String> labels = route == null ? Map.of() : RestPath.labels(route, request.path());
    Map<String, List<String>> query = query(request.query());
    for (int place = 0; place < values.length; place++) {
      Shape.Member member = layout.members().get(place);
      switch (member.location()) {
        case BODY, STATUS -> {}
        case WHOLE_BODY -> values[place] = wholeBody(member, request.body());
        case PATH -> {
          String label = labels == null ? null : labels.get(member.name());
          values[place] = label == null ? null : scalar(member, member.shape(), label, false);
        }
        case QUERY -> values[place] = listed(member, query);
        case HEADER -> values[place] = header(member, request.headers());
      }
    }
    return declaration.inputType().cast(layout.build(values));
  }

  private static @Nullable Object wholeBody(Shape.Member member, byte[] body) {
    if (body.length == 0) {
      return null;
    }
    return switch (member.shape()) {
      case Shape.Structure structure -> JsonReader.read(structure, body);
      case Shape.Scalar scalar when scalar == Shape.Scalar.BLOB -> SdkBytes.fromByteArray(body);
      case Shape.Scalar scalar when scalar == Shape.Scalar.STRING -> PercentText.utf8(body, 0, body.length);
      case Shape.Scalar scalar -> throw misplaced(member);
      case Shape.ListOf list -> throw misplaced(member);
      case Shape.MapOf map -> throw misplaced(member);
    };
  }

  private static @Nullable Object listed(Shape.Member member, Map<String, List<String>> query) {
    return switch (member.shape()) {
      case Shape.ListOf list -> {
        List<String> written = query.get(member.name());
        yield written == null ? null : scalars(member, list.element(), written, false);
      }
      case Shape.MapOf map -> {
        Map<String, Object> rest = new LinkedHashMap<>();
        query.forEach((name, written) -> rest.put(name, map.value() instanceof Shape.ListOf list
            ? scalars(member, list.element(), written, false)
            : scalar(member, map.value(), written.getFirst(), false)));
        yield rest;
      }
      case Shape.Scalar scalar -> {
        List<String> written = query.get(member.name());
        yield written == null ? null : scalar(member, scalar, written.getFirst(), false);
      }
      case Shape.Structure structure -> throw misplaced(member);
    };
  }

  private static @Nullable Object header(Shape.Member member, Headers headers) {
    String written = headers.first(member.name());
    if (written == null) {
      return null;
    }
    return member.shape() instanceof Shape.ListOf list
        ? scalars(member, list.element(), List.of(written.split(",\\s*")), true)
        : scalar(member, member.shape(), written, true);
  }

  private static List<Object> scalars(Shape.Member member, Shape element, List<String> written, boolean inHeader) {
    List<Object> values = new ArrayList<>();
    written.forEach(text -> values.add(scalar(member, element, text, inHeader)));
    return values;
  }

  private static Object scalar(Shape.Member member, Shape shape, String text, boolean inHeader) {
    Object value = shape instanceof Shape.Scalar kind
        ? (inHeader && kind == Shape.Scalar.TIMESTAMP ? headerTime(text) : ScalarText.read(kind, text))
        : null;
    if (value == null) {
      throw new Failure("SerializationException", "'" + member.name() + "' has a value of another kind than it takes.");
    }
    return value;
  }

  private static @Nullable Instant headerTime(String text) {
    try {
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  private static Map<String, List<String>> query(@Nullable String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (query == null || query.isEmpty()) {
      return parameters;
    }
    for (String part : query.split("&")) {
      byte[] bytes = part.getBytes(StandardCharsets.ISO_8859_1);
      int equals = part.indexOf('=');
      String name = PercentText.decode(bytes, 0, equals < 0 ? bytes.length : equals);
      String value = equals < 0 ? "" : PercentText.decode(bytes, equals + 1, bytes.length);
      parameters.computeIfAbsent(name, unseen -> new ArrayList<>()).add(value);
    }
    return parameters;
  }

  @Override
  public WireResponse encode(Declaration<?, ?> declaration, Object output, String requestId) {
    Shape.Structure shape = Shapes.of(declaration.outputType());
    WireResponse plain = JsonCodec.REST_BODY.encode(declaration, output, requestId);
    int status = plain.status();
    byte[] body = plain.body();
    Map<String, String> headers = new TreeMap<>(plain.headers());
    for (Shape.Member member : shape.members()) {
      Object value = member.location() == Shape.Location.BODY ? null : member.read(output);
      if (value == null) {
        continue;
      }
      switch (member.location()) {
        case BODY, PATH, QUERY -> {}
        case STATUS -> status = (Integer) value;
        case HEADER -> headers.put(member.name(), headerText(member, value));
        case WHOLE_BODY -> body = wholeBody(member, value);
      }
    }
    return new WireResponse(status, headers, body);
  }

  private static byte[] wholeBody(Shape.Member member, Object value) {
    return switch (member.shape()) {
      case Shape.Structure structure -> JsonWriter.object(json -> json.members(structure, value));
      case Shape.Scalar scalar when scalar == Shape.Scalar.BLOB -> ((SdkBytes) value).asByteArray();
      case Shape.Scalar scalar -> String.valueOf(value).getBytes(StandardCharsets.UTF_8);
      case Shape.ListOf list -> throw misplaced(member);
      case Shape.MapOf map -> throw misplaced(member);
    };
  }

  private static String headerText(Shape.Member member, Object value) {
    return switch (member.shape()) {
      case Shape.Scalar kind when kind == Shape.Scalar.TIMESTAMP ->
          DateTimeFormatter.RFC_1123_DATE_TIME.format(((Instant) value).atOffset(ZoneOffset.UTC));
      case Shape.Scalar kind -> ScalarText.write(kind, value);
      case Shape.ListOf list -> String.join(", ", ((List<?>) value).stream().map(String::valueOf).toList());
      case Shape.MapOf map -> throw misplaced(member);
      case Shape.Structure structure -> throw misplaced(member);
    };
  }

  private static IllegalStateException misplaced(Shape.Member member) {
    return new IllegalStateException("The member " + member.name() + " cannot stand where its model puts it.");
  }

  @Override
  public WireResponse encodeError(
      @Nullable ServiceDefinition service, ErrorCode error, String message, @Nullable Object explanation, String requestId) {
    return JsonCodec.REST_BODY.encodeError(service, error, message, explanation, requestId);
  }
}

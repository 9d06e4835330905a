package bursar.wire.route;

import bursar.operations.declaration.Protocol;
import bursar.wire.Codec;
import bursar.wire.json.JsonCodec;
import bursar.wire.json.RestJsonCodec;
import bursar.wire.query.QueryCodec;

/** The codec of every protocol. */
public final class Codecs {
  private Codecs() {}

  /** The codec of that protocol; the same object each time. */
  public static Codec of(Protocol protocol) {
    return switch (protocol) {
      case AWS_QUERY -> QueryCodec.QUERY;
      case AWS_JSON_1_0 -> JsonCodec.JSON_1_0;
      case AWS_JSON_1_1 -> JsonCodec.JSON_1_1;
      case REST_JSON_1 -> RestJsonCodec.REST_JSON;
    };
  }
}

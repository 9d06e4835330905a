package bursar.wire;

import bursar.operations.declaration.ErrorCode;
import bursar.operations.declaration.Protocol;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The errors that every service shares, spelled as its protocol spells them.
 *
 * <p>The query services and the JSON services name the same fault differently, with different statuses; see «Common Error Types» in AWS's
 * references of IAM (query) and Cost Explorer (JSON).
 */
public final class CommonErrors {
  /** Names of the query services, and how the JSON services say the same. */
  private static final Map<String, String> IN_JSON = Map.ofEntries(
      Map.entry("AccessDenied", "AccessDeniedException"),
      Map.entry("IncompleteSignature", "IncompleteSignatureException"),
      Map.entry("InvalidAction", "UnknownOperationException"),
      Map.entry("MissingAction", "UnknownOperationException"),
      Map.entry("InvalidClientTokenId", "UnrecognizedClientException"),
      Map.entry("MalformedInput", "SerializationException"),
      Map.entry("MissingAuthenticationToken", "MissingAuthenticationTokenException"),
      Map.entry("ExpiredToken", "ExpiredTokenException"),
      Map.entry("ServiceFailure", "InternalFailure"),
      Map.entry("SignatureDoesNotMatch", "InvalidSignatureException"),
      Map.entry("Throttling", "ThrottlingException"),
      Map.entry("ValidationError", "ValidationException"));

  private static final Map<String, String> IN_QUERY = Map.ofEntries(
      Map.entry("AccessDeniedException", "AccessDenied"),
      Map.entry("IncompleteSignatureException", "IncompleteSignature"),
      Map.entry("UnknownOperationException", "InvalidAction"),
      Map.entry("UnrecognizedClientException", "InvalidClientTokenId"),
      Map.entry("SerializationException", "MalformedInput"),
      Map.entry("MissingAuthenticationTokenException", "MissingAuthenticationToken"),
      Map.entry("InvalidSignatureException", "SignatureDoesNotMatch"),
      Map.entry("ThrottlingException", "Throttling"),
      Map.entry("ValidationException", "ValidationError"));

  private static final Map<String, Integer> QUERY_STATUS = Map.ofEntries(
      Map.entry("AccessDenied", 403),
      Map.entry("ExpiredToken", 403),
      Map.entry("InvalidClientTokenId", 403),
      Map.entry("MissingAuthenticationToken", 403),
      Map.entry("OptInRequired", 403),
      Map.entry("RequestExpired", 400),
      Map.entry("SignatureDoesNotMatch", 403),
      Map.entry("RequestEntityTooLarge", 413));

  private static final Map<String, Integer> REST_STATUS = Map.ofEntries(
      Map.entry("AccessDeniedException", 403),
      Map.entry("ExpiredTokenException", 403),
      Map.entry("InvalidSignatureException", 403),
      Map.entry("MissingAuthenticationTokenException", 403),
      Map.entry("UnknownOperationException", 404),
      Map.entry("UnrecognizedClientException", 403),
      Map.entry("RequestEntityTooLarge", 413),
      Map.entry("ThrottlingException", 429));

  private CommonErrors() {}

  /**
   * An error as that protocol spells it.
   *
   * @param code the error's code in either spelling; one that is not shared by all services keeps its spelling and gets status 400
   */
  public static ErrorCode of(Protocol protocol, String code) {
    return switch (protocol) {
      case AWS_QUERY -> {
        String own = IN_QUERY.getOrDefault(code, code);
        yield new ErrorCode(own, QUERY_STATUS.getOrDefault(own, statusOfAny(own)));
      }
      case AWS_JSON_1_0, AWS_JSON_1_1 -> {
        String own = IN_JSON.getOrDefault(code, code);
        yield new ErrorCode(own, statusOfAny(own));
      }
      case REST_JSON_1 -> {
        String own = IN_JSON.getOrDefault(code, code);
        yield new ErrorCode(own, REST_STATUS.getOrDefault(own, statusOfAny(own)));
      }
    };
  }

  /** The shared error of that code as that protocol spells it, or null if the code is not one every service shares. */
  public static @Nullable ErrorCode find(Protocol protocol, String code) {
    boolean shared = IN_JSON.containsKey(code) || IN_QUERY.containsKey(code) || QUERY_STATUS.containsKey(code) || statusOfAny(code) != 400;
    return shared ? of(protocol, code) : null;
  }

  private static int statusOfAny(String code) {
    return switch (code) {
      case "InternalFailure", "ServiceFailure", "InternalServerError" -> 500;
      case "ServiceUnavailable", "ServiceUnavailableException" -> 503;
      case "RequestEntityTooLarge" -> 413;
      default -> 400;
    };
  }
}

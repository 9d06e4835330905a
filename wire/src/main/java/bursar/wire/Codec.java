package bursar.wire;

import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.ErrorCode;
import bursar.operations.declaration.ServiceDefinition;
import org.jspecify.annotations.Nullable;

/** One protocol's way to spell requests, answers and errors, over any operation. Safe for all threads. */
public interface Codec {
  /**
   * Reads a request. Members that the operation does not know are ignored, as AWS ignores them.
   *
   * @return the request's value, of the declaration's input class
   * @throws bursar.domain.Failure {@code MalformedInput} (query) or {@code SerializationException} (JSON), naming the place
   */
  <I> I decode(Declaration<I, ?> declaration, RawRequest request);

  /**
   * Spells an answer, with status 200.
   *
   * @param output of the declaration's output class
   * @param requestId the call's id
   */
  WireResponse encode(Declaration<?, ?> declaration, Object output, String requestId);

  /**
   * Spells an error.
   *
   * @param service the service asked, if that is known
   * @param error code and status as they go out
   * @param message the sentence for the caller
   * @param explanation a record that explains the refusal, sent as {@code Explanation} where answers are JSON; or a text that says which of
   *     the cases that share the code it is, sent as {@code Reason}; null without one
   * @param requestId the call's id
   */
  WireResponse encodeError(
      @Nullable ServiceDefinition service, ErrorCode error, String message, @Nullable Object explanation, String requestId);
}

package bursar.operations.declaration;

/**
 * An error an operation may answer.
 *
 * @param code the code clients match, as AWS spells it for the service's protocol
 * @param status the HTTP status that goes with it
 */
public record ErrorCode(String code, int status) {}

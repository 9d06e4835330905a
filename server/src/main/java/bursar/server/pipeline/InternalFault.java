package bursar.server.pipeline;

import bursar.operations.declaration.Protocol;

/**
 * What is said of a failure inside the server: that it was one, and under which id the log tells of it.
 *
 * @param code the protocol's code for it
 * @param sentence what the caller and the audit trail are told
 */
record InternalFault(String code, String sentence) {
  static InternalFault of(Protocol protocol, String requestId) {
    return new InternalFault(protocol == Protocol.AWS_QUERY ? "ServiceFailure" : "InternalFailure",
        "The request failed inside the server. The operator finds the reason in the log under request id " + requestId + ".");
  }
}

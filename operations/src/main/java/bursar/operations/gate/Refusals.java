package bursar.operations.gate;

import java.util.List;

/** The refusals that need no policy to be read. */
final class Refusals {
  private Refusals() {}

  static AccessExplanation notAuthenticated(Caller caller, String asked) {
    return new AccessExplanation(AccessExplanation.IMPLICITLY_DENIED, "Sign in, or sign the request with an access key: this cannot be asked"
        + " anonymously.", caller.principal().arn(), asked, "*", List.of(new AccessExplanation.GateReport("AUTHENTICATION", "REFUSED",
            "Nobody is signed in.", "you", "the sign-in page, or an access key")), List.of());
  }

  static AccessExplanation operatorOnly(Caller caller, String asked) {
    return new AccessExplanation(AccessExplanation.EXPLICITLY_DENIED, "User: " + caller.principal().arn() + " is not authorized to perform: "
        + asked + " because only the operator of this server may, with the commands of bursar on the server's own machine.",
        caller.principal().arn(), asked, "*", List.of(new AccessExplanation.GateReport("AUTHENTICATION", "REFUSED",
            "Only the operator of this server may do this.", "the operator of this server", "the server's own machine")), List.of());
  }
}

package bursar.operations.bursar;

import bursar.operations.gate.Caller;
import bursar.operations.gate.Principal;

/** The same call as if it had come another way, for questions that begin with «what if». */
final class Callers {
  private Callers() {}

  /** The caller over another of the two ways in. */
  static Caller over(Caller caller, Caller.Surface surface) {
    return as(caller.principal(), surface, caller);
  }

  /** Another principal, from the same place and at the same moment. */
  static Caller as(Principal principal, Caller.Surface surface, Caller caller) {
    return new Caller(principal, surface, caller.sourceIp(), caller.userAgent(), caller.secure(), caller.at(), caller.requestId(), null);
  }
}

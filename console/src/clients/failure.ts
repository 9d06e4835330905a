/** What can go wrong between the console and the server, told apart once, for every client. */
import type { Explanation } from "./bursar-shapes";

export type Failure =
  | {
      readonly kind: "refused";
      readonly code: string;
      readonly message: string;
      /** The action that was refused, when the client knows it; for asking ExplainAccess. */
      readonly action?: string | undefined;
      readonly resourceArn?: string | undefined;
      readonly explanation?: Explanation | undefined;
    }
  | { readonly kind: "signed-out"; readonly message: string }
  | { readonly kind: "failed"; readonly code: string; readonly message: string };

/** A failure as an exception, thrown by every client of this folder. */
export class CallFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
    this.name = "CallFailed";
  }
}

const REFUSED = new Set(["AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "DataUnavailableForCaller"]);
const SIGNED_OUT = new Set([
  "MissingAuthenticationToken",
  "MissingAuthenticationTokenException",
  "UnrecognizedClientException",
  "InvalidClientTokenId",
  "ExpiredToken",
  "ExpiredTokenException",
  "InvalidSession",
  "SessionExpired",
  "SessionEnded",
]);

/** Tells a refusal from an ended session from anything else, by code first and status second. */
export function classify(
  status: number,
  code: string,
  message: string,
  about: { action?: string; explanation?: Explanation | undefined } = {},
): Failure {
  if (REFUSED.has(code)) {
    return { kind: "refused", code, message, ...about, resourceArn: resourceNamed(message) };
  }
  if (status === 401 || status === 403 || SIGNED_OUT.has(code)) return { kind: "signed-out", message };
  return { kind: "failed", code, message };
}

const UNSERVED = new Set(["UnknownOperationException", "UnknownOperation", "InvalidAction"]);

/** Does this server have no such operation? */
export function isUnserved(failure: Failure | undefined): boolean {
  return failure?.kind === "failed" && UNSERVED.has(failure.code);
}

/** The resource in AWS's refusal sentence ("... on resource: ARN because ..."), if it names one. */
export function resourceNamed(sentence: string): string | undefined {
  return / on resource: (arn:\S+)/.exec(sentence)?.[1];
}

/** Any thrown thing as a failure. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof CallFailed) return thrown.failure;
  return { kind: "failed", code: "Unexpected", message: thrown instanceof Error ? thrown.message : String(thrown) };
}

type Listener = (message: string) => void;
const listeners = new Set<Listener>();

/** Calls back whenever any client learns that the session is over; answers how to stop. */
export function onSignedOut(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Throws the failure, after telling everyone when the session is over. */
export function fail(failure: Failure): never {
  if (failure.kind === "signed-out") listeners.forEach((listener) => listener(failure.message));
  throw new CallFailed(failure);
}

/** Bursar's own operations, and those of AWS's that no SDK has, over awsJson: same origin, session cookie and XSRF header; nothing is signed. */
import type { BursarOperations, Explanation } from "./bursar-shapes";
import { classify, fail } from "./failure";
import { XSRF_HEADER, xsrfToken } from "./xsrf";

/** One function per operation, typed by {@link BursarOperations}. */
export type BursarClient = {
  [Name in keyof BursarOperations]: (
    input: BursarOperations[Name]["input"],
  ) => Promise<BursarOperations[Name]["output"]>;
};

interface Refusal {
  __type?: string;
  message?: string;
  Message?: string;
  Explanation?: Explanation;
}

/** Calls an operation by its target; the action it needs is told with a refusal, so that the refusal can be explained. */
export async function callJson(target: string, version: "1.0" | "1.1", input: unknown, action?: string, fetcher: typeof fetch = (...request) => fetch(...request)): Promise<unknown> {
  let response: Response;
  try {
    response = await fetcher("/", {
      method: "POST",
      credentials: "same-origin",
      cache: "no-store",
      headers: {
        "Content-Type": `application/x-amz-json-${version}`,
        "X-Amz-Target": target,
        [XSRF_HEADER]: xsrfToken(),
      },
      body: JSON.stringify(input),
    });
  } catch {
    fail({ kind: "failed", code: "Unreachable", message: "The server could not be reached. Check the connection and try again." });
  }
  const text = await response.text();
  if (response.ok) return text ? JSON.parse(text) : {};
  const refusal = readRefusal(text);
  const code = (refusal.__type ?? "").replace(/^.*#/, "") || `Http${response.status}`;
  const message = refusal.message ?? refusal.Message ?? `The server answered ${response.status}.`;
  fail(classify(response.status, code, message, { explanation: refusal.Explanation, ...(action ? { action } : {}) }));
}

function readRefusal(text: string): Refusal {
  try {
    return JSON.parse(text) as Refusal;
  } catch {
    return {};
  }
}

/** A client that asks through the given fetch; tests hand in their own. */
export function bursarClient(fetcher: typeof fetch = (...request) => fetch(...request)): BursarClient {
  return new Proxy({} as BursarClient, {
    get: (_, operation) => (input: unknown) => callJson(`Bursar.${String(operation)}`, "1.0", input, undefined, fetcher),
  });
}

export const bursar: BursarClient = bursarClient();

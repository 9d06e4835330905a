/**
 * The AWS services that Bursar serves, through the AWS SDK's own clients: same origin, session cookie, and a
 * signer that signs nothing and adds the XSRF header. No access key ever reaches this page.
 */
import { CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import { CostExplorerClient } from "@aws-sdk/client-cost-explorer";
import { IAMClient } from "@aws-sdk/client-iam";
import type { Explanation } from "./bursar-shapes";
import { classify, fail } from "./failure";
import { XSRF_HEADER, xsrfToken } from "./xsrf";

interface OutgoingRequest {
  headers: Record<string, string>;
}

/** Adds the XSRF header to an outgoing request and leaves everything else as it is. */
export const cookieSigner = {
  sign: async <R>(request: R): Promise<R> => {
    (request as OutgoingRequest).headers[XSRF_HEADER] = xsrfToken();
    return request;
  },
};

const settings = {
  endpoint: typeof location === "undefined" ? "http://localhost" : location.origin,
  region: "us-east-1",
  maxAttempts: 1,
  credentials: async () => ({ accessKeyId: "", secretAccessKey: "" }),
  httpAuthSchemes: [
    {
      schemeId: "aws.auth#sigv4",
      identityProvider: () => async () => ({ accessKeyId: "", secretAccessKey: "" }),
      signer: cookieSigner,
    },
  ],
};

interface SdkError {
  name?: string;
  message?: string;
  Code?: string;
  /** Bursar's own addition to a refusal, which the JSON protocols carry along. */
  Explanation?: Explanation;
  $metadata?: { httpStatusCode?: number };
}

interface SdkClient {
  middlewareStack: {
    add(
      middleware: (
        next: (args: unknown) => Promise<unknown>,
        context: { commandName?: string },
      ) => (args: unknown) => Promise<unknown>,
      options: { step: "initialize"; name: string; priority: "high" },
    ): void;
  };
}

/** Turns the SDK's exceptions into this console's failures; every command of the client passes here. */
function telling<C>(client: C, action: (operation: string) => string): C {
  (client as SdkClient).middlewareStack.add(
    (next, context) => async (args) => {
      try {
        return await next(args);
      } catch (thrown) {
        const error = thrown as SdkError;
        const operation = (context.commandName ?? "").replace(/Command$/, "");
        const code = error.Code ?? error.name ?? "Unexpected";
        const about = { action: action(operation), explanation: error.Explanation };
        fail(classify(error.$metadata?.httpStatusCode ?? 0, code, error.message ?? code, about));
      }
    },
    { step: "initialize", name: "tellFailures", priority: "high" },
  );
  return client;
}

export const iam = telling(new IAMClient(settings as object), (operation) => `iam:${operation}`);
export const costs = telling(new CostExplorerClient(settings as object), (operation) => `ce:${operation}`);
export const trail = telling(new CloudTrailClient(settings as object), (operation) => `cloudtrail:${operation}`);

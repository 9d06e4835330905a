import { beforeEach, describe, expect, it } from "vitest";
import { bursarClient } from "./bursar";
import { CallFailed, classify, failureOf, onSignedOut, resourceNamed } from "./failure";
import { xsrfToken } from "./xsrf";

function answering(status: number, body: unknown) {
  const asked: { address: string; init: RequestInit }[] = [];
  const fetcher: typeof fetch = async (address, init) => {
    asked.push({ address: String(address), init: init ?? {} });
    return new Response(typeof body === "string" ? body : JSON.stringify(body), { status });
  };
  return { asked, client: bursarClient(fetcher) };
}

async function failing(call: Promise<unknown>) {
  try {
    await call;
  } catch (thrown) {
    return failureOf(thrown);
  }
  throw new Error("the call worked");
}

beforeEach(() => {
  document.cookie = "XSRF-TOKEN=a%20token; path=/";
});

describe("the client of Bursar's operations", () => {
  it("postsTheOperationToTheRootWithTheXsrfHeader", async () => {
    const { asked, client } = answering(200, { Month: "2026-10" });
    await expect(client.GetBill({ Month: "2026-10" })).resolves.toEqual({ Month: "2026-10" });
    expect(asked[0]!.address).toBe("/");
    expect(asked[0]!.init).toMatchObject({
      method: "POST",
      credentials: "same-origin",
      body: '{"Month":"2026-10"}',
      headers: { "Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": "Bursar.GetBill", "X-XSRF-TOKEN": "a token" },
    });
  });

  it("tellsARefusalWithItsExplanation", async () => {
    const message = "User: arn:aws:iam::1:user/a is not authorized to perform: billing:GetBillingData";
    const { client } = answering(400, { __type: "AccessDeniedException", message, Explanation: { Gates: [], Message: message } });
    expect(await failing(client.GetBill({ Month: "2026-10" }))).toMatchObject({ kind: "refused", message, explanation: { Gates: [] } });
  });

  it("tellsEveryoneWhenTheSessionIsOver", async () => {
    const told: string[] = [];
    const stop = onSignedOut((message) => told.push(message));
    const { client } = answering(403, { __type: "MissingAuthenticationTokenException", message: "Sign in first." });
    expect(await failing(client.GetSession({}))).toEqual({ kind: "signed-out", message: "Sign in first." });
    expect(told).toEqual(["Sign in first."]);
    stop();
  });

  it("survivesAnAnswerThatIsNoJson", async () => {
    const { client } = answering(502, "<html>");
    expect(await failing(client.GetSession({}))).toMatchObject({ kind: "failed", code: "Http502" });
  });

  it("saysSoWhenTheServerIsAway", async () => {
    const client = bursarClient(async () => Promise.reject(new TypeError("fetch failed")));
    expect(await failing(client.GetSession({}))).toMatchObject({ kind: "failed", code: "Unreachable" });
  });
});

describe("failures are told apart", () => {
  it("aRefusalIsNotAnEndedSession", () => {
    expect(classify(403, "AccessDenied", "no").kind).toBe("refused");
    expect(classify(400, "AccessDeniedException", "no").kind).toBe("refused");
    expect(classify(403, "InvalidCsrfToken", "no").kind).toBe("signed-out");
    expect(classify(401, "Anything", "no").kind).toBe("signed-out");
    expect(classify(400, "ExpiredTokenException", "no").kind).toBe("signed-out");
    expect(classify(409, "EntityAlreadyExists", "no").kind).toBe("failed");
  });
  it("readsTheResourceFromAwsSentence", () => {
    expect(resourceNamed("User: u is not authorized to perform: iam:GetUser on resource: arn:aws:iam::1:user/b because no")).toBe("arn:aws:iam::1:user/b");
    expect(resourceNamed("something else")).toBeUndefined();
  });
  it("anyThrownThingBecomesAFailure", () => {
    expect(failureOf(new Error("oh"))).toEqual({ kind: "failed", code: "Unexpected", message: "oh" });
    expect(failureOf(new CallFailed({ kind: "signed-out", message: "x" })).kind).toBe("signed-out");
  });
  it("findsTheTokenAmongOtherCookies", () => {
    expect(xsrfToken("a=1; XSRF-TOKEN=b=c; d=2")).toBe("b=c");
    expect(xsrfToken("")).toBe("");
  });
});

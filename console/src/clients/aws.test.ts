import { CreateUserCommand, GetUserPolicyCommand, ListUsersCommand } from "@aws-sdk/client-iam";
import { GetCostAndUsageCommand } from "@aws-sdk/client-cost-explorer";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { costs, iam } from "./aws";
import { readCosts } from "./cost-query";
import { failureOf } from "./failure";
import { everyPage, policyText } from "./iam-pages";
import { plain } from "../money/decimal";

interface Sent {
  address: string;
  headers: Headers;
  body: string;
}
let sent: Sent[];

/** Stands in for the network, below the SDK. */
function answer(status: number, body: string, type: string) {
  vi.stubGlobal("fetch", async (input: Request | string, init?: RequestInit) => {
    const request = input instanceof Request ? input : new Request(input, init);
    sent.push({ address: request.url, headers: request.headers, body: await request.text() });
    return new Response(body, { status, headers: { "content-type": type } });
  });
}

// the SDK picks its Node handler here; the browser's is handed in, as the built console has it
beforeEach(async () => {
  sent = [];
  document.cookie = "XSRF-TOKEN=t1; path=/";
  const { FetchHttpHandler } = await import("@smithy/fetch-http-handler");
  iam.config.requestHandler = new FetchHttpHandler() as never;
  costs.config.requestHandler = new FetchHttpHandler() as never;
});
afterEach(() => vi.unstubAllGlobals());

it("addsTheXsrfHeaderAndSignsNothing", async () => {
  answer(200, "<CreateUserResponse><CreateUserResult><User><UserName>ada</UserName></User></CreateUserResult></CreateUserResponse>", "text/xml");
  const created = await iam.send(new CreateUserCommand({ UserName: "ada" }));
  expect(created.User?.UserName).toBe("ada");
  expect(sent[0]!.body).toContain("Action=CreateUser");
  expect(sent[0]!.headers.get("x-xsrf-token")).toBe("t1");
  expect(sent[0]!.headers.get("authorization")).toBeNull();
});

it("tellsARefusalWithTheActionSoThatItCanBeExplained", async () => {
  const sentence = "User: arn:aws:iam::1:user/a is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::1:user/ because no identity-based policy allows the iam:ListUsers action";
  answer(403, `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>${sentence}</Message></Error><RequestId>r</RequestId></ErrorResponse>`, "text/xml");
  const failure = failureOf(await iam.send(new ListUsersCommand({})).catch((thrown: unknown) => thrown));
  expect(failure).toMatchObject({ kind: "refused", action: "iam:ListUsers", message: sentence, resourceArn: "arn:aws:iam::1:user/" });
});

it("keepsTheCodeOfAMissingThing", async () => {
  answer(404, "<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>gone</Message></Error></ErrorResponse>", "text/xml");
  const failure = failureOf(await iam.send(new GetUserPolicyCommand({ UserName: "a", PolicyName: "b" })).catch((thrown: unknown) => thrown));
  expect(failure).toMatchObject({ kind: "failed", message: "gone" });
  expect(failure.kind === "failed" && failure.code).toMatch(/^NoSuchEntity/);
});

it("asksCostExplorerInJson", async () => {
  answer(400, '{"__type":"AccessDeniedException","message":"no","Explanation":{"Gates":[]}}', "application/x-amz-json-1.1");
  const failure = failureOf(
    await costs
      .send(new GetCostAndUsageCommand({ TimePeriod: { Start: "2026-01-01", End: "2026-02-01" }, Granularity: "MONTHLY", Metrics: ["UnblendedCost"] }))
      .catch((thrown: unknown) => thrown),
  );
  expect(sent[0]!.headers.get("x-amz-target")).toBe("AWSInsightsIndexService.GetCostAndUsage");
  expect(failure).toMatchObject({ kind: "refused", action: "ce:GetCostAndUsage", explanation: { Gates: [] } });
});

it("readsGroupedPeriodsExactlyAndLargestFirst", () => {
  const period = { Start: "2026-01-01", End: "2026-02-01" };
  const group = (key: string, amount: string) => ({ Keys: [key], Metrics: { UnblendedCost: { Amount: amount, Unit: "USD" } } });
  const read = readCosts(
    [
      { ResultsByTime: [{ TimePeriod: period, Groups: [group("a", "0.1"), group("b", "5")] }] },
      { ResultsByTime: [{ TimePeriod: period, Groups: [group("c", "0.2")] }] },
    ],
    "UnblendedCost",
  );
  expect(read.groups.map((one) => one.key)).toEqual(["b", "c", "a"]);
  expect(plain(read.total)).toBe("5.3");
  expect(read.periods).toHaveLength(1);
  expect(read.unit).toBe("USD");
});

it("readsEveryPageOfAListing", async () => {
  const pages = [{ IsTruncated: true, Marker: "m", items: [1] }, { IsTruncated: false, Marker: "stale", items: [2] }];
  const markers: (string | undefined)[] = [];
  const all = await everyPage(async (marker) => {
    markers.push(marker);
    return pages[markers.length - 1]!;
  }, (page) => page.items);
  expect(all).toEqual([1, 2]);
  expect(markers).toEqual([undefined, "m"]);
});

it("decodesPolicyDocuments", () => {
  expect(policyText("%7B%22a%22%3A%22b%20c%22%7D")).toBe('{"a":"b c"}');
  expect(policyText('{"a":"100%"}')).toBe('{"a":"100%"}');
});

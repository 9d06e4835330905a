/**
 * A stand-in for Bursar while the console is developed and photographed: in memory, test-only, no security.
 * It serves the built console with the real server's headers and answers the operations the console uses.
 * Usage: node dev/stand-in-server.mjs [port]; state: `POST /stand-in/reset`.
 */
import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { randomUUID } from "node:crypto";
import { freshState, principalArn } from "./stand-in-state.mjs";
import { bursarOperation } from "./stand-in-bursar.mjs";
import { iamOperation } from "./stand-in-iam.mjs";
import { costOperation, trailOperation } from "./stand-in-costs.mjs";

const port = Number(process.argv[2] ?? process.env.PORT ?? 8099);
const dist = join(fileURLToPath(new URL("..", import.meta.url)), "dist");
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".woff": "font/woff" };
const csp =
  "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:";

let state = freshState();

function send(response, status, body, headers = {}) {
  response.writeHead(status, { "Cache-Control": "no-store", ...headers });
  response.end(body);
}

function json(response, status, body, type = "application/x-amz-json-1.0") {
  send(response, status, JSON.stringify(body), { "Content-Type": type });
}

function serveFile(path, response) {
  const wanted = join(dist, normalize(path));
  const file = wanted.startsWith(dist) && extname(path) && existsSync(wanted) ? wanted : join(dist, "index.html");
  send(response, 200, readFileSync(file), {
    "Content-Type": types[extname(file)] ?? "application/octet-stream",
    "Content-Security-Policy": csp,
    "X-Content-Type-Options": "nosniff",
  });
}

function signIn(body, response) {
  const given = JSON.parse(body);
  const user =
    given.email !== undefined
      ? given.email === state.email && given.password === state.password && { root: true }
      : [state.accountId, state.alias].includes(given.account) &&
        state.users.get(given.userName)?.password === given.password &&
        given.password && { name: given.userName };
  if (!user) return json(response, 401, { message: "The account, user name or password is wrong." }, "application/json");
  const id = randomUUID();
  const token = randomUUID();
  state.sessions.set(id, { ...user, token });
  send(response, 204, undefined, {
    "Set-Cookie": [`BURSAR_SESSION=${id}; HttpOnly; SameSite=Strict; Path=/`, `XSRF-TOKEN=${token}; SameSite=Strict; Path=/`],
  });
}

function sessionOf(request) {
  const cookie = /BURSAR_SESSION=([^;]+)/.exec(request.headers.cookie ?? "")?.[1];
  return cookie ? state.sessions.get(cookie) : undefined;
}

function operation(request, body, response) {
  const target = request.headers["x-amz-target"] ?? "";
  const [service, name] = target.split(".");
  const query = target ? undefined : new URLSearchParams(body);
  if (name === "SignUp") return json(response, 200, bursarOperation(state, undefined, "SignUp", JSON.parse(body)));
  const caller = sessionOf(request);
  if (!caller) return json(response, 403, { __type: "MissingAuthenticationTokenException", message: "Sign in first." });
  if (request.headers["x-xsrf-token"] !== caller.token) return json(response, 403, { __type: "InvalidCsrfToken", message: "The XSRF token is wrong." });
  try {
    if (query) {
      return send(response, 200, iamOperation(state, caller, query), { "Content-Type": "text/xml" });
    }
    const input = JSON.parse(body || "{}");
    if (service === "Bursar") return json(response, 200, bursarOperation(state, caller, name, input));
    const answer = service === "AWSInsightsIndexService" ? costOperation(state, caller, name, input) : trailOperation(state, caller, name, input);
    return json(response, 200, answer, "application/x-amz-json-1.1");
  } catch (thrown) {
    if (!thrown.code) throw thrown;
    state.events.unshift({ at: Date.now() / 1000, name: name ?? query?.get("Action"), by: principalArn(state, caller), error: thrown.code, message: thrown.message });
    if (query) {
      const xml = `<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>${thrown.code.replace(/Exception$/, "")}</Code><Message>${thrown.message}</Message></Error><RequestId>stand-in</RequestId></ErrorResponse>`;
      return send(response, thrown.status ?? 400, xml, { "Content-Type": "text/xml" });
    }
    return json(response, 400, { __type: thrown.code, message: thrown.message, ...(thrown.explanation ? { Explanation: thrown.explanation } : {}) });
  }
}

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://stand-in").pathname);
  if (request.method === "GET" && path === "/health") return send(response, 200, "ok");
  if (request.method === "GET") return serveFile(path, response);
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    const body = Buffer.concat(parts).toString("utf8");
    try {
      if (path === "/stand-in/reset") {
        state = freshState(body ? JSON.parse(body) : {});
        return send(response, 204);
      }
      if (path === "/signin") return signIn(body, response);
      if (path === "/signout") {
        const cookie = /BURSAR_SESSION=([^;]+)/.exec(request.headers.cookie ?? "")?.[1];
        state.sessions.delete(cookie);
        return send(response, 204);
      }
      return operation(request, body, response);
    } catch (thrown) {
      console.error(thrown);
      return json(response, 500, { __type: "InternalFailure", message: "The stand-in broke." });
    }
  });
});
server.listen(port, "127.0.0.1", () => console.log(`stand-in on http://127.0.0.1:${server.address().port}`));

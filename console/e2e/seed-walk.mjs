/**
 * The seed page, walked in a browser, step by step, against a running Bursar.
 *
 *   BURSAR_URL             the server, for instance http://127.0.0.1:8080 (required)
 *   BURSAR_OWNER_EMAIL,    an owner who exists already; without them the walk signs up its own
 *   BURSAR_OWNER_PASSWORD
 *   BURSAR_SETUP_CODE      the set-up code the server printed, where sign-up needs one
 *   BURSAR_IMPORT          a shell command that imports costs; it finds the account's id in $BURSAR_ACCOUNT
 *   BURSAR_MONTH           the month with costs (YYYY-MM), and
 *   BURSAR_TOTAL           its exact unblended total; without it, any total but zero will do
 *   BURSAR_EXAMPLE_4       the template's name (default example-4-deny-only)
 *   CHROMIUM               the browser's path (default /usr/bin/chromium)
 *   BURSAR_SHOTS           a folder for photographs of each step (optional)
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { enter, keyTo } from "./keyboard.mjs";
import { faultsOf, settled } from "./looking.mjs";

const base = process.env.BURSAR_URL?.replace(/\/$/, "");
assert.ok(base, "BURSAR_URL must name a running Bursar");
const month = process.env.BURSAR_MONTH ?? new Date().toISOString().slice(0, 7);
const shots = process.env.BURSAR_SHOTS;
const owner = {
  email: process.env.BURSAR_OWNER_EMAIL ?? "owner@seed.example",
  password: process.env.BURSAR_OWNER_PASSWORD ?? "The seed page, walked literally",
};
const admin = { name: "ada", password: "Ada keeps the engine running 7" };
const plain = { name: "paul", password: "Paul has nothing to begin with 3" };

let browser;
let account;
const people = {};
const faults = [];

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  if (shots) mkdirSync(shots, { recursive: true });
});
after(() => browser?.close());

/** A browser of one person: own cookies, every fault of the page remembered. */
async function newPerson() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    // the browser itself notes every refused call; that is the walk's subject, not a fault
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) faults.push(`${page.url()}: ${message.text()}`);
  });
  return page;
}

/** Looks at the page as it stands: its faults are remembered, and it is photographed where that is wanted. */
let shotCount = 0;
async function shot(page, name) {
  shotCount += 1;
  await settled(page);
  faults.push(...(await faultsOf(page, name)));
  if (shots) await page.screenshot({ path: `${shots}/${String(shotCount).padStart(2, "0")}-${name}.png` });
}

async function signInAsUser(user) {
  const page = await newPerson();
  await page.goto(`${base}/signin`);
  await page.getByRole("radio", { name: "IAM user" }).check();
  await page.getByTestId("account").fill(account);
  await page.getByTestId("user-name").fill(user.name);
  await page.getByTestId("password").fill(user.password);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /Account menu/ }).waitFor();
  return page;
}

const open = (page, path) => page.goto(base + path);
const refused = (page) => page.getByTestId("refusal").waitFor();
const sentence = async (page) => (await page.getByTestId("refusal-sentence").first().textContent()) ?? "";
const linkTo = (page, name) => page.getByTestId("navigation").getByRole("link", { name, exact: true });

/** Calls an operation as the page does: cookie and XSRF header. */
function call(page, target, version, input) {
  return page.evaluate(
    async ([name, type, body]) => {
      const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? "";
      const answer = await fetch("/", {
        method: "POST",
        headers: { "Content-Type": type, "X-Amz-Target": name, "X-XSRF-TOKEN": decodeURIComponent(token) },
        body: JSON.stringify(body),
      });
      return { status: answer.status, body: await answer.json() };
    },
    [target, `application/x-amz-json-${version}`, input],
  );
}

const ask = (page, operation, input) => call(page, `Bursar.${operation}`, "1.0", input);
const askCosts = (page, operation, input) => call(page, `AWSInsightsIndexService.${operation}`, "1.1", input);

/** The month of the walk as the cost operations want it, and its last day. */
const nextMonth = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString().slice(0, 10);
const lastDay = new Date(Date.parse(`${nextMonth}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

async function createUser(page, user, policy) {
  await open(page, "/iam/users");
  await page.getByTestId("create-user").click();
  await page.getByTestId("user-name").fill(user.name);
  await page.getByTestId("password").fill(user.password);
  if (policy) {
    const choice = page.getByTestId("policy-choice");
    await choice.getByRole("searchbox").or(choice.getByPlaceholder("Find policies")).first().fill(policy);
    await choice.getByRole("checkbox", { name: policy, exact: true }).check();
  }
  await page.getByTestId("create-user-submit").click();
  await page.getByRole("heading", { level: 1, name: user.name }).waitFor();
}

async function setSwitch(page, on) {
  await open(page, "/account");
  await page.getByTestId("billing-access-edit").click();
  const box = page.getByRole("checkbox", { name: "Activate IAM Access" });
  await box.setChecked(on);
}

async function update(page, status) {
  await page.getByTestId("billing-access-update").click();
  await page.getByTestId("billing-access-status").filter({ hasText: status }).waitFor();
}

/** The imported totals, in Bills and in Cost Explorer. */
async function seesTheTotals(page) {
  await open(page, `/billing/bills?month=${month}`);
  const bill = await page.getByTestId("bill-total").getAttribute("data-amount");
  const saving = page.waitForEvent("download");
  await page.getByTestId("bill-csv").click();
  assert.match((await saving).suggestedFilename(), /\.csv$/);
  await shot(page, "bills");
  await open(page, `/billing/cost-explorer?start=${month}-01&last=${lastDay}&granularity=MONTHLY&group=SERVICE`);
  const cost = await page.getByTestId("cost-total").getAttribute("data-amount");
  await shot(page, "cost-explorer");
  if (process.env.BURSAR_TOTAL) {
    for (const shown of [bill, cost]) assert.ok(Math.abs(Number(shown) - Number(process.env.BURSAR_TOTAL)) < 1e-6, `${shown} is shown, not ${process.env.BURSAR_TOTAL}`);
  } else assert.notEqual(Number(bill), 0, "the bill holds nothing");
}

test("the owner signs up, or signs in where an account was made beforehand", async () => {
  const page = (people.owner = await newPerson());
  if (process.env.BURSAR_OWNER_EMAIL) {
    await open(page, "/signin");
    await page.getByRole("radio", { name: "Root user" }).check();
    await page.getByTestId("email").fill(owner.email);
    await page.getByTestId("password").fill(owner.password);
    await page.getByTestId("sign-in-submit").click();
  } else {
    await open(page, "/sign-up");
    await page.getByTestId("account-name").fill("Seed");
    await page.getByTestId("email").fill(owner.email);
    await page.getByTestId("password").fill(owner.password);
    if (process.env.BURSAR_SETUP_CODE) await page.getByTestId("setup-code").fill(process.env.BURSAR_SETUP_CODE);
    await page.getByTestId("sign-up-submit").click();
    await page.getByTestId("signed-up").waitFor();
    await shot(page, "signed-up");
    await page.getByTestId("continue").click();
  }
  await page.getByRole("button", { name: /Account menu/ }).waitFor();
  account = (await ask(page, "GetSession", {})).body.AccountId;
  if (!process.env.BURSAR_OWNER_EMAIL) {
    await page.getByTestId("import-command").filter({ hasText: account }).waitFor();
    await shot(page, "first-steps");
  }
  assert.match(account, /^\d{12}$/);
  if (process.env.BURSAR_IMPORT) {
    execFileSync("/bin/sh", ["-c", process.env.BURSAR_IMPORT], { env: { ...process.env, BURSAR_ACCOUNT: account }, stdio: "inherit", timeout: 120_000 });
  }
});

test("the owner creates an administrator and a plain user", async () => {
  await createUser(people.owner, admin, "AdministratorAccess");
  await createUser(people.owner, plain);
  await open(people.owner, "/iam/users");
  for (const user of [admin, plain]) await people.owner.getByTestId("users").getByRole("link", { name: user.name, exact: true }).waitFor();
  await shot(people.owner, "users");
});

test("the administrator is refused billing with the reason, and sees the switch without Edit", async () => {
  const page = (people.admin = await signInAsUser(admin));
  assert.equal(await linkTo(page, "Bills").count(), 0, "navigation offers Bills while billing is closed");
  await open(page, "/billing/bills");
  await refused(page);
  assert.match(await sentence(page), /is not authorized to perform/);
  await page.getByTestId("gate-SWITCH").filter({ hasText: "Refused here" }).waitFor();
  assert.match((await page.getByTestId("who-can-change").textContent()) ?? "", /[Rr]oot user/);
  await shot(page, "refused-by-switch");
  await open(page, "/account");
  await page.getByTestId("billing-access-status").filter({ hasText: "Deactivated" }).waitFor();
  assert.equal(await page.getByTestId("billing-access-edit").count(), 0);
  await page.getByTestId("who-can-change-switch").waitFor();
  const written = await ask(page, "PutBillingAccess", { IamUserAndRoleAccess: "ACTIVATED" });
  assert.equal(written.body.__type, "AccessDeniedException");
});

test("the owner activates; the preview names the administrator and not the plain user", async () => {
  const page = people.owner;
  await setSwitch(page, true);
  const gains = page.getByTestId("gains");
  await gains.getByRole("rowheader", { name: admin.name, exact: true }).or(gains.getByText(admin.name, { exact: true })).first().waitFor();
  assert.equal(await gains.getByText(plain.name, { exact: true }).count(), 0);
  await page.getByTestId("template-warnings").waitFor();
  await shot(page, "preview");
  await update(page, "Activated");
});

test("the administrator sees Bills and Cost Explorer with the imported totals", async () => {
  await seesTheTotals(people.admin);
});

test("the file of Cost Explorer holds the server's own figures, to the last digit", async () => {
  const page = people.owner;
  const Metric = "NetAmortizedCost";
  await open(page, `/billing/cost-explorer?start=${month}-01&last=${lastDay}&granularity=DAILY&group=SERVICE&metric=${Metric}&chart=line`);
  const saving = page.waitForEvent("download");
  await page.getByTestId("cost-csv").click();
  const lines = readFileSync(await (await saving).path(), "utf8").trim().split("\r\n").map((line) => line.split(","));
  const { body } = await askCosts(page, "GetCostAndUsage", {
    TimePeriod: { Start: `${month}-01`, End: nextMonth },
    Granularity: "DAILY",
    Metrics: [Metric],
    GroupBy: [{ Type: "DIMENSION", Key: "SERVICE" }],
  });
  const answered = body.ResultsByTime.flatMap((period) => period.Groups.map((group) => `${group.Keys[0]} ${period.TimePeriod.Start} ${group.Metrics[Metric].Amount}`));
  const days = lines[0].slice(1, -1);
  // the first line after the heads is the sum of the others
  const written = lines.slice(2).flatMap(([service, ...amounts]) => days.flatMap((day, index) => (amounts[index] ? [`${service} ${day} ${amounts[index]}`] : [])));
  assert.ok(answered.length > 0, "the month holds no costs");
  assert.deepEqual(written.sort(), answered.sort());
});

test("whoever sees only some rows of costs is told which", async () => {
  const page = people.owner;
  const rosa = { name: "rosa", password: "Rosa reads one region only 5" };
  await createUser(page, rosa);
  await open(page, `/iam/users/inline?name=${rosa.name}`);
  await page.getByTestId("policy-name").fill("OneRegion");
  const statement = { Effect: "Allow", Action: ["ce:Get*", "billing:GetBillingData"], Resource: "*", Condition: { StringEquals: { "bursar:Region": "eu-central-1" } } };
  await page.getByTestId("policy-document").fill(JSON.stringify({ Version: "2012-10-17", Statement: [statement] }));
  await page.getByTestId("save-policy").click();
  await page.getByTestId("inline-policies").getByRole("link").first().waitFor();
  const reader = await signInAsUser(rosa);
  for (const [name, path] of [
    ["part-of-home", "/billing/home"],
    ["part-of-bill", `/billing/bills?month=${month}`],
    ["part-of-costs", `/billing/cost-explorer?start=${month}-01&last=${lastDay}&group=REGION`],
  ]) {
    await open(reader, path);
    await reader.getByTestId("part-of-costs").filter({ hasText: "bursar:Region" }).waitFor();
    await reader.waitForLoadState("networkidle");
    await shot(reader, name);
  }
  await reader.context().close();
});

test("the owner attaches Example 4 and is warned about the cost APIs", async () => {
  const page = people.owner;
  const { body } = await ask(page, "ListPolicyTemplates", {});
  const wanted = body.Templates.find((template) => template.Name === (process.env.BURSAR_EXAMPLE_4 ?? "example-4-deny-only"));
  assert.ok(wanted, "there is no template of Example 4");
  await open(page, `/iam/users/detail?name=${admin.name}`);
  await page.getByTestId("add-inline").click();
  await page.getByTestId("template").getByRole("button").click();
  await page.getByPlaceholder("Find templates").fill(wanted.Name);
  await page.getByRole("option").filter({ hasText: wanted.Name }).first().click();
  await page.getByTestId("template-warnings").filter({ hasText: /cost/i }).waitFor();
  await shot(page, "example-4-warning");
  await page.getByTestId("save-policy").click();
  await page.getByTestId("inline-policies").getByRole("link").first().waitFor();
});

test("the administrator loses the billing, Account and IAM pages with the next click", async () => {
  const page = people.admin;
  await linkTo(page, "Bills").click();
  await refused(page);
  assert.match(await sentence(page), /explicit deny/);
  await shot(page, "refused-by-example-4");
  for (const path of ["/billing/bills", "/account", "/iam/users", "/iam/groups", "/iam/policies"]) {
    await open(page, path);
    await refused(page);
  }
  for (const name of ["Bills", "Account", "Users", "Policies"]) assert.equal(await linkTo(page, name).count(), 0);
});

test("the plain user gets AWSBillingReadOnlyAccess, sees bills and cannot write", async () => {
  const page = people.owner;
  await open(page, `/iam/users/detail?name=${plain.name}`);
  await page.getByTestId("attach-policies").click();
  const choice = page.getByTestId("policy-choice");
  await choice.getByPlaceholder("Find policies").fill("AWSBillingReadOnlyAccess");
  await choice.getByRole("checkbox", { name: "AWSBillingReadOnlyAccess", exact: true }).check();
  await page.getByTestId("attach-submit").click();
  await page.getByTestId("attached-policies").getByRole("link", { name: "AWSBillingReadOnlyAccess" }).waitFor();
  people.plain = await signInAsUser(plain);
  await seesTheTotals(people.plain);
  const written = await ask(people.plain, "PutBillingAccess", { IamUserAndRoleAccess: "DEACTIVATED" });
  assert.equal(written.body.__type, "AccessDeniedException");
});

test("every other page can be read by everybody", async () => {
  const page = people.owner;
  const managed = encodeURIComponent("arn:aws:iam::aws:policy/AWSBillingReadOnlyAccess");
  for (const [name, path] of [
    ["billing-home", "/billing/home"],
    ["cost-comparison", `/billing/cost-explorer?compare=${month},${new Date().toISOString().slice(0, 7)}`],
    ["cost-forecast", "/billing/cost-explorer?group=none&forecast=3&chart=bar"],
    ["cost-hours", `/billing/cost-explorer?start=${lastDay}&last=${lastDay}&granularity=HOURLY&chart=line&filter=SERVICE%5E%3DAmazon`],
    ["anomalies", "/billing/anomalies"],
    ["monitors", "/billing/anomalies?tab=monitors"],
    ["subscriptions", "/billing/anomalies?tab=subscriptions"],
    ["reservations", "/billing/reservations"],
    ["reservation-coverage", "/billing/reservations?tab=coverage"],
    ["savings-plans", "/billing/savings-plans"],
    ["cost-categories", "/billing/cost-categories"],
    ["create-cost-category", "/billing/cost-categories/create"],
    ["cost-tags", "/billing/cost-allocation-tags"],
    ["create-user", "/iam/users/create"],
    ["user", `/iam/users/detail?name=${plain.name}`],
    ["credentials", `/iam/users/detail?name=${plain.name}&tab=credentials`],
    ["groups", "/iam/groups"],
    ["policies", "/iam/policies"],
    ["policy", `/iam/policies/detail?arn=${managed}`],
    ["create-policy", "/iam/policies/create"],
    ["cost-preferences", "/billing/preferences"],
    ["guardrails", "/guardrails"],
    ["audit-trail", "/audit-trail"],
    ["cost-imports", "/cost-imports"],
    ["own-credentials", "/account/credentials"],
    ["no-user", "/iam/users/detail?name=nobody"],
    ["no-page", "/nowhere"],
  ]) {
    await open(page, path);
    await page.waitForLoadState("networkidle");
    await shot(page, name);
  }
});

test("everything is reached with the keyboard alone", async () => {
  const page = await newPerson();
  await open(page, "/signin");
  const ways = page.getByRole("radio", { name: "Root user" });
  await ways.waitFor();
  await keyTo(page, ways);
  await page.keyboard.press("ArrowRight");
  await page.getByTestId("account").waitFor();
  await page.keyboard.press("ArrowLeft");
  await keyTo(page, page.getByTestId("email"));
  await page.keyboard.type(owner.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(owner.password);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /Account menu/ }).waitFor();

  await enter(page, page.getByTestId("skip"));
  assert.equal(await page.evaluate(() => document.activeElement?.id), "main");
  await open(page, "/iam/groups");
  await enter(page, linkTo(page, "Account"));
  await enter(page, page.getByTestId("billing-access-edit"));
  const box = page.getByRole("checkbox", { name: "Activate IAM Access" });
  const before = await box.isChecked();
  await keyTo(page, box);
  await page.keyboard.press("Space");
  assert.equal(await box.isChecked(), !before);
  await page.keyboard.press("Escape");
  await page.getByTestId("billing-access-dialog").waitFor({ state: "hidden" });
  await page.waitForFunction(() => document.activeElement?.closest("[data-testid=billing-access-edit]"));

  await open(page, `/billing/bills?month=${month}`);
  const service = page.getByTestId("charges-by-service").getByRole("row").nth(1).getByRole("button");
  await service.waitFor();
  await keyTo(page, page.getByTestId("charges-by-service").locator("table:has(td)"));
  await keyTo(page, service, "ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByTestId("charges-by-service").locator("button[aria-expanded=true]").first().waitFor();

  await open(page, `/billing/cost-explorer?start=${month}-01&last=${lastDay}&group=SERVICE`);
  await enter(page, page.getByTestId("metric").getByRole("button"));
  await page.getByRole("option", { name: "Net unblended costs" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/metric=NetUnblendedCost/);
  const bars = page.getByTestId("cost-chart").getByRole("button", { name: "Stacked" });
  await bars.waitFor();
  await keyTo(page, bars);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.waitForURL(/chart=bar/);
  const saving = page.waitForEvent("download");
  await enter(page, page.getByTestId("cost-csv"));
  assert.match((await saving).suggestedFilename(), /\.csv$/);

  await open(page, "/billing/cost-categories/create");
  await enter(page, page.getByTestId("add-rule"));
  await page.getByTestId("rule-2").waitFor();
  await enter(page, page.getByRole("button", { name: "Move rule 2 up" }));
  await page.waitForFunction(() => document.activeElement?.getAttribute("data-testid") === "rule-1");
  await enter(page, page.getByRole("button", { name: "Delete rule 1" }));
  await page.getByTestId("rule-2").waitFor({ state: "hidden" });

  await enter(page, page.getByRole("button", { name: /Account menu/ }));
  await page.getByRole("menuitem", { name: "Sign out" }).waitFor();
  await keyTo(page, page.getByRole("menuitem", { name: "Sign out" }), "ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByTestId("sign-in").waitFor();
});

test("the owner deactivates; both lose billing with the next click", async () => {
  await setSwitch(people.owner, false);
  await update(people.owner, "Deactivated");
  await linkTo(people.plain, "Bills").click();
  await refused(people.plain);
  await people.plain.getByTestId("gate-SWITCH").filter({ hasText: "Refused here" }).waitFor();
  await open(people.admin, "/billing/cost-explorer");
  await refused(people.admin);
  await shot(people.plain, "refused-again");
});

test("the owner signs out, and the pages are closed", async () => {
  const page = people.owner;
  await page.getByRole("button", { name: /Account menu/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByTestId("sign-in").waitFor();
  await open(page, "/account");
  await page.getByTestId("sign-in").waitFor();
});

test("no page broke on the way", () => assert.deepEqual([...new Set(faults)], []));

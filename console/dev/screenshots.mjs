/**
 * Photographs every page of the built console over the stand-in, and fails on any console error,
 * page error, the word "undefined" in the text, a table cut off at the right of a usual screen, or a serious finding of axe.
 * Usage: npm run build && node dev/screenshots.mjs [folder] [name ...]
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { faultsOf, settled } from "../e2e/looking.mjs";

const folder = process.argv[2] ?? "dev/screenshots";
const only = process.argv.slice(3);
mkdirSync(folder, { recursive: true });
const here = fileURLToPath(new URL(".", import.meta.url));
const port = 8098;
const base = `http://127.0.0.1:${port}`;
const server = spawn(process.execPath, [join(here, "stand-in-server.mjs"), String(port)], { stdio: ["ignore", "pipe", "inherit"] });
await once(server.stdout, "data");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const faults = [];

async function open(user) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && !/status of 40[013]/.test(message.text()) && faults.push(`${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  page.setDefaultTimeout(8000);
  if (user) {
    const body = user === "root" ? { email: "owner@harbour.example", password: "a calm sea" } : { account: "harbour", userName: user, password: `${user} sings` };
    await page.goto(`${base}/health`);
    const status = await page.evaluate(async (given) => (await fetch("/signin", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(given) })).status, body);
    if (status !== 204) throw new Error(`${user} cannot sign in: ${status}`);
  }
  return page;
}

async function shot(page, name, full = true) {
  await page.waitForLoadState("networkidle");
  await settled(page);
  await page.waitForTimeout(400);
  // Cost Explorer's table may have a column for each of many periods: it scrolls, and its first column stays
  const cut = await page.evaluate(() => [...document.querySelectorAll("table")].filter((table) => !table.closest("[data-testid=cost-table]")).map((table) => table.closest("[class*=awsui_wrapper]")).filter((box) => box && box.scrollWidth > box.clientWidth + 1).map((box) => `${box.scrollWidth} > ${box.clientWidth}`));
  if (page.viewportSize().width >= 1280) faults.push(...cut.map((by) => `${name}: a table is cut off: ${by}`));
  faults.push(...(await faultsOf(page, name)));
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: full });
}

const scenes = {
  async signIn() {
    const page = await open();
    await page.goto(`${base}/`);
    await shot(page, "sign-in");
    await page.getByText("IAM user", { exact: true }).click();
    await page.getByTestId("account").fill("harbour");
    await page.getByTestId("user-name").fill("alice");
    await page.getByTestId("password").fill("wrong");
    await page.getByTestId("sign-in-submit").click();
    await page.getByTestId("sign-in-failed").waitFor();
    await shot(page, "sign-in-failed");
    await page.goto(`${base}/signup`);
    await shot(page, "sign-up");
  },
  async root(width = 1440, prefix = "") {
    const page = await open("root");
    await page.setViewportSize({ width, height: 900 });
    for (const [name, path] of [
      ["home", "/billing/home"],
      ["bills", "/billing/bills?month=2026-10"],
      ["bills-accounts", "/billing/bills?month=2026-10&tab=accounts"],
      ["costs", "/billing/cost-explorer"],
      ["costs-line", "/billing/cost-explorer?range=last-30&granularity=DAILY&group=REGION&group=TAG%3Ateam&chart=line&filter=SERVICE%21%3DAWS+Lambda&metric=AmortizedCost"],
      ["costs-forecast", "/billing/cost-explorer?range=last-6m&granularity=MONTHLY&group=none&forecast=3&chart=bar"],
      ["costs-category", "/billing/cost-explorer?range=last-6m&group=CATEGORY%3ATeam&group=LINKED_ACCOUNT&filter=SERVICE%5E%3DAmazon&case=ignore"],
      ["costs-compare", "/billing/cost-explorer?compare=2026-09%2C2026-10"],
      ["categories", "/billing/cost-categories"],
      ["category-new", "/billing/cost-categories/create"],
      ["category-edit", "/billing/cost-categories/edit?arn=arn%3Aaws%3Ace%3A%3A210987654321%3Acostcategory%2Fteam"],
      ["tags", "/billing/cost-allocation-tags"],
      ["anomalies", "/billing/anomalies"],
      ["monitors", "/billing/anomalies?tab=monitors"],
      ["subscriptions", "/billing/anomalies?tab=subscriptions"],
      ["reservations", "/billing/reservations"],
      ["reservations-coverage", "/billing/reservations?tab=coverage&months=3"],
      ["savings-plans", "/billing/savings-plans"],
      ["savings-plans-coverage", "/billing/savings-plans?tab=coverage"],
      ["preferences", "/billing/preferences"],
      ["account", "/account"],
      ["users", "/iam/users"],
      ["create-user", "/iam/users/create"],
      ["user", "/iam/users/detail?name=alice"],
      ["user-credentials", "/iam/users/detail?name=alice&tab=credentials"],
      ["groups", "/iam/groups"],
      ["group", "/iam/groups/detail?name=Finance"],
      ["policies", "/iam/policies"],
      ["policy", "/iam/policies/detail?arn=arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2FAWSBillingReadOnlyAccess"],
      ["guardrails", "/guardrails"],
      ["audit", "/audit-trail"],
      ["imports", "/cost-imports"],
      ["credentials", "/account/credentials"],
      ["no-page", "/nowhere"],
    ]) {
      if (only.length > 1 && !only.includes(name)) continue;
      await page.goto(base + path);
      await shot(page, prefix + name);
    }
  },
  laptop: () => scenes.root(1280, "1280-"),
  tablet: () => scenes.root(800, "800-"),
  async guardrail() {
    const page = await open("root");
    await page.goto(`${base}/guardrails`);
    await page.getByTestId("create-guardrail").click();
    await page.getByTestId("guardrail-name").fill("payments");
    await shot(page, "guardrail-new");
    await page.getByTestId("put-guardrail").click();
    await page.getByText("Guardrail payments holds").waitFor();
    await page.getByTestId("check-guardrails").click();
    await page.getByText("Holds", { exact: true }).waitFor();
    await page.getByTestId("reach").getByText("Never", { exact: true }).first().click();
    await shot(page, "guardrail-kept");
  },
  async costDialogs() {
    const page = await open("root");
    await page.goto(`${base}/billing/anomalies?tab=monitors`);
    await page.getByTestId("create-monitor").click();
    await page.getByTestId("new-monitor").waitFor();
    await shot(page, "monitor-new", false);
    await page.goto(`${base}/billing/anomalies?tab=subscriptions`);
    await page.getByTestId("create-subscription").click();
    await page.getByTestId("edit-subscription").waitFor();
    await shot(page, "subscription-new", false);
    await page.goto(`${base}/billing/cost-categories/create`);
    await page.getByTestId("category-submit").click();
    await shot(page, "category-missing");
  },
  async savedReports() {
    const page = await open("root");
    await page.goto(`${base}/billing/cost-explorer?range=last-30&granularity=DAILY&group=REGION&metric=AmortizedCost&chart=bar`);
    const menu = page.getByTestId("saved-reports").getByRole("button");
    await menu.click();
    await page.getByRole("menuitem", { name: "Save as a new report" }).click();
    await page.getByTestId("report-name").fill("Regions by day");
    await page.getByTestId("save-report").click();
    await page.getByText("Report Regions by day was saved").waitFor();
    await menu.click();
    await shot(page, "saved-reports", false);
  },
  async partOfCosts() {
    await fetch(`${base}/stand-in/reset`, { method: "POST", body: JSON.stringify({ activated: true }) });
    const page = await open("bea");
    await page.goto(`${base}/billing/cost-explorer`);
    await page.getByTestId("part-of-costs").waitFor();
    await shot(page, "part-of-costs");
    await page.goto(`${base}/billing/bills`);
    await page.getByTestId("part-of-costs").waitFor();
    await shot(page, "part-of-bill");
    await page.goto(`${base}/billing/cost-categories`);
    await shot(page, "refused-categories");
    await fetch(`${base}/stand-in/reset`, { method: "POST", body: "" });
  },
  async editor() {
    const page = await open("root");
    await page.goto(`${base}/iam/policies/create`);
    await page.getByTestId("policy-name").fill("Careful");
    await page.getByTestId("policy-document").fill('{\n  "Statement": [\n    {\n      "Effect": "Alow",\n      "Action": ["*", "nonsense"],\n      "Resource": "*"\n    },\n    { "Effect": "Allow", "Action": "*", "Resource": "*" }\n  ]\n}');
    await page.getByTestId("findings").waitFor();
    await shot(page, "editor-findings");
    await page.getByTestId("template").getByRole("button").click();
    await page.getByText("example-4-deny-only").click();
    await page.getByTestId("no-findings").waitFor();
    await shot(page, "editor-template");
  },
  async switch() {
    const page = await open("root");
    await page.goto(`${base}/account`);
    await page.getByTestId("billing-access-edit").click();
    await page.getByLabel("Activate IAM Access").check();
    await page.getByTestId("gains").waitFor();
    await shot(page, "switch-preview", false);
    await page.getByRole("checkbox", { name: "Choose ci-deploy" }).check();
    await page.getByTestId("guard").scrollIntoViewIfNeeded();
    await shot(page, "switch-guard", false);
    await page.getByTestId("guard-template").getByRole("button").click();
    await page.getByRole("option").filter({ hasText: "strict" }).click();
    await page.getByTestId("guard-attach").click();
    await page.getByRole("checkbox", { name: "Choose ci-deploy" }).waitFor({ state: "detached" });
    await page.getByTestId("billing-access-update").click();
    await page.getByTestId("billing-access-dialog").waitFor({ state: "hidden" });
    await shot(page, "switch-on");
    await page.goto(`${base}/audit-trail`);
    await page.getByTestId("events").getByRole("button", { name: /record of/ }).first().click();
    await shot(page, "audit-events");
  },
  async refused() {
    await fetch(`${base}/stand-in/reset`, { method: "POST", body: "" });
    const page = await open("alice");
    await page.goto(`${base}/billing/bills`);
    await page.getByTestId("gates").waitFor();
    await shot(page, "refused-switch");
    await page.goto(`${base}/account`);
    await page.getByTestId("gates").waitFor();
    await shot(page, "refused-account");
    const plain = await open("paul");
    await plain.goto(`${base}/`);
    await shot(plain, "nothing-allowed");
    await plain.goto(`${base}/iam/users`);
    await plain.getByTestId("gates").waitFor();
    await shot(plain, "refused-users");
  },
  async dark() {
    const page = await open("root");
    await page.goto(`${base}/health`);
    await page.evaluate(() => localStorage.setItem("bursar.appearance", "dark"));
    await page.goto(`${base}/billing/home`);
    await shot(page, "dark-home");
    await page.goto(`${base}/iam/policies/create`);
    await page.getByTestId("policy-document").fill('{\n  "Statement": []\n}');
    await shot(page, "dark-editor");
  },
  async narrow() {
    const page = await open("root");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${base}/billing/home`);
    await shot(page, "narrow-home");
    await page.goto(`${base}/account`);
    await shot(page, "narrow-account");
  },
};

try {
  for (const [name, scene] of Object.entries(scenes)) {
    if (only.length && !only.includes(name)) continue;
    try {
      await scene();
    } catch (thrown) {
      faults.push(`${name}: ${thrown.message.split("\n").slice(0, 6).join(" | ")}`);
    }
  }
} finally {
  await browser.close();
  server.kill();
}
if (faults.length) {
  console.error([...new Set(faults)].join("\n"));
  process.exitCode = 1;
} else console.log("every page is fine");

/**
 * Runs the seed walk. With BURSAR_URL it walks there; without it, it starts a real, empty server in a folder of
 * its own through the project's one door, makes a month of costs whose total is known, and cleans up after itself.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const door = fileURLToPath(new URL("../../bursar", import.meta.url));
const walk = fileURLToPath(new URL("seed-walk.mjs", import.meta.url));
const READY_SECONDS = 120;

/** The last whole month of today's calendar, YYYY-MM. */
function lastMonth() {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
}

/** A month of charges in FOCUS 1.0, with tax and a credit, and its exact total. ACCOUNT stands for the account's id. */
function costsOf(month) {
  const next = new Date(`${month}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  const end = next.toISOString().slice(0, 10);
  const days = new Date(next.getTime() - 86_400_000).getUTCDate();
  const heads = [
    "BilledCost", "EffectiveCost", "BillingAccountId", "BillingCurrency", "BillingPeriodStart", "BillingPeriodEnd", "ChargeCategory",
    "ChargeFrequency", "ChargePeriodStart", "ChargePeriodEnd", "ConsumedQuantity", "ConsumedUnit", "ProviderName", "RegionId", "ServiceName", "SkuId", "SubAccountId", "SubAccountName", "Tags",
  ];
  const lines = [heads.join(",")];
  let millionths = 0n;
  const line = (category, day, cost, service, region, sku) => {
    millionths += cost;
    const sign = cost < 0n ? "-" : "";
    const size = cost < 0n ? -cost : cost;
    const amount = `${sign}${size / 1_000_000n}.${String(size % 1_000_000n).padStart(6, "0")}`;
    const from = `${month}-${String(day).padStart(2, "0")} 00:00:00`;
    lines.push(
      [amount, amount, "ACCOUNT", "USD", `${month}-01 00:00:00`, `${end} 00:00:00`, category, "Usage-Based", from, `${month}-${String(day).padStart(2, "0")} 23:59:59`, "24", "Hours", "AWS", region, service, sku, "ACCOUNT", "Seed", '"{""team"": ""web""}"'].join(","),
    );
  };
  for (let day = 1; day <= days; day += 1) {
    line("Usage", day, 12_345_678n + BigInt(day), "Amazon Elastic Compute Cloud", "eu-central-1", "BoxUsage");
    line("Usage", day, 1_000_001n * BigInt(day), "Amazon Simple Storage Service", "us-east-1", "TimedStorage");
  }
  line("Tax", 1, 87_650_000n, "Amazon Elastic Compute Cloud", "eu-central-1", "Tax");
  line("Credit", 2, -20_000_000n, "Amazon Simple Storage Service", "us-east-1", "Credit");
  return { text: `${lines.join("\n")}\n`, total: `${millionths / 1_000_000n}.${String(millionths % 1_000_000n).padStart(6, "0")}` };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function ready(url, server) {
  const end = Date.now() + READY_SECONDS * 1000;
  while (Date.now() < end) {
    if (server.exitCode !== null) throw new Error(`the server ended with code ${server.exitCode} before it was ready`);
    const status = await fetch(`${url}/health`).then((answer) => answer.status, () => 0);
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`the server was not ready after ${READY_SECONDS} seconds`);
}

function ended(child) {
  return new Promise((resolve) => (child.exitCode === null && child.signalCode === null ? child.once("exit", (code) => resolve(code ?? 1)) : resolve(child.exitCode ?? 1)));
}

function takeTheWalk(environment) {
  return ended(spawn(process.execPath, ["--test", walk], { stdio: "inherit", env: { ...process.env, ...environment } }));
}

if (process.env.BURSAR_URL) {
  process.exitCode = await takeTheWalk({});
} else {
  const folder = mkdtempSync(join(tmpdir(), "bursar-walk-"));
  const url = `http://127.0.0.1:${await freePort()}`;
  const server = spawn(door, ["serve", "--data", join(folder, "data"), "--port", new URL(url).port, "--sign-up", "open"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    await ready(url, server);
    const month = lastMonth();
    const { text, total } = costsOf(month);
    writeFileSync(join(folder, "costs-template.csv"), text);
    process.exitCode = await takeTheWalk({
      BURSAR_URL: url,
      BURSAR_MONTH: month,
      BURSAR_TOTAL: total,
      BURSAR_IMPORT: `sed "s/ACCOUNT/$BURSAR_ACCOUNT/g" "${folder}/costs-template.csv" > "${folder}/costs.csv" && "${door}" import "${folder}/costs.csv" --account "$BURSAR_ACCOUNT" --data "${folder}/data"`,
    });
  } finally {
    server.kill();
    await Promise.race([ended(server), new Promise((resolve) => setTimeout(resolve, 10_000))]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What every page must pass wherever it is met: no broken text, and no serious finding of axe. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// left out: a multiselect with its tokens inside, the drawer of narrow windows, and check boxes with a description,
// which are the component library's own markup
const left = { exclude: ["[data-testid=group-by]", "[class*=awsui_mobile-toolbar-nav]"] };
const rules = { "label-title-only": { enabled: false } };

/** Waits until nothing on the page says that it loads. */
export async function settled(page) {
  await page.waitForFunction(() => document.querySelector("h1") && !/^Loading/m.test(document.body.innerText));
}

/** The faults of the page as it stands, as sentences. */
export async function faultsOf(page, name) {
  const faults = [];
  const text = await page.evaluate(() => document.body.innerText);
  if (/\bundefined\b|\bNaN\b|\[object/.test(text)) faults.push(`${name}: the text holds undefined, NaN or [object`);
  await page.evaluate(axe);
  const found = await page.evaluate(([context, only]) => globalThis.axe.run(context, { resultTypes: ["violations"], rules: only }), [left, rules]);
  for (const violation of found.violations.filter((one) => ["serious", "critical"].includes(one.impact))) {
    const places = violation.nodes.slice(0, 3).map((node) => `${node.target.join(" ")} ${node.html.slice(0, 160)}`);
    faults.push(`${name}: ${violation.id}: ${violation.help}: ${places.join(" ; ")}`);
  }
  return faults;
}

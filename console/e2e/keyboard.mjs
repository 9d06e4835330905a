/** Moving through a page with nothing but keys. */
import assert from "node:assert/strict";

const KEYS_MAX = 60;

/** Presses a key until what has the focus is the element that the locator finds. */
export async function keyTo(page, locator, key = "Tab") {
  const wanted = await locator.first().elementHandle();
  assert.ok(wanted, `there is no ${locator}`);
  for (let pressed = 0; pressed <= KEYS_MAX; pressed += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement || element.contains(document.activeElement))) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${KEYS_MAX} times ${key} did not reach ${locator}`);
}

/** Reaches an element and presses Enter on it. */
export async function enter(page, locator) {
  await locator.first().waitFor();
  await keyTo(page, locator);
  await page.keyboard.press("Enter");
}

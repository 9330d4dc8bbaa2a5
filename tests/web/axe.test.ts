import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "./chromium.ts";
import { everyScreen } from "./every-screen.ts";
import { type Served, serveDemo, serveFresh } from "./served.ts";
import { axeFinds, expectNoSidewaysScroll, type Visitor, visit } from "./visit.ts";

let browser: Browser;
let full: Served;
let empty: Served;

beforeAll(async () => {
  browser = await openBrowser();
  full = await serveDemo();
  empty = await serveFresh(null);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await full.stop();
  await empty.stop();
});

async function faultsOf(visitor: Visitor, rules?: readonly string[]): Promise<readonly string[]> {
  const faults: string[] = [];
  await everyScreen(visitor, async (path) => {
    const found = await axeFinds(visitor.page, rules);
    faults.push(...found.map((fault) => `${path}: ${fault}`));
    await expectNoSidewaysScroll(visitor.page, path);
  });
  return [...faults, ...visitor.complaints];
}

describe("every screen", () => {
  for (const [width, colorScheme] of [
    [1280, "light"],
    [360, "dark"],
  ] as const) {
    test(`is found sound by axe when full, ${width} pixels wide, in ${colorScheme} colours`, async () => {
      const visitor = await visit(browser, full.server.address, { width, colorScheme });
      expect(await faultsOf(visitor)).toEqual([]);
      await visitor.leave();
    }, 120_000);
  }

  // All else that axe looks at is the same in both colours.
  for (const [width, colorScheme] of [
    [1280, "dark"],
    [360, "light"],
  ] as const) {
    test(`has enough contrast, ${width} pixels wide, in ${colorScheme} colours`, async () => {
      const visitor = await visit(browser, full.server.address, { width, colorScheme });
      expect(await faultsOf(visitor, ["color-contrast", "link-in-text-block"])).toEqual([]);
      await visitor.leave();
    }, 120_000);
  }

  test("is found sound by axe when empty", async () => {
    const visitor = await visit(browser, empty.server.address, { width: 390 });
    await visitor.page.getByRole("button", { name: "Look around first" }).click();
    const faults: string[] = [];
    const { page } = visitor;
    for (const place of await page.locator("nav.places a").all()) {
      if (!(await place.isVisible()))
        await page.getByRole("button", { name: "More", exact: true }).click();
      await place.click();
      await page.locator("#screen h1").first().waitFor();
      faults.push(...(await axeFinds(page)));
      await expectNoSidewaysScroll(page);
    }
    expect([...faults, ...visitor.complaints]).toEqual([]);
    await visitor.leave();
  }, 120_000);
});

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

interface Look {
  readonly width: number;
  readonly colorScheme: "light" | "dark";
  /** Of axe's rules these, all of the standards' where none are named. */
  readonly rules?: readonly string[];
}

const contrast = ["color-contrast", "link-in-text-block"];

/** Each screen is opened once and looked at in these ways: all but contrast is the same in both colours. */
const looks: readonly Look[] = [
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark", rules: contrast },
  { width: 360, colorScheme: "light", rules: contrast },
  { width: 360, colorScheme: "dark" },
];

async function faultsOn({ page }: Visitor, path: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { width, colorScheme, rules } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const found = await axeFinds(page, rules);
    faults.push(...found.map((fault) => `${path}, ${width} pixels, ${colorScheme}: ${fault}`));
    await expectNoSidewaysScroll(page, path);
  }
  return faults;
}

describe("every screen", () => {
  test("is found sound by axe when full, on a desk and on a phone, in light and dark colours", async () => {
    const visitor = await visit(browser, full.server.address);
    const faults: string[] = [];
    await everyScreen(visitor, async (path) => {
      faults.push(...(await faultsOn(visitor, path)));
    });
    expect([...faults, ...visitor.complaints]).toEqual([]);
    await visitor.leave();
  }, 240_000);

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

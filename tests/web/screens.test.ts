import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Browser } from "playwright-core";
import { everyPath } from "./addresses.ts";
import { openBrowser } from "./chromium.ts";
import { daysAgo, type Served, serveDemo, serveFresh } from "./served.ts";
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

async function everyScreen(visitor: Visitor, look: (path: string) => Promise<void>) {
  for (const path of everyPath) {
    await visitor.go(path);
    // Heavy parts come after the screen's title: math, charts, the editor.
    await visitor.page.locator("#screen .waiting").waitFor({ state: "detached" });
    await visitor.page.waitForTimeout(250);
    await look(path);
  }
}

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

  test("fits any window up to 4K, with larger letters too", async () => {
    const visitor = await visit(browser, full.server.address);
    const { page } = visitor;
    await everyScreen(visitor, async (path) => {
      for (const width of [768, 1920, 3840]) {
        await page.setViewportSize({ width, height: 1000 });
        await expectNoSidewaysScroll(page, path);
      }
      // WCAG 1.4.4: text at twice its size.
      await page.setViewportSize({ width: 640, height: 1000 });
      await page.evaluate('document.documentElement.style.fontSize = "200%"');
      await expectNoSidewaysScroll(page, path);
    });
    await visitor.leave();
  }, 180_000);

  test("has a title of its own and takes the focus when it is opened", async () => {
    const { page, leave } = await visit(browser, full.server.address);
    await page.keyboard.press("g");
    await page.keyboard.press("s");
    await page.getByRole("heading", { name: "Stats" }).waitFor();
    expect(await page.title()).toBe("Stats · study");
    expect(await page.evaluate<string>("document.activeElement.id")).toBe("screen");
    await leave();
  });

  test("that is not there says so and leads on", async () => {
    const { page, leave } = await visit(browser, full.server.address);
    await page.goto(`${full.server.url}paper/no-such-paper/read`);
    await page.getByText("There is no paper “no-such-paper”.").waitFor();
    expect((await page.goto(`${full.server.url}nowhere`))?.status()).toBe(404);
    await leave();
  });

  test("prints the tracker without buttons and bars", async () => {
    const visitor = await visit(browser, full.server.address);
    await visitor.go("/tracker");
    await visitor.page.emulateMedia({ media: "print" });
    expect(await visitor.page.locator("nav.places").isVisible()).toBe(false);
    expect(await visitor.page.locator("header.top").isVisible()).toBe(false);
    expect(await visitor.page.getByRole("button", { name: "Log time" }).isVisible()).toBe(false);
    expect(await visitor.page.getByText("Phase 1: Foundations").first().isVisible()).toBe(true);
    // All weeks, as in TRACKER.md, where the screen shows one at a time.
    const weeks = visitor.page.getByRole("heading", { name: /^Week \d+:/ });
    expect(await weeks.count()).toBe(12);
    expect(await visitor.page.getByRole("combobox", { name: "Week" }).count()).toBe(0);
    await visitor.leave();
  });

  test("prints dark on light, though dark colours were chosen for the screen", async () => {
    const visitor = await visit(browser, full.server.address, { colorScheme: "dark" });
    await visitor.go("/tracker");
    await visitor.page.getByRole("combobox", { name: "Colors" }).selectOption("dark");
    await visitor.page.emulateMedia({ media: "print" });
    const ink = "getComputedStyle(document.querySelector('h1')).color";
    expect(await visitor.page.evaluate<string>(ink)).toBe("rgb(29, 33, 37)");
    await visitor.leave();
  });

  test("of a paper has the paper's name as its title, opened or reloaded", async () => {
    const visitor = await visit(browser, full.server.address);
    await visitor.go("/paper/gpt-3/notes");
    expect(await visitor.page.title()).toBe("GPT-3 · study");
    await visitor.page.reload();
    await visitor.page.locator("#screen h1").first().waitFor();
    expect(await visitor.page.title()).toBe("GPT-3 · study");
    await visitor.leave();
  });

  test("holds a name that is one long word", async () => {
    const served = await serveFresh();
    const name = "Pneumonoultramicroscopic".repeat(12);
    await served.other.run([{ do: "add-paper", name, phase: 1 }], "cli", Date.now());
    const visitor = await visit(browser, served.server.address, { width: 360 });
    for (const path of ["/papers", "/tracker", "/map"]) {
      await visitor.go(path);
      await expectNoSidewaysScroll(visitor.page);
    }
    await visitor.leave();
    await served.stop();
  });

  test("says when a plan begins that begins later", async () => {
    const served = await serveFresh(daysAgo(-10));
    const visitor = await visit(browser, served.server.address);
    await visitor.page.getByText(/^The plan begins on /).waitFor();
    expect(await visitor.page.getByText("Set a start date").count()).toBe(0);
    await visitor.go("/tracker");
    expect(await visitor.page.getByText("Set a start date").count()).toBe(0);
    await visitor.leave();
    await served.stop();
  });
});

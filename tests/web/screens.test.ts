import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "./chromium.ts";
import { everyScreen } from "./every-screen.ts";
import { daysAgo, type Served, serveDemo, serveFresh } from "./served.ts";
import { expectNoSidewaysScroll, visit } from "./visit.ts";

let browser: Browser;
let full: Served;

beforeAll(async () => {
  browser = await openBrowser();
  full = await serveDemo();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await full.stop();
});

describe("every screen", () => {
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

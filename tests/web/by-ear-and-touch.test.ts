/** Whole journeys as a screen reader hears them, by the tree of roles and names, and as fingers make them on a phone. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { makePdf } from "../fixtures/pdf.ts";
import { openBrowser } from "./chromium.ts";
import { type Served, serveDemo } from "./served.ts";
import { eventually, expectNoSidewaysScroll, type Visitor, visit } from "./visit.ts";

let browser: Browser;
let served: Served;

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveDemo();
  mkdirSync(served.layout.papers, { recursive: true });
  writeFileSync(
    join(served.layout.papers, "attention.pdf"),
    makePdf([["Attention is all you need"], ["We scale the dot products"]]),
  );
}, 60_000);
afterAll(async () => {
  await browser.close();
  await served.stop();
});
const look = () => served.other.look(Date.now());

describe("by ear", () => {
  let visitor: Visitor;
  let page: Page;
  beforeAll(async () => {
    visitor = await visit(browser, served.server.address);
    page = visitor.page;
  });
  afterAll(() => visitor.leave());
  const hears = async (...lines: readonly (string | RegExp)[]) =>
    eventually(async () => {
      const tree = await page.locator("body").ariaSnapshot();
      for (const line of lines) expect(tree).toMatch(line);
    });
  /** By role and name alone, as they are heard, and by keys. */
  const press = async (role: "button" | "link" | "checkbox", name: string | RegExp) => {
    await page.getByRole(role, { name }).first().focus();
    await page.keyboard.press(role === "checkbox" ? "Space" : "Enter");
  };

  test("a card is asked, answered and taken back: each step says what it is", async () => {
    await visitor.go("/today");
    await hears(/navigation/, /heading "Next" \[level=2\]/, /main/);
    await press("link", "Review");
    await hears(/heading "Review" \[level=1\]/, /button "Show the answer/);
    await press("button", /^Show the answer/);
    await hears(/group "How well did you know it\?|button "Again/, /button "Good/);
    await press("button", /^Good/);
    await hears(/button "Show the answer/, /button "Take the answer back/);
    await press("button", /^Take the answer back/);
    await hears(/button "Show the answer/);
  });

  test("the week is read out, a task is ticked and taken back, and what happened is said", async () => {
    await visitor.go("/plan");
    await hears(/heading "Plan" \[level=1\]/, /heading "Week 7: GPT-3" \[level=2\]/);
    const name = "Complete detailed notes using template";
    await hears(new RegExp(`checkbox "${name}"`));
    await press("checkbox", name);
    await hears(new RegExp(`checkbox "${name}" \\[checked\\]`), /status.*Complete detailed notes/s);
    await page.keyboard.press("Control+z");
    await hears(/status.*Undone/s);
    await press("button", `Edit: ${name}`);
    await hears(new RegExp(`textbox "Edit: ${name}"`));
    await page.keyboard.press("Escape");
    await hears(new RegExp(`button "Edit: ${name}"`));
    expect(visitor.complaints).toEqual([]);
  });
});

describe("by touch, on a screen of 390 pixels", () => {
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      reducedMotion: "reduce",
      serviceWorkers: "block",
    });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on("pageerror", ({ message }) => complaints.push(message));
    await page.goto(served.server.address);
    await page.locator("#screen h1").waitFor({ timeout: 45_000 });
  });
  afterAll(() => context.close());
  const tap = (role: "button" | "link" | "checkbox", name: string | RegExp) =>
    page.getByRole(role, { name }).first().tap();
  /** What can be tapped is large enough for a finger, or stands apart. */
  const large = async (role: "button" | "link", name: string | RegExp) => {
    const box = await page.getByRole(role, { name }).first().boundingBox();
    expect([name, (box?.height ?? 0) >= 30]).toEqual([name, true]);
  };

  test("cards are turned and graded, and a session is begun and discarded", async () => {
    await tap("link", "Review");
    await page.getByRole("heading", { name: "Review", level: 1 }).waitFor();
    const front = page.locator(".card .front");
    const first = await front.textContent();
    await large("button", /^Show the answer/);
    await tap("button", /^Show the answer/);
    for (const grade of [/^Again/, /^Hard/, /^Good/, /^Easy/]) await large("button", grade);
    await tap("button", /^Good/);
    await eventually(async () => expect(await front.textContent()).not.toBe(first));
    await expectNoSidewaysScroll(page);
    await tap("link", "Papers");
    await tap("link", "BERT");
    await tap("button", /^Start/);
    await page.getByRole("timer").first().waitFor();
    await tap("button", "Discard");
    await eventually(async () => expect((await look()).progress.timer).toBeNull());
  });

  test("a paper is read: pages, search and guide come and go, and a note is written", async () => {
    await page.goto(new URL("/paper/attention/read", page.url()).href);
    await page.locator("[data-page='1'] .textLayer span").first().waitFor();
    const room = await page.locator(".pages").boundingBox();
    expect((room?.height ?? 0) / 844).toBeGreaterThan(0.7);
    await tap("button", "Search in the paper");
    await page.getByRole("searchbox", { name: "Search in the paper" }).fill("scale");
    await page.getByRole("status").getByText("1 of 1").waitFor();
    // Where the panel covers the paper, it gives way to the place that is chosen in it.
    await page.locator(".pdf-found button").first().tap();
    await page.locator(".pdf-panel").waitFor({ state: "detached" });
    await eventually(async () =>
      expect(await page.getByRole("textbox", { name: "Page" }).inputValue()).toBe("2"),
    );
    await tap("button", "Guide");
    await page.getByRole("button", { name: /^Pass 1/ }).waitFor();
    await tap("button", "Guide");
    await tap("link", "Notes");
    await page.locator(".cm-content").tap();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("by thumb");
    await page.getByText("Saved").first().waitFor();
    await expectNoSidewaysScroll(page);
    expect(complaints).toEqual([]);
  });
});

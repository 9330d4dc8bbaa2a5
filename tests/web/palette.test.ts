/** The palette does what is typed into it; what is being written survives Escape and a reload. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "./chromium.ts";
import { type Served, serveFresh } from "./served.ts";
import { eventually, toast, type Visitor, visit } from "./visit.ts";

let browser: Browser;
let served: Served;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFresh();
  visitor = await visit(browser, served.server.address);
  page = visitor.page;
}, 60_000);
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const look = () => served.other.look(Date.now());
const chosen = () => page.locator("[cmdk-item][aria-selected=true]");

async function say(words: string) {
  await page.keyboard.press("Control+k");
  await page.locator("[cmdk-input]").fill(words);
}

test("what is typed is done: time, a tick, a setting, colours", async () => {
  await say("log 40m bert");
  await eventually(async () => expect(await chosen().textContent()).toBe("Log 40m: BERT, pass 1"));
  await page.keyboard.press("Enter");
  await toast(page, /Logged/);
  await say("mark read bert");
  await page.keyboard.press("Enter");
  await say("retention 92");
  await page.keyboard.press("Enter");
  await eventually(async () => {
    const { progress, tally } = await look();
    const bert = progress.papers.find(({ id }) => id === "bert");
    expect([bert?.minutes, bert?.done.read, tally.settings.retention]).toEqual([40, true, 0.92]);
  });
  await say("theme dark");
  await page.keyboard.press("Enter");
  const shown = () => page.evaluate<string>("document.documentElement.dataset.theme");
  expect(await shown()).toBe("dark");
});

test("what is not enough is asked for, and what was done last stands first", async () => {
  await say("stop");
  await eventually(async () =>
    expect(await chosen().textContent()).toMatch(/^No timer is running/),
  );
  const best = page.getByRole("group", { name: "Best matches" });
  expect(await best.getByRole("option", { name: /GPT-4/ }).count()).toBe(0);
  await page.locator("[cmdk-input]").fill("");
  const first = page.getByRole("group", { name: "Recent" }).getByRole("option").first();
  expect(await first.textContent()).toBe("theme dark");
  await page.keyboard.press("Escape");
});

test("a chosen theme is there before anything is drawn", async () => {
  const other = await visitor.context.newPage();
  // The page's own script never comes; the colours do.
  await other.route("**/assets/page-*.js", (route) => route.abort());
  await other.goto(new URL("/stats", served.server.address).href);
  expect(await other.evaluate<string>("document.documentElement.dataset.theme")).toBe("dark");
  await other.close();
});

test("a card that is being written outlives Escape, which asks once, and a reload", async () => {
  await say("new card What is d_k?");
  await page.keyboard.press("Enter");
  const editor = page.getByRole("dialog", { name: "New card" });
  await editor.getByLabel("Answer").fill("The width of a key");
  await page.reload();
  expect(await editor.getByLabel("Question").inputValue()).toBe("What is d_k?");
  expect(await editor.getByLabel("Answer").inputValue()).toBe("The width of a key");
  await editor.getByLabel("Answer").focus();
  await page.keyboard.press("Escape");
  await editor.getByText("This is not saved yet.").waitFor();
  await page.keyboard.press("Escape");
  await editor.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "New card" }).click();
  expect(await editor.getByLabel("Answer").inputValue()).toBe("The width of a key");
  await editor.getByRole("button", { name: "Save" }).click();
  await editor.waitFor({ state: "detached" });
  await eventually(async () => {
    const own = Object.values((await look()).tally.cards).filter((card) => card.own !== undefined);
    expect(own.map(({ text }) => text?.front)).toEqual(["What is d_k?"]);
  });
});

test("everything that was recorded is exported as lines", async () => {
  await say("export");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.keyboard.press("Enter"),
  ]);
  const lines = (await Bun.file((await download.path()) ?? "").text()).trim().split("\n");
  expect(lines.some((line) => line.includes('"session.logged"'))).toBe(true);
  expect(visitor.complaints.filter((text) => !text.includes("ERR_FAILED"))).toEqual([]);
});

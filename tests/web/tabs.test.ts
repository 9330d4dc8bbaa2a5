/** Several tabs of one browser agree, with the server and without it, and one of them listens for all. */
import { afterAll, afterEach, beforeEach, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { PaperId } from "../../src/core/content/curriculum.ts";
import { type Server, startServer } from "../../src/server/serve.ts";
import { openBrowser } from "./chromium.ts";
import { type Served, serveFresh } from "./served.ts";
import { eventually } from "./visit.ts";

const browser: Browser = await openBrowser();
let served: Served;
let server: Server;
let context: BrowserContext;
/** Requests for the stream, by the page that made them. */
let streams: Page[];

beforeEach(async () => {
  served = await serveFresh();
  server = served.server;
  context = await browser.newContext({ reducedMotion: "reduce" });
  streams = [];
  context.on("request", (request) => {
    if (request.url().includes("/api/stream")) streams.push(request.frame().page());
  });
}, 60_000);
afterEach(async () => {
  await context.close();
  await server.stop();
  await served.stop();
});
afterAll(() => browser.close());

async function open(path = "tracker"): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const first = context.pages().length === 1;
  await page.goto(first ? served.server.address : served.server.url + path);
  if (first) {
    await page.locator("#screen h1").first().waitFor();
    await page.goto(served.server.url + path);
  }
  await page.locator("#screen h1").first().waitFor();
  return page;
}

const box = (page: Page, name: string) => page.getByRole("checkbox", { name });
const ticked = (page: Page, name: string, timeout = 1000) =>
  page.locator(`input[aria-label="${name}"]:checked`).waitFor({ timeout });

async function goAway(...pages: readonly Page[]) {
  // What a page needs without its server is kept a moment after it was opened.
  await pages[0]?.evaluate("navigator.serviceWorker.ready.then(() => {})");
  await server.stop();
  for (const page of pages) await page.getByText("Not connected.").waitFor();
}

async function comeBack() {
  server = await startServer({ workspace: served.workspace, port: served.server.port });
}

const look = () => served.other.look(Date.now());
const entries = async () =>
  (await served.other.journal.since(0)).flatMap(({ entry }) => (entry === null ? [] : [entry]));

test("a tick in one shows in the others within a second, and undo in another takes it back", async () => {
  const [one, two, three] = [await open(), await open(), await open("papers")];
  await box(one, "BERT: read").check();
  await ticked(two, "BERT: read");
  await three
    .locator(".paper-cards li", { hasText: "BERT" })
    .locator(".is-done")
    .waitFor({ timeout: 1000 });
  await two.bringToFront();
  await two.keyboard.press("Control+z");
  await two
    .locator(".toast")
    .getByText(/^Undone: Read: BERT/)
    .waitFor();
  await one.locator('input[aria-label="BERT: read"]:not(:checked)').waitFor({ timeout: 1000 });
  await eventually(async () => expect((await look()).progress.read).toBe(0));
}, 60_000);

test("one listens to the server for all", async () => {
  const tabs = [await open(), await open(), await open()];
  const listening = new Set(streams.filter((page) => !page.isClosed()));
  expect([...listening]).toEqual([tabs[0] as Page]);
  await served.other.run(
    [{ do: "mark-paper", paper: "palm" as PaperId, aspect: "read", done: true }],
    "cli",
    Date.now(),
  );
  for (const tab of tabs) await ticked(tab, "PaLM: read", 2000);
}, 60_000);

test("when that one is closed, another takes over, and nothing in between is missed", async () => {
  const [one, two, three] = [await open(), await open(), await open()];
  const before = streams.length;
  await one.close();
  await served.other.run(
    [{ do: "mark-paper", paper: "lora" as PaperId, aspect: "read", done: true }],
    "cli",
    Date.now(),
  );
  await ticked(two, "LoRA: read", 3000);
  await ticked(three, "LoRA: read", 1000);
  const later = streams.slice(before);
  expect(later.length).toBe(1);
  const heir = later[0] as Page;
  const last = heir === two ? three : two;
  await heir.close();
  await served.other.run(
    [{ do: "mark-paper", paper: "palm" as PaperId, aspect: "read", done: true }],
    "cli",
    Date.now(),
  );
  await ticked(last, "PaLM: read", 3000);
  await box(last, "GPT-1: read").check();
  await eventually(async () => expect((await look()).progress.read).toBe(3));
}, 60_000);

test("they agree with the server away, and each change is sent once when it is back", async () => {
  const [one, two] = [await open(), await open()];
  await goAway(one, two);
  await box(one, "BERT: read").check();
  await ticked(two, "BERT: read");
  await box(two, "LoRA: read").check();
  await ticked(one, "LoRA: read");
  await two.getByLabel("How long").fill("1h30");
  await two.getByRole("combobox", { name: "Paper" }).selectOption("bert");
  await two.getByRole("button", { name: "Log time" }).click();
  await one.getByText("3 changes are kept").waitFor();
  await two.getByText("3 changes are kept").waitFor();
  // Undone in the tab that did not make it, which says what it was.
  await one.bringToFront();
  await one.keyboard.press("Control+z");
  await one
    .locator(".toast")
    .getByText(/^Undone: Logged 1h30/)
    .waitFor();
  await one.keyboard.press("Control+Shift+z");
  await one
    .locator(".toast")
    .getByText(/^Redone: Logged 1h30/)
    .waitFor();
  await comeBack();
  await one.getByText("Not connected.").waitFor({ state: "detached" });
  await two.getByText("Not connected.").waitFor({ state: "detached" });
  await eventually(async () => {
    const { progress } = await look();
    expect([progress.read, progress.minutes]).toEqual([2, 90]);
  });
  const marked = (await entries()).filter(({ type }) => type === "paper.marked");
  expect(marked.length).toBe(2);
  expect(await one.getByText("kept in this browser").count()).toBe(0);
}, 60_000);

test("nothing is lost when all are closed while changes wait, and a new one shows them at once", async () => {
  const [one, two] = [await open(), await open()];
  await goAway(one, two);
  await box(one, "BERT: read").check();
  await box(two, "LoRA: read").check();
  await ticked(one, "LoRA: read");
  await one.close();
  await two.close();

  // The service worker has the page, and the browser the state.
  const three = await context.newPage();
  three.setDefaultTimeout(10_000);
  await three.goto(`${served.server.url}tracker`);
  await ticked(three, "BERT: read", 5000);
  await ticked(three, "LoRA: read");
  await three.getByText("2 changes are kept").waitFor();
  await three.close();

  await comeBack();
  const four = await context.newPage();
  four.setDefaultTimeout(10_000);
  await four.goto(`${served.server.url}tracker`);
  await ticked(four, "BERT: read", 5000);
  await eventually(async () => expect((await look()).progress.read).toBe(2));
  await four.reload();
  await ticked(four, "LoRA: read", 5000);
  expect(await four.getByText("kept in this browser").count()).toBe(0);
}, 60_000);

test("nothing is lost by closing a tab right after a change", async () => {
  const one = await open();
  await goAway(one);
  await box(one, "BERT: read").click();
  await one.close();
  const two = await context.newPage();
  await two.goto(`${served.server.url}tracker`);
  await ticked(two, "BERT: read", 5000);
}, 60_000);

test("a change that the server has and that still waits here counts once", async () => {
  const one = await open();
  // The answer is lost on its way, and the tab closed before the stream tells of the entry.
  await context.route("**/api/entries", async (route) => {
    await route.fetch();
    await one.close().catch(() => {});
    await route.abort().catch(() => {});
  });
  await one.getByLabel("How long").fill("2h");
  await one.getByRole("combobox", { name: "Paper" }).selectOption("bert");
  await one
    .getByRole("button", { name: "Log time" })
    .click()
    .catch(() => {});
  await eventually(async () => expect((await look()).progress.minutes).toBe(120));
  await eventually(() => expect(one.isClosed()).toBe(true));
  await context.unroute("**/api/entries");
  const two = await open();
  await two.getByRole("row", { name: /^BERT/ }).getByText("2h", { exact: true }).waitFor();
  // The state is kept half a second after it changed.
  await two.waitForTimeout(800);
  await goAway(two);
  await two.reload();
  await two.locator("#screen h1").first().waitFor();
  const hours = two.getByRole("row", { name: /^BERT/ }).getByRole("cell").last();
  await eventually(async () => expect((await hours.textContent())?.trim()).toBe("2h"));
  expect(await two.getByText("changes are kept").count()).toBe(0);
  expect((await look()).progress.minutes).toBe(120);
}, 60_000);

async function type(page: Page, text: string) {
  await page.bringToFront();
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(`\n\n${text}`);
}
const note = () => readFileSync(join(served.layout.notes, "bert.md"), "utf8");
const timesIn = (text: string, words: string) => text.split(words).length - 1;

test("a note typed in one is in the other, with the server and without it", async () => {
  const [one, two] = [await open("paper/bert/notes"), await open("paper/bert/notes")];
  await type(one, "first words of mine");
  await two.locator(".shown").getByText("first words of mine").waitFor({ timeout: 1500 });
  await type(two, "second words of mine");
  await one.locator(".shown").getByText("second words of mine").waitFor({ timeout: 1500 });
  await eventually(() => expect(note()).toContain("second words of mine"));

  await goAway(one, two);
  await type(one, "third words of mine");
  await two.locator(".shown").getByText("third words of mine").waitFor({ timeout: 1500 });
  await type(two, "fourth words of mine");
  await one.locator(".shown").getByText("fourth words of mine").waitFor({ timeout: 1500 });
  await one.getByText("Kept in this browser until study runs again").waitFor();
  await two.getByText("Kept in this browser until study runs again").waitFor();

  await comeBack();
  await one.getByText("Saved · notes/bert.md").waitFor();
  await two.getByText("Saved · notes/bert.md").waitFor();
  for (const word of ["first", "second", "third", "fourth"]) {
    expect([word, timesIn(note(), `${word} words of mine`)]).toEqual([word, 1]);
  }
  expect(note()).not.toContain("<<<<");
}, 60_000);

test("words that were typed without the server survive the closing of their tab, and of all", async () => {
  const [one, two] = [await open("paper/bert/notes"), await open("paper/bert/notes")];
  await goAway(one, two);
  await type(one, "words of the first tab");
  await two.locator(".shown").getByText("words of the first tab").waitFor();
  await one.close();
  await type(two, "words of the second tab");
  await two.getByText("Kept in this browser until study runs again").waitFor();
  await two.close();
  await comeBack();
  const three = await context.newPage();
  three.setDefaultTimeout(10_000);
  await three.goto(`${served.server.url}today`);
  await eventually(() => {
    expect(timesIn(note(), "words of the first tab")).toBe(1);
    expect(timesIn(note(), "words of the second tab")).toBe(1);
  });
}, 60_000);

test("a draft whose tab was closed is sent by another that is open", async () => {
  const [one, two] = [await open("paper/bert/notes"), await open("today")];
  await goAway(one, two);
  await type(one, "left behind");
  await one.getByText("Kept in this browser until study runs again").waitFor();
  await one.close();
  await comeBack();
  await eventually(() => expect(timesIn(note(), "left behind")).toBe(1), 8000);
}, 60_000);

test("quick typing in one tab, opened in another meanwhile, is kept once and in order", async () => {
  const one = await open("paper/bert/notes");
  await type(one, "");
  const words = Array.from({ length: 60 }, (_, at) => `w${at}`);
  const typing = (async () => {
    for (const word of words) await one.keyboard.type(`${word} `, { delay: 8 });
  })();
  const two = await context.newPage();
  await two.goto(`${served.server.url}paper/bert/notes`);
  await typing;
  await one.bringToFront();
  await one.getByText("Saved · notes/bert.md").waitFor();
  await two.getByText("Saved · notes/bert.md").waitFor();
  await eventually(() => expect(timesIn(note(), words.join(" "))).toBe(1));
  expect(timesIn(note(), "w0 w1 ")).toBe(1);
}, 60_000);

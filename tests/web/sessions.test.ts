/** The log: sessions are put right, and what was done is taken back line by line. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import type { Browser } from "playwright-core";
import type { PaperId } from "../../src/core/content/curriculum.ts";
import { openBrowser } from "./chromium.ts";
import { type Served, serveFresh } from "./served.ts";
import { eventually, type Visitor, visit } from "./visit.ts";

let browser: Browser;
let served: Served;
let visitor: Visitor;
beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFresh();
  const start = Date.now() - 30 * 3_600_000;
  await served.other.run(
    [{ do: "log", paper: "bert" as PaperId, activity: "read", start, minutes: 60 }],
    "cli",
    Date.now(),
  );
  // A page that was never bundled takes its time on a busy machine.
  const first = await browser.newPage();
  await first.goto(served.server.address);
  await first.locator("h1").first().waitFor({ timeout: 60_000 });
  await first.close();
  visitor = await visit(browser, served.server.address);
}, 120_000);
afterAll(async () => {
  await served.stop();
  await browser.close();
});

test("a session is edited, split and removed, every sum follows, and each line is taken back alone", async () => {
  const { page } = visitor;
  const minutes = async () => (await served.other.look(Date.now())).progress.minutes;
  await page.getByRole("link", { name: /What was logged/ }).click();
  await page.getByRole("button", { name: /^Edit .*1h BERT/ }).click();
  const form = page.getByRole("form", { name: "Edit the session" });
  await form.getByLabel("How long").fill("45m");
  await form.getByRole("button", { name: "Save" }).click();
  await eventually(async () => expect(await minutes()).toBe(45));
  await page.getByRole("button", { name: /^Edit .*45m BERT/ }).click();
  await form.getByRole("button", { name: "Split in two" }).click();
  await page.getByRole("button", { name: /^Edit .*23m BERT/ }).click();
  await form.getByRole("button", { name: "Remove" }).click();
  await eventually(async () => expect(await minutes()).toBe(22));
  await page.getByRole("button", { name: /^Undo: Session removed/ }).click();
  await eventually(async () => expect(await minutes()).toBe(45));
  await page.getByRole("button", { name: /^Undo: Logged 1h/ }).click();
  await page.getByText("undone").first().waitFor();
}, 100_000);

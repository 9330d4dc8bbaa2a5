/** What the page answers: a clock that was forgotten, a session's end, late tasks, what a choice costs before it is made. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import type { PaperId } from "../../src/core/content/curriculum.ts";
import { streakOf } from "../../src/core/progress/spent.ts";
import { openBrowser } from "./chromium.ts";
import { type Served, serveDemo, serveFresh } from "./served.ts";
import { eventually, toast, type Visitor, visit } from "./visit.ts";

const attention = "attention" as PaperId;
let browser: Browser;
let served: Served;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveDemo();
  visitor = await visit(browser, served.server.address);
  page = visitor.page;
}, 60_000);
afterAll(async () => {
  await browser.close();
  await served.stop();
});
const look = () => served.other.look(Date.now());
const startedAgo = (minutes: number) =>
  served.other.run(
    [{ do: "start-timer", paper: attention, activity: "read", pass: 1 }],
    "cli",
    Date.now() - minutes * 60_000,
  );

test("a forgotten timer is settled on the page, with the time that was really worked", async () => {
  const before = (await look()).progress.minutes;
  await startedAgo(14 * 60);
  await visitor.go("/today");
  const clock = page.getByRole("timer").first();
  await clock.waitFor();
  // The tab says that it runs, among others.
  await eventually(async () => expect(await page.title()).toMatch(/^14:\d\d:\d\d · /));
  await page.getByText("This timer counted 14h. How long did you work?").first().waitFor();
  await page
    .getByRole("textbox", { name: /how long/i })
    .first()
    .fill("1h30");
  await page.keyboard.press("Enter");
  await eventually(async () => expect((await look()).progress.minutes).toBe(before + 90));
  await eventually(async () => expect(await page.title()).not.toMatch(/^\d/));
});

test("a session ends in one sentence, whose length can be put right, and says what is next", async () => {
  const before = (await look()).progress.minutes;
  await startedAgo(30);
  await page.getByRole("button", { name: "Stop and log" }).first().click();
  const end = page.getByRole("region", { name: "The session has ended" });
  await end.getByText(/^30m logged: Attention Is All You Need/).waitFor();
  await end.getByRole("textbox", { name: "How long" }).fill("45m");
  await page.keyboard.press("Enter");
  await end.getByText(/^45m logged/).waitFor();
  await eventually(async () => expect((await look()).progress.minutes).toBe(before + 45));
  await end.getByText(/^Next:/).waitFor();
});

test("what earlier weeks left open is moved to this one at once, and back by one undo", async () => {
  await visitor.go("/plan");
  const summary = page.getByText(/tasks of earlier weeks are open/);
  await summary.click();
  const week = page.getByRole("region", { name: /^Week 7/ });
  const task = "Understand residual connections deeply";
  expect(await week.getByRole("checkbox", { name: task }).count()).toBe(0);
  await page.getByRole("button", { name: "Move all to this week" }).click();
  await week.getByRole("checkbox", { name: task }).waitFor();
  await summary.waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await toast(page, /Undone/);
  await summary.waitFor();
});

test("what a higher retention costs is said before it is saved", async () => {
  await visitor.go("/settings");
  const was = (await look()).tally.settings.retention;
  await page.getByLabel("Desired retention, %").fill("97");
  await page
    .getByText(/cards? (?:is|are|would be|come)|due/)
    .first()
    .waitFor();
  expect((await look()).tally.settings.retention).toBe(was);
  await page.keyboard.press("Escape");
});

test("the days in a row and the map of hours count the same days", async () => {
  await visitor.go("/stats");
  const { tally, progress } = await look();
  const { now } = streakOf(tally, progress.today);
  expect(now).toBeGreaterThan(0);
  await page.getByText(`${now} days`).first().waitFor();
  const hours = page.getByRole("region", { name: "Hours by day" });
  await hours.getByText("Data").click();
  // So many of the last days have hours or cards in the table behind the map.
  const days = await hours.locator("tbody tr").allInnerTexts();
  const worked = days.filter((day) => /[1-9]/.test(day.split("\t").slice(1).join(" ")));
  expect(worked.length).toBeGreaterThanOrEqual(now);
});

test("the first run refuses more hours than a week can have", async () => {
  const fresh = await serveFresh(null);
  const newcomer = await visit(browser, fresh.server.address);
  await newcomer.page.getByLabel("How many hours a week?").fill("200");
  await newcomer.page
    .getByText(/168|a week has/i)
    .first()
    .waitFor();
  const begin = newcomer.page.getByRole("button", { name: "Save the plan and begin" });
  expect(await begin.isDisabled()).toBe(true);
  await newcomer.leave();
  await fresh.stop();
  expect(visitor.complaints).toEqual([]);
});

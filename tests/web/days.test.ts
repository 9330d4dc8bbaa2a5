/** Days on the page: time off, easy days, and a timer that rings. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "./chromium.ts";
import { daysAgo, type Served, serveFresh } from "./served.ts";
import { eventually, toast, type Visitor, visit } from "./visit.ts";

let browser: Browser;
let served: Served;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFresh();
  await settleToday();
  visitor = await visit(browser, served.server.address);
  page = visitor.page;
}, 60_000);
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const look = async () => (await served.other.look(Date.now())).progress;

/** On some days of the week a check-in comes before the session that Next suggests. */
async function settleToday(): Promise<void> {
  const { nextCheckin, today } = await look();
  if (nextCheckin === null || nextCheckin.on > today) return;
  const { checkin, on } = nextCheckin;
  await served.other.run([{ do: "mark-checkin", checkin, on, done: true }], "cli", Date.now());
  return settleToday();
}

test("a timer that is started with a ring rings then", async () => {
  await visitor.go("/today");
  await page.getByLabel("Ring after").selectOption("Ring after 45m");
  await page.getByRole("button", { name: "Start a session" }).click();
  await eventually(async () => expect((await look()).timer?.ringsAfter).toBe(45));
  await page.getByRole("button", { name: "Discard" }).first().click();
  await eventually(async () => expect((await look()).timer).toBeNull());
});

test("time off is taken, seen in what is next, ended and undone", async () => {
  await visitor.go("/plan");
  const off = page.getByRole("region", { name: "Time off" });
  await off.getByLabel("First day").fill(daysAgo(0));
  await off.getByLabel("Last day").fill(daysAgo(-9));
  await off.getByRole("button", { name: "Take time off" }).click();
  await eventually(async () =>
    expect((await look()).away).toEqual([{ from: daysAgo(0), until: daysAgo(-9) }]),
  );
  if (process.env.STUDY_PICTURES) await page.screenshot({ path: "/tmp/days-off.png" });
  await visitor.go("/today");
  await page.getByText(/^You are away until/).waitFor();
  if (process.env.STUDY_PICTURES) await page.screenshot({ path: "/tmp/days-today.png" });
  await page.getByRole("button", { name: "I'm back" }).click();
  await eventually(async () => expect((await look()).away).toEqual([]));
  await page.getByRole("button", { name: "Start a session" }).waitFor();
});

test("easy days are said in words, and a wrong word is answered", async () => {
  await visitor.go("/settings");
  const field = page.getByLabel("Easy days");
  await field.fill("someday");
  await field.press("Enter");
  await page.getByText(/“someday” is not one to six days of the week/).waitFor();
  await field.fill("sun, sat");
  await field.press("Enter");
  await toast(page, /Easy days: Saturday and Sunday/);
  await eventually(async () => expect((await look()).easyDays).toEqual(["saturday", "sunday"]));
  expect(visitor.complaints).toEqual([]);
});

test("time.11 whoever opens the page on another day than their own is told, and can go by it", async () => {
  // Of the two zones that are farthest apart one is always on another day.
  const far = new Date().getUTCHours() < 12 ? "Etc/GMT+12" : "Pacific/Kiritimati";
  const here = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  await served.other.run([{ do: "change-plan", timeZone: far }], "cli", Date.now());
  await page.getByText(`than in ${far}, which your days go by.`).waitFor();
  await page.getByRole("button", { name: `Go by ${here}` }).click();
  await eventually(async () => expect((await look()).timeZone).toBe(here));
  await page.getByText("which your days go by.").waitFor({ state: "detached" });
});

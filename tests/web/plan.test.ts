import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Browser, Locator, Page } from "playwright-core";
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
  visitor = await visit(browser, served.server.address, { width: 1400, height: 1200 });
  page = visitor.page;
  await visitor.go("/plan");
}, 60_000);
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const look = () => served.other.look(Date.now());
const week = (number: number) => page.getByRole("region", { name: new RegExp(`^Week ${number}:`) });
const texts = async (number: number) =>
  (await look()).progress.weeks[number - 1]?.tasks.map(({ text }) => text) ?? [];

async function drag(from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (start === null || end === null) throw new Error("nothing to drag");
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + 20, start.y + 20, { steps: 4 });
  await page.mouse.move(end.x + 12, end.y + end.height / 2, { steps: 12 });
  await page.waitForTimeout(150);
  await page.mouse.up();
}

describe("the plan", () => {
  test("shows phases over the weeks with today, the target and the forecast", async () => {
    const line = page.getByRole("img", { name: /Phase 1, Foundations, weeks 1 to 3/ });
    await line.waitFor();
    await page.getByText(/^Today:/).waitFor();
    await page.getByText(/^Target completion:/).waitFor();
    await page.getByText(/^Forecast:/).waitFor();
  });

  test("says what a change of dates does before it is saved, and saves it after", async () => {
    const before = await look();
    await page.getByLabel("Hours a week").fill("12h");
    const effect = page.locator(".effect");
    await effect.getByText("With this:").waitFor();
    expect((await look()).progress.minutesAWeek).toBe(480);
    await page.getByLabel("Target completion").fill(daysAgo(-60));
    await effect.getByText(/The target is/).waitFor();
    await page.getByRole("button", { name: "Save the plan" }).click();
    await eventually(async () => {
      const { progress } = await look();
      expect(progress.minutesAWeek).toBe(720);
      expect(progress.target).toBe(daysAgo(-60));
      expect(progress.start).toBe(before.progress.start);
    });
  });

  test("a change of one date turns back nothing that was changed elsewhere meanwhile", async () => {
    await page.getByLabel("Target completion").fill(daysAgo(-61));
    await served.other.run([{ do: "change-plan", minutesAWeek: 540 }], "cli", Date.now());
    await eventually(async () =>
      expect(await page.getByLabel("Hours a week").inputValue()).toBe("9h"),
    );
    await page.getByRole("button", { name: "Save the plan" }).click();
    await eventually(async () => {
      const { progress } = await look();
      expect(progress.target).toBe(daysAgo(-61));
      expect(progress.minutesAWeek).toBe(540);
    });
  });

  test("refuses a target before the start in a sentence, and saves nothing", async () => {
    await page.getByLabel("Target completion").fill(daysAgo(400));
    await page.locator(".effect .fault").waitFor();
    expect(await page.getByRole("button", { name: "Save the plan" }).isDisabled()).toBe(true);
    await page.locator(".dates").getByRole("button", { name: "Cancel" }).click();
    expect(await page.getByLabel("Target completion").inputValue()).toBe(daysAgo(-61));
    await page.getByLabel("Target completion").fill(daysAgo(400));
    await page.keyboard.press("Escape");
    expect(await page.getByLabel("Target completion").inputValue()).toBe(daysAgo(-61));
    expect((await look()).progress.target).toBe(daysAgo(-61));
  });

  test("a task of any week is added, edited and removed", async () => {
    await week(5).getByLabel("Add a task to week 5").fill("Read the released code");
    await page.keyboard.press("Enter");
    await eventually(async () => expect(await texts(5)).toContain("Read the released code"));
    await week(5).getByText("Read the released code").hover();
    await week(5).getByRole("button", { name: "Edit: Read the released code" }).click();
    await week(5).getByLabel("Edit: Read the released code").fill("Read the code");
    await page.keyboard.press("Enter");
    await eventually(async () => expect(await texts(5)).toContain("Read the code"));
    await week(5).getByText("Read the code").hover();
    await week(5).getByRole("button", { name: "Remove: Read the code" }).click();
    await eventually(async () => expect(await texts(5)).not.toContain("Read the code"));
  });

  test("a task is dragged within its week and to another one", async () => {
    // Week 1 is over, and lies folded.
    await page.locator(".weeks-over > summary").click();
    const [first = "", second = ""] = await texts(1);
    const handle = (of: number, text: string) =>
      week(of).getByLabel(`Move: ${text}`, { exact: true });
    await drag(handle(1, first), handle(1, second));
    await eventually(async () => expect((await texts(1)).slice(0, 2)).toEqual([second, first]));
    const other = (await texts(2))[1] ?? "";
    await drag(handle(1, first), handle(2, other));
    await eventually(async () => {
      expect(await texts(1)).not.toContain(first);
      expect(await texts(2)).toContain(first);
    });
    await page.keyboard.press("Control+z");
    await toast(page, /^Undone/);
    await eventually(async () => expect(await texts(1)).toContain(first));
  });

  test("a week's days have their steps, each leading to its place", async () => {
    const days = week(1).locator("details.week-days");
    await days.locator("summary").click();
    await days
      .getByRole("link", { name: /first pass/ })
      .first()
      .click();
    await page.getByRole("region", { name: "The three passes" }).waitFor();
    expect(page.url()).toContain("/paper/attention/read?pass=1");
    expect(visitor.complaints).toEqual([]);
  });
});

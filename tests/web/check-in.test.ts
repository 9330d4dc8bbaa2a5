import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import type { ItemId, PaperId } from "../../src/core/content/curriculum.ts";
import { addDays, type Day, weekdayOf } from "../../src/core/time/calendar.ts";
import { openBrowser } from "./chromium.ts";
import { daysAgo, type Served, serveFresh } from "./served.ts";
import { eventually, type Visitor, visit } from "./visit.ts";

/** The latest day of that name, today included. */
function latest(weekday: string): Day {
  let on = daysAgo(0);
  while (weekdayOf(on) !== weekday) on = addDays(on, -1);
  return on;
}

const sunday = latest("sunday");
const wednesday = latest("wednesday");
const paper = "layernorm" as PaperId;
let browser: Browser;
let served: Served;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  // The Sunday ends the second week.
  served = await serveFresh(addDays(sunday, -13));
  const at = (on: Day) => Date.parse(`${on}T12:00Z`);
  const friday = addDays(sunday, -2);
  const start = at(friday);
  await served.other.run(
    [
      { do: "log", paper, activity: "read", pass: 2, start, minutes: 150 },
      { do: "mark-paper", paper, aspect: "read", done: true },
      { do: "mark-item", item: "w2-read-papers" as ItemId, done: true },
    ],
    "cli",
    start + 3 * 3_600_000,
  );
  visitor = await visit(browser, served.server.address);
  page = visitor.page;
  await visitor.go("/check-ins");
}, 60_000);
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const look = () => served.other.look(Date.now());

async function open(what: string, on: Day): Promise<void> {
  const day = new Intl.DateTimeFormat("en-US", { day: "numeric", month: "short", timeZone: "UTC" });
  const name = new RegExp(`${day.format(new Date(`${on}T00:00Z`))}\\b.*${what}`);
  await page.getByRole("region", { name: "Schedule" }).getByRole("button", { name }).click();
}

describe("a week's check-in", () => {
  test("says what was done and what slipped, from the journal", async () => {
    await open("Review week's progress", sunday);
    const review = page.getByRole("region", { name: "Review week's progress" });
    await review.getByText("2h30 of study, 8h planned.").waitFor();
    await review.getByText("Layer Normalization: read").waitFor();
    await review.getByText("Read both papers (3-4 hours each)").waitFor();
    const slipped = review.locator("div").filter({
      has: page.getByRole("heading", { name: "What slipped" }),
    });
    await slipped.getByText("Understand residual connections deeply").first().waitFor();
  });

  test("what was begun to be written outlives the tab", async () => {
    await page.getByLabel(/Which idea of this week/).fill("Why the gain comes after");
    await page.reload();
    await open("Review week's progress", sunday);
    await eventually(async () => {
      const value = await page.getByLabel(/Which idea of this week/).inputValue();
      expect(value).toBe("Why the gain comes after");
    });
  });

  test("its three answers and next week's goal are kept", async () => {
    await page.getByLabel(/What took longer than planned/).fill("The backward pass.");
    await page.getByLabel(/one thing that must be done/).fill("Finish the notes.");
    await page.getByLabel(/^Goal of week 3/).fill("A Transformer that copies");
    await page.getByRole("button", { name: "Finish the check-in" }).click();
    await eventually(async () => {
      const { tally, progress } = await look();
      const kept = Object.values(tally.checkins)[0];
      expect(kept?.answers.map(({ answer }) => answer)).toEqual([
        "Why the gain comes after",
        "The backward pass.",
        "Finish the notes.",
      ]);
      expect(progress.weeks[2]?.goal).toBe("A Transformer that copies");
    });
    await eventually(() => {
      expect(readFileSync(served.tracker, "utf8")).toContain("**Goal**: A Transformer that copies");
    });
  });

  test("answers can be read later, and changed", async () => {
    await visitor.go("/check-ins");
    await open("Review week's progress", sunday);
    await page.getByText("The backward pass.").first().waitFor();
    await page.getByRole("button", { name: "Change the answers" }).click();
    await page.getByLabel(/What took longer than planned/).fill("The backward pass, twice.");
    await page.getByRole("button", { name: "Finish the check-in" }).click();
    await eventually(async () => {
      const kept = Object.values((await look()).tally.checkins)[0];
      expect(kept?.answers[1]?.answer).toBe("The backward pass, twice.");
    });
  });
});

describe("the quiz of the week", () => {
  test("asks ten cards, by keys alone, and keeps the result", async () => {
    await visitor.go(`/review?quiz=${wednesday}`);
    for (let card = 1; card <= 10; card += 1) {
      await page.getByText(`Question ${card} of 10`).waitFor();
      await page.keyboard.press("Space");
      await page.getByRole("button", { name: /^Good/ }).waitFor();
      await page.keyboard.press(card <= 3 ? "1" : "3");
      // A page that is closed in the middle goes on where it was.
      if (card === 4) await page.reload();
    }
    await page.locator(".big-line").getByText("7 of 10 known").waitFor();
    // Said in short: not each of the ten answers.
    await page
      .locator(".toast")
      .getByText(/7 of 10 known; .*10 cards answered: 3 again, 7 good\.$/)
      .waitFor();
    expect(await page.locator(".missed-cards li").count()).toBe(3);
    await eventually(async () => {
      const { tally } = await look();
      const quiz = Object.entries(tally.quizzes).find(([on]) => on === wednesday)?.[1];
      expect(quiz?.answers.length).toBe(10);
      const checkin = Object.entries(tally.checkins).find(([key]) => key.includes(wednesday));
      expect(checkin).toBeDefined();
    });
  });
});

describe("a teach-back", () => {
  test("is written first and scored against the guide's points after", async () => {
    await visitor.go(`/paper/${paper}/review`);
    await page
      .getByLabel("Your explanation, without looking anything up")
      .fill("It averages over units.");
    await page.reload();
    const field = page.getByLabel("Your explanation, without looking anything up");
    await eventually(async () => expect(await field.inputValue()).toBe("It averages over units."));
    await page.getByRole("button", { name: "Compare with the points" }).click();
    const points = page.getByRole("group", { name: "Which of these did your explanation cover?" });
    expect(await points.getByRole("checkbox").count()).toBe(6);
    await points.getByRole("checkbox").nth(1).check();
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.getByText("1 of 6 points").waitFor();
    await eventually(async () => {
      expect((await look()).tally.teachBacks.map(({ text }) => text)).toEqual([
        "It averages over units.",
      ]);
    });
    expect(visitor.complaints).toEqual([]);
  });
});

describe("a check-in that was missed", () => {
  test("is skipped, and taken up again from its address", async () => {
    await visitor.go("/today");
    const skip = page.getByRole("button", { name: /^Skip it: / });
    const missed = await skip.count();
    expect(missed).toBeGreaterThan(0);
    await skip.first().click();
    await eventually(async () => expect(await skip.count()).toBe(missed - 1));
    await eventually(async () => expect((await look()).tally.skippedCheckins).toHaveLength(1));
    const [key = ""] = (await look()).tally.skippedCheckins;
    await visitor.go(`/check-ins?open=${key}`);
    await page.getByRole("button", { name: "Take it up again" }).click();
    await eventually(async () => expect((await look()).tally.skippedCheckins).toEqual([]));
  });
});

describe("a month's review", () => {
  test("has cards of its papers, drawn by rule", async () => {
    await visitor.go("/check-ins");
    await page.getByRole("button", { name: /Complete Phase 1 \+ 2 review/ }).click();
    const cards = page.getByRole("region", { name: "Cards of the month" });
    expect(await cards.getByRole("listitem").count()).toBeGreaterThan(5);
    await cards.getByRole("group").first().click();
  });
});

import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import type { PaperId } from "../../src/core/content/curriculum.ts";
import { openBrowser } from "./chromium.ts";
import { type Served, serveFresh } from "./served.ts";
import { eventually, type Visitor, visit } from "./visit.ts";

let browser: Browser;
let served: Served;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFresh();
  visitor = await visit(browser, served.server.address);
  page = visitor.page;
  await visitor.go("/tracker");
}, 60_000);
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const now = () => served.other.look(Date.now());
const tracker = () => readFileSync(served.tracker, "utf8");

describe("the tracker's screen", () => {
  test("shows every part of the tracker document", async () => {
    for (const heading of [
      "📊 Overall Progress",
      "📈 Phase Progress",
      "🎯 Weekly Goals",
      "📝 Study Tips",
      "🔄 Review Schedule",
      "🏆 Milestones",
      "📚 Additional Resources",
      "Phase 5: Efficiency and Practical Techniques",
      "Bonus Papers (Optional)",
      "Celebration Rewards",
      "Effective Reading Strategy",
    ]) {
      expect(await page.getByRole("heading", { name: heading }).count()).toBe(1);
    }
    expect(await page.getByRole("row").count()).toBe(15 + 6);
  });

  test("the address bar keeps no ticket", () => {
    expect(page.url()).toBe(`${served.server.url}tracker`);
  });

  test("a ticked paper becomes an entry, a figure and a mark in the file", async () => {
    await page.getByRole("checkbox", { name: "BERT: read" }).check();
    await page.getByText(/^Read: BERT/).waitFor();
    await eventually(async () => expect((await now()).progress.read).toBe(1));
    await eventually(() => expect(tracker()).toContain("| BERT | ☑ | ☐ | ☐ | 0 |"));
    expect(await page.getByRole("progressbar", { name: "Papers read" }).getAttribute("value")).toBe(
      "1",
    );
  });

  test("Ctrl-Z undoes and says what, Ctrl-Shift-Z redoes", async () => {
    await page.keyboard.press("Control+z");
    await page.getByText(/^Undone: Read: BERT/).waitFor();
    await eventually(async () => expect((await now()).progress.read).toBe(0));
    await page.keyboard.press("Control+Shift+z");
    await page.getByText(/^Redone: Read: BERT/).waitFor();
    await eventually(async () => expect((await now()).progress.read).toBe(1));
  });

  test("work is logged, and a duration that is none is refused beside the field", async () => {
    await page.getByLabel("How long").fill("soon");
    await page.getByRole("button", { name: "Log time" }).click();
    expect(await page.getByRole("alert").textContent()).toContain('"soon" is not a duration');
    await page.getByLabel("How long").fill("1h30");
    await page.getByRole("combobox", { name: "Paper" }).selectOption("lora");
    await page.getByLabel("Activity").selectOption("implement");
    await page.getByRole("button", { name: "Log time" }).click();
    await page.getByText("Logged 1h30 implementing on LoRA").waitFor();
    await eventually(async () => expect((await now()).progress.implementMinutes).toBe(90));
  });

  test("a timer is started, paused and stopped", async () => {
    await visitor.go("/paper/bert/read");
    await page.getByRole("button", { name: "Start pass 1" }).first().click();
    await page.getByRole("timer").waitFor();
    await eventually(async () => expect((await now()).progress.timer?.pass).toBe(1));
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByRole("button", { name: "Resume" }).waitFor();
    await page.getByRole("button", { name: "Discard" }).click();
    await page.getByRole("timer").waitFor({ state: "detached" });
    await eventually(async () => expect((await now()).progress.timer).toBeNull());
    await visitor.go("/tracker");
  });

  test("a task is added, edited and removed, a goal and a reward are written", async () => {
    await page.getByLabel("Add a task").fill("Draw the attention map");
    await page.getByLabel("Add a task").press("Enter");
    await page.getByText("Added: Draw the attention map.").waitFor();
    await eventually(() => expect(tracker()).toContain("- [ ] Draw the attention map"));
    await page.getByText("Draw the attention map", { exact: true }).hover();
    await page.getByRole("button", { name: "Edit: Draw the attention map" }).click();
    await page.getByLabel("Edit: Draw the attention map").fill("Draw two attention maps");
    await page.keyboard.press("Enter");
    await page.getByText("Changed to: Draw two attention maps.").waitFor();
    await page.getByText("Draw two attention maps", { exact: true }).hover();
    await page.getByRole("button", { name: "Remove: Draw two attention maps" }).click();
    await page.getByText("Removed: Draw two attention maps.").waitFor();
    await eventually(() => expect(tracker()).not.toContain("attention maps"));
    await page.getByRole("button", { name: "Edit: Phase 1 Complete" }).click();
    await page.getByRole("textbox", { name: "Phase 1 Complete" }).fill("Dinner");
    await page.keyboard.press("Enter");
    await page.getByText("Reward, Phase 1 Complete: Dinner.").waitFor();
    await eventually(() => expect(tracker()).toContain("- Phase 1 Complete: Dinner"));
  });

  test("a check-in is done with its answers", async () => {
    await page
      .getByRole("button", { name: /^Mark as done: Review week/ })
      .first()
      .click();
    await page.getByRole("textbox").filter({ hasText: "" }).nth(1).waitFor();
    await page.locator(".questions textarea").first().fill("Attention, at last.");
    await page.locator(".questions button[type=submit]").click();
    await page.getByText(/^Check-in of .* done: Review week's progress/).waitFor();
    await eventually(async () => {
      const [kept] = Object.values((await now()).tally.checkins);
      expect(kept?.answers[0]?.answer).toBe("Attention, at last.");
    });
  });
});

describe("the page stays abreast", () => {
  test("of another process, within a second", async () => {
    const started = performance.now();
    await served.other.run(
      [{ do: "mark-paper", paper: "palm" as PaperId, aspect: "notes", done: true }],
      "cli",
      Date.now(),
    );
    await page.locator('input[aria-label="PaLM: notes written"]:checked').waitFor();
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test("of an editor that saves TRACKER.md", async () => {
    writeFileSync(
      served.tracker,
      tracker().replace("| GPT-3 | ☐ | ☐ | ☐ | 0 |", "| GPT-3 | ✅ | ☐ | ☐ | 2 |"),
    );
    await page.locator('input[aria-label="GPT-3: read"]:checked').waitFor({ timeout: 3000 });
    expect((await now()).progress.papers.find(({ id }) => id === "gpt-3")?.minutes).toBe(120);
  });

  test("of what it could not understand there", async () => {
    const sound = tracker();
    writeFileSync(served.tracker, sound.replace("| GPT-1 | ☐ |", "| GPT-1 | maybe |"));
    await page.getByText('"maybe" is neither ticked nor empty').waitFor({ timeout: 3000 });
    writeFileSync(served.tracker, tracker().replace("maybe", "☐"));
    await page.getByText('"maybe" is neither').waitFor({ state: "detached", timeout: 3000 });
  });
});

describe("who looks", () => {
  test("without a session there is nothing to see, and the page says what to do", async () => {
    const context = await browser.newContext();
    const stranger = await context.newPage();
    await stranger.goto(new URL("/tracker", served.server.url).href);
    await stranger.getByText("open the address that study printed").waitFor();
    expect(await stranger.getByText("BERT").count()).toBe(0);
    await context.close();
  });

  test("with a printed address that was used already there is nothing to see either", async () => {
    const { address } = served.server;
    const [first, second] = [await browser.newContext(), await browser.newContext()];
    const friend = await first.newPage();
    await friend.goto(address);
    await friend.locator("#screen h1").first().waitFor();
    const stranger = await second.newPage();
    await stranger.goto(address);
    await stranger.getByText("This address has already been used").waitFor();
    expect(stranger.url()).not.toContain("ticket");
    await friend.goto(address);
    await friend.locator("#screen h1").first().waitFor();
    await first.close();
    await second.close();
  });

  test("whose session was ended looks at what this browser kept, and nothing more", async () => {
    const context = await browser.newContext();
    const former = await context.newPage();
    await former.goto(served.server.address);
    await former.locator("#screen h1").first().waitFor();
    await former.waitForTimeout(1000);
    await former.evaluate("localStorage.removeItem('sessions')");
    await former.goto(new URL("/tracker", served.server.url).href);
    await former.getByText("You can only look").waitFor();
    expect(await former.getByRole("checkbox", { name: "BERT: read" }).isDisabled()).toBe(true);
    await former.goto(served.server.address);
    await former.getByText("You can only look").waitFor({ state: "detached" });
    await context.close();
  });

  test("the console stayed silent throughout", () => {
    expect(visitor.complaints).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { PaperId } from "../../src/core/content/curriculum.ts";
import { program } from "../cli/study.ts";
import { openBrowser } from "./chromium.ts";
import { daysAgo, type Served, serveFresh } from "./served.ts";
import { eventually, toast, type Visitor, visit } from "./visit.ts";

const attention = "attention" as PaperId;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

describe("a new learner's first day", () => {
  let served: Served;
  let visitor: Visitor;
  let page: Page;
  beforeAll(async () => {
    served = await serveFresh(null);
    visitor = await visit(browser, served.server.address);
    page = visitor.page;
  }, 60_000);
  afterAll(() => served.stop());
  const look = () => served.other.look(Date.now());

  test("two questions, and the plan is drawn while they are answered", async () => {
    await page.getByText("15 papers, 12 weeks.").waitFor();
    // Nothing opens over the questions, and nothing waits behind them.
    await page.keyboard.press("Control+k");
    await page.getByLabel("How many hours a week?").fill("plenty");
    await page.getByText('"plenty" is not a number of hours').waitFor();
    expect(await page.getByRole("button", { name: "Save the plan and begin" }).isDisabled()).toBe(
      true,
    );
    await page.getByLabel("How many hours a week?").fill("10");
    const plan = page.getByRole("region", { name: "Your plan" });
    await plan.getByText("Foundations").waitFor();
    const before = await plan.textContent();
    await page.getByLabel("When do you start?").fill(daysAgo(-30));
    await eventually(async () => expect(await plan.textContent()).not.toBe(before));
    await page.getByLabel("When do you start?").fill(daysAgo(0));
  });

  test("the first step stands at its end and leads to the paper", async () => {
    await page.getByText("First step:").waitFor();
    await page.getByRole("button", { name: "Save the plan and begin" }).click();
    await eventually(async () => {
      const { progress } = await look();
      expect(progress.start).toBe(daysAgo(0));
      expect(progress.minutesAWeek).toBe(600);
    });
    expect(readFileSync(served.tracker, "utf8")).toContain(`**Start Date**: ${daysAgo(0)}`);
  });

  test("one click starts a session, and stopping it logs its time", async () => {
    await visitor.go("/paper/attention/read");
    await page.getByRole("button", { name: "Start pass 1" }).first().click();
    await page.getByRole("timer").waitFor();
    await eventually(async () => expect((await look()).progress.timer?.pass).toBe(1));
    // The same timer as it is after twenty minutes.
    const began = Date.now() - 20 * 60_000;
    await served.other.run([{ do: "discard-timer" }], "cli", began);
    await served.other.run(
      [{ do: "start-timer", paper: attention, activity: "read", pass: 1 }],
      "cli",
      began,
    );
    await page
      .getByRole("timer")
      .getByText(/^0:20:/)
      .waitFor();
    await page.getByRole("button", { name: "Stop and log" }).click();
    await toast(page, /Logged/);
    await eventually(async () => {
      const { progress } = await look();
      expect(progress.papers[0]?.passes).toEqual([1]);
      expect(progress.minutes).toBeGreaterThanOrEqual(19);
    });
  });

  test("a ticked task, a note and a log later the day is in every view of it", async () => {
    await visitor.go("/today");
    await page.getByRole("checkbox", { name: "Read paper thoroughly (5-7 hours)" }).check();
    await toast(page, /Read paper thoroughly/);
    await visitor.go("/paper/attention/notes");
    const editor = page.getByRole("textbox", { name: "Notes" });
    await editor.click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("Attention is a soft look-up.");
    await page.getByText("Saved").waitFor();
    expect(readFileSync(join(served.layout.notes, "attention.md"), "utf8")).toContain(
      "Attention is a soft look-up.",
    );
    await eventually(() => {
      expect(readFileSync(served.tracker, "utf8")).toContain("- [x] Read paper thoroughly");
    });
    await visitor.go("/stats");
    await page.getByRole("heading", { name: "Hours by day" }).waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});

describe("a learner who keeps a tracker already", () => {
  const empty = readFileSync(join(import.meta.dir, "..", "fixtures", "tracker.md"), "utf8");
  const withBert = (row: string) => empty.replace("| BERT | ☐ | ☐ | ☐ | 0 |", row);
  const withStart = (row: string) =>
    withBert(row).replace("**Start Date**: ___________", "**Start Date**: 2026-10-05");
  const look = (page: Page, text: string) =>
    page.locator("input[type=file]").setInputFiles({
      name: "OldTracker.md",
      mimeType: "text/markdown",
      buffer: Buffer.from(text),
    });
  const drop = async (page: Page, text: string) => {
    await look(page, text);
    await page.getByRole("button", { name: "Take it over" }).click();
  };

  test("sees first what a tracker of any shape would bring, and nothing is taken without a yes", async () => {
    const served = await serveFresh(null);
    const { page, complaints, leave } = await visit(browser, served.server.address);
    const trackers = join(import.meta.dir, "..", "fixtures", "trackers");
    const before = (await served.other.look(Date.now())).picture.arrival;
    await look(page, readFileSync(join(trackers, "44-roam.md"), "utf8"));
    await page.getByText("OldTracker.md has 5 boxes and 1 time of study.").waitFor();
    await page.getByText("Would take 1 mark on a paper and 1 session (2h).").waitFor();
    await page.getByText(/^Line 6: "Collect a corpus"/).waitFor();
    await page.getByRole("button", { name: "Leave it" }).click();
    expect((await served.other.look(Date.now())).picture.arrival).toBe(before);
    await look(page, "Only words.");
    await page.getByRole("alert").getByText("OldTracker.md is not a tracker").waitFor();
    expect(complaints.filter((one) => !one.includes("400"))).toEqual([]);
    await leave();
    await served.stop();
  }, 60_000);

  test("without a start date goes on to the questions", async () => {
    const served = await serveFresh(null);
    const { page, leave } = await visit(browser, served.server.address);
    await drop(page, withBert("| BERT | perhaps | ☑ | ☐ | 0 |"));
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByLabel("When do you start?").waitFor();
    await leave();
    await served.stop();
  }, 60_000);

  test("reads which lines were not understood before going on", async () => {
    const served = await serveFresh(null);
    const { page, leave } = await visit(browser, served.server.address);
    await drop(page, withStart("| BERT | perhaps | ☑ | ☐ | 7.5 |"));
    await page.getByText(/^Line \d+: .*perhaps/).waitFor();
    await page.getByRole("button", { name: "Go on" }).click();
    await page.locator(".frame h1").waitFor();
    await leave();
    await served.stop();
  }, 60_000);

  test("brings sessions and highlights later, on the screen Settings, and a stray file opens nothing", async () => {
    const served = await serveFresh();
    const { page, complaints, go, leave } = await visit(browser, served.server.address);
    const stray = (at: string) =>
      page.evaluate(`(() => {
        const data = new DataTransfer();
        data.items.add(new File(["| BERT | x |"], "Stray.md"));
        const event = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
        document.querySelector(${JSON.stringify(at)}).dispatchEvent(event);
        return event.defaultPrevented;
      })()`);
    expect(await stray("#screen")).toBe(true);
    await toast(page, "A file is taken in on the screen Settings");
    await go("/settings");
    expect(await stray("main .drop")).toBe(true);
    await page.getByRole("alert").getByText("Stray.md").waitFor();
    const choose = (name: string, text: string) =>
      page
        .locator("input[type=file]")
        .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
    await choose(
      "hours.csv",
      "Date,Start time,End time,Description\n2026-03-02,10:00,11:30,BERT\n",
    );
    await page.getByText("Would take 1 session (1h30).").waitFor();
    await page.getByRole("button", { name: "Take it over" }).click();
    await page.getByText("Took 1 session (1h30).").waitFor();
    expect(await page.evaluate("document.activeElement.tagName")).not.toBe("BODY");
    await choose(
      "BERT.md",
      "# BERT\n\n“masked words” ([Devlin et al., 2019, p. 4](zotero://select/library/items/P)) ([pdf](zotero://open-pdf/library/items/J7?page=4&annotation=K4))\n",
    );
    await page.getByRole("button", { name: "Take it over" }).click();
    await page.getByText("Took 1 quote into notes/bert.md.").waitFor();
    await go("/paper/bert/notes");
    await page.getByRole("article").getByText("masked words").waitFor();
    expect(complaints.filter((one) => !one.includes("400"))).toEqual([]);
    await leave();
    await served.stop();
  }, 60_000);

  test("drops it in, and what is filled in is taken over", async () => {
    const served = await serveFresh(null);
    const { page, leave } = await visit(browser, served.server.address);
    await drop(page, withStart("| BERT | ☑ | ☑ | ☐ | 7.5 |"));
    await toast(page, /Taken over/);
    await eventually(async () => {
      const { progress } = await served.other.look(Date.now());
      const bert = progress.papers.find(({ id }) => id === "bert");
      expect(bert?.done).toEqual({ read: true, notes: true, implemented: false });
      expect(bert?.minutes).toBe(450);
      expect(String(progress.start)).toBe("2026-10-05");
    });
    await leave();
    await served.stop();
  }, 60_000);
});

test("a workspace that is made by serving it asks the two questions", async () => {
  const folder = mkdtempSync(join(tmpdir(), "study-made-"));
  const child = program(
    ["serve", "--make", "--no-open", "--port", "0", "--dir", join(folder, "mine")],
    folder,
  );
  let said = "";
  for await (const part of child.stdout) {
    said += new TextDecoder().decode(part);
    // Its last line: what it would say later would break on a closed pipe.
    if (said.includes("Ctrl-C")) break;
  }
  const newcomer = await visit(browser, /http\S+/.exec(said)?.[0] ?? "");
  await newcomer.page.getByText("15 papers, 12 weeks.").waitFor();
  await newcomer.leave();
  child.kill();
  await child.exited;
  rmSync(folder, { recursive: true });
});

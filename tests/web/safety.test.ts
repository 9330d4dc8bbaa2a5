/** Text from anywhere is shown as text: none of the corpus runs, loads, or leaves a link that would. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { PaperId } from "../../src/core/content/curriculum.ts";
import type { Command } from "../../src/core/decide/command.ts";
import { checkinsBetween } from "../../src/core/progress/schedule.ts";
import { makePdf } from "../fixtures/pdf.ts";
import { attackBlocks, attackLines } from "../fixtures/xss.ts";
import { screenPaths } from "./addresses.ts";
import { openBrowser } from "./chromium.ts";
import { daysAgo, type Served, serveFresh } from "./served.ts";
import { eventually, type Visitor, visit } from "./visit.ts";
import { type Watch, watch } from "./watch.ts";

const texts = [...attackLines, ...attackBlocks];
const start = daysAgo(30);

let browser: Browser;
let served: Served;
let visitor: Visitor;
let watched: Watch;
let papers: readonly PaperId[];

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFresh(start);
  papers = served.workspace.curriculum.papers.map(({ id }) => id);
  await fill();
  visitor = await visit(browser, served.server.address);
  watched = await watch(visitor, served.server.url);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await served.stop();
});

/** Every `share`-th text of the corpus for each of `rooms` places. */
function shareOut<T>(all: readonly T[], rooms: number): readonly (readonly T[])[] {
  return Array.from({ length: rooms }, (_, room) => all.filter((_, at) => at % rooms === room));
}

async function put(commands: readonly Command[]) {
  const outcome = await served.other.run(commands, "cli", Date.now());
  if (!outcome.ok) throw new Error(outcome.message);
}

/** A line with control characters is refused before it is anywhere; notes and cards may hold them. */
const lines = attackLines.map((line) => line.replace(/[^\P{Cc}\t]/gu, ""));

/** The corpus in every field that takes text. */
async function fill() {
  await put(papers.map((paper) => ({ do: "mark-paper", paper, aspect: "read", done: true })));
  await put([{ do: "change-settings", newCardsADay: 9999, reviewsADay: 9999 }]);
  await put(
    texts.map((text, at) => ({
      do: "add-card",
      paper: papers[at % papers.length] ?? null,
      front: text,
      back: text,
      source: lines[at % lines.length] ?? "",
    })),
  );
  await put(
    lines.flatMap((text, at): readonly Command[] => [
      { do: "add-item", kind: "task", list: `week:${(at % 12) + 1}`, text },
      { do: "add-paper", name: `${at} ${text.replaceAll("|", "/")}`, phase: null },
    ]),
  );
  const { progress } = await served.other.look(Date.now());
  const resources = progress.resources.map(({ title }) => `resources:${title}`);
  await put(
    shareOut(lines, 4)[0]?.flatMap((text, at): readonly Command[] => [
      { do: "add-item", kind: "milestone", list: "milestones", text },
      { do: "add-item", kind: "resource", list: resources[at % resources.length] ?? "", text },
      { do: "keep-measurement", model: text, values: { parameters: text } },
      { do: "note-conflict", field: `goal:${at}`, file: text, journal: text },
    ]) ?? [],
  );
  await put(
    shareOut(lines, 12).map((lines, at) => ({
      do: "set-goal",
      week: at + 1,
      text: lines.join(" ").slice(0, 2000),
    })),
  );
  await put(
    progress.rewards.map(({ after }, at) => ({
      do: "set-reward",
      reward: after,
      text: (shareOut(lines, progress.rewards.length)[at] ?? []).join(" ").slice(0, 2000),
    })),
  );
  await put(
    shareOut(texts, papers.length).flatMap((some, at): readonly Command[] => {
      const paper = papers[at] as PaperId;
      return [
        { do: "write-teach-back", paper, text: some.join("\n\n"), points: [] },
        {
          do: "add-highlight",
          paper,
          page: 1,
          quote: some.join(" "),
          rects: [[0.1, 0.1 + at / 50, 0.5, 0.02]],
        },
      ];
    }),
  );
  const { curriculum } = served.workspace;
  const { tally } = await served.other.look(Date.now());
  const past = checkinsBetween(curriculum, tally, start, daysAgo(0));
  await put(
    shareOut(texts, past.length).map((some, at) => ({
      do: "mark-checkin",
      checkin: past[at]?.checkin ?? "",
      on: past[at]?.on ?? start,
      done: true,
      answers: some.map((answer) => ({ question: lines[at] ?? "", answer })),
    })),
  );
  mkdirSync(served.layout.notes, { recursive: true });
  for (const [at, some] of shareOut(texts, papers.length).entries()) {
    const text = `# Notes\n\n${some.join("\n\n")}\n\n## Quotes\n\n> ${some[0]}\n`;
    writeFileSync(join(served.layout.notes, `${papers[at]}.md`), text);
  }
  mkdirSync(served.layout.papers, { recursive: true });
  writeFileSync(
    join(served.layout.papers, "attention.pdf"),
    makePdf([["<script>hit()</script>", "Attention is all you need"]], pdfScript),
  );
}

const pdfScript =
  "app.alert('x'); this.getURL('https://attacker.example/pdf'); try { hit() } catch (e) {}";

async function expectSafe() {
  expect(await watched.stands()).toEqual([]);
  expect(await watched.happened()).toEqual([]);
}

/** Opens what is folded and waits for math and diagrams. */
async function unfold() {
  const { page } = visitor;
  await page.locator("#screen .waiting").waitFor({ state: "detached" });
  await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
  await page.waitForTimeout(300);
}

/** Folded cards are drawn when they are opened, so all are listed before. */
async function showAllCards(page: Page) {
  const button = page.getByRole("button", { name: /^Show \d+ more/ });
  for (;;) {
    const [before] = await button.allTextContents();
    if (before === undefined) return;
    await button.click();
    await eventually(async () => expect(await button.allTextContents()).not.toEqual([before]));
  }
}

describe("a corpus of hostile texts", () => {
  test("is as large as the classic lists", () => {
    expect(new Set(texts).size).toBeGreaterThan(120);
  });

  for (const path of screenPaths) {
    test(`does nothing on ${path}`, async () => {
      await visitor.go(path);
      if (path === "/review") await showAllCards(visitor.page);
      await unfold();
      await expectSafe();
    }, 60_000);
  }

  test("does nothing in notes, their preview and their editor", async () => {
    for (const [at, paper] of papers.entries()) {
      await visitor.go(`/paper/${paper}/notes`);
      await visitor.page.locator(".cm-content").waitFor();
      const diagrams = shareOut(texts, papers.length)[at]?.filter((text) =>
        text.startsWith("```mermaid"),
      );
      await eventually(async () => {
        const drawn = await visitor.page.locator("img.diagram, .shown p.fault").count();
        expect(drawn).toBe(diagrams?.length ?? 0);
      });
      await expectSafe();
    }
  }, 120_000);

  test("leaves a diagram of good faith as it was meant", async () => {
    const diagrams = [
      "classDiagram\n  class Attention {\n    <<interface>>\n    +forward(x) y\n  }\n  Attention <|-- Causal",
      'flowchart LR\n  A["n < m<br/>always"] <--> B{{"a &lt; b"}}',
    ];
    const text = diagrams.map((source) => `\`\`\`mermaid\n${source}\n\`\`\``).join("\n\n");
    writeFileSync(join(served.layout.notes, `${papers[0]}.md`), text);
    await visitor.go(`/paper/${papers[0]}/notes`);
    await visitor.page.locator("img.diagram").nth(1).waitFor();
    const drawn = await visitor.page.evaluate<readonly string[]>(
      "[...document.querySelectorAll('img.diagram')].map(({ src }) => decodeURIComponent(src).replace(/<[^>]*>/g, ''))",
    );
    expect(drawn[0]).toContain("«interface»");
    expect(drawn[1]).toContain("n &lt; malways");
  });

  test("does nothing on both sides of cards, one after another", async () => {
    const { page } = visitor;
    await visitor.go("/review");
    await page.getByRole("region", { name: "Card", exact: true }).waitFor();
    for (let card = 0; card < 25; card += 1) {
      await page.keyboard.press("Space");
      await page.locator(".side.back p, .side.back pre, .side.back div").first().waitFor();
      await page.keyboard.press("3");
      await page.locator(".grades button.strong").waitFor();
      if (card % 5 === 4) await expectSafe();
    }
    await expectSafe();
  }, 120_000);

  test("does nothing among a paper's cards and teach-backs", async () => {
    for (const paper of papers) {
      await visitor.go(`/paper/${paper}/review`);
      await unfold();
      await expectSafe();
    }
  }, 120_000);

  test("does nothing as the name of a paper of one's own", async () => {
    const { progress } = await served.other.look(Date.now());
    const own = progress.bonus.filter(({ name }) => /^\d+ /.test(name));
    expect(own.length).toBeGreaterThan(100);
    for (const { id } of own.filter((_, at) => at % 45 === 0)) {
      for (const room of ["read", "notes", "implement", "review"]) {
        await visitor.go(`/paper/${id}/${room}`);
        await expectSafe();
      }
    }
  }, 120_000);

  test("does nothing when typed: into a task, a card, a note, the palette", async () => {
    const { page } = visitor;
    await visitor.go("/tracker");
    await page
      .getByLabel("Add a task")
      .fill("Typed <img src=x onerror=hit()> [x](javascript:hit())");
    await page.keyboard.press("Enter");
    await page.locator(".toast").getByText("Added: Typed <img src=x onerror=hit()>").waitFor();
    await visitor.go("/paper/lora/notes");
    await page.locator(".cm-content").click();
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText("\n\nTyped <svg onload=hit()> [go](javascript:hit()) **end**");
    await page.locator(".shown strong").getByText("end").waitFor();
    await expectSafe();
    await visitor.go("/review");
    await page.getByRole("button", { name: "New card" }).click();
    await page.getByLabel("Question", { exact: true }).fill("$\\href{javascript:hit()}{x}$ `a`");
    await page
      .getByLabel("Answer", { exact: true })
      .fill("![x](javascript:hit()) <b onclick=hit()>");
    await page.locator("dialog .preview .katex").first().waitFor();
    await expectSafe();
    await page.keyboard.press("Escape");
  }, 60_000);

  test("does nothing among what a search finds", async () => {
    const { page } = visitor;
    await visitor.go("/today");
    await page.keyboard.press("Control+k");
    for (const words of ["hit", "script", "attacker", "onerror", "<img src=x onerror=hit()>"]) {
      await page.locator("[cmdk-input]").fill(words);
      await page.locator(".found-kind").first().waitFor();
      await expectSafe();
    }
    await page.keyboard.press("Escape");
  });

  test("does nothing in TRACKER.md, in what it could not understand there, and in a conflict", async () => {
    const sound = readFileSync(served.tracker, "utf8");
    const broken = lines
      .filter((line) => !/[|\p{Cc}\u2028\u2029]/u.test(line))
      .map((line) => `- [<img src=x onerror=hit()>] ${line}\n\n${line}\n`)
      .join("\n");
    writeFileSync(
      served.tracker,
      sound
        .replace("| GPT-1 | ☑ |", "| GPT-1 | <img src=x onerror=hit()> |")
        .replace("| BERT | ☑ |", "| BERT | [x](javascript:hit()) |")
        .concat(`\n## <script>hit()</script>\n\n${broken}`),
    );
    await visitor.go("/tracker");
    await visitor.page.getByText('"<img src=x onerror=hit()>" is neither').first().waitFor();
    await expectSafe();
    writeFileSync(served.tracker, sound);
    await visitor.page.getByText("is neither ticked").first().waitFor({ state: "detached" });
  });

  test("is answered when an address is made of it", async () => {
    for (const line of lines.filter((_, at) => at % 15 === 0)) {
      const path = encodeURIComponent(line).replaceAll(".", "%2E");
      await visitor.page.goto(`${served.server.url}paper/${path}`).catch(() => {});
      await visitor.page.goto(`${served.server.url}plan#${path}`);
      await visitor.page.goto(`${served.server.url}review?quiz=${path}`);
    }
    await visitor.go("/today");
    await expectSafe();
  }, 60_000);

  test("nothing of it needed the policy, and the page never went against it", () => {
    expect(watched.stopped()).toEqual([]);
  });
});

describe("a PDF with a script in it", () => {
  test("is shown, with its text and the highlights, and not run", async () => {
    const { page } = visitor;
    await visitor.go("/paper/attention/read");
    await page.locator(".pdf-page").scrollIntoViewIfNeeded();
    await page.locator(".textLayer").getByText("Attention is all you need").waitFor();
    expect(await page.locator(".highlight").count()).toBeGreaterThan(0);
    await page.waitForTimeout(300);
    await expectSafe();
  });
});

import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { PaperId } from "../../src/core/content/curriculum.ts";
import { drawn } from "../../src/core/recall/drawn.ts";
import { heldCards } from "../../src/core/recall/recall.ts";
import { makePdf } from "../fixtures/pdf.ts";
import { openBrowser } from "./chromium.ts";
import { type Served, serveFresh } from "./served.ts";
import { eventually, toast, type Visitor, visit } from "./visit.ts";

const paper = "layernorm" as PaperId;
const sentence = "All units of the layer share one mean.";
/** A PNG of one pixel. */
const pixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

let browser: Browser;
let served: Served;
let visitor: Visitor;
let page: Page;
let arxiv: ReturnType<typeof Bun.serve>;
const asked: string[] = [];

beforeAll(async () => {
  // The address of arXiv is a setting, so that fetching can be tried against a server of our own.
  arxiv = Bun.serve({
    hostname: "127.0.0.1",
    port: 0,
    fetch: (request) => {
      asked.push(new URL(request.url).pathname);
      return new Response(
        makePdf([["Layer Normalization", sentence, "A second line."], ["The second page."]]),
      );
    },
  });
  process.env.STUDY_ARXIV = `http://127.0.0.1:${arxiv.port}`;
  browser = await openBrowser();
  served = await serveFresh();
  visitor = await visit(browser, served.server.address);
  page = visitor.page;
  await visitor.go(`/paper/${paper}/read`);
}, 60_000);
afterAll(async () => {
  delete process.env.STUDY_ARXIV;
  await browser.close();
  await served.stop();
  await arxiv.stop(true);
});

const note = () => readFileSync(join(served.layout.notes, `${paper}.md`), "utf8");
const look = () => served.other.look(Date.now());

/** Selects the words as a mouse would, on the layer of text over the drawn page. */
async function select(words: string): Promise<void> {
  const span = page.locator(".textLayer span", { hasText: words }).first();
  await span.waitFor();
  await page.evaluate(`{
    const spans = [...document.querySelectorAll(".textLayer span")];
    const text = spans.find((span) => span.textContent.includes(${JSON.stringify(words)})).firstChild;
    document.getSelection().setBaseAndExtent(text, 0, text, text.length);
  }`);
  await page.getByRole("toolbar", { name: "The selection" }).waitFor();
}

describe("a whole paper", () => {
  test("its PDF comes on request alone, and is kept in the workspace", async () => {
    expect(asked).toEqual([]);
    await page.getByRole("button", { name: "Fetch arXiv:1607.06450" }).click();
    await page.locator("[data-page='1'] canvas").waitFor();
    expect(asked).toEqual(["/pdf/1607.06450"]);
    expect(existsSync(join(served.layout.papers, `${paper}.pdf`))).toBe(true);
  });

  test("the guide says for each pass what to read, to look at and to answer", async () => {
    await page.keyboard.press("e");
    const passes = page.getByRole("region", { name: "The three passes" });
    await passes.getByRole("button", { name: "Pass 2" }).click();
    await passes.getByRole("heading", { name: "Be able to answer" }).waitFor();
    expect(await passes.getByRole("listitem").count()).toBeGreaterThan(5);
    await page.keyboard.press("e");
    await passes.waitFor({ state: "detached" });
  });

  test("a marked passage becomes a highlight, and a quote that leads back to its page", async () => {
    await select(sentence);
    await page.keyboard.press("h");
    await page.locator(".highlight span").first().waitFor();
    await eventually(() => expect(note()).toContain(`> ${sentence}`));
    expect(note()).toContain(`](../papers/${paper}.pdf#page=1)`);
    await eventually(async () => {
      const [kept] = (await look()).tally.highlights;
      expect(kept?.quote).toBe(sentence);
      expect(kept?.page).toBe(1);
    });
    await visitor.go(`/paper/${paper}/notes`);
    await page.getByRole("article").getByRole("link", { name: "p. 1" }).click();
    await page.locator("[data-page='1'] canvas").waitFor();
    expect(page.url()).toContain(`/paper/${paper}/read#page=1`);
  });

  test("a highlight is taken off again with its quote, and undo brings both back", async () => {
    await page.getByRole("button", { name: /^Mark: / }).click();
    await page.getByRole("button", { name: /^Remove the highlight/ }).click();
    await page.locator(".highlight").waitFor({ state: "detached" });
    await eventually(() => expect(note()).not.toContain(sentence));
    await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
    await page.locator(".highlight span").first().waitFor();
    await eventually(() => expect(note()).toContain(`> ${sentence}`));
  });

  test("a card is made from a passage", async () => {
    await select("A second line.");
    await page.keyboard.press("c");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Question").fill("What does the second line say about $\\mu$?");
    await dialog.getByRole("button", { name: "Save" }).click();
    await eventually(async () => {
      const own = Object.values((await look()).tally.cards).find((card) => card.own !== undefined);
      expect(own?.text?.back).toBe("A second line.");
      expect(own?.own?.source).toBe("p. 1");
    });
  });

  test("notes show math, diagrams, tables and links as they are written", async () => {
    await visitor.go(`/paper/${paper}/notes`);
    await page.getByRole("textbox", { name: "Notes" }).click();
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText(
      "\n\n## Mine\n\n$\\sigma^2$ and [[attention]].\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```mermaid\nflowchart LR\n  a --> b\n```\n",
    );
    const shown = page.getByRole("article");
    await shown.locator(".katex").first().waitFor();
    // The style is that of the KaTeX which set the formula: what is raised is smaller.
    await eventually(async () => {
      const [raised = 0, plain = 0] = await page.evaluate<readonly number[]>(
        "['.shown .katex .katex-sizing', '.shown .katex'].map((one) => parseFloat(getComputedStyle(document.querySelector(one)).fontSize))",
      );
      expect(raised).toBeLessThan(plain);
    });
    await shown.getByRole("link", { name: "attention" }).waitFor();
    await shown.getByRole("cell", { name: "2" }).waitFor();
    await shown.getByRole("img", { name: /^Diagram: flowchart/ }).waitFor({ timeout: 20_000 });
    await page.getByText("Saved").waitFor();
    expect(note()).toContain("[[attention]]");
    // What is written at the end is in sight at the end of the preview.
    await eventually(async () =>
      expect(
        await page.evaluate<number>(
          "(({ scrollTop, scrollHeight, clientHeight }) => scrollHeight - clientHeight - scrollTop)(document.querySelector('.shown'))",
        ),
      ).toBeLessThan(40),
    );
  });

  test("two brackets offer the papers by name", async () => {
    await page.getByRole("textbox", { name: "Notes" }).click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("Compare [[chain");
    await page.getByRole("option", { name: /chain-of-thought/ }).waitFor();
    // A moment passes before Enter takes what has just come up.
    await page.waitForTimeout(150);
    await page.keyboard.press("Enter");
    await eventually(() => expect(note()).toContain("Compare [[chain-of-thought]]"));
  });

  test("links lead both ways", async () => {
    await visitor.go("/paper/attention/notes");
    const links = page.getByRole("region", { name: "Links" });
    await links.getByRole("link", { name: "Layer Normalization" }).click();
    await page.getByRole("textbox", { name: "Notes" }).waitFor();
    expect(page.url()).toContain(`/paper/${paper}/notes`);
  });

  test("a pasted image lies beside the notes and is shown", async () => {
    await page.getByRole("textbox", { name: "Notes" }).click();
    await page.keyboard.press("Control+End");
    await page.evaluate(`{
      const bytes = Uint8Array.from(atob("${pixel}"), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], "shot.png", { type: "image/png" }));
      document.querySelector(".cm-content").dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }`);
    await page.getByRole("article").locator("img[src^='blob:']").waitFor();
    expect(readdirSync(served.layout.images).length).toBe(1);
    await eventually(() => expect(note()).toMatch(/!\[\]\(images\/layernorm-\w+\.png\)/));
  });

  test("an edit in another editor is merged with what is typed meanwhile", async () => {
    await page.keyboard.press("Control+End");
    await page.keyboard.type("typed here");
    writeFileSync(
      join(served.layout.notes, `${paper}.md`),
      note().replace("## The problem", "## The problem\n\nWritten elsewhere."),
    );
    await page.getByRole("article").getByText("Written elsewhere.").waitFor();
    await eventually(() => {
      expect(note()).toContain("Written elsewhere.");
      expect(note()).toContain("typed here");
    });
  });

  test("a filled section counts as filled", async () => {
    const sections = page.getByRole("region", { name: "Sections" });
    const progress = sections.getByRole("progressbar", { name: "Filled in" });
    expect(Number(await progress.getAttribute("value"))).toBeGreaterThan(0);
  });

  test("an answer is hidden until it is asked for; an equation has its cards and its exercise", async () => {
    await visitor.go(`/paper/${paper}/read`);
    await page.getByRole("button", { name: "Guide", exact: true }).click();
    const passes = page.getByRole("region", { name: "The three passes" });
    await passes.getByRole("button", { name: "Pass 2" }).click();
    const answer = page.getByText(/All share .* Gain and bias belong to one unit each\./);
    expect(await answer.isVisible()).toBe(false);
    await page.getByText("Answer", { exact: true }).first().click();
    await answer.waitFor();
    const guide = page.getByRole("region", { name: "Guide" });
    await guide.getByText("Key equations").click();
    const equation = guide
      .locator(".equation")
      .filter({ hasText: "Layer normalization statistics" });
    expect(
      await equation
        .getByRole("link", { name: "Layer normalization, forward" })
        .getAttribute("href"),
    ).toBe(`/paper/${paper}/implement#forward`);
    await equation.getByText(/^\d+ cards on it$/).click();
    // The terminal draws the same numbers for the card's front.
    const { material, tally } = { material: await served.other.material(), ...(await look()) };
    const held = heldCards(material, tally).find(({ card }) => card.id === `${paper}.worked`);
    if (held === undefined) throw new Error("the card is gone");
    const [front = ""] = /\(\d+, \d+, \d+, \d+\)|\(-?\d+,.*?\)/.exec(
      drawn(held.card, held.memory.answered).front,
    ) ?? [""];
    await equation.getByText("A layer has summed inputs").first().waitFor();
    const shown = await equation.locator(".card-folds").textContent();
    expect(shown?.replaceAll(/\s/g, "")).toContain(front.replaceAll(/\s/g, ""));
    await guide.getByText("Worked through with numbers").click();
    await guide.getByText("Four summed inputs, normalized").waitFor();
  });

  test("its cards are answered by keys alone, and an answer is taken back", async () => {
    const start = Date.now() - 3_600_000;
    await served.other.run(
      [{ do: "log", paper, activity: "read", pass: 1, start, minutes: 45 }],
      "cli",
      Date.now(),
    );
    await visitor.go("/review");
    await page.getByRole("button", { name: "Show the answer" }).waitFor();
    const left = async () => await page.locator(".session-count").textContent();
    const before = await left();
    await page.keyboard.press("Space");
    const good = page.getByRole("button", { name: /^Good/ });
    // The interval stands on each button.
    expect(await good.textContent()).toMatch(/min|day/);
    await page.keyboard.press("3");
    await eventually(async () => expect(await left()).not.toBe(before));
    await eventually(async () => {
      const days = Object.values((await look()).tally.reviewDays);
      expect(days.map(({ all }) => all)).toEqual([1]);
    });
    expect(await page.getByText("Read again:").count()).toBe(0);
    // It is the answer that is taken back, whatever was done since.
    const goal = "Know every mean";
    await served.other.run([{ do: "set-goal", week: 9, text: goal }], "cli", Date.now());
    await page.keyboard.press("u");
    await eventually(async () => expect(await left()).toBe(before));
    await eventually(async () =>
      expect(Object.values((await look()).tally.reviewDays).filter(({ all }) => all > 0)).toEqual(
        [],
      ),
    );
    expect((await look()).tally.goals[9]).toBe(goal);
    // What was not known leads back to its place.
    await page.keyboard.press("Space");
    await page.keyboard.press("1");
    await page
      .getByText("Read again:")
      .getByRole("link", { name: /^Layer Normalization, (Section|Appendix|eq)/ })
      .waitFor();
    await page.keyboard.press("u");
    await page.getByText("Read again:").waitFor({ state: "hidden" });
    await eventually(async () => expect(await left()).toBe(before));
  });

  test("a card is edited, suspended and asked again", async () => {
    await page.keyboard.press("e");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Question").fill("In my own words?");
    await dialog.getByRole("button", { name: "Save" }).click();
    await page.getByText("In my own words?").first().waitFor();
    await page.keyboard.press("-");
    await toast(page, /[Ss]uspended/);
    await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
    await page.getByText("In my own words?").first().waitFor();
  });

  test("it is done when all three are ticked, and a phase's end is celebrated", async () => {
    for (const one of ["attention", "resnet"] as PaperId[]) {
      for (const aspect of ["read", "notes", "implemented"] as const) {
        await served.other.run(
          [{ do: "mark-paper", paper: one, aspect, done: true }],
          "cli",
          Date.now(),
        );
      }
    }
    await visitor.go(`/paper/${paper}/read`);
    await page.getByRole("checkbox", { name: "read", exact: true }).check();
    await page.getByRole("checkbox", { name: "notes written" }).check();
    await page.getByRole("checkbox", { name: "implemented" }).check();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Phase 1").first().waitFor();
    expect(await page.locator("canvas.confetti").count()).toBe(0);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(visitor.complaints).toEqual([]);
  });
});

describe("a PDF that is none", () => {
  test("is refused in words, and the paper stays as it was", async () => {
    await visitor.go("/paper/bert/read");
    await page.locator("input[type=file]").setInputFiles({
      name: "bert.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("<html>"),
    });
    await page.getByText("That is not a PDF: the file does not start with %PDF-.").waitFor();
    expect(existsSync(join(served.layout.papers, "bert.pdf"))).toBe(false);
  });

  test("of an arXiv that does not answer: what to do instead is said", async () => {
    await arxiv.stop(true);
    await page.getByRole("button", { name: "Fetch arXiv:1810.04805" }).click();
    await page
      .getByRole("alert")
      .getByText(/could not be fetched/)
      .waitFor();
  });
});

/** The page, the server's index and the terminal find the same; with the server away the page still finds it. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { PaperId } from "../../src/core/content/curriculum.ts";
import { program } from "../cli/study.ts";
import { openBrowser } from "./chromium.ts";
import { type Served, serveFresh } from "./served.ts";
import { eventually, type Visitor, visit } from "./visit.ts";

let browser: Browser;
let served: Served;
let visitor: Visitor;

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFresh();
  const { layout, other } = served;
  const bert = "bert" as PaperId;
  const outcome = await other.run(
    [
      { do: "mark-paper", paper: bert, aspect: "read", done: true },
      {
        do: "add-card",
        paper: bert,
        front: "What does the naïve façade of Zürich hide?",
        back: "A quokka",
      },
      { do: "add-card", paper: null, front: "Who wrote “Ångström”?", back: "A wombat, twice" },
      { do: "add-item", kind: "task", list: "week:3", text: "Feed the axolotl and its friends" },
      { do: "set-goal", week: 4, text: "Understand every numbat" },
      { do: "add-paper", name: "Über die Ochlotation", phase: null },
    ],
    "cli",
    Date.now(),
  );
  if (!outcome.ok) throw new Error(outcome.message);
  mkdirSync(layout.notes, { recursive: true });
  writeFileSync(
    join(layout.notes, "lora.md"),
    '# LoRA\n\n<!-- the hint speaks of a pangolin -->\n\nRésumé: a capybara in low rank. 注意力 требует внимания. हिन्दी too.\nIt\'s 100% "quoted" (really) * NOT OR NEAR + 5 - 3.\n',
  );
  // As macOS writes it: the accents apart from their letters.
  writeFileSync(join(layout.notes, "palm.md"), "Une idée fixe du ouistiti.\n".normalize("NFD"));
  visitor = await visit(browser, served.server.address, { serviceWorkers: "allow" });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await served.stop();
});

interface Line {
  readonly kind: string;
  readonly title: string;
  readonly excerpt: string;
}

async function byTerminal(words: string): Promise<readonly Line[]> {
  const child = program(["search", "--json", "--", words], served.layout.folder);
  const [out, err] = await Promise.all([child.stdout.text(), child.stderr.text()]);
  expect([await child.exited, err]).toEqual([0, ""]);
  return (JSON.parse(out) as readonly Line[]).map(({ kind, title, excerpt }) => ({
    kind,
    title,
    excerpt: oneLine(excerpt),
  }));
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

async function openPalette() {
  const { page } = visitor;
  await page.keyboard.press("Control+k");
  await page.locator("[cmdk-input]").waitFor();
}

async function shown(): Promise<readonly Line[]> {
  const lines = await visitor.page.evaluate<readonly (readonly string[])[]>(
    `[...document.querySelectorAll("[cmdk-item]")].filter((item) => item.querySelector(".found-kind"))
      .map((item) => [".found-kind", "b", ".faint"].map((part) => item.querySelector(part).textContent))`,
  );
  return lines.map(([kind = "", title = "", excerpt = ""]) => ({
    kind: kind.toLowerCase(),
    title,
    excerpt: oneLine(excerpt),
  }));
}

/** What stands in the palette once it has settled on `words`. */
async function byPage(words: string): Promise<readonly Line[]> {
  await visitor.page.locator("[cmdk-input]").fill(words);
  await visitor.page.waitForTimeout(250);
  return shown();
}

async function expectOnPage(words: string, lines: readonly Line[]) {
  await visitor.page.locator("[cmdk-input]").fill(words);
  await eventually(async () => expect(await shown()).toEqual(lines));
}

const wanted: readonly (readonly [string, string, string])[] = [
  ["a word of a note", "capybara", "note"],
  ["a word of a card's back", "quokka", "card"],
  ["a card of no paper", "wombat", "card"],
  ["a word of a task", "axolotl", "task"],
  ["a word of a goal", "numbat", "task"],
  ["a paper of one's own", "ochlotation", "paper"],
  ["an author", "Vaswani", "paper"],
  ["an arXiv title", "Low-Rank Adaptation", "paper"],
  ["a guide", "misreading attention weights", "guide"],
  ["several words, in any order", "friends axolotl", "task"],
  ["without accents what has them", "naive facade zurich", "card"],
  ["with accents what has none", "cápybära", "note"],
  ["capital letters", "CAPYBARA", "note"],
  ["a Scandinavian letter", "angstrom", "card"],
  ["accents apart from their letters", "idée".normalize("NFD"), "note"],
  ["accents apart in the text", "idee fixe", "note"],
  ["another script", "внимания", "note"],
  ["Chinese", "注意力", "note"],
  ["Hindi", "हिन्दी", "note"],
  ["a beginning", "capy", "note"],
  ["beginnings of two words", "axo fri", "task"],
];

describe("the page finds what the terminal finds", () => {
  for (const [what, words, kind] of wanted) {
    test(`${what}: ${words}`, async () => {
      if ((await visitor.page.locator("[cmdk-input]").count()) === 0) await openPalette();
      const terminal = await byTerminal(words);
      if (what !== "a guide") expect(terminal.map((line) => line.kind)).toContain(kind);
      await expectOnPage(words, terminal);
    });
  }

  test("nothing of a template's hints", async () => {
    expect(await byTerminal("pangolin")).toEqual([]);
    await expectOnPage("pangolin", []);
    await expectOnPage("qqqzzz", []);
    await visitor.page.getByText("Nothing found.").waitFor();
  });

  test("the same at every letter that is typed", async () => {
    const { page } = visitor;
    await page.locator("[cmdk-input]").fill("");
    for (const [at, letter] of [..."capybara"].entries()) {
      await page.keyboard.type(letter);
      const terminal = await byTerminal("capybara".slice(0, at + 1));
      await eventually(async () => expect(await shown()).toEqual(terminal));
    }
    expect((await shown()).length).toBe(1);
    expect(await page.getByText("Nothing found.").count()).toBe(0);
  });

  const odd: readonly (readonly [string, string])[] = [
    ["quotes", '"capybara"'],
    ["one quote", 'capybara "'],
    ["an apostrophe", "it's"],
    ["operators", "capybara AND NOT wombat"],
    ["an OR", "capybara OR wombat"],
    ["NEAR", "NEAR(capybara rank, 3)"],
    ["stars", "*capybara*"],
    ["a column", "title:capybara"],
    ["brackets and signs", "(capybara] {+} -^ \\ / % _ ; --"],
    ["an emoji", "🦫"],
    ["an emoji and a word", "🦫 capybara"],
    ["only signs", "*** \"\" '' () ^"],
    ["an accent alone", "\u0301"],
    ["SQL", "'; DROP TABLE part; --"],
    ["markup", "<b>capybara</b> & <script>"],
    ["ten thousand letters", "a".repeat(10_000)],
    ["ten thousand words", "capybara ".repeat(1200)],
    ["a hundred words", "a b c d e f g h i j ".repeat(10)],
    ["letters that SQLite may not know", "𞤀𞤁 ꟑ \u{1E4F0}"],
  ];
  for (const [what, words] of odd) {
    test(`odd input too: ${what}`, async () => {
      await expectOnPage(words, await byTerminal(words));
    });
  }

  test("nothing but blanks: the terminal asks for a word, the page shows its commands", async () => {
    const child = program(["search", "--json", "--", "   "], served.layout.folder);
    expect([await child.exited, await child.stderr.text()]).toEqual([
      2,
      "There is nothing to search for: name a word.\n",
    ]);
    await byPage("   ");
    expect(await shown()).toEqual([]);
  });

  test("text that is none (half of a character) is answered", async () => {
    await expectOnPage("capybara \ud83d", await byTerminal("capybara"));
  });

  test("the palette takes what is typed at once", async () => {
    const { page, go } = visitor;
    await go("/today");
    await openPalette();
    await page.keyboard.type("axolotl");
    expect(await page.locator("[cmdk-input]").inputValue()).toBe("axolotl");
    await eventually(async () => expect((await shown())[0]?.kind).toBe("task"));
  });

  test("the palette takes what is typed while its script is still on the way, and gives the focus back to the map", async () => {
    // Opened for the first time in a window of its own, where nothing is loaded yet.
    const fresh = await visit(browser, served.server.address);
    await fresh.go("/map");
    const node = fresh.page.getByRole("button", { name: /^BERT:/ });
    await node.press("Enter");
    await fresh.page.route("**/*.js", async (route) => {
      await Bun.sleep(300);
      await route.continue();
    });
    await fresh.page.keyboard.press("Control+k");
    await fresh.page.keyboard.type("week 9");
    await eventually(async () =>
      expect(await fresh.page.locator("[cmdk-input]").inputValue()).toBe("week 9"),
    );
    await fresh.page.keyboard.type("!");
    expect(await fresh.page.locator("[cmdk-input]").inputValue()).toBe("week 9!");
    expect(new URL(fresh.page.url()).pathname).toBe("/map");
    await fresh.page.keyboard.press("Escape");
    await eventually(async () =>
      expect(
        await fresh.page.evaluate<string>("document.activeElement.getAttribute('aria-label')"),
      ).toStartWith("BERT:"),
    );
    await fresh.leave();
  });

  test("a result leads to its place, by keys", async () => {
    const { page } = visitor;
    await byPage("capybara");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/paper/lora/notes");
    await page.locator(".cm-content").waitFor();
    await page.keyboard.press("Control+k");
    await byPage("axolotl");
    await page.keyboard.press("Enter");
    await eventually(() => expect(page.url()).toEndWith("/plan#week-3"));
    await eventually(async () =>
      expect(await page.evaluate("document.activeElement?.id")).toBe("week-3"),
    );
    // To another week while the plan is open.
    await page.keyboard.press("Control+k");
    await byPage("numbat");
    await page.keyboard.press("Enter");
    await eventually(async () =>
      expect(await page.evaluate("document.activeElement?.id")).toBe("week-4"),
    );
    expect(await page.locator("#week-4").isVisible()).toBe(true);
  });
});

describe("with the server away", () => {
  test("the page finds the same texts", async () => {
    const { page } = visitor;
    const expected = new Map<string, readonly Line[]>();
    for (const [, words] of wanted) expected.set(words, await byTerminal(words));
    await visitor.go("/today");
    await served.server.stop();
    await page.getByText("Not connected.").waitFor();
    await openPalette();
    const name = ({ kind, title }: Line) => `${kind} ${title}`;
    for (const [words, terminal] of expected) {
      if (terminal.length === 20) continue;
      const here = await byPage(words);
      expect([words, ...here.map(name).sort()]).toEqual([words, ...terminal.map(name).sort()]);
    }
    expect((await byPage("capybara"))[0]?.excerpt).toContain("a capybara in low rank");
    for (const words of ['"', "🦫", "a".repeat(10_000), "***"]) {
      expect(await byPage(words)).toEqual([]);
    }
  });

  test("nothing went wrong on the way", () => {
    expect(
      visitor.complaints.filter((text) => !/ERR_CONNECTION_REFUSED|Failed to load/.test(text)),
    ).toEqual([]);
  });
});

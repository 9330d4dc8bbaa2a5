/** The same tracker, as editors and formatters write it, and what is told of a tracker that is not quite one. */
import { describe, expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { filledTracker } from "../../tests/fixtures/filled.ts";
import { command, edit, save, trackerFile } from "../../tests/fixtures/tracker-file.ts";

const folder = join(import.meta.dir, "..", "..", "tests", "fixtures", "formatted");
const formatted = readdirSync(folder).filter((name) => name !== "README.md");

describe("tracker.16 a formatter", () => {
  for (const name of formatted) {
    test(`tracker.16 ${name} makes no edit, and the next writing keeps its form`, () => {
      const text = readFileSync(join(folder, name), "utf8");
      const saved = save(filledTracker(), text);
      expect(saved.bodies).toEqual([]);
      expect(saved.problems).toEqual([]);
      const next = command(saved, { do: "set-reward", reward: 2, text: "Cake" });
      const before = saved.text.split("\n");
      const changed = next.text.split("\n").filter((line, index) => line !== before[index]);
      expect(changed.filter((line) => !line.includes("Last Updated"))).toEqual([
        expect.stringMatching(/Phase 2 Complete: Cake/),
      ]);
      expect(changed.length).toBeLessThanOrEqual(2);
    });
  }
});

const ways: readonly (readonly [string, (text: string) => string])[] = [
  ["Unicode taken apart", (text) => text.normalize("NFD")],
  ["Windows' line ends", (text) => text.replaceAll("\n", "\r\n")],
  ["a byte order mark", (text) => `\uFEFF${text}`],
  ["blanks that don't break", (text) => text.replaceAll(/(?<=\w) (?=\w)/g, "\u00a0")],
  ["curly quotes", (text) => text.replaceAll(/"([^"\n]+)"/g, "“$1”")],
  ["en dashes", (text) => text.replaceAll(/(?<=\d)-(?=\d+ hours)/g, "–")],
  ["blanks at the ends of lines", (text) => text.replaceAll(/(?<=\w)\n/g, " \t\n")],
  ["escaped signs", (text) => text.replaceAll("___________", "\\_\\_\\_")],
  ["emphasis as HTML", (text) => text.replaceAll(/\*\*([^*\n]+)\*\*/g, "<strong>$1</strong>")],
  ["a blank before the colon", (text) => text.replaceAll("**:", "**\u00a0:")],
  ["wide colons", (text) => text.replaceAll("**:", "**：")],
  ["ligatures", (text) => text.replaceAll("fi", "ﬁ")],
  ["ids behind headings", (text) => text.replaceAll(/^(#.*)$/gm, "$1 {#own-id .wide}")],
  ["entities", (text) => text.replaceAll(" & ", " &amp; ")],
];

for (const [name, way] of ways) {
  test(`tracker.17 ${name} make no edit`, () => {
    const accented = command(filledTracker(), {
      do: "set-goal",
      week: 1,
      text: "Comprendre l'idée",
    });
    const saved = save(accented, way(accented.text));
    expect(saved.bodies).toEqual([]);
    expect(saved.problems).toEqual([]);
  });
}

describe("tracker.14 merge marks", () => {
  for (const marks of [
    ["<<<<<<< HEAD", "=======", ">>>>>>> other"],
    ["<<<<<<< Updated upstream", "||||||| base", ">>>>>>> Stashed changes"],
  ]) {
    test(`tracker.14 ${marks.join(" ")}: nothing is taken in or written`, () => {
      const file = trackerFile();
      const row = "| BERT | ☐ | ☐ | ☐ | 0 |";
      const [open, middle, close] = marks;
      const text = file.text.replace(
        row,
        `${open}\n| BERT | ☑ | ☐ | ☐ | 1 |\n${middle}\n${row}\n${close}`,
      );
      const saved = save(file, text);
      expect(saved.bodies).toEqual([]);
      expect(saved.text).toBe(text);
      const line = text.split("\n").indexOf(open ?? "") + 1;
      expect(saved.problems).toMatchObject([{ line }]);
      expect(command(saved, { do: "set-goal", week: 1, text: "Mine" }).text).toBe(text);
    });
  }
});

describe("tracker.18 headings, labels and tables", () => {
  const understood: readonly (readonly [string, (text: string) => string])[] = [
    ["headings a level deeper", (text) => text.replaceAll(/^(#{1,5}) /gm, "#$1 ")],
    ["headings without their signs", (text) => text.replaceAll(/^(#+) [^\w\s]+ /gmu, "$1 ")],
    ["the colon inside the bold", (text) => text.replaceAll(/\*\*([^*\n]+)\*\*:/g, "**$1:**")],
    ["stars for dashes", (text) => text.replaceAll(/^- /gm, "* ")],
    ["tables without outer signs", (text) => text.replaceAll(/^\| (.*) \|$/gm, "$1")],
    ["tables that are indented", (text) => text.replaceAll(/^\|/gm, "  |")],
  ];
  for (const [name, way] of understood) {
    test(`tracker.18 ${name} are understood`, () => {
      const file = filledTracker();
      const saved = save(file, way(file.text));
      expect(saved.bodies).toEqual([]);
      const ticked = save(
        saved,
        saved.text.replace(/(- |\* )\[ \] (Test implementation)/, "$1[x] $2"),
      );
      expect(ticked.bodies).toMatchObject([{ type: "item.marked", done: true }]);
    });
  }

  test("tracker.18 a section that is not found is told, with the line that may be it", () => {
    const file = trackerFile();
    const saved = edit(file, "### Celebration Rewards", "### Belohnungen");
    expect(saved.bodies).toEqual([]);
    const line = saved.text.split("\n").indexOf("### Belohnungen") + 1;
    expect(saved.problems).toMatchObject([{ line }]);
    expect(saved.problems[0]?.message).toContain("Celebration Rewards");
  });

  for (const [name, way] of [
    ["another document", () => "# Bugs\n\n- [ ] Fix the login\n"],
    ["a tracker in a block of code", (text: string) => `\`\`\`md\n${text}\n\`\`\`\n`],
  ] as const) {
    test(`tracker.18 ${name} is told to hold no section, and is left alone`, () => {
      const file = filledTracker();
      const saved = save(file, way(file.text));
      expect(saved.bodies).toEqual([]);
      expect(saved.text).toBe(way(file.text));
      expect(saved.problems).toMatchObject([{ line: 1, column: 1 }]);
      expect(saved.problems[0]?.message).toContain("No section of the tracker stands in this file");
    });
  }

  test("tracker.18 a fence that never ends is told where it begins", () => {
    const file = trackerFile();
    const saved = edit(file, "### Week 2", "```\n### Week 2");
    expect(saved.bodies).toEqual([]);
    const line = saved.text.split("\n").indexOf("```") + 1;
    expect(saved.problems).toContainEqual(expect.objectContaining({ line, column: 1 }));
  });
});

describe("tracker.19 what the file can't change", () => {
  const changes: readonly (readonly [string, string, string])[] = [
    ["a phase's target", "Understand Transformer architecture fundamentals", "Read a lot"],
    ["a tip", "- Start with toy examples", "- Start with the hardest"],
    ["a review's day", "- **Every Sunday**", "- **Every Monday**"],
    ["a figure", "- **Papers Read**: 0/15 (0%)", "- **Papers Read**: 7/15 (47%)"],
    ["a week's title", "### Week 2: ResNet + LayerNorm", "### Week 2: Something else"],
  ];
  for (const [name, from, to] of changes) {
    test(`tracker.19 ${name} is told at its line, and left`, () => {
      const saved = edit(trackerFile(), from, to);
      expect(saved.bodies).toEqual([]);
      expect(saved.text).toContain(to);
      const line = saved.text.split("\n").findIndex((text) => text.includes(to)) + 1;
      expect(saved.problems).toMatchObject([{ line }]);
    });
  }
});

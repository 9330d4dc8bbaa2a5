/** What is printed: nothing of it commands the terminal, and it is as wide as the terminal. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type DeviceId, entryId } from "../../src/core/time/clock.ts";
import { emptyFolder, type Folder, program, workspace } from "./study.ts";

const commands = {
  clear: "\u001b[2J\u001b[H",
  title: "\u001b]0;owned\u0007",
  red: "\u001b[31m",
  hidden: "\u001b[8m",
  c1: "\u009b2J",
  back: "Paid\rUnpaid\b\b",
  turned: "\u202etxt.exe",
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const commanding = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202d\u202e]/;

let folder: Folder;
beforeAll(async () => {
  folder = await workspace("--start", "2026-01-05");
  const lines = Object.values(commands).flatMap((text, index) => {
    const at = (counter: number) => {
      const id = entryId({ wall: Date.now() - 1000, counter }, "stranger" as DeviceId);
      return { v: 1, id, command: id, by: "cli" };
    };
    const clean = text.replaceAll(/[\r\n]/g, "\u0085");
    return [
      { ...at(3 * index), type: "goal.set", week: index + 1, text: `Goal ${clean}` },
      {
        ...at(3 * index + 1),
        type: "card.added",
        card: `own-${index}`,
        paper: "bert",
        front: `Front ${text}`,
        back: `Back ${text}`,
        source: null,
      },
      { ...at(3 * index + 2), type: "reward.set", reward: 1, text: clean },
    ];
  });
  writeFileSync(
    join(folder.path, "evil.jsonl"),
    lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
  );
  await folder.ok("import", "evil.jsonl");
});
afterAll(() => folder.remove());

describe("what comes from elsewhere is shown and not obeyed", () => {
  for (const words of [
    ["history", "--all"],
    ["cards", "--answers"],
    ["week", "1"],
    ["plan"],
    ["undo"],
    ["export"],
    ["history", "--json"],
    ["cards", "--json"],
  ]) {
    test(`by study ${words.join(" ")}`, async () => {
      const { out, err } = await folder.study(...words);
      // A pipe gets the export letter for letter; only a terminal is spared.
      const shown = words[0] === "export" ? out.replaceAll(/[\u007f-\u009f\u202e]/g, "") : out;
      expect(shown).not.toMatch(commanding);
      expect(err).not.toMatch(commanding);
    });
  }

  test("in colour only what we paint with stays", async () => {
    const child = program(["history", "--all"], folder.path, { FORCE_COLOR: "1" });
    const out = await child.stdout.text();
    expect(out).toContain("\u001b[2m");
    const ours = [1, 2, 22, 32, 33, 36, 39].map((number) => `\u001b[${number}m`);
    const rest = ours.reduce((text, one) => text.replaceAll(one, ""), out);
    expect(rest).not.toMatch(commanding);
    expect(out).toContain("␛[2J");
  });

  test("from a curriculum's file and a command line too", async () => {
    const { err } = await folder.study("read", commands.clear);
    expect(err).not.toMatch(commanding);
    const { err: other } = await folder.study("import", `${commands.title}.jsonl`);
    expect(other).not.toMatch(commanding);
  });
});

describe("the output is as wide as it may be", () => {
  for (const width of [40, 80, 120, 200]) {
    test(`${width} columns`, async () => {
      const own = emptyFolder();
      await own.ok("init", "--yes", "--start", "2026-01-05");
      let widest = 0;
      for (const words of [["status"], ["papers"], ["week", "1"], ["plan"]]) {
        const child = program(words, own.path, { COLUMNS: String(width) });
        const lines = (await child.stdout.text()).split("\n");
        for (const line of lines) {
          const wide = Bun.stringWidth(line);
          if (wide > width) throw new Error(`study ${words.join(" ")}, ${wide} wide: ${line}`);
          widest = Math.max(widest, wide);
        }
      }
      expect(widest).toBeGreaterThan(width * 0.7);
      own.remove();
    });
  }
});

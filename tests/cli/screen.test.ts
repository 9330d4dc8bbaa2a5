/** What is printed: nothing of it commands the terminal, and it is as wide as the terminal. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type DeviceId, entryId } from "../../src/core/time/clock.ts";
import { python } from "../lab/python.ts";
import { emptyFolder, type Folder, program, workspace } from "./study.ts";

const commands = {
  clear: "\u001b[2J\u001b[H",
  title: "\u001b]0;owned\u0007",
  red: "\u001b[31m",
  hidden: "\u001b[8m",
  c1: "\u009b2J",
  back: "Paid\rUnpaid\b\b",
  turned: "\u202etxt.exe\u2066",
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const commanding = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

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
      const shown =
        words[0] === "export" ? out.replaceAll(/[\u007f-\u009f\u202e\u2066]/g, "") : out;
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

  test("by what Python prints, raises and names", async () => {
    const said = JSON.stringify(Object.values(commands).join(" "));
    await folder.ok("code", "layernorm/forward", "--python", python);
    const file = join(folder.path, "code", "layernorm", "forward.py");
    const starter = readFileSync(file, "utf8");
    const evil = [
      `import sys\nprint(${said}, flush=True)\nsys.stderr.write(${said})\n${starter}`,
      `raise ValueError(${said})\n`,
      `class Odd(Exception):\n  pass\nOdd.__name__ = Odd.__qualname__ = ${said}\nraise Odd(${said})\n`,
      `x = ${said}; ${"\u202e"}`,
    ];
    for (const text of evil) {
      writeFileSync(file, text);
      const { out, err } = await folder.study("check", "layernorm/forward", "--python", python);
      expect(out + err).not.toMatch(commanding);
    }
    const fake = join(folder.path, "python");
    writeFileSync(fake, `#!/bin/sh\nprintf '\\033[2J\\033]0;owned\\007'; exit 1\n`, {
      mode: 0o755,
    });
    const { out, err } = await folder.study("check", "layernorm/forward", "--python", fake);
    expect(out + err).not.toMatch(commanding);
  });

  test("by a note's states, a search and a tracker's faults", async () => {
    const text = Object.values(commands).join("\n");
    mkdirSync(join(folder.path, "notes"), { recursive: true });
    writeFileSync(join(folder.path, "notes", "bert.md"), `needle ${text}`);
    await folder.ok("notes", "--history");
    const tracker = join(folder.path, "TRACKER.md");
    const before = readFileSync(tracker, "utf8");
    writeFileSync(
      tracker,
      before.replace(/^- \[ \].*$/m, `- [q] ${commands.title}${commands.red}`),
    );
    for (const words of [
      ["notes", "bert", "--history"],
      ["notes", "bert", "--history", "1"],
      ["notes", "bert", "--show", "1"],
      ["search", "needle"],
      ["doctor"],
      [commands.clear],
      ["status", `--${commands.title}`],
      ["forget", `notes/${commands.title}.md`],
    ]) {
      const { out, err } = await folder.study(...words);
      expect([words, out + err]).toEqual([words, expect.not.stringMatching(commanding)]);
    }
    writeFileSync(tracker, before);
  });

  test("by a curriculum that a stranger wrote, sound or not", async () => {
    const own = emptyFolder();
    await own.ok("curriculum", "new", "theirs");
    const there = join(own.path, "theirs");
    const file = join(there, "curriculum.yaml");
    const sound = readFileSync(file, "utf8");
    const evil = JSON.stringify(`Owned ${commands.clear}${commands.title}${commands.turned}`);
    cpSync(there, join(own.path, "broken"), { recursive: true });
    writeFileSync(
      file,
      sound.replace(/^(\s*(?:title|name): ).*$/gm, (_, key) => `${key}${evil}`),
    );
    writeFileSync(join(own.path, "broken", "curriculum.yaml"), `${evil}: [${evil}`);
    for (const words of [
      ["curriculum", "check", "theirs"],
      ["curriculum", "check", "broken"],
      ["init", "--yes", "--curriculum", "broken"],
      ["init", "--yes", "--curriculum", "theirs"],
      ["status"],
      ["papers"],
      ["week", "1"],
      ["history"],
    ]) {
      const { out, err } = await own.study(...words);
      expect([words, out + err]).toEqual([words, expect.not.stringMatching(commanding)]);
    }
    own.remove();
  });

  test("and nothing is printed but through the one place that sees to it", async () => {
    const places: string[] = [];
    const source = join(import.meta.dir, "..", "..", "src");
    for await (const name of new Bun.Glob(
      "{cli,server,workspace,journal,lab,curriculum}/**/*.ts",
    ).scan(source)) {
      const text = readFileSync(join(source, name), "utf8");
      if (/\bconsole\.\w+\(|process\.std(out|err)\.write|Bun\.std(out|err)/.test(text))
        places.push(name);
    }
    expect(places.filter((name) => !name.endsWith(".test.ts")).toSorted()).toEqual([
      "cli/terminal.ts",
      "server/complain.ts",
    ]);
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
      await own.ok("log", "1h", "constitutional-ai", "--pass", "1", "--at", "2026-01-06");
      let widest = 0;
      for (const words of [
        ["status"],
        ["papers"],
        ["week", "1"],
        ["plan"],
        ["checkin"],
        ["sessions", "--all"],
        // Two columns of a list want a few more than a phone has.
        ...(width < 80 ? [] : [["cards", "--help"]]),
      ]) {
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

describe("what is said is as wide as the terminal", () => {
  const tries: readonly (readonly string[])[] = [
    ["log", "1h90", "bert"],
    ["stop"],
    ["paper"],
    ["cards", "list", "bert"],
    ["compare"],
    ["away"],
    ["plan"],
    ["checkin", "quiz", "--on", "2030-01-01"],
    ["nonsense"],
  ];
  for (const words of tries) {
    test(`study ${words.join(" ")} at 40 columns`, async () => {
      const child = program(words, folder.path, { COLUMNS: "40", STUDY_DIR: folder.path });
      const [out, err] = await Promise.all([child.stdout.text(), child.stderr.text()]);
      // Code stands as it is, deeper than any words.
      const lines = `${out}${err}`.split("\n").filter((line) => !/^ {4}/.test(line));
      expect(lines.filter((line) => Bun.stringWidth(line) > 40)).toEqual([]);
    });
  }

  test("where nobody says how wide it is, a sentence stays one line for the program that reads it", async () => {
    const { err } = await folder.study("log", "1h90", "bert");
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  test("what is read by programs and shells is not broken, however narrow the terminal", async () => {
    const at40 = async (...words: readonly string[]) =>
      program(words, folder.path, { COLUMNS: "40", STUDY_DIR: folder.path }).stdout.text();
    const csv = (await at40("compare", "--csv")).trimEnd().split("\n");
    expect(new Set(csv.map((line) => line.startsWith(" ")))).toEqual(new Set([false]));
    expect(csv.some((line) => line.length > 40)).toBe(true);
    expect(await at40("compare", "--csv")).toBe(await folder.ok("compare", "--csv"));
    expect(await at40("completion", "bash")).toBe(await folder.ok("completion", "bash"));
    expect(await at40("history", "--json")).toBe(await folder.ok("history", "--json"));
  });
});

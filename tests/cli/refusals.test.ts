/** What a person types that can't be meant: one sentence, and nothing of it is kept. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { emptyFolder, type Folder, workspace } from "./study.ts";

let folder: Folder;
beforeAll(async () => {
  folder = await workspace("--start", "2026-01-05");
});
afterAll(() => folder.remove());

const lines = async () => (await folder.ok("export")).trim().split("\n").length;

describe("what no journal can hold is refused before it is in one", () => {
  const long = "a".repeat(30_000);
  const tries: readonly (readonly string[])[] = [
    ["task", "add", long],
    ["goal", "1", long],
    ["reward", "1", long],
    ["cards", "add", long, "back"],
    ["teach-back", "bert", "--text", long, "--points", "1"],
    ["compare", "--add", long, "loss=3"],
    ["task", "add", "red \u001b[31m"],
    ["goal", "1", "two\nlines"],
  ];
  for (const words of tries) {
    test(`${words.slice(0, 2).join(" ")}`, async () => {
      const before = await lines();
      const sentence = await folder.refused(...words);
      expect(sentence.split("\n").at(-1)).toMatch(/characters|line breaks/);
      expect(await lines()).toBe(before);
      expect(await folder.ok("doctor")).toContain("Sound  the journal");
    });
  }

  test("and in TRACKER.md it stays, with its place reported", async () => {
    const path = join(folder.path, "TRACKER.md");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace("Master self-attention mechanism", "g".repeat(3000)));
    const { err } = await folder.study("status");
    expect(err).toMatch(/TRACKER\.md:\d+:\d+: The text must be at most 2,000 characters\./);
    expect(readFileSync(path, "utf8")).toContain("g".repeat(3000));
    writeFileSync(path, readFileSync(path, "utf8").replace("g".repeat(3000), "Short again"));
    expect(await folder.ok("doctor")).toContain("Sound  TRACKER.md");
  });
});

test("a workspace is not made with a zone or a target that can't be", async () => {
  const empty = emptyFolder();
  expect(await empty.refused("init", "--yes", "--zone", "X")).toStartWith('"X" is not a time zone');
  expect(
    await empty.refused("init", "--yes", "--start", "2026-01-05", "--target", "2026-01-04"),
  ).toBe(
    "The target 2026-01-04 is before the start 2026-01-05; give a later target or an earlier start.",
  );
  expect(existsSync(join(empty.path, ".study"))).toBe(false);
  empty.remove();
});

describe("a check-in", () => {
  const done = async () =>
    (await folder.json<{ kept: readonly { on: string }[] }>("checkin")).kept.map(({ on }) => on);

  test("said twice is done once; its undo takes that one back", async () => {
    const start = new Date(Date.now() - 14 * 86_400_000).toISOString().slice(0, 10);
    const fresh = await workspace("--start", start);
    const first = await fresh.ok("checkin", "quiz");
    expect(await fresh.ok("checkin", "quiz")).toBe("Nothing to do: that is already the case.\n");
    const day = /\d{4}-\d\d-\d\d/.exec(first)?.[0];
    expect(await fresh.ok("checkin", "quiz", "--undo")).toContain(`${day} open again`);
    fresh.remove();
  });

  test("stands on a day of the schedule", async () => {
    const sentence = await folder.refused("checkin", "quiz", "--on", "2026-01-13");
    expect(sentence).toBe(
      '2026-01-13 is not a day of "quiz" in the schedule; 2026-01-07 and 2026-01-14 are.',
    );
    await folder.ok("checkin", "quiz", "--on", "2026-01-14");
    expect(await done()).toEqual(["2026-01-14"]);
  });
});

describe("words that say nothing", () => {
  const tries: readonly (readonly [readonly string[], string])[] = [
    [["guide"], "The paper is missing."],
    [["search", " "], "There is nothing to search for: name a word."],
    [["compare", "palm", "--csv", "--markdown"], "--markdown and --csv do not go together."],
    [
      ["compare", "--add", "t", "parameters=abc"],
      '"abc" is not a number of parameters: write 12, 10M or 1.5e9.',
    ],
    [["quiz", "--month", "9"], "There is no review of month 9: use 1, 2, 3."],
    [["log", "-1h", "bert"], '"-1h" is less than nothing, which is no amount here.'],
    [
      ["log", "1h90", "bert"],
      '"1h90" has 90 minutes after the hours: write 2h30 if that is what you mean.',
    ],
    [
      ["plan", "--hours", "7h75"],
      '"7h75" has 75 minutes after the hours: write 8h15 if that is what you mean.',
    ],
    [["start", "bert", "--for", "1:5"], '"1:5" may be 1h05 or 1h50: write one of them.'],
    [["log", "0"], '"0" is not a duration: write 90m, 1h30 or 1.5h.'],
    [
      ["status", "--at", "2020-01-01"],
      "Nothing was recorded by 2020-01-01: the journal begins later.",
    ],
    [["curriculum", "new", ""], "The name is empty; give the curriculum one."],
    [
      ["export", "/no/such/file.jsonl"],
      "/no/such/file.jsonl can't be written: the folder /no/such does not exist.",
    ],
  ];
  for (const [words, sentence] of tries) {
    test(words.join(" "), async () => {
      expect((await folder.refused(...words)).split("\n")[0]).toBe(sentence);
    });
  }
});

test("a Markdown file that is no tracker is not taken for an empty one", async () => {
  writeFileSync(join(folder.path, "letter.md"), "Dear all,\n");
  expect(await folder.refused("import", "letter.md")).toStartWith("letter.md is not a tracker");
});

test("exercises lists the one of a milestone", async () => {
  const said = await folder.ok("exercises", "milestone-2");
  expect(said).toContain("milestone-2");
  expect(said).not.toContain("attention/");
});

test("an answer to what is skipped is not dropped, and a path is never taken for a paper without a name", async () => {
  const before = await lines();
  expect(await folder.refused("checkin", "quiz", "--skip", "--answer", "x")).toBe(
    "--skip stands alone, without --answer and --undo; nothing was kept.",
  );
  expect(await lines()).toBe(before);
  for (const path of ["/etc/passwd", "../elsewhere", "."]) {
    expect(await folder.refused("check", path)).toStartWith(
      `"${path}" is not the file of an exercise`,
    );
  }
});

test("what was meant otherwise is not done by the way", async () => {
  const before = await lines();
  expect(await folder.refused("log", "bert", "10m")).toBe(
    "The time comes first: `study log 10m bert`.",
  );
  expect(await folder.refused("notes", "bert", "--json")).toBe(
    "--json goes with --history or --show.",
  );
  expect(await folder.refused("plan", "--next-review", "2020-01-01")).toContain("is over");
  expect(await folder.refused("checkin", "")).toContain("There is no check-in");
  expect(await folder.refused("checkin", "month")).toContain("say which");
  expect(await folder.refused("cards", "add", "{{n in 1..40}}?", "{{w := n!}}")).toContain(
    "is no arithmetic",
  );
  expect(await lines()).toBe(before);
});

test("next.5 a month's review that is done early says when it is due", async () => {
  const fresh = await workspace();
  expect(await fresh.ok("checkin", "month:1")).toMatch(/^It is due on \d{4}-\d{2}-\d{2}, when/m);
  expect(await fresh.ok("checkin", "month:1", "--undo")).not.toContain("It is due");
  fresh.remove();
});

test("a workspace is not made where a file is in the way, which is named", async () => {
  const empty = emptyFolder();
  const path = join(empty.path, "notes");
  writeFileSync(path, "");
  expect(await empty.refused("init", "--yes")).toContain(`${path} is there and is no folder.`);
  expect(await empty.refused("init", "--yes", "--dir", path)).toContain(
    "is there and is no folder",
  );
  empty.remove();
});

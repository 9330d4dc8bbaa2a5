import { describe, expect, test } from "bun:test";
import {
  command,
  edit,
  type Synced,
  save,
  trackerFile,
} from "../../tests/fixtures/tracker-file.ts";
import type { ItemId } from "../core/content/curriculum.ts";

const words = "Blog about key insights";
const line = `- [ ] ${words}`;
const id = trackerFile().agreed.lists["week:1"]?.find(({ text }) => text === words)?.id as ItemId;

/** Nothing is removed or added, and a second writing changes nothing. */
function expectSettled(saved: Synced): void {
  expect(saved.bodies.filter(({ type }) => type !== "item.marked")).toEqual([]);
  const again = save(saved, saved.text);
  expect(again.bodies).toEqual([]);
  expect(again.text).toBe(saved.text);
}

/** Shapes of one line, and whether each says that the task is done; null says nothing. */
const shapes: readonly (readonly [string, boolean | null])[] = [
  ...["x", "X", "✓", "✔"].map((mark) => [`- [${mark}] ${words}`, true] as const),
  ...["/", "-", ">", "<", "!", "?", "*", "~", "b", "I", '"'].map(
    (mark) => [`- [${mark}] ${words}`, null] as const,
  ),
  [`  - [x] ${words}`, true],
  [`\t- [x] ${words}`, true],
  [`      - [x] ${words}`, true],
  [`1. [x] ${words}`, true],
  [`4) [ ] ${words}`, false],
  [`* [x] ${words}`, true],
  [`+ [X] ${words}`, true],
  [`- ☑ ${words}`, true],
  [`☑ ${words}`, true],
  [`☐ ${words}`, false],
  [`- ✅ ${words}`, true],
  [`- ❌ ${words}`, null],
  [`> - [x] ${words}`, true],
  [`> [!todo]\n> - [x] ${words}`, true],
  [`- \\[x\\] ${words}`, true],
  [`-[x] ${words}`, true],
  [`- [x]${words}`, true],
  [`- [] ${words}`, false],
  [`- ${words}`, null],
  [words, null],
  [`- ~~${words}~~`, null],
  [`- [x] ~~${words}~~`, true],
  [`- [x] **${words}**`, true],
  [`- [ ] *Blog* about __key__ insights`, false],
  [`---\n\n${line}`, false],
  [`#### Writing\n\n- [x] ${words}`, true],
  [`### My own heading\n\n- [x] ${words}`, true],
  [`- [x] ${words} [post](https://example.org/a_b)`, true],
  [`- [x] ${words} – see [post](https://example.org)`, true],
  [`- [x] [${words}](https://example.org)`, true],
  [`- [x] Blog about [[insights|key insights]]`, true],
  [`- [x] ${words} <!-- on Friday -->`, true],
  [`- [x] ${words} ✅ 2026-11-25`, true],
  [
    `- [x] ${words} ➕ 2026-11-20 📅 2026-11-30 ⏳ 2026-11-26 🛫 2026-11-25 🔁 every week ✅ 2026-11-25`,
    true,
  ],
  [`- [ ] ${words} 🆔 abc123 ⛔ def456 ❌ 2026-11-24`, false],
  ...["🔺", "⏫", "🔼", "🔽", "⏬"].map((mark) => [`- [ ] ${words} ${mark}`, false] as const),
  [`- [ ] ${words} #blog #deep/work`, false],
  [`- [ ] ${words} [[2026-11-25]]`, false],
  [`- [ ] ${words} [due:: 2026-11-30] (priority:: high)`, false],
  [`- [x] ${words} ^a1b2c3`, true],
  [`- [x] ${words} #blog 📅 2026-11-30 ^task-1`, true],
  [`- [x] Blog\u00a0about key  insights`, true],
  [`- [x] \u200b${words}\ufeff`, true],
  [`- [x] Blog about key\n  insights`, true],
  [`- [x] ${words}\\`, true],
  [`- [x] ${words}  `, true],
  [`<!-- ${line} -->`, null],
  [`\`\`\`\n${line}\n\`\`\``, null],
];

describe("a line in another shape", () => {
  for (const [shape, done] of shapes) {
    test(`tracker.12 ${JSON.stringify(shape)} is the task still`, () => {
      const saved = edit(trackerFile(), line, shape);
      expect(saved.bodies).toEqual(
        done === true ? [{ type: "item.marked", kind: "task", item: id, done: true }] : [],
      );
      expect(saved.text).toContain(shape);
      expectSettled(saved);
    });

    test(`tracker.12 ${JSON.stringify(shape)} keeps what is around its words, whatever the journal says`, () => {
      const saved = edit(trackerFile(), line, shape);
      const edited = command(saved, { do: "edit-item", item: id, text: "Write it up" });
      const other = command(edited, { do: "mark-item", item: id, done: done !== true });
      const back = command(command(other, { do: "edit-item", item: id, text: words }), {
        do: "mark-item",
        item: id,
        done: done === true,
      });
      expect(back.situation.progress.weeks[0]?.tasks).toEqual(
        saved.situation.progress.weeks[0]?.tasks,
      );
      const behind = shape.includes(words) ? (shape.split(words).at(-1) ?? "") : "";
      const tail = behind.replace(/^[*~\]]+(?:\(.*\))?|\ufeff/g, "");
      expect(other.text).toContain(tail);
      expect(
        back.text.split("insights").length + back.text.split("key\n").length,
      ).toBeLessThanOrEqual(4);
    });
  }

  test("tracker.12 an unknown mark is told once for its line, and leaves a done task done", () => {
    const done = edit(trackerFile(), line, `- [x] ${words}`);
    const saved = edit(done, `- [x] ${words}`, `- [-] ${words}`);
    expect(saved.bodies).toEqual([]);
    expect(saved.problems.map(({ message }) => message)).toEqual([
      `"-" is neither [ ] nor [x]; "${words}" stays done.`,
    ]);
    const undone = command(saved, { do: "mark-item", item: id, done: false });
    expect(undone.text).toContain(line);
  });

  test("tracker.12 Obsidian's marks of what is not done are understood, and stay while it is not", () => {
    for (const mark of ["/", ">", "<", "?", "!", "*"]) {
      const done = edit(trackerFile(), line, `- [x] ${words}`);
      const saved = edit(done, `- [x] ${words}`, `- [${mark}] ${words}`);
      expect(saved.bodies).toMatchObject([{ type: "item.marked", item: id, done: false }]);
      expect(saved.problems).toEqual([]);
      expect(saved.text).toContain(`- [${mark}] ${words}`);
      const again = command(saved, { do: "mark-item", item: id, done: true });
      expect(again.text).toContain(`- [x] ${words}`);
    }
  });

  test("tracker.12 what stands behind a task stays where it is when the words are edited", () => {
    const tail = "#blog 📅 2026-11-30 ^task-1";
    const saved = edit(trackerFile(), line, `${line} ${tail}`);
    const edited = edit(saved, words, "Write about key insights");
    expect(edited.bodies).toEqual([
      { type: "item.edited", kind: "task", item: id, text: "Write about key insights #blog" },
    ]);
    expect(edited.text).toContain(`- [ ] Write about key insights ${tail}`);
    expectSettledText(edited);
  });

  test("tracker.12 a new task has no plugin's marks in its text", () => {
    const saved = edit(trackerFile(), line, `${line}\n- [ ] Explain it #deep 📅 2026-12-01 ^e1`);
    expect(saved.bodies).toMatchObject([{ type: "item.added", text: "Explain it #deep" }]);
    expectSettledText(saved);
  });

  test("tracker.12 lines that are nested and no task's are the learner's own", () => {
    const saved = edit(
      trackerFile(),
      line,
      `${line}\n  - [ ] find a title\n\t- [x] draft\n  > - [ ] ask Ada`,
    );
    expect(saved.bodies).toEqual([]);
    const added = command(saved, { do: "add-item", kind: "task", list: "week:1", text: "Rest" });
    expect(added.text).toContain(`  > - [ ] ask Ada\n- [ ] Rest\n`);
  });

  test("tracker.12 the order of the lines may change", () => {
    const file = trackerFile();
    const tasks = file.text
      .split("\n")
      .filter((text) => /^- \[ \] (?:Read paper|Blog|Test)/.test(text));
    const turned = [...tasks].reverse();
    const text = file.text
      .split("\n")
      .map((one) => (tasks.includes(one) ? (turned[tasks.indexOf(one)] as string) : one))
      .join("\n");
    expectSettled(save(file, text));
  });
});

function expectSettledText(saved: Synced): void {
  const again = save(saved, saved.text);
  expect(again.bodies).toEqual([]);
  expect(again.text).toBe(saved.text);
}

describe("an edit in progress", () => {
  test("tracker.15 a task that is typed anew under autosave stays the same task", () => {
    let now: Synced = save(trackerFile(), trackerFile().text);
    for (const typed of ["Blog about", "Bl", "", "W", "Write", "Write it all up"]) {
      const before = /- \[ \] [^\n]*\n\n\*\*Goal\*\*: Master self/.exec(now.text)?.[0] as string;
      now = edit(now, before, before.replace(/^- \[ \] [^\n]*/, `- [ ] ${typed}`));
      expect(now.bodies.filter(({ type }) => type !== "item.edited")).toEqual([]);
      expect(now.text).toContain(`- [ ] ${typed}\n\n**Goal**: Master self`);
    }
    const tasks = now.situation.progress.weeks[0]?.tasks ?? [];
    expect(tasks.at(-1)).toMatchObject({ id, text: "Write it all up" });
    expect(tasks).toHaveLength(5);
  });

  test("tracker.15 nothing is removed where a line has just been emptied", () => {
    const file = trackerFile();
    const two = "- [ ] Test implementation on toy problem\n- [ ] Blog about key insights\n";
    const saved = edit(file, two, "- [ ] \n");
    expect(saved.bodies).toEqual([]);
    expect(save(saved, saved.text).text).toBe(saved.text);
  });

  for (const [before, after] of [
    ["| BERT | ☐ | ☐ | ☐ | 0 |", "| BERT | ☐ | ☐ | ☐ |  |"],
    ["| BERT | ☐ | ☐ | ☐ | 0 |", "| BERT |  | ☐ | ☐ ||"],
    ["**Goal**: Master self-attention mechanism\n\n###", "**Goal**: \n\n###"],
    ["**Goal**: Master self-attention mechanism\n\n###", "**Goal**:\n\n###"],
    ["**Target Completion**: 2027-02-07", "**Target Completion**:"],
    ["**Current Phase**: Phase 1: Foundations", "**Current Phase**:"],
  ] as const) {
    test(`tracker.15 "${after}" is not filled again`, () => {
      const saved = edit(trackerFile(), before, after);
      expect(saved.text).toContain(after);
      const next = command(saved, { do: "set-reward", reward: 2, text: "Cinema" });
      expect(next.text).toContain(after);
      const retyped = edit(next, after, before);
      const { progress } = retyped.situation;
      const was = trackerFile().situation.progress;
      expect([progress.target, progress.weeks[0]?.goal, progress.minutes]).toEqual([
        was.target,
        was.weeks[0]?.goal ?? "",
        was.minutes,
      ]);
    });
  }
});

import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import {
  behindTheFile,
  command,
  edit,
  save,
  started,
  trackerFile,
} from "../../../tests/fixtures/tracker-file.ts";
import type { PaperId } from "../../core/content/curriculum.ts";
import { after } from "../../core/decide/rehearse.ts";
import { writeHours } from "../../core/time/duration.ts";
import { readTracker, takeIn } from "../tracker.ts";

const bert = "bert" as PaperId;
const row = "| BERT | ☐ | ☐ | ☐ | 0 |";

describe("ticks", () => {
  for (const mark of ["☑", "✅", "✔", "[x]", "[X]", "x"]) {
    test(`tracker.5 ${mark} in a cell marks the paper and stays as it was written`, () => {
      const saved = edit(trackerFile(), row, `| BERT | ${mark} | ☐ | ☐ | 0 |`);
      expect(saved.bodies).toEqual([
        { type: "paper.marked", paper: bert, aspect: "read", done: true },
      ]);
      expect(saved.text).toContain(`| BERT | ${mark} | ☐ | ☐ | 0 |`);
      expect(saved.text).toContain("- **Papers Read**: 1/15 (7%)");
      expect(saved.problems).toEqual([]);
    });
  }

  test("tracker.15 an emptied cell takes nothing back, and stays empty until the journal says something new", () => {
    const file = trackerFile([
      started,
      { do: "mark-paper", paper: bert, aspect: "notes", done: true },
    ]);
    const saved = edit(file, "| BERT | ☐ | ☑ |", "| BERT | ☐ |  |");
    expect(saved.bodies).toEqual([]);
    expect(saved.text).toContain("| BERT | ☐ |  |");
    const later = command(saved, { do: "set-reward", reward: 1, text: "Dinner" });
    expect(later.text).toContain("| BERT | ☐ |  |");
    const undone = command(later, { do: "mark-paper", paper: bert, aspect: "notes", done: false });
    expect(undone.text).toContain("| BERT | ☐ | ☐ |");
  });

  test("tracker.6 a mark that is neither is left and reported with line and column", () => {
    const saved = edit(trackerFile(), row, "| BERT | see p. 7 | ☐ | ☐ | 0 |");
    expect(saved.bodies).toEqual([]);
    expect(saved.text).toContain("| BERT | see p. 7 | ☐ | ☐ | 0 |");
    const line = saved.text.split("\n").findIndex((text) => text.includes("see p. 7")) + 1;
    expect(saved.problems).toEqual([
      { line, column: 10, message: '"see p. 7" is neither ticked nor empty; write ☑ or ☐.' },
    ]);
  });

  test("tracker.5 a task and a milestone are ticked", () => {
    const task = edit(
      trackerFile(),
      "- [ ] Blog about key insights",
      "- [x] Blog about key insights",
    );
    expect(task.bodies).toMatchObject([{ type: "item.marked", kind: "task", done: true }]);
    const milestone = edit(trackerFile(), "- [ ] **Milestone 5**", "- [X] **Milestone 5**");
    expect(milestone.bodies).toMatchObject([
      { type: "item.marked", kind: "milestone", done: true },
    ]);
  });
});

describe("hours", () => {
  for (const [written, minutes] of [
    ["5", 300],
    ["1.5", 90],
    ["1,5", 90],
    ["1h30", 90],
    ["90m", 90],
    ["1:30", 90],
  ] as const) {
    test(`tracker.5 ${written} in an hours cell adjusts by the difference`, () => {
      const saved = edit(trackerFile(), row, `| BERT | ☐ | ☐ | ☐ | ${written} |`);
      expect(saved.bodies).toMatchObject([{ type: "hours.adjusted", paper: bert, minutes }]);
      expect(saved.text).toContain(`- **Total Study Hours**: ${writeHours(minutes)}`);
      expect(saved.text).toContain(`| BERT | ☐ | ☐ | ☐ | ${written} |`);
    });
  }

  test("tracker.5 hours below what was implemented are taken from there, and none is negative", () => {
    const logged = command(trackerFile(), {
      do: "log",
      paper: bert,
      activity: "implement",
      start: Date.parse("2026-11-23T09:00Z"),
      minutes: 360,
    });
    const saved = edit(logged, "| BERT | ☐ | ☐ | ☐ | 6 |", "| BERT | ☐ | ☐ | ☐ | 2 |");
    const { minutes, implementMinutes, papers } = saved.situation.progress;
    expect([minutes, implementMinutes]).toEqual([120, 120]);
    expect(papers.find(({ id }) => id === bert)?.minutesBy).toMatchObject({
      read: 0,
      implement: 120,
    });
    expect(saved.text).toContain("- **Total Implementation Hours**: 2");
  });

  test("a tracker filled in by hand adds hours and takes none away, whatever its totals say", () => {
    const amount = fc.constantFrom("0", "", "2", "4", "8", "12", "20.5");
    fc.assert(
      fc.property(amount, amount, amount, (ofRow, all, implementing) => {
        const file = trackerFile();
        const text = file.text
          .replace(row, `| BERT | ☑ | ☐ | ☐ | ${ofRow} |`)
          .replace("**Total Study Hours**: 0", `**Total Study Hours**: ${all}`)
          .replace(
            "**Total Implementation Hours**: 0",
            `**Total Implementation Hours**: ${implementing}`,
          );
        const scan = readTracker(text, file.situation.curriculum);
        const { bodies, problems } = takeIn(scan, { is: "none" }, file.situation);
        const hours = bodies.filter((body) => body.type === "hours.adjusted");
        expect(hours.every(({ minutes }) => minutes > 0)).toBe(true);
        const { progress } = after(file.situation, bodies);
        const [rows, total, implement] = [ofRow, all, implementing].map(
          (said) => Number(said) * 60,
        );
        expect(progress.minutes).toBe(Math.max(rows ?? 0, total ?? 0, implement ?? 0));
        const beyond = progress.minutes - (rows ?? 0);
        expect(progress.implementMinutes).toBe(Math.min(implement ?? 0, beyond));
        expect(
          problems.some(({ message }) => message.startsWith(`"${implementing}" is a figure`)),
        ).toBe((implement ?? 0) > beyond);
      }),
    );
  });

  test("tracker.7 hours that both sides changed add up", () => {
    const logged = behindTheFile(trackerFile(), {
      do: "log",
      paper: bert,
      activity: "implement",
      start: Date.parse("2026-11-23T09:00Z"),
      minutes: 60,
    });
    const saved = edit(logged, row, "| BERT | ☐ | ☐ | ☐ | 2 |");
    expect(saved.situation.progress.minutes).toBe(180);
    expect(saved.text).toContain("| BERT | ☐ | ☐ | ☐ | 3 |");
  });

  test("tracker.41 hours are written as the terminal says them, and fractions of an earlier version agree", () => {
    const file = command(trackerFile(), {
      do: "log",
      paper: bert,
      activity: "read",
      start: Date.parse("2026-11-23T09:00Z"),
      minutes: 100,
    });
    expect(file.text).toContain("| BERT | ☐ | ☐ | ☐ | 1h40 |");
    expect(file.text).toContain("**Total Study Hours**: 1h40");
    const old = file.text.replaceAll("1h40", "1.67");
    const read = save(file, old);
    expect([read.bodies, read.problems, read.text]).toEqual([[], [], old]);
    const later = edit(file, "| BERT | ☐ | ☐ | ☐ | 1h40 |", "| BERT | ☐ | ☐ | ☐ | 2.25 |");
    expect(later.bodies).toMatchObject([{ type: "hours.adjusted", paper: bert, minutes: 35 }]);
    expect(later.text).toContain("**Total Study Hours**: 2h15");
    const back = edit(later, "| 2.25 |", "| 1:40 |");
    expect(back.bodies).toMatchObject([{ type: "hours.adjusted", paper: bert, minutes: -35 }]);
    expect(back.text).toContain("**Total Study Hours**: 1h40");
  });

  test("tracker.41 a file of an earlier version that is taken over with its totals tells no fault", () => {
    const text = trackerFile()
      .text.replace("Study Hours**: 0", "Study Hours**: 43.92")
      .replace(row, "| BERT | ☐ | ☐ | ☐ | 43.92 |");
    const scan = readTracker(text, trackerFile().situation.curriculum);
    const { bodies, problems } = takeIn(scan, { is: "none" }, trackerFile().situation);
    expect(bodies).toMatchObject([{ type: "hours.adjusted", paper: bert, minutes: 2635 }]);
    expect(problems).toEqual([]);
  });

  test("tracker.6 an amount that is none is left and reported", () => {
    const saved = edit(trackerFile(), row, "| BERT | ☐ | ☐ | ☐ | many |");
    expect(saved.problems.map(({ message }) => message)).toEqual([
      '"many" is not an amount of hours; write it as 1.5 or 1h30.',
    ]);
    expect(saved.text).toContain("many");
  });
});

describe("days and texts", () => {
  test("tracker.5 a date in words becomes the target, and stays in words", () => {
    const saved = edit(trackerFile(), "2027-02-07", "14 February 2027");
    expect(saved.bodies).toMatchObject([{ type: "plan.changed", target: "2027-02-14" }]);
    expect(saved.text).toContain("**Target Completion**: 14 February 2027  \n");
  });

  test("tracker.6 a date whose order is ambiguous is not guessed", () => {
    const saved = edit(trackerFile(), "2027-02-07", "02/07/2027");
    expect(saved.bodies).toEqual([]);
    expect(saved.problems[0]?.message).toBe(
      '"02/07/2027" may be 2 July 2027 or 7 February 2027; write 2027-07-02 or 2027-02-07.',
    );
  });

  test("tracker.6 a target before the start is refused in words and left", () => {
    const saved = edit(trackerFile(), "2027-02-07", "2026-01-01");
    expect(saved.bodies).toEqual([]);
    expect(saved.problems[0]).toMatchObject({ line: 6, column: 24 });
    expect(saved.text).toContain("2026-01-01");
  });

  test("tracker.5 a reward is promised and a goal rewritten", () => {
    const saved = edit(
      trackerFile(),
      "- Phase 1 Complete: ___________",
      "- Phase 1 Complete: Dinner | wine",
    );
    expect(saved.bodies).toEqual([{ type: "reward.set", reward: 1, text: "Dinner | wine" }]);
    const goal = edit(
      trackerFile(),
      "**Goal**: Master self-attention mechanism",
      "**Goal**: Know it cold",
    );
    expect(goal.bodies).toEqual([{ type: "goal.set", week: 1, text: "Know it cold" }]);
  });

  test("tracker.7 a text that both sides changed shows the file's, keeps the journal's and tells", () => {
    const file = behindTheFile(trackerFile(), { do: "set-reward", reward: 1, text: "Cinema" });
    const saved = edit(file, "- Phase 1 Complete: ___________", "- Phase 1 Complete: Dinner");
    expect(saved.bodies).toEqual([
      { type: "conflict.found", field: "reward:1", file: "Dinner", journal: "Cinema" },
      { type: "reward.set", reward: 1, text: "Dinner" },
    ]);
    expect(saved.situation.progress.conflicts["reward:1"]).toMatchObject({ journal: "Cinema" });
  });

  test("tracker.7 changes of different fields on both sides both hold", () => {
    const file = behindTheFile(trackerFile(), { do: "set-reward", reward: 2, text: "Cinema" });
    const saved = edit(file, "- Phase 1 Complete: ___________", "- Phase 1 Complete: Dinner");
    expect(saved.text).toContain("- Phase 1 Complete: Dinner\n- Phase 2 Complete: Cinema\n");
    expect(saved.bodies).toHaveLength(1);
  });

  test("tracker.6 a computed figure that was written over is left and reported", () => {
    const saved = edit(trackerFile(), "**Papers Read**: 0/15 (0%)", "**Papers Read**: 9/15");
    expect(saved.bodies).toEqual([]);
    expect(saved.text).toContain("**Papers Read**: 9/15");
    expect(saved.problems[0]?.message).toContain('it comes to "0/15 (0%)"');
    const again = save(saved, saved.text);
    expect(again.text).toContain("**Papers Read**: 9/15");
    expect(again.problems).toHaveLength(1);
    expect(edit(again, "**Papers Read**: 9/15", "**Papers Read**: ").text).toContain(
      "**Papers Read**: 0/15 (0%)",
    );
  });
});

describe("lines and rows", () => {
  test("tracker.5 a new task line is added to its week, ticked if it is ticked", () => {
    const line = "- [ ] Blog about key insights\n";
    const saved = edit(trackerFile(), line, `${line}- [x] Explain it to Ada\n`);
    expect(saved.bodies).toMatchObject([
      { type: "item.added", list: "week:1", text: "Explain it to Ada" },
      { type: "item.marked", done: true },
    ]);
    expect(save(saved, saved.text).bodies).toEqual([]);
  });

  test("tracker.5 an edited task stays the same task", () => {
    const ticked = edit(
      trackerFile(),
      "- [ ] Test implementation on toy",
      "- [x] Test implementation on toy",
    );
    const saved = edit(
      ticked,
      "- [x] Test implementation on toy problem",
      "- [x] Test implementation on a copy task",
    );
    expect(saved.bodies).toMatchObject([
      { type: "item.edited", text: "Test implementation on a copy task" },
    ]);
    expect(saved.text).toContain("- [x] Test implementation on a copy task");
  });

  test("tracker.5 a deleted task line is removed", () => {
    const saved = edit(trackerFile(), "- [ ] Test implementation on toy problem\n", "");
    expect(saved.bodies).toMatchObject([{ type: "item.removed", kind: "task" }]);
    expect(saved.text).not.toContain("toy problem");
  });

  test("a whole list that vanished is reported, not removed", () => {
    const file = trackerFile();
    const saved = save(
      file,
      file.text.replace(/### Week 2:[\s\S]*?(?=\*\*Goal)/, "### Week 2: ResNet + LayerNorm\n\n"),
    );
    expect(saved.bodies).toEqual([]);
    expect(saved.problems[0]?.message).toContain('All lines of "week:2" are gone');
  });

  test("tracker.5 a new row adds a paper with its ticks and hours", () => {
    const last = "| Chain-of-Thought | ☐ | ☐ | ☐ | 0 |\n";
    const saved = edit(trackerFile(), last, `${last}| Mamba | ✅ | ☐ | ☐ | 2.5 |\n`);
    expect(saved.bodies).toMatchObject([
      { type: "paper.added", name: "Mamba", phase: null },
      { type: "paper.marked", paper: "mamba", aspect: "read" },
      { type: "hours.adjusted", paper: "mamba", minutes: 150 },
    ]);
    expect(saved.text).toContain("| Mamba | ✅ | ☐ | ☐ | 2.5 |");
    expect(saved.text).toContain("1/16 (6%)");
    expect(edit(saved, "| Mamba | ✅ | ☐ | ☐ | 2.5 |\n", "").bodies).toMatchObject([
      { type: "paper.removed" },
    ]);
  });

  test("tracker.6 a renamed row is not guessed at", () => {
    const saved = edit(trackerFile(), row, "| RoBERTa | ☐ | ☐ | ☐ | 0 |");
    expect(saved.bodies).toEqual([]);
    expect(saved.problems[0]?.message).toContain('the row of "BERT" is gone');
  });

  test("columns may change their order, and a column of one's own is kept", () => {
    const file = trackerFile();
    const text = file.text.replace(
      /\| Paper \| Status[\s\S]*?\n\n/,
      "| Hours | Paper | Mine | Status |\n|--|--|--|--|\n| 2 | [Attention Is All You Need](https://arxiv.org/abs/1706.03762) | ok | ☑ |\n\n",
    );
    const saved = save(file, text);
    expect(saved.bodies).toMatchObject([
      { type: "hours.adjusted", paper: "attention", minutes: 120 },
      { type: "paper.marked", paper: "attention", aspect: "read" },
    ]);
  });

  test("what the program adds goes into the file beside its kind", () => {
    const added = command(trackerFile(), { do: "add-paper", name: "FlashAttention", phase: 5 });
    expect(added.text).toContain("| LLaMA | ☐ | ☐ | ☐ | 0 |\n| FlashAttention | ☐ | ☐ | ☐ | 0 |\n");
    const item = command(added, { do: "add-item", kind: "task", list: "week:2", text: "Draw it" });
    expect(item.text).toContain("- [ ] Create visualization of gradient flow\n- [ ] Draw it\n");
    expect(save(item, item.text).bodies).toEqual([]);
  });
});

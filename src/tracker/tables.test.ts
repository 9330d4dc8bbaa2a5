import { describe, expect, test } from "bun:test";
import {
  command,
  edit,
  type Synced,
  save,
  started,
  trackerFile,
} from "../../tests/fixtures/tracker-file.ts";
import type { PaperId } from "../core/content/curriculum.ts";
import { readState, spelled, words } from "./states.ts";

const last = "| LLaMA | ☐ | ☐ | ☐ | 0 |\n";
const row = "| BERT | ☐ | ☐ | ☐ | 0 |";
const bert = "bert" as PaperId;

function expectSettled(saved: Synced): void {
  const again = save(saved, saved.text);
  expect(again.bodies).toEqual([]);
  expect(again.text).toBe(saved.text);
}

describe("what a table owns", () => {
  const mine = "| Day | Done |\n|---|---|\n| Mon | Sec. 3 |\n| Tue | ☐ |";
  const wide =
    "| Day | Done | Plan | Place | Mood |\n|---|---|---|---|---|\n| Mon | x | ☐ | home | 3 |";
  const places: readonly (readonly [string, (table: string) => [string, string]])[] = [
    [
      "below the phase's figure",
      (table) => [
        "**Phase 5 Progress**: 0/2 papers complete\n",
        `**Phase 5 Progress**: 0/2 papers complete\n\n${table}\n`,
      ],
    ],
    ["below the table", (table) => [last, `${last}\n${table}\n`]],
    ["right below the table", (table) => [last, `${last}${table}\n`]],
    ["behind a line of text", (table) => [last, `${last}\nMy days:\n${table}\n`]],
    [
      "before the table",
      (table) => [
        "**Target**: Master practical LLM techniques\n",
        `**Target**: Master practical LLM techniques\n\n${table}\n`,
      ],
    ],
    ["below a heading of one's own", (table) => [last, `${last}\n#### Days\n\n${table}\n`]],
    [
      "in a week",
      (table) => ["- [ ] Prepare for Phase 2\n", `- [ ] Prepare for Phase 2\n\n${table}\n`],
    ],
    [
      "below the milestones",
      (table) => ["### Celebration Rewards\n", `${table}\n\n### Celebration Rewards\n`],
    ],
  ];
  for (const [where, place] of places) {
    for (const table of [mine, wide]) {
      test(`tracker.10 a table of one's own ${where} (${table.slice(0, 30)}…) is left alone, by an undo too`, () => {
        const saved = edit(trackerFile(), ...place(table));
        expect(saved.bodies).toEqual([]);
        expect(saved.problems).toEqual([]);
        expect(saved.text).toContain(table);
        const added = command(saved, { do: "add-paper", name: "Mamba", phase: 5 });
        expect(added.text).toContain(`${last}| Mamba | ☐ | ☐ | ☐ | 0 |\n`);
        const gone = command(added, { do: "remove-paper", paper: "mamba" as PaperId });
        expect(gone.text).toBe(saved.text);
      });
    }
  }

  test("tracker.10 rows of known papers below a gap are theirs still, rows of others are the learner's", () => {
    const saved = edit(
      trackerFile(),
      row,
      `\n| BERT | ☑ | ☐ | ☐ | 2 |\n| RoBERTa | ☑ | ☐ | ☐ | 2 |`,
    );
    expect(saved.bodies).toMatchObject([
      { type: "paper.marked", paper: bert },
      { type: "hours.adjusted", paper: bert },
    ]);
    expectSettled(saved);
  });

  for (const rule of [
    "|———|———|",
    "| :--- | ---: |",
    "|===|===|===|===|===|",
    "|–|–|–|–|–|",
    "|-|-|-|-|-|",
    "| --- |",
    "|───|───|───|───|───|",
  ]) {
    test(`tracker.10 ${rule} parts rows and is no paper`, () => {
      const saved = edit(trackerFile(), last, `${last}${rule}\n`);
      expect(saved.bodies).toEqual([]);
      expect(saved.text).toContain(rule);
    });
  }

  test("tracker.10 a row with another number of cells is left alone and told", () => {
    for (const odd of ["| BERT | ☑ | ☑ |", "| BERT | ☑ | ☑ | ☑ | 3 | 4 |", "| BERT ☑ ☑ |"]) {
      const saved = edit(trackerFile(), row, odd);
      expect(saved.bodies).toEqual([]);
      expect(saved.problems[0]?.message).toMatch(/cells? where its table has 5 columns/);
      const later = command(saved, { do: "mark-paper", paper: bert, aspect: "read", done: true });
      expect(later.text).toContain(odd);
    }
  });
});

describe("what was reported", () => {
  for (const cells of [
    "| ELMo | done | in progress | ☐ | ~4 |",
    "| ELMo | see p. 7 | maybe | ? | lots |",
    "| ELMo | ☑ | see [notes](a.md) | ☐ | 2-3 |",
  ]) {
    test(`tracker.11 ${cells} is not written over, now or later`, () => {
      let now = edit(trackerFile(), last, `${last}${cells}\n`);
      expect(now.bodies).toMatchObject([
        { type: "paper.added", name: "ELMo", phase: 5 },
        ...now.bodies.slice(1),
      ]);
      expect(now.problems.length).toBeGreaterThan(0);
      expect(now.text).toContain(cells);
      const paper = "elmo" as PaperId;
      const unread = cells
        .split("|")
        .slice(2, -1)
        .map((cell) => cell.trim())
        .filter((cell) => /maybe|\?|lots|see|~4|2-3/.test(cell));
      for (const wanted of [
        { do: "set-reward", reward: 1, text: "Dinner" },
        { do: "mark-paper", paper, aspect: "notes", done: true },
        { do: "adjust-hours", paper, activity: "read", minutes: 90 },
        { do: "mark-paper", paper, aspect: "implemented", done: true },
      ] as const) {
        now = command(now, wanted);
        for (const cell of unread)
          expect(now.text.split("\n").find((text) => text.includes("ELMo"))).toContain(cell);
      }
    });
  }
});

describe("names in links", () => {
  for (const name of [
    "[[lora|LoRA]]",
    "[[papers/lora\\|LoRA]]",
    "[LoRA](https://example.org/a|b)",
    "[[lora]]",
    "[[notes/lora.md|my notes]]",
    "[my notes](notes/lora.md)",
    "**LoRA**",
    "`LoRA`",
    "~~LoRA~~",
    "[LoRA][1]",
    "Low-Rank Adaptation of Large Language Models".length > 0 ? "LoRA" : "",
    "lora",
  ]) {
    test(`tracker.13 ${name} is LoRA, and its cells stay its own`, () => {
      const saved = edit(trackerFile(), "| LoRA | ☐ | ☐ | ☐ | 0 |", `| ${name} | ☐ | ☑ | ☐ | 2 |`);
      expect(saved.bodies).toMatchObject([
        { type: "paper.marked", paper: "lora", aspect: "notes" },
        { type: "hours.adjusted", paper: "lora", minutes: 120 },
      ]);
      expect(saved.bodies).toHaveLength(2);
      expect(saved.problems).toEqual([]);
      const later = command(saved, {
        do: "mark-paper",
        paper: "lora" as PaperId,
        aspect: "read",
        done: true,
      });
      expect(later.text).toContain(`| ${name} | ☑ | ☑ | ☐ | 2 |`);
    });
  }

  test("tracker.13 a sign between cells inside code moves no column", () => {
    const saved = edit(trackerFile(), row, "| BERT `a|b` | ☑ | ☐ | ☐ | 0 |");
    expect(saved.bodies.filter(({ type }) => type === "paper.marked")).toEqual([]);
    expect(saved.text).toContain("| BERT `a|b` | ☑ | ☐ | ☐ | 0 |");
  });
});

for (const name of [
  "Constructor",
  "__proto__",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "prototype",
]) {
  test(`tracker.5 a paper called ${name} is a paper`, () => {
    const saved = edit(trackerFile(), last, `${last}| ${name} | ☑ | ☐ | ☐ | 1 |\n`);
    expect(saved.bodies).toMatchObject([
      // Underscores around a word are emphasis.
      { type: "paper.added", name: name.replace(/^__(.*)__$/, "$1") },
      { type: "paper.marked", aspect: "read" },
      { type: "hours.adjusted", minutes: 60 },
    ]);
    expectSettled(saved);
    expectSettled(command(saved, { do: "set-reward", reward: 1, text: "Dinner" }));
  });
}

describe("states in words", () => {
  test("the table of words has them as they are looked up", () => {
    const listed = Object.values(words).flat();
    expect(listed.map(spelled)).toEqual(listed);
    expect(readState("◻️")).toBe("none");
  });

  const said = {
    none: [
      "to-read",
      "Not started yet.",
      ":x:",
      "todo",
      "Pending",
      "no",
      "not started",
      "0 %",
      "-",
      "❌",
      "⬜",
      "[ ]",
    ],
    started: [
      "in progress",
      "🟡",
      "⏳",
      "50 %",
      "50%",
      "reading",
      "started",
      "WIP",
      "half",
      "WIP 🚧",
      "In progress…",
    ],
    done: [
      "done",
      "Yes",
      "✓",
      "✔",
      "✔️",
      "100 %",
      "read",
      "Finished",
      "complete",
      "completed",
      "**done**",
      "✅ done",
      "Done ✅",
      "Done.",
      "(done)",
      "√",
      "✅ 2026-11-25",
      "read on 25.11.2026",
      "done on 11/25",
      "done (25.11.)",
      ":white_check_mark:",
    ],
  } as const;
  for (const [state, words] of Object.entries(said)) {
    for (const word of words) {
      test(`tracker.40 "${word}" means ${state}, and stays as it is written`, () => {
        const saved = edit(trackerFile(), row, `| BERT | ${word} | ☐ | ☐ | 0 |`);
        expect(saved.problems).toEqual([]);
        const paper = saved.situation.progress.papers.find(({ id }) => id === bert);
        expect(paper?.state.read as string).toBe(state);
        expect(saved.text).toContain(`| BERT | ${word} | ☐ | ☐ | 0 |`);
        expectSettled(saved);
        const later = command(saved, { do: "set-reward", reward: 1, text: "Dinner" });
        expect(later.text).toContain(`| BERT | ${word} | ☐ | ☐ | 0 |`);
        const other = state === "done" ? "none" : "done";
        const changed = command(later, {
          do: "progress-paper",
          paper: bert,
          aspect: "read",
          state: other,
        });
        expect(changed.text).toContain(`| BERT | ${other === "done" ? "☑" : "☐"} | ☐ | ☐ | 0 |`);
      });
    }
  }

  for (const word of ["~~done~~", "read 2/3", "read 3.5", "done?", "☑ ☐"]) {
    test(`tracker.40 "${word}" is not guessed at`, () => {
      const saved = edit(trackerFile(), row, `| BERT | ${word} | ☐ | ☐ | 0 |`);
      expect(saved.bodies).toEqual([]);
      expect(saved.problems[0]?.message).toContain("is neither ticked nor empty");
    });
  }

  test("tracker.40 the tool writes what is in progress in words", () => {
    const file = trackerFile([
      started,
      { do: "progress-paper", paper: bert, aspect: "read", state: "started" },
    ]);
    expect(file.text).toContain("| BERT | in progress | ☐ | ☐ | 0 |");
    expectSettled(save(file, file.text));
    expect(edit(file, "| BERT | in progress |", "| BERT | ☐ |").bodies).toEqual([
      { type: "paper.progressed", paper: bert, aspect: "read", state: "none" },
    ]);
  });
});

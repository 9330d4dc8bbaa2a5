import { describe, expect, test } from "bun:test";
import {
  command,
  type Folder,
  freshFolder,
  present,
  save,
  type Told,
  textOf,
  turned,
} from "../../tests/fixtures/folder-turns.ts";
import { llm } from "../../tests/fixtures/llm.ts";
import type { ItemId, PaperId } from "../core/content/curriculum.ts";
import type { Command } from "../core/decide/command.ts";
import type { Situation } from "../core/decide/decision.ts";
import { agreementsKept } from "../journal/agreements.ts";
import type { FileState } from "./tracker-file.ts";

const bert = "bert" as PaperId;
const lora = "lora" as PaperId;

function touched(file: FileState, { now }: Situation): FileState {
  return file.is === "present" ? { ...file, changed: now - 10 } : file;
}

const withoutMark = (text: string) => text.replaceAll(/ <!-- study:\w+ -->/g, "");
const tasks = ({ situation: { progress } }: Folder) =>
  progress.weeks.flatMap((week) => week.tasks.map(({ id, done }) => `${id}:${done}`));
const bodiesOf = ({ steps }: Told) => steps.flatMap(({ bodies }) => bodies);
const task = llm.weeks[0]?.tasks[1];
if (task === undefined) throw new Error("week 1 has tasks");
const taskId = task.id as ItemId;

const recorded: readonly (readonly [string, Command])[] = [
  ["a tick", { do: "mark-paper", paper: bert, aspect: "read", done: true }],
  ["hours", { do: "adjust-hours", paper: bert, activity: "read", minutes: 60 }],
  ["a task ticked", { do: "mark-item", item: taskId, done: true }],
  ["a task added", { do: "add-item", kind: "task", list: "week:1", text: "Mine" }],
  ["a task edited", { do: "edit-item", item: taskId, text: "Other words entirely" }],
  ["a task removed", { do: "remove-item", item: taskId }],
  ["a goal", { do: "set-goal", week: 1, text: "Mine" }],
  ["a reward", { do: "set-reward", reward: 1, text: "Dinner" }],
  ["a target", { do: "change-plan", target: "2027-03-01" as never }],
  ["a start", { do: "change-plan", start: "2026-11-09" as never }],
  ["a phase", { do: "change-plan", phase: "Phase 2" }],
  ["a paper", { do: "add-paper", name: "ELMo", phase: 2 }],
];

describe("an editor that holds an old text", () => {
  for (const [name, wanted] of recorded) {
    test(`tracker.20 tracker.21 takes back nothing of ${name}, and brings its own changes`, () => {
      const old = freshFolder();
      const now = command(old, wanted).folder;
      const edited = textOf(old).replace("| LoRA | ☐ |", "| LoRA | ☑ |").concat("\n\nA thought.\n");
      const told = save(now, edited);
      expect(bodiesOf(told)).toEqual([
        { type: "paper.marked", paper: lora, aspect: "read", done: true },
      ]);
      expect(textOf(told.folder)).toEndWith("\n\nA thought.\n");
      const both = command(now, { do: "mark-paper", paper: lora, aspect: "read", done: true });
      const [mine, theirs] = [told, both].map((one) => withoutMark(textOf(one.folder)));
      expect(mine?.replace("\n\nA thought.\n", "")).toBe(theirs as string);
    });

    test(`tracker.22 takes back nothing of ${name} where its mark was stripped, and says so`, () => {
      const old = freshFolder();
      const now = command(old, wanted).folder;
      const told = save(now, `${withoutMark(textOf(old))}\n\nA thought.\n`);
      expect(bodiesOf(told)).toEqual([]);
      expect(told.unsaid).toHaveLength(1);
      expect(textOf(told.folder)).toContain("A thought.");
      expect(tasks(told.folder)).toEqual(tasks(now));
    });
  }

  test("tracker.20 a deliberate untick is told from an old text by its mark", () => {
    const now = command(freshFolder(), {
      do: "mark-paper",
      paper: bert,
      aspect: "read",
      done: true,
    });
    const told = save(now.folder, textOf(now.folder).replace("| BERT | ☑ |", "| BERT | ☐ |"));
    expect(bodiesOf(told)).toEqual([
      { type: "paper.marked", paper: bert, aspect: "read", done: false },
    ]);
  });
});

describe("a text that is being saved", () => {
  test("tracker.23 is left alone while it has lost its end, and commands are recorded", () => {
    const folder = freshFolder();
    for (const share of [0.1, 0.5, 0.9]) {
      const half = textOf(folder).slice(0, textOf(folder).length * share);
      const file = present(half, folder.situation, 100);
      const told = turned(folder, file, [{ do: "set-goal", week: 1, text: "Mine" }]);
      expect(told.text).toBeNull();
      expect(bodiesOf(told)).toEqual([{ type: "goal.set", week: 1, text: "Mine" }]);
      expect(told.problems).toHaveLength(1);
      expect(turned(told.folder, present(textOf(folder), folder.situation)).steps).toEqual([]);
    }
  });

  test("tracker.23 removes nothing either once it has settled without its end", () => {
    const folder = freshFolder();
    const text = textOf(folder);
    const half = text.slice(0, text.indexOf("Implement multi-head attention"));
    expect(bodiesOf(save(folder, half)).map(({ type }) => type)).not.toContain("item.removed");
  });

  test("tracker.24 is read from the file that was replaced, where its writer wrote on", () => {
    const now = command(freshFolder(), { do: "set-goal", week: 1, text: "Mine" });
    const old = freshFolder();
    const written = textOf(old).replace("| LoRA | ☐ |", "| LoRA | ☑ |").concat("\nLate words.\n");
    const told = turned(
      { ...now.folder, replaced: present(written, now.folder.situation, 10) },
      present(textOf(now.folder), now.folder.situation),
    );
    expect(bodiesOf(told)).toEqual([
      { type: "paper.marked", paper: lora, aspect: "read", done: true },
    ]);
    expect(textOf(told.folder)).toContain("Late words.");
    expect(textOf(told.folder)).toContain("**Goal**: Mine");
  });
});

describe("a file that could not be written", () => {
  test("tracker.29 has its edits taken in once, and further edits after them", () => {
    const folder = freshFolder();
    const edited = textOf(folder).replace("| BERT | ☐ | ☐ | ☐ | 0 |", "| BERT | ☐ | ☐ | ☐ | 2 |");
    const first = save(folder, edited);
    expect(bodiesOf(first)).toHaveLength(1);
    const second = save(first.folder, edited, [{ do: "set-goal", week: 1, text: "Mine" }]);
    expect(bodiesOf(second)).toEqual([{ type: "goal.set", week: 1, text: "Mine" }]);
    const third = save(second.folder, edited.replace("| ☐ | 2 |", "| ☐ | 3 |"));
    expect(bodiesOf(third)).toMatchObject([{ type: "hours.adjusted", minutes: 60 }]);
    expect(third.folder.situation.progress.minutes).toBe(180);
  });
});

describe("a tracker that is taken over", () => {
  const begun = (): Folder => ({ ...freshFolder(), remembered: [], disk: null });
  const shorter = () =>
    withoutMark(textOf(freshFolder()))
      .split("\n")
      .filter((line) => !/^- \[ \] (Test|Blog|Understand|Create|Prepare)/.test(line))
      .join("\n");

  test("tracker.26 loses none of the tasks that it does not have, now or later", () => {
    const folder = begun();
    const first = save(folder, shorter());
    expect(bodiesOf(first)).toEqual([]);
    const second = command(first.folder, { do: "set-goal", week: 1, text: "Mine" });
    expect(bodiesOf(second)).toEqual([{ type: "goal.set", week: 1, text: "Mine" }]);
    expect(tasks(second.folder)).toEqual(tasks(folder));
  });

  test("tracker.28 keeps the goal and the tasks of a week that the learner wrote early", () => {
    const folder = freshFolder();
    const week =
      "### Week 4: BERT\n- [x] Read it on the train\n\n**Goal**: My own goal\n\n---\n\n## 📝";
    const told = save(folder, textOf(folder).replace("---\n\n## 📝", week));
    expect(bodiesOf(told)).toContainEqual({ type: "goal.set", week: 4, text: "My own goal" });
    expect(bodiesOf(told)).toContainEqual(
      expect.objectContaining({ type: "item.added", list: "week:4", text: "Read it on the train" }),
    );
    expect(textOf(told.folder)).toContain("**Goal**: My own goal");
  });
});

test("tracker.20 a file that can't be written takes nothing back, whatever number of commands it misses", () => {
  const text = textOf(freshFolder());
  let folder = freshFolder();
  for (let minutes = 1; minutes <= agreementsKept + 40; minutes += 1) {
    const said: Command = { do: "change-plan", phase: `Phase ${1 + (minutes % 5)}` };
    const told = save(folder, text, [said]);
    expect(bodiesOf(told)).toHaveLength(1);
    const remembered = told.folder.remembered.slice(0, agreementsKept);
    folder = { ...told.folder, replaced: { is: "missing" }, remembered };
  }
}, 120_000);

test("tracker.29 a text that lies under both names is taken in once", () => {
  const folder = command(freshFolder(), { do: "set-goal", week: 1, text: "Mine" }).folder;
  const text = textOf(folder).replace(/\| LoRA \|(.*)\| 0 \|/, "| LoRA |$1| 1 |");
  const both = { ...folder, replaced: present(text, folder.situation) };
  const added = bodiesOf(save(both, text));
  expect(added).toEqual([expect.objectContaining({ type: "hours.adjusted", minutes: 60 })]);
});

test("tracker.24 a copy of the folder, whose files all are younger, is no save", () => {
  const folder = command(freshFolder(), { do: "set-goal", week: 1, text: "Mine" }).folder;
  const copied = { ...folder, replaced: touched(folder.replaced, folder.situation) };
  expect(command(copied, { do: "set-goal", week: 2, text: "Mine" }).aside).toBeNull();
});

test("tracker.23 a new head before an old tail is neither read nor written over until it has settled", () => {
  const folder = freshFolder();
  const old = Buffer.from(textOf(folder));
  const saved = Buffer.from(textOf(folder).replace("### Week 1", "Words of my own.\n\n### Week 1"));
  const half = Buffer.concat([saved.subarray(0, 6000), old.subarray(6000)]).toString();
  const told = turned(folder, present(half, folder.situation, 300));
  expect(told.text).toBeNull();
  expect(bodiesOf(told)).toEqual([]);
  // A tick leaves the number of bytes too, and is read at once.
  const ticked = textOf(folder).replace("- [ ] Read paper", "- [x] Read paper");
  expect(bodiesOf(turned(folder, present(ticked, folder.situation, 300)))).toHaveLength(1);
});

describe("a text that was cut off", () => {
  const inside = ["2027-02", "Master self", "BatchNorm comp", "- [ ] Create vis", "| GPT-1 | ☐ | "];
  for (const end of inside) {
    test(`tracker.23 in the middle ("${end}") is never read nor written over; the whole one that follows is`, () => {
      const folder = command(freshFolder(), { do: "set-reward", reward: 1, text: "Dinner" }).folder;
      const text = textOf(folder);
      const cut = text.slice(0, text.indexOf(end) + end.length);
      const told = turned(folder, present(cut, folder.situation), [
        { do: "adjust-hours", paper: lora, activity: "read", minutes: 60 },
      ]);
      expect(bodiesOf(told).map(({ type }) => type)).toEqual(["hours.adjusted"]);
      expect(told.text).toBeNull();
      expect(told.problems[0]?.message).toContain("ends in the middle");
      const whole = save(told.folder, text);
      expect(bodiesOf(whole)).toEqual([]);
      expect(whole.text).toContain("| LoRA | ☐ | ☐ | ☐ | 1 |");
    });
  }

  test("tracker.23 at the end of a section is read once it has settled, and removes nothing", () => {
    const folder = freshFolder();
    const text = textOf(folder);
    const told = save(folder, text.slice(0, text.indexOf("## 📚")));
    expect(bodiesOf(told)).toEqual([]);
    expect(told.problems.length).toBeGreaterThan(0);
  });

  test("tracker.23 lines that changed places leave the number of bytes, and are read at once", () => {
    const folder = freshFolder();
    const moved = textOf(folder)
      .replace("| BERT | ☐ | ☐ | ☐ | 0 |\n", "")
      .replace(
        "| GPT-2 | ☐ | ☐ | ☐ | 0 |\n",
        "| GPT-2 | ☐ | ☐ | ☐ | 0 |\n| BERT | ☑ | ☐ | ☐ | 0 |\n",
      );
    const told = turned(folder, present(moved, folder.situation, 300));
    expect(bodiesOf(told)).toEqual([
      expect.objectContaining({ type: "paper.marked", paper: bert }),
    ]);
  });
});

test("tracker.27 an emptied file is left alone, and a missing one comes back with the learner's own sections", () => {
  const folder = save(freshFolder(), `${textOf(freshFolder())}\n\n## Mine\n\nWords.\n`).folder;
  const empty = turned(folder, { is: "ruined", why: "is empty" });
  expect(empty.text).toBeNull();
  expect(empty.problems[0]?.message).toContain("doctor --repair");
  expect(turned(folder, { is: "missing" }).text).toBe(textOf(folder));
});

test("tracker.2 a turn after a turn does nothing", () => {
  const now = command(freshFolder(), { do: "set-goal", week: 1, text: "Mine" }).folder;
  const told = save(now, textOf(now));
  expect([told.steps, told.text, told.agreements, told.problems]).toEqual([[], null, [], []]);
});

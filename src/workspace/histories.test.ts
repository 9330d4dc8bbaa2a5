/** Two editors that stay open and a terminal, in any order: what each of them meant is what the record says. */
import { expect, test } from "bun:test";
import fc from "fast-check";
import { runs } from "../../tests/faults/soak.ts";
import {
  command,
  type Folder,
  freshFolder,
  save,
  type Told,
  textOf,
} from "../../tests/fixtures/folder-turns.ts";
import { llm } from "../../tests/fixtures/llm.ts";
import type { ItemId, PaperId } from "../core/content/curriculum.ts";
import type { Command } from "../core/decide/command.ts";

const papers = ["bert", "lora"] as const;
const rowOf = { bert: "BERT", lora: "LoRA" } as const;
const columns = ["read", "notes", "implemented"] as const;
const tasks = llm.weeks[1]?.tasks ?? [];

/** Something that both sides can change, and its value: of a box, of a cell, of a line of words. */
type Fact =
  | { readonly is: "tick"; readonly paper: (typeof papers)[number]; readonly column: 0 | 1 | 2 }
  | { readonly is: "hours"; readonly paper: (typeof papers)[number] }
  | { readonly is: "task"; readonly at: number }
  | { readonly is: "goal"; readonly week: 1 | 2 }
  | { readonly is: "reward" };

type Value = boolean | number | string;

const facts: readonly Fact[] = [
  ...papers.flatMap((paper) =>
    ([0, 1, 2] as const).map((column) => ({ is: "tick" as const, paper, column })),
  ),
  ...papers.map((paper) => ({ is: "hours" as const, paper })),
  ...tasks.map((_, at) => ({ is: "task" as const, at })),
  { is: "goal", week: 1 },
  { is: "goal", week: 2 },
  { is: "reward" },
];

function valueIn({ situation: { progress } }: Folder, fact: Fact): Value {
  const papersNow = [...progress.phases.flatMap((phase) => phase.papers), ...progress.bonus];
  const week = (number: number) => progress.weeks.find((one) => one.number === number);
  switch (fact.is) {
    case "tick": {
      const paper = papersNow.find(({ id }) => id === fact.paper);
      return paper?.done[columns[fact.column] as "read"] === true;
    }
    case "hours":
      return (papersNow.find(({ id }) => id === fact.paper)?.minutes ?? 0) / 60;
    case "task":
      return week(2)?.tasks.find(({ id }) => id === tasks[fact.at]?.id)?.done === true;
    case "goal":
      return week(fact.week)?.goal ?? "";
    case "reward":
      return progress.rewards[0]?.text ?? "";
    default:
      return fact satisfies never;
  }
}

/** The text with the fact at that value, as a person types it. */
function typed(text: string, fact: Fact, value: Value): string {
  switch (fact.is) {
    case "tick":
      return inRow(text, fact.paper, fact.column + 2, value === true ? "☑" : "☐");
    case "hours":
      return inRow(text, fact.paper, 5, String(value));
    case "task": {
      const words = tasks[fact.at]?.text ?? "";
      const line = text.split("\n").find((one) => one.endsWith(`] ${words}`)) ?? "no such line";
      return text.replace(line, `- [${value === true ? "x" : " "}] ${words}`);
    }
    case "goal": {
      const at = text.indexOf(`### Week ${fact.week}`);
      return text.slice(0, at) + text.slice(at).replace(/\*\*Goal\*\*: .*/, `**Goal**: ${value}`);
    }
    case "reward":
      return text.replace(/^- Phase 1 Complete: .*$/m, `- Phase 1 Complete: ${value}`);
    default:
      return fact satisfies never;
  }
}

function inRow(text: string, paper: (typeof papers)[number], cell: number, value: string): string {
  return text
    .split("\n")
    .map((line) => {
      if (!line.startsWith(`| ${rowOf[paper]} |`)) return line;
      return line
        .split("|")
        .map((old, index) => (index === cell ? ` ${value} ` : old))
        .join("|");
    })
    .join("\n");
}

function asCommand(fact: Fact, value: Value, before: Value): Command {
  switch (fact.is) {
    case "tick": {
      const aspect = columns[fact.column] as "read";
      return { do: "mark-paper", paper: fact.paper as PaperId, aspect, done: value === true };
    }
    case "hours": {
      const minutes = (Number(value) - Number(before)) * 60;
      return { do: "adjust-hours", paper: fact.paper as PaperId, activity: "read", minutes };
    }
    case "task":
      return { do: "mark-item", item: tasks[fact.at]?.id as ItemId, done: value === true };
    case "goal":
      return { do: "set-goal", week: fact.week, text: String(value) };
    case "reward":
      return { do: "set-reward", reward: llm.rewards[0]?.after as 1, text: String(value) };
    default:
      return fact satisfies never;
  }
}

type Action =
  | { readonly do: "open"; readonly editor: 0 | 1 }
  | { readonly do: "type"; readonly editor: 0 | 1; readonly fact: Fact; readonly pick: number }
  | { readonly do: "save"; readonly editor: 0 | 1 }
  | { readonly do: "command"; readonly fact: Fact; readonly pick: number };

/** What an editor shows, and what it showed when it was last read or saved. */
interface Editor {
  readonly text: string;
  readonly shows: ReadonlyMap<Fact, Value>;
  readonly base: ReadonlyMap<Fact, Value>;
  /** What it showed whenever it was read or saved. */
  readonly once: readonly ReadonlyMap<Fact, Value>[];
}

/** Another value than this one: boxes flip, hours grow, words are new each time. */
function another(fact: Fact, now: Value, pick: number): Value {
  if (fact.is === "tick" || fact.is === "task") return now !== true;
  if (fact.is === "hours") return Number(now) + 1 + (pick % 3);
  return now === `Words ${pick}` ? "Other words" : `Words ${pick}`;
}

const pick = fc.nat(1_000_000);
const editor = fc.constantFrom(0 as const, 1 as const);
const fact = fc.constantFrom(...facts);
/** What both change in windows that never see each other can't be told from one who changes their mind. */
const factOf = (which: 0 | 1) => fc.constantFrom(...facts.filter((_, at) => at % 2 === which));
const typing = editor.chain((which) =>
  fc.record({
    do: fc.constant("type" as const),
    editor: fc.constant(which),
    fact: factOf(which),
    pick,
  }),
);
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ do: fc.constant("open" as const), editor }) },
  { weight: 4, arbitrary: typing },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("save" as const), editor }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("command" as const), fact, pick }) },
);
const anyHistory = fc.array(action, { minLength: 4, maxLength: 24 });

const withoutMark = (text: string) => text.replace(/ <!-- study:\w+ -->/, "");
const all = (folder: Folder) => new Map(facts.map((one) => [one, valueIn(folder, one)] as const));

function opened(folder: Folder): Editor {
  const shows = all(folder);
  return { text: textOf(folder), shows, base: shows, once: [shows] };
}

/** What a saving must come to, fact by fact; null where both sides said something else. */
function meant({ shows, base }: Editor, now: ReadonlyMap<Fact, Value>, one: Fact): Value | null {
  const [said, was, is] = [shows.get(one), base.get(one), now.get(one)] as [Value, Value, Value];
  if (said === was || said === is) return is;
  if (one.is === "hours") return Number(is) + Number(said) - Number(was);
  return is === was ? said : null;
}

/** It says again what it said once: another window that never saw the change says the same. */
function isSavedBack({ shows, once }: Editor, one: Fact): boolean {
  return once.some((values) => values.get(one) === shows.get(one));
}

/** `stripping`: which of the two loses the mark whenever it saves. */
function run(
  history: readonly Action[],
  stripping: number,
  look: (told: Told, before: Folder, from: Editor) => void,
) {
  let folder = freshFolder();
  const editors = [opened(folder), opened(folder)];
  for (const action of history) {
    if (action.do === "command") {
      const now = valueIn(folder, action.fact);
      const value = another(action.fact, now, action.pick);
      const told = command(folder, asCommand(action.fact, value, now));
      expect(told.refusal).toBeNull();
      expect(valueIn(told.folder, action.fact)).toBe(value);
      folder = told.folder;
      continue;
    }
    const mine = editors[action.editor] as Editor;
    if (action.do === "open") editors[action.editor] = opened(folder);
    else if (action.do === "type") {
      const value = another(action.fact, mine.shows.get(action.fact) as Value, action.pick);
      const text = typed(mine.text, action.fact, value);
      if (text === mine.text) throw new Error("nothing was typed");
      editors[action.editor] = {
        ...mine,
        text,
        shows: new Map([...mine.shows, [action.fact, value]]),
      };
    } else {
      const text =
        action.editor < stripping ? mine.text.replace(/ <!-- study:\w+ -->/, "") : mine.text;
      const told = save(folder, text);
      look(told, folder, mine);
      folder = told.folder;
      editors[action.editor] = { ...mine, base: mine.shows, once: [...mine.once, mine.shows] };
    }
  }
}

const bert = "bert" as PaperId;
const tick = (done: boolean): Command => ({
  do: "mark-paper",
  paper: bert,
  aspect: "read",
  done,
});
const ticked = (text: string) => inRow(text, "bert", 2, "☑");
const isRead = (folder: Folder) => valueIn(folder, { is: "tick", paper: "bert", column: 0 });

test("tracker.61 a tick that was taken back is taken in again where the learner ticks the same box anew", () => {
  const first = save(freshFolder(), ticked(textOf(freshFolder()))).folder;
  const undone = command(first, tick(false)).folder;
  expect(isRead(undone)).toBe(false);
  const again = save(undone, ticked(textOf(undone))).folder;
  expect(isRead(again)).toBe(true);
  expect(textOf(again)).toContain("| BERT | ☑ |");
});

test("tracker.61 an open window that saves its old text once more does not tick again what was taken back", () => {
  const window = ticked(textOf(freshFolder()));
  const undone = command(save(freshFolder(), window).folder, tick(false)).folder;
  expect(isRead(save(undone, window).folder)).toBe(false);
  expect(isRead(save(undone, `${window}\nA thought.\n`).folder)).toBe(false);
});

test("tracker.62 a window that takes its own edit back is told that what was recorded stays", () => {
  const text = textOf(freshFolder());
  const told = save(save(freshFolder(), ticked(text)).folder, text);
  expect(isRead(told.folder)).toBe(true);
  expect(told.unsaid.map(({ message }) => message)).toEqual([
    expect.stringContaining("what was recorded stays"),
  ]);
});

test("tracker.63 hours typed one after another into one window count once, with the mark and without", () => {
  for (const shown of [(text: string) => text, withoutMark]) {
    let folder = freshFolder();
    const window = shown(textOf(folder));
    for (const hours of ["1", "1.5", "12"]) {
      folder = save(folder, inRow(inRow(window, "bert", 5, hours), "lora", 2, "☑")).folder;
      folder = save(folder, inRow(window, "bert", 5, hours)).folder;
    }
    expect(valueIn(folder, { is: "hours", paper: "bert" })).toBe(12);
  }
});

test("tracker.20 tracker.21 tracker.29 of two editors and a terminal in any order each change counts once", () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      run(history, 0, (told, before, from) => {
        const now = all(before);
        for (const one of facts) {
          const value = meant(from, now, one);
          const is = valueIn(told.folder, one);
          if (value === null) expect([now.get(one), from.shows.get(one)]).toContain(is);
          else if (isSavedBack(from, one) && is !== value) {
            expect([one, is, told.problems.length > 0]).toEqual([one, now.get(one) as Value, true]);
          } else expect([one, is]).toEqual([one, value]);
        }
      });
    }),
    { numRuns: runs({ test: 60, soak: 5000 }), includeErrorInReport: true },
  );
}, 600_000);

test("tracker.22 where the mark is stripped, nothing that was recorded is taken back, and what is not taken in is told", () => {
  fc.assert(
    fc.property(anyHistory, fc.integer({ min: 1, max: 2 }), (history, stripping) => {
      run(history, stripping, (told, before, from) => {
        const now = all(before);
        for (const one of facts) {
          const value = meant(from, now, one);
          const is = valueIn(told.folder, one);
          if (value === null || is === value) continue;
          // Whether the other side's change was seen before this one can't be told.
          if (is === from.shows.get(one) && from.shows.get(one) !== from.base.get(one)) continue;
          expect([one, is, told.problems.length > 0]).toEqual([one, now.get(one) as Value, true]);
        }
      });
    }),
    { numRuns: runs({ test: 60, soak: 5000 }), includeErrorInReport: true },
  );
}, 600_000);

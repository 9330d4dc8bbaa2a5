/**
 * Names that every plain object answers to, as ids of papers, lines, cards and exercises and as names of models,
 * figures, check-ins, fields and curricula: through a whole life: decided, written, read, folded, stored, shown.
 */
import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import {
  comparedModels,
  comparison,
  comparisonCsv,
  comparisonMarkdown,
} from "../src/core/compare/compare.ts";
import { readFigures } from "../src/core/compare/figures.ts";
import { bare, bareCopy, ownOf } from "../src/core/content/bare.ts";
import type { Curriculum, ExerciseId, ItemId, PaperId } from "../src/core/content/curriculum.ts";
import { type CardId, guideOf, type Material, noMaterial } from "../src/core/content/material.ts";
import { noteTemplateFor } from "../src/core/content/note-template.ts";
import { type Command, commandSchema, parseCommand } from "../src/core/decide/command.ts";
import { decide } from "../src/core/decide/decide.ts";
import type { Situation } from "../src/core/decide/decision.ts";
import { addEntry } from "../src/core/entries/add-entry.ts";
import {
  type Body,
  bodySchemas,
  type Entry,
  parseEntry,
  writeEntry,
} from "../src/core/entries/entry.ts";
import { fold } from "../src/core/entries/ledger.ts";
import { cloneTally, emptyTally, type Tally } from "../src/core/entries/tally.ts";
import { outlookOf } from "../src/core/forecast/outlook.ts";
import { nextStep } from "../src/core/progress/next-step.ts";
import { lookBack } from "../src/core/progress/period.ts";
import { progressOf } from "../src/core/progress/progress.ts";
import { quizCards } from "../src/core/recall/quiz.ts";
import { heldCards, loadAhead, queueOf } from "../src/core/recall/recall.ts";
import { findIn, textsOf } from "../src/core/search/texts.ts";
import { addDays, day, sayDay } from "../src/core/time/calendar.ts";
import { describeAll } from "../src/core/words/describe.ts";
import { desiredOf, shownWeeks } from "../src/tracker/desired.ts";
import {
  anyBodyOf,
  anyCommandOf,
  bodiesOf,
  commandsOf,
  hostileNames,
  idAt,
} from "./fixtures/commands.ts";
import { llm, situation } from "./fixtures/llm.ts";

const [first = "", second = "", third = "", ...others] = hostileNames.papers;

/** The shipped curriculum, where a paper, a task, a milestone and an exercise have such ids. */
const curriculum: Curriculum = renamed(llm);

function renamed(from: Curriculum): Curriculum {
  const names = new Map<string, string>(
    from.papers.slice(0, 3).map(({ id }, at) => [id, [first, second, third][at] ?? id]),
  );
  const paper = (id: PaperId) => (names.get(id) ?? id) as PaperId;
  const one = (at: number) => others[at % others.length] ?? "";
  return {
    ...from,
    papers: from.papers.map((known) => ({
      ...known,
      id: paper(known.id),
      exercises: known.exercises.map((exercise, at) => ({
        ...exercise,
        id: one(at) as ExerciseId,
      })),
    })),
    phases: from.phases.map((phase) => ({ ...phase, papers: phase.papers.map(paper) })),
    weeks: from.weeks.map((week, at) =>
      at > 0
        ? week
        : {
            ...week,
            tasks: week.tasks.map((task, line) => ({ ...task, id: one(line) as ItemId })),
          },
    ),
    noteTemplate: "# {{title}} {{constructor}} {{__proto__}}\n{{toString}}\n",
  };
}

const material: Material = {
  ...noMaterial,
  decks: bare([
    [
      first as PaperId,
      hostileNames.cards.slice(0, 4).map((id) => ({
        id: id as CardId,
        paper: first as PaperId,
        kind: "recall" as const,
        front: "Front",
        back: "Back",
        source: "Section 1",
      })),
    ],
  ]),
};

/** Everything that is said of a tally, to a person or to another program. */
function sayAll(tally: Tally, bodies: readonly Body[]): void {
  const today = day("2026-11-23");
  const progress = progressOf(curriculum, tally, today);
  const now = situation(tally).now;
  const said = describeAll(bodies, { curriculum, progress, tally });
  expect(said.filter((one) => /undefined|native code|\[object/.test(one))).toEqual([]);
  nextStep({ curriculum, progress }, []);
  outlookOf(curriculum, tally, progress, sayDay);
  lookBack(curriculum, tally, progress, { from: addDays(today, -30), to: today });
  const held = heldCards(material, tally);
  queueOf(held, tally, now, progress);
  loadAhead(held, progress, 7);
  quizCards(held, tally, progress, today, []);
  const texts = textsOf({ curriculum, progress, tally, material, notes: [] });
  for (const word of hostileNames.words) findIn(texts, word, 10);
  const compared = comparison(comparedModels(material, tally.measurements));
  expect(comparisonMarkdown(compared) + comparisonCsv(compared)).not.toContain("native code");
  for (const { fields, lists } of [desiredOf(progress, shownWeeks(progress))]) {
    expect(Object.values(fields).every(({ text }) => typeof text === "string")).toBe(true);
    expect(Object.values(lists).every(Array.isArray)).toBe(true);
  }
  for (const { id, name } of progress.papers) {
    expect(noteTemplateFor(curriculum, id, name)).not.toContain("native code");
    expect(guideOf(material, id)).toBeNull();
  }
}

const throughJson = (tally: Tally): Tally => cloneTally(JSON.parse(JSON.stringify(tally)));

test("a tally of entries with such names is read, cloned, stored and shown", () => {
  fc.assert(
    fc.property(fc.array(anyBodyOf(hostileNames), { maxLength: 20 }), (bodies) => {
      const entries = bodies.map((body, at): Entry => {
        const id = idAt(at + 1);
        const entry: Entry = { v: 1, id, command: id, by: "cli", ...body };
        expect(parseEntry(writeEntry(entry))).toEqual({ ok: true, entry });
        return entry;
      });
      const tally = fold(entries);
      const parts = emptyTally();
      let again = parts;
      for (const entry of entries) {
        addEntry(again, entry);
        again = throughJson(again);
      }
      const counted = entries.every(({ type }) => !type.startsWith("command."));
      if (counted) expect(JSON.stringify(again)).toBe(JSON.stringify(tally));
      sayAll(tally, bodies);
      sayAll(again, bodies);
    }),
    { numRuns: 60 },
  );
});

test("a command with such names ends in entries or in a sentence", () => {
  fc.assert(
    fc.property(fc.array(anyCommandOf(hostileNames), { maxLength: 20 }), (commands) => {
      let tally = emptyTally();
      const bodies: Body[] = [];
      commands.forEach((command, at) => {
        expect(parseCommand(JSON.parse(JSON.stringify(command)))).toEqual({ ok: true, command });
        const decision = decide(command, { ...situation(tally), ...situationOf(tally) });
        if (!decision.ok) {
          expect(decision.message).toMatch(/[.!?]$/);
          return;
        }
        const id = idAt(at + 1);
        decision.bodies.forEach((body, counter) => {
          bodies.push(body);
          addEntry(tally, { v: 1, id: idAt(at + 1, counter), command: id, by: "cli", ...body });
        });
        tally = throughJson(tally);
      });
      sayAll(tally, bodies);
    }),
    { numRuns: 60 },
  );
});

function situationOf(tally: Tally): Pick<Situation, "curriculum" | "progress"> {
  return { curriculum, progress: progressOf(curriculum, tally, day("2026-11-23")) };
}

describe("what has such a name is kept as any other", () => {
  const run = (...commands: readonly Command[]) => {
    let tally = emptyTally();
    commands.forEach((command, at) => {
      const decision = decide(command, { ...situation(tally), ...situationOf(tally) });
      if (!decision.ok) throw new Error(decision.message);
      decision.bodies.forEach((body, counter) => {
        const entry: Entry = {
          v: 1,
          id: idAt(at + 1, counter),
          command: idAt(at + 1),
          by: "cli",
          ...body,
        };
        const parsed = parseEntry(writeEntry(entry));
        if (!parsed.ok || parsed.entry === null) throw new Error("the entry is lost");
        addEntry(tally, parsed.entry);
      });
      tally = throughJson(tally);
    });
    return tally;
  };

  for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
    test(`a model and a figure called ${name}`, () => {
      const read = readFigures([`${name}=3`]);
      if (!read.ok) throw new Error(read.message);
      expect(Object.entries(read.values)).toEqual([[name, 3]]);
      const tally = run({ do: "keep-measurement", model: name, values: read.values });
      const { keys, models } = comparison(comparedModels(material, tally.measurements));
      expect([keys, models[0]?.model, models[0]?.facts[name]?.value]).toEqual([[name], name, 3]);
      const gone = decide({ do: "remove-measurement", model: name }, situation(emptyTally()));
      expect(gone).toMatchObject({ ok: false, reason: "unknown-measurement" });
    });

    test(`a conflict of the field ${name}`, () => {
      const tally = run({ do: "note-conflict", field: name, file: "a", journal: "b" });
      expect(Object.keys(tally.conflicts)).toEqual([name]);
      expect(decide({ do: "settle-conflict", field: name }, situation(emptyTally()))).toEqual({
        ok: true,
        bodies: [],
      });
      expect(decide({ do: "settle-conflict", field: name }, situation(tally))).toMatchObject({
        bodies: [{ type: "conflict.settled", field: name }],
      });
    });

    test(`a paper called ${name}`, () => {
      const tally = run({ do: "add-paper", name, phase: 1 });
      const { progress } = situationOf(tally);
      const added = progress.papers.find((paper) => paper.name === name);
      expect(added).toMatchObject({ minutes: 0, own: true, complete: false });
    });
  }
});

test("every record of a tally knows only what was put into it", () => {
  fc.assert(
    fc.property(fc.array(anyBodyOf(hostileNames), { maxLength: 30 }), (bodies) => {
      const tally = fold(
        bodies.map((body, at) => ({
          v: 1,
          id: idAt(at + 1),
          command: idAt(at + 1),
          by: "cli",
          ...body,
        })),
      );
      for (const one of [tally, throughJson(tally)]) {
        for (const [key, value] of Object.entries(one)) {
          const record = typeof value === "object" && value !== null && !Array.isArray(value);
          // What has a form of its own takes no names from outside.
          const shaped = key === "settings" || key === "fitted";
          if (record && !shaped) expect(Object.getPrototypeOf(value)).toBeNull();
        }
        for (const { values } of Object.values(one.measurements)) {
          expect(Object.getPrototypeOf(values)).toBeNull();
        }
      }
    }),
  );
});

test("a copy is equal, shares nothing and keeps every name", () => {
  const hostile = JSON.parse('{"__proto__":{"a":[1,2]},"b":[{"constructor":1}],"c":null}');
  const copied = bareCopy(hostile);
  expect(JSON.stringify(copied)).toBe(JSON.stringify(hostile));
  expect(copied.b[0]).not.toBe(hostile.b[0]);
  expect(Object.getPrototypeOf(copied)).toBeNull();
  expect(ownOf<unknown>(hostile, "toString")).toBeUndefined();
  expect(ownOf<unknown>(hostile, "__proto__")).toEqual({ a: [1, 2] });
});

test("every type of entry and every command has its arbitrary", () => {
  expect(Object.keys(bodiesOf(hostileNames)).sort()).toEqual(Object.keys(bodySchemas).sort());
  const commands = commandSchema.options.map(({ entries }) => entries.do.literal);
  expect(Object.keys(commandsOf(hostileNames)).sort()).toEqual(commands.sort());
});

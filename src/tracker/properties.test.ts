import { expect, test } from "bun:test";
import fc from "fast-check";
import { llm } from "../../tests/fixtures/llm.ts";
import {
  command,
  save,
  started,
  type TrackerFile,
  trackerFile,
} from "../../tests/fixtures/tracker-file.ts";
import type { Command } from "../core/decide/command.ts";
import { decide } from "../core/decide/decide.ts";
import { aspects } from "../core/entries/entry.ts";
import { day } from "../core/time/calendar.ts";
import { scanTracker } from "./scan.ts";
import { vocabularyOf } from "./vocabulary.ts";

const words = fc
  .stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ,;:()"'*_!?é☑-]{0,40}$/)
  .map((text) => text.trim());
const filled = words.filter((text) => text !== "" && !/^_+$/.test(text));
const paper = fc.constantFrom(...llm.papers.map(({ id }) => id));
const week = fc.integer({ min: 1, max: 3 });

/** Commands that may well be refused: a refused one changes nothing. */
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    do: fc.constant("mark-paper" as const),
    paper,
    aspect: fc.constantFrom(...aspects),
    done: fc.boolean(),
  }),
  fc.record({
    do: fc.constant("log" as const),
    paper: fc.option(paper),
    activity: fc.constantFrom("read" as const, "implement" as const),
    start: fc.integer({ min: Date.parse("2026-11-16"), max: Date.parse("2026-11-23T10:00Z") }),
    minutes: fc.integer({ min: 1, max: 600 }),
  }),
  fc.record({
    do: fc.constant("add-item" as const),
    kind: fc.constant("task" as const),
    list: week.map((number) => `week:${number}`),
    text: filled,
  }),
  fc.record({
    do: fc.constant("mark-item" as const),
    item: fc.constantFrom(...llm.weeks.flatMap(({ tasks }) => tasks.map(({ id }) => id))),
    done: fc.boolean(),
  }),
  fc.record({
    do: fc.constant("remove-item" as const),
    item: fc.constantFrom(
      ...llm.weeks.slice(0, 3).flatMap(({ tasks }) => tasks.map(({ id }) => id)),
    ),
  }),
  fc.record({ do: fc.constant("set-goal" as const), week, text: words }),
  fc.record({
    do: fc.constant("set-reward" as const),
    reward: fc.integer({ min: 1, max: 5 }),
    text: words,
  }),
  fc.record({
    do: fc.constant("add-paper" as const),
    name: filled,
    phase: fc.option(fc.integer({ min: 1, max: 5 })),
  }),
  fc.constant<Command>({ do: "change-plan", target: day("2027-03-01") }),
);

function followed(file: TrackerFile, commands: readonly Command[]): TrackerFile {
  let now = file;
  for (const wanted of commands) if (decide(wanted, now.situation).ok) now = command(now, wanted);
  return now;
}

const withEol = (text: string, eol: string) => text.replaceAll("\n", eol);

test("tracker.2 what was rendered is read back without edits, and written back without changes", () => {
  fc.assert(
    fc.property(fc.array(anyCommand, { maxLength: 12 }), (commands) => {
      const rendered = trackerFile([started, ...commands.filter(acceptedIn(commands))]);
      const saved = save(rendered, rendered.text);
      expect(saved.bodies).toEqual([]);
      expect(saved.problems).toEqual([]);
      expect(saved.text).toBe(rendered.text);
    }),
    { numRuns: 150 },
  );
});

/** Only the commands that are accepted one after another. */
function acceptedIn(commands: readonly Command[]): (wanted: Command) => boolean {
  let now = trackerFile();
  const accepted = new Set<Command>();
  for (const wanted of commands) {
    if (!decide(wanted, now.situation).ok) continue;
    accepted.add(wanted);
    now = command(now, wanted);
  }
  return (wanted) => accepted.has(wanted);
}

test("tracker.2 a file that is patched step by step reads back without edits too", () => {
  fc.assert(
    fc.property(fc.array(anyCommand, { maxLength: 15 }), (commands) => {
      const patched = followed(trackerFile(), commands);
      const saved = save(patched, patched.text);
      expect(saved.bodies).toEqual([]);
      expect(saved.problems).toEqual([]);
      expect(saved.text).toBe(patched.text);
    }),
    { numRuns: 150 },
  );
});

/** Lines that no rule of the tracker owns, in forms that look much like owned ones. */
const foreignLine = fc
  .tuple(
    fc.constantFrom(
      "My own words: ",
      "> - [ ] quoted ",
      "    - [ ] deep ",
      "  - nested ",
      "**Remark**: ",
      "<!-- hidden ",
      "1. numbered ",
      "Start Date: ",
      "![picture](a.png) ",
      "$x_1$ ☐ ",
    ),
    fc.stringMatching(/^[ -~é☑☐|*_`]{0,30}$/),
    fc.constantFrom("", " ", "  ", "\t"),
  )
  .map(
    ([head, text, tail]) =>
      (head.startsWith("<!--") ? `${head}${text.replaceAll(">", "")}-->` : head + text) + tail,
  );

test("tracker.3 foreign lines survive any sequence of writings, with either line end", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(), foreignLine), { minLength: 1, maxLength: 8 }),
      fc.array(anyCommand, { maxLength: 8 }),
      fc.constantFrom("\n", "\r\n"),
      (insertions, commands, eol) => {
        const file = trackerFile();
        const lines = file.text.split("\n");
        const marked = insertions.map(([at, text], index) => {
          const line = `${text}§${index}§`;
          // Between paragraphs, so that a line does not become a part of a table or an HTML block.
          const gaps = lines.flatMap((content, number) => (content === "" ? [number] : []));
          const gap = gaps[at % gaps.length] ?? 0;
          lines.splice(gap, 0, "", line);
          return line;
        });
        const mine = withEol(lines.join("\n"), eol);
        const end = followed(save(file, mine), commands);
        const result = end.text.split(eol);
        for (const line of marked) expect(result).toContain(line);
        const foreign = (text: string) => text.split(eol).filter((line) => /§\d+§/.test(line));
        expect(foreign(end.text)).toEqual(foreign(mine));
        if (eol === "\r\n") expect(end.text.replaceAll("\r\n", "")).not.toContain("\n");
      },
    ),
    { numRuns: 200 },
  );
});

test("tracker.3 a sequence of writings that ends where it began leaves the file as it was", () => {
  fc.assert(
    fc.property(
      paper,
      fc.constantFrom(...aspects),
      fc.constantFrom("\n", "\r\n"),
      (id, aspect, eol) => {
        const file = save(trackerFile(), withEol(trackerFile().text, eol));
        const there = command(file, { do: "mark-paper", paper: id, aspect, done: true });
        const back = command(there, { do: "mark-paper", paper: id, aspect, done: false });
        expect(back.text).toBe(file.text);
      },
    ),
    { numRuns: 40 },
  );
});

test("tracker.4 no text makes reading or writing fail", () => {
  const file = trackerFile();
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      const saved = save(file, text);
      expect(save(saved, saved.text).text).toBe(saved.text);
    }),
    { numRuns: 300 },
  );
});

test("tracker.4 no mutilation of a tracker makes reading or writing fail, and writing settles", () => {
  const file = trackerFile();
  const cut = fc.tuple(fc.nat(file.text.length), fc.nat(200), fc.string({ maxLength: 20 }));
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 6 }), (cuts) => {
      let text = file.text;
      for (const [at, length, put] of cuts)
        text = text.slice(0, at) + put + text.slice(at + length);
      const saved = save(file, text);
      const again = save(saved, saved.text);
      expect(again.bodies).toEqual([]);
      expect(again.text).toBe(saved.text);
    }),
    { numRuns: 400 },
  );
});

test("tracker.4 a megabyte of the worst shapes is read", () => {
  const vocabulary = vocabularyOf(llm);
  const shapes = [
    "[",
    "| ",
    "- [ ] a\n",
    "> ",
    "`",
    "```\n",
    "<!--",
    "  ",
    "**Goal**: ",
    "#",
    "---\n",
    "\\|",
    "_",
    "| a | ☐ |\n",
  ];
  const head = "### Week 1: x\n### Phase 1: y\n| Paper | Status |\n|--|--|\n";
  for (const shape of shapes) {
    const text = head + shape.repeat(Math.ceil(1_000_000 / shape.length));
    expect(scanTracker(text, vocabulary).source).toBe(text);
  }
});

import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { conflictMarks, mergeTexts } from "../../workspace/merge.ts";
import type { PaperId } from "../content/curriculum.ts";
import { markOf, type NoteChange, type SavedNote } from "../content/note.ts";
import type { DeviceId } from "../time/clock.ts";
import {
  answered,
  changesOf,
  type Draft,
  draftOf,
  found,
  type HeldNote,
  heardDraft,
  heardKept,
  leftBehind,
  read,
  type Step,
  savedNote,
  sending,
  standing,
  stored,
  type TabSaid,
  typed,
  unanswered,
  withDraft,
  withoutHeld,
} from "./draft.ts";

const paper = "bert" as PaperId;
const start = "# BERT\n\nFirst.\n";

interface Tab {
  readonly name: DeviceId;
  note: HeldNote;
  /** What other tabs told, in the order of each. */
  readonly inbox: TabSaid[];
  request: { readonly change: NoteChange; answer: SavedNote | null } | null;
  gone: boolean;
}

/** A file behind a server, one browser with its store and its locks, and tabs of it. */
class World {
  file = start;
  kept: readonly Draft[] = [];
  readonly tabs: Tab[] = [];
  /** Who holds the turn to write, and who waits for it: to write, or to step in. */
  holder: Tab | null = null;
  readonly queue: { readonly tab: Tab; readonly how: "take" | "wait" }[] = [];
  readonly untold = new Set<Tab>();
  words = 0;

  constructor(count: number) {
    for (let tab = 0; tab < count; tab += 1) this.open();
  }

  open(): void {
    const name = `tab${String(this.tabs.length).padStart(5, "0")}` as DeviceId;
    const fresh = savedNote({ paper, text: this.file, written: true, fixed: null });
    const tab: Tab = { name, note: fresh, inbox: [], request: null, gone: false };
    this.tabs.push(tab);
    this.readKept(tab);
  }

  readKept(tab: Tab): void {
    const [draft] = this.kept;
    if (draft !== undefined) this.apply(tab, found(tab.note, draft));
  }

  others = (tab: Tab) => this.tabs.filter((one) => one !== tab && !one.gone);

  apply(tab: Tab, { note, effects }: Step): void {
    tab.note = note;
    for (const effect of effects) {
      if (effect.do === "keep-draft") {
        const draft = draftOf(note);
        if (draft !== null) this.kept = withDraft(this.kept, draft);
      } else if (effect.do === "drop-draft") {
        this.kept = withoutHeld(this.kept, changesOf(note));
        this.readKept(tab);
      } else if (effect.do === "tell") this.tell(tab, effect.when);
      else if (effect.do === "tell-kept" && note.is === "saved") {
        const kept = { paper, text: note.text, written: true, fixed: null };
        for (const other of this.others(tab)) {
          other.inbox.push({ kind: "note-kept", note: kept, changes: note.onServer });
        }
      } else if (effect.do === "turn") this.turn(tab, effect.how);
    }
  }

  tell(tab: Tab, when: "now" | "in-turn"): void {
    if (when === "in-turn" && this.holder !== tab) {
      this.untold.add(tab);
      return;
    }
    this.untold.delete(tab);
    const draft = draftOf(tab.note);
    if (draft === null) return;
    for (const other of this.others(tab)) other.inbox.push({ kind: "draft", draft });
  }

  turn(tab: Tab, how: "take" | "leave" | "wait"): void {
    if (how === "leave") {
      if (this.holder === tab) this.holder = null;
      const at = this.queue.findIndex((one) => one.tab === tab && one.how === "take");
      if (at >= 0) this.queue.splice(at, 1);
    } else if (how === "wait" || this.holder !== tab) {
      const queued = this.queue.some((one) => one.tab === tab && one.how === how);
      if (!queued) this.queue.push({ tab, how });
    }
    this.grant();
  }

  grant(): void {
    while (this.holder === null) {
      const next = this.queue.shift();
      if (next === undefined) return;
      if (next.tab.gone) continue;
      if (next.how === "take") {
        this.holder = next.tab;
        if (this.untold.has(next.tab)) this.tell(next.tab, "in-turn");
      } else this.apply(next.tab, leftBehind(next.tab.note));
    }
  }

  type(tab: Tab, line: number): void {
    this.words += 1;
    const lines = tab.note.text.split("\n");
    lines.splice(Math.min(line, lines.length), 0, `word ${this.words}.`);
    this.apply(tab, typed(tab.note, lines.join("\n"), tab.name));
  }

  send(tab: Tab): void {
    if (tab.request !== null) return;
    const now = sending(tab.note);
    if (now === null) return;
    tab.request = { change: now.change, answer: null };
    this.apply(tab, now.step);
  }

  arrive(tab: Tab): void {
    if (tab.request === null || tab.request.answer !== null) return;
    const { text, base, tried } = tab.request.change;
    const own = tried.includes(markOf(this.file));
    const merged = mergeTexts(own ? this.file : base, text, this.file, conflictMarks);
    this.file = merged.text;
    const { conflicts } = merged;
    tab.request.answer = {
      paper,
      text: merged.text,
      written: true,
      fixed: null,
      merged: true,
      conflicts,
    };
  }

  answer(tab: Tab, way: "comes" | "is lost"): void {
    if (tab.request === null) return;
    const { answer } = tab.request;
    tab.request = null;
    const step =
      way === "is lost" || answer === null ? unanswered(tab.note) : answered(tab.note, answer);
    this.apply(tab, step);
  }

  hear(tab: Tab): void {
    const said = tab.inbox.shift();
    if (said === undefined) return;
    this.apply(
      tab,
      said.kind === "draft"
        ? heardDraft(tab.note, said.draft)
        : heardKept(tab.note, said.note, said.changes),
    );
  }

  crash(tab: Tab): void {
    tab.gone = true;
    if (this.holder === tab) this.holder = null;
    this.grant();
    if (this.tabs.every(({ gone }) => gone)) this.open();
  }

  /** Until nothing is on its way and nothing waits. */
  settle(): void {
    // What only the store has is sent by the next page that is opened.
    this.open();
    for (let turn = 0; turn < 60; turn += 1) {
      for (const tab of this.tabs) {
        if (tab.gone) continue;
        while (tab.inbox.length > 0) this.hear(tab);
        this.send(tab);
        this.arrive(tab);
        this.answer(tab, "comes");
      }
      this.grant();
    }
    for (const tab of this.tabs) {
      if (!tab.gone)
        this.apply(tab, read(tab.note, { paper, text: this.file, written: true, fixed: null }));
    }
  }
}

type Deed =
  | { readonly do: "type"; readonly line: number }
  | { readonly do: "send" | "arrive" | "answer" | "lose" | "hear" | "open" | "crash" | "outside" };

const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("type" as const), line: fc.nat(9) }) },
  ...(["send", "arrive", "answer", "hear", "hear"] as const).map((name) => ({
    weight: 3,
    arbitrary: fc.constant<Deed>({ do: name }),
  })),
  ...(["lose", "open", "crash", "outside"] as const).map((name) => fc.constant<Deed>({ do: name })),
);

function play(world: World, who: number, deed: Deed): void {
  const here = world.tabs.filter(({ gone }) => !gone);
  const tab = here[who % here.length] as Tab;
  if (deed.do === "type") world.type(tab, deed.line);
  else if (deed.do === "send") world.send(tab);
  else if (deed.do === "arrive") world.arrive(tab);
  else if (deed.do === "answer") world.answer(tab, "comes");
  else if (deed.do === "lose") world.answer(tab, "is lost");
  else if (deed.do === "hear") world.hear(tab);
  else if (deed.do === "open") {
    if (here.length < 4) world.open();
  } else if (deed.do === "outside") {
    world.words += 1;
    world.file = `${world.file}word ${world.words}.\n`;
  } else world.crash(tab);
}

const lost = ({ words, file }: World) =>
  Array.from({ length: words }, (_, word) => `word ${word + 1}.`).filter(
    (word) => !file.includes(word),
  );

test("sync.9 two and three tabs type, answers are late or lost, tabs crash, an editor saves: every word is in the file", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.tuple(fc.nat(3), anyDeed), { maxLength: 60, size: "max" }),
      (count, deeds) => {
        const world = new World(count);
        for (const [who, deed] of deeds) play(world, who, deed);
        world.settle();
        expect(lost(world)).toEqual([]);
        for (const { note, gone } of world.tabs) {
          if (!gone)
            expect({ is: note.is, text: note.text }).toEqual({ is: "saved", text: world.file });
        }
        expect(world.kept).toEqual([]);
      },
    ),
    { numRuns: 2000 },
  );
});

function expectAllThere(tabs: number, deeds: readonly (readonly [number, Deed])[]): void {
  const world = new World(tabs);
  for (const [who, deed] of deeds) play(world, who, deed);
  world.settle();
  expect(lost(world)).toEqual([]);
}

const type: Deed = { do: "type", line: 0 };

test("sync.9 a tab that typed on another's words, after its own were saved, is not taken for having typed before", () => {
  expectAllThere(2, [
    [0, type],
    [0, { do: "send" }],
    [0, { do: "arrive" }],
    [1, type],
    [1, { do: "send" }],
    [0, { do: "answer" }],
    [1, { do: "arrive" }],
    [1, { do: "answer" }],
    [1, { do: "hear" }],
    [0, type],
    [1, type],
  ]);
});

test("sync.9 a text that did not grow from what was sent before is merged with it, not put in its place", () => {
  expectAllThere(2, [
    [1, type],
    [0, type],
    [0, { do: "crash" }],
    [0, { do: "send" }],
    [0, { do: "open" }],
    [0, { do: "arrive" }],
    [0, { do: "answer" }],
    [1, { do: "send" }],
    [1, { do: "answer" }],
  ]);
});

test("sync.10 one tab whose answers are lost writes every word once, and no mark of a clash", () => {
  const deeds = fc.array(
    fc.tuple(fc.constant(0), fc.oneof(anyDeed, fc.constant<Deed>({ do: "lose" }))),
    { maxLength: 40, size: "max" },
  );
  fc.assert(
    fc.property(deeds, (list) => {
      const world = new World(1);
      for (const [who, deed] of list) {
        if (!["open", "outside"].includes(deed.do)) play(world, who, deed);
      }
      world.settle();
      const lines = world.file.split("\n").filter((line) => line.startsWith("word"));
      expect(new Set(lines).size).toBe(world.words);
      expect(lines).toHaveLength(world.words);
      expect(world.file).not.toContain("<!--");
    }),
    { numRuns: 1000 },
  );
});

test("sync.11 what the server says of a note does not touch what was typed", () => {
  const tab = "tab00000" as DeviceId;
  const note = typed(
    savedNote({ paper, text: start, written: true, fixed: null }),
    `${start}Mine.`,
    tab,
  ).note;
  const theirs = { paper, text: "Other.", written: true, fixed: null };
  expect(read(note, theirs).note).toBe(note);
  expect(found(note, { ...(draftOf(note) as Draft), text: "Old." }).note).toBe(note);
  const apart = { ...(draftOf(note) as Draft), text: "Apart.", changes: {} };
  expect(heardDraft(note, apart).note.text).toBe(`${start}Mine.`);
  expect(heardKept(note, theirs, {}).note).toEqual(note);
});

describe("what the learner is told", () => {
  const tab = "tab00000" as DeviceId;
  const note = typed(
    savedNote({ paper, text: start, written: true, fixed: null }),
    "New.",
    tab,
  ).note;

  test("is that a text is kept once the browser has stored it and the server is away", () => {
    expect(standing(note, false)).toBe("saving");
    expect(standing(stored(note, "New."), false)).toBe("waiting");
    expect(standing(stored(note, "New."), true)).toBe("saving");
    expect(standing(stored(note, "Older."), false)).toBe("saving");
  });

  test("is that it waits when a sending failed, and is saved when the answer came", () => {
    const sent = (sending(note) as { readonly step: Step }).step.note;
    expect(standing(sent, true)).toBe("saving");
    expect(standing(unanswered(sent).note, true)).toBe("waiting");
    const answer = { paper, text: "New.", written: true, fixed: null, merged: false, conflicts: 0 };
    expect(standing(answered(sent, answer).note, true)).toBe("saved");
  });
});

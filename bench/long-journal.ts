/** A long life of a journal: entries of all kinds, from a seeded generator, put straight into its table. */
import { Database } from "bun:sqlite";
import type { ItemId, PaperId } from "../src/core/content/curriculum.ts";
import type { CardId, Material } from "../src/core/content/material.ts";
import {
  activities,
  aspects,
  type Body,
  type CommandId,
  type Entry,
  entryVersion,
  type Grade,
  vocabulary,
  writeEntry,
} from "../src/core/entries/entry.ts";
import { generator } from "../src/core/forecast/random.ts";
import { type Day, dateAt, type Millis } from "../src/core/time/calendar.ts";
import { type DeviceId, entryId } from "../src/core/time/clock.ts";
import { checksum } from "../src/journal/sqlite/checksum.ts";

const device = "bench000" as DeviceId;
const days = 86_400_000;

type Random = () => number;

interface Maker {
  readonly random: Random;
  readonly at: Millis;
  readonly on: Day;
  /** The day that the week's check-ins and quiz stood for. */
  readonly sunday: Day;
  readonly index: number;
  readonly cards: readonly CardId[];
  readonly papers: readonly PaperId[];
  /** Commands that may be taken back. */
  readonly recent: readonly CommandId[];
}

const oneOf = <T>(random: Random, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)] as T;
const upTo = (random: Random, most: number) => Math.floor(random() * most);
const gradeOf = (random: Random): Grade => {
  const lucky = random();
  return lucky < 0.12 ? 1 : lucky < 0.3 ? 2 : lucky < 0.9 ? 3 : 4;
};

/** Kinds and how often they come, in a thousand: what somebody does who reviews every evening. */
const kinds: readonly (readonly [number, (maker: Maker) => readonly Body[]])[] = [
  [
    600,
    ({ random, at, on, cards, papers }) => [
      {
        type: "card.reviewed",
        card: oneOf(random, cards),
        paper: oneOf(random, papers),
        grade: gradeOf(random),
        at,
        on,
        took: 2000 + upTo(random, 20_000),
      },
    ],
  ],
  [
    120,
    ({ random, at, on, papers }) => [
      {
        type: "session.logged",
        paper: oneOf(random, papers),
        activity: oneOf(random, activities),
        start: at,
        on,
        minutes: 1 + upTo(random, 90),
      },
    ],
  ],
  [
    40,
    ({ random, at, on, papers }) => {
      const paper = oneOf(random, papers);
      return [
        { type: "timer.started", paper, activity: "read", at: at - 1_800_000 },
        { type: "timer.stopped", at },
        { type: "session.logged", paper, activity: "read", start: at - 1_800_000, on, minutes: 30 },
      ];
    },
  ],
  [
    60,
    ({ random, papers, index }) => {
      const passed = random() < 0.5;
      return [
        {
          type: "exercise.checked",
          paper: oneOf(random, papers),
          exercise: oneOf(random, ["forward", "backward", "mask"]) as never,
          passed,
          seed: index,
          verdict: passed ? "passed" : "differs",
          mistakes: passed ? [] : ["no-scaling"],
          digest: index.toString(36).padStart(16, "0"),
          took: 100 + upTo(random, 900),
        },
      ];
    },
  ],
  [
    70,
    ({ random }) => [
      {
        type: "item.marked",
        kind: "task",
        item: `w${1 + upTo(random, 12)}.t${1 + upTo(random, 6)}` as ItemId,
        done: random() < 0.7,
      },
    ],
  ],
  [
    30,
    ({ random, papers }) => [
      {
        type: "paper.marked",
        paper: oneOf(random, papers),
        aspect: oneOf(random, aspects),
        done: random() < 0.8,
      },
    ],
  ],
  [
    5,
    ({ random, sunday }) => [
      {
        type: "checkin.marked",
        checkin: oneOf(random, ["progress", "implementation"]),
        on: sunday,
        done: true,
        answers: [{ question: "What went well?", answer: "The second pass, and the mask." }],
      },
    ],
  ],
  [
    2,
    ({ random, sunday, cards }) => [
      {
        type: "quiz.taken",
        on: sunday,
        answers: Array.from({ length: 10 }, () => ({
          card: oneOf(random, cards),
          grade: gradeOf(random),
        })),
      },
    ],
  ],
  [
    20,
    ({ random, papers, index }) => [
      {
        type: "highlight.added",
        highlight: `h${index % 200}` as ItemId,
        paper: oneOf(random, papers),
        page: 1 + upTo(random, 12),
        quote: "We found it beneficial to project the queries, keys and values h times.",
        rects: [[0.1, 0.2, 0.3, 0.02]],
      },
    ],
  ],
  [
    18,
    ({ index }) => [{ type: "highlight.removed", highlight: `h${(index * 7) % 200}` as ItemId }],
  ],
  [
    10,
    ({ random, on }) => [
      {
        type: "measurement.kept",
        model: oneOf(random, ["tiny", "small", "medium"]),
        on,
        values: { loss: Math.round(random() * 400) / 100, parameters: "1.2M" },
      },
    ],
  ],
  [
    5,
    ({ random, cards }) => [
      {
        type: "card.edited",
        card: oneOf(random, cards),
        front: "My question?",
        back: "My answer.",
      },
    ],
  ],
  [2, ({ random }) => [{ type: "settings.changed", reviewsADay: 40 + upTo(random, 40) }]],
  [5, ({ random }) => [{ type: "goal.set", week: 1 + upTo(random, 12), text: "Understand it." }]],
  [3, ({ random }) => [{ type: "reward.set", reward: 1 + upTo(random, 3), text: "A walk" }]],
  [
    5,
    ({ random, index }) => [
      {
        type: "item.edited",
        kind: "task",
        item: `w${1 + upTo(random, 12)}.t1` as ItemId,
        text: `Read again, the ${index % 50}th time`,
      },
    ],
  ],
  [
    4,
    ({ recent }) =>
      recent[0] === undefined ? [] : [{ type: "command.undone", undoes: recent[0] }],
  ],
  [
    1,
    ({ recent }) =>
      recent[1] === undefined ? [] : [{ type: "command.redone", redoes: recent[1] }],
  ],
];
const thousand = kinds.flatMap(([share, make]) => Array.from({ length: share }, () => make));

/**
 * `count` entries that end before `until`, over twelve weeks or, where there are more than a learner makes in
 * these, up to ten years.
 */
export function* longLife(count: number, until: Millis, material: Material): Generator<Entry> {
  const random = generator(7);
  const span = Math.min(3650, Math.max(84, count / 100)) * days;
  const cards = Object.values(material.decks).flatMap((deck) => deck.map(({ id }) => id));
  const papers = Object.keys(material.decks) as PaperId[];
  const recent: CommandId[] = [];
  let made = 0;
  while (made < count) {
    const at = Math.floor(until - span + (made / count) * (span - days));
    const make = oneOf(random, thousand);
    const on = dateAt(at, "UTC");
    const bodies = make({
      random,
      at,
      on,
      sunday: dateAt(at - (at % (7 * days)), "UTC"),
      index: made,
      cards,
      papers,
      recent,
    });
    const command = entryId({ wall: at, counter: made % 40_000 }, device);
    for (const [place, body] of bodies.entries()) {
      const id = entryId({ wall: at, counter: (made % 40_000) + place }, device);
      yield { v: entryVersion, id, command, by: "cli", ...body };
    }
    made += bodies.length;
    if (bodies.length > 0 && !bodies[0]?.type.startsWith("command.")) {
      recent.unshift(command);
      recent.length = Math.min(recent.length, 8);
    }
  }
}

/** Adds entries to the journal at `path`, which is there, as if they had been recorded one after another. */
export function fill(path: string, entries: Iterable<Entry>): number {
  const db = new Database(path);
  const add = db.query("INSERT INTO entry (id, text, sum, checked) VALUES (?, ?, ?, ?)");
  let count = 0;
  db.transaction(() => {
    for (const entry of entries) {
      const text = writeEntry(entry);
      add.run(entry.id, text, checksum(text), vocabulary);
      count += 1;
    }
    db.run("DELETE FROM snapshot");
  })();
  db.run("PRAGMA wal_checkpoint(TRUNCATE)");
  db.close();
  return count;
}

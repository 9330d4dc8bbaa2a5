/** The journal in memory, for tests of everything above it; held to the same contract as SQLite. */

import { writeEntry } from "../../core/entries/entry.ts";
import { emptySnapshot, reversalsIn } from "../../core/entries/ledger.ts";
import { formerIdsOf, takesPlace } from "../../core/replica/redate.ts";
import type { DeviceId, EntryId } from "../../core/time/clock.ts";
import { agreementsKept, type Remembered } from "../agreements.ts";
import { type Arrived, type Journal, JournalCollision, type Picture } from "../port.ts";
import {
  dueSnapshot,
  entriesOf,
  foreignIn,
  pictureOf,
  pictureOfAll,
  stampSteps,
} from "../record.ts";

export function memoryJournal(device: DeviceId): Journal {
  let rows: readonly Arrived[] = [];
  let snapshot = emptySnapshot;
  /** Newest first. */
  let agreements: readonly string[] = [];
  const forgotten = new Set<EntryId>();
  /** Entries that were dated anew, and under which ids they stand since. */
  const replaced = new Map<EntryId, EntryId>();
  /** How many of those were here: their places in the order of arrival are not given out again. */
  let gone = 0;
  const arrivals = () => rows.length + gone;

  const inOrder = () => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const whole = (): Picture => {
    const entries = entriesOf(inOrder());
    return pictureOfAll(entries, reversalsIn(entries), arrivals());
  };
  const picture = (): Picture => {
    const tail = entriesOf(inOrder()).filter(({ id }) => id > (snapshot.through ?? ""));
    return pictureOf({ snapshot, tail }, arrivals()) ?? whole();
  };
  const remembered = (): Remembered => {
    const [latest = null, ...earlier] = agreements;
    return { latest, earlier: () => earlier };
  };

  return {
    device,
    picture: async () => picture(),
    async record(now, work) {
      const draft = work({ picture: picture(), remembered: remembered() });
      const last: EntryId | null = inOrder().at(-1)?.id ?? null;
      const entries = stampSteps(draft.steps, device, last, now);
      rows = [
        ...rows,
        ...entries.map((entry, index) => ({
          arrival: arrivals() + index + 1,
          id: entry.id,
          entry,
          text: writeEntry(entry),
        })),
      ];
      const after = picture();
      snapshot = dueSnapshot(after.ledger) ?? after.ledger.snapshot;
      agreements = [...(draft.remember ?? []).toReversed(), ...agreements].slice(0, agreementsKept);
      return { result: draft.result, entries, picture: after };
    },
    async insert(lines) {
      let next = [...rows];
      let added = 0;
      let known = 0;
      let leftOut = 0;
      for (const line of lines) {
        const former = formerIdsOf(line.text);
        if ([line.id, ...former].some((id) => forgotten.has(id))) {
          leftOut += 1;
          continue;
        }
        if (former.length > 0) {
          const place = takesPlace(line.id, former, (id) => replaced.get(id) ?? null);
          for (const id of place.gone) replaced.set(id, place.stays);
          const left = next.filter(({ id }) => !place.gone.includes(id));
          gone += next.length - left.length;
          next = left;
        }
        const here = next.find(({ id }) => id === line.id);
        if (replaced.has(line.id)) known += 1;
        else if (here === undefined) {
          added += 1;
          next.push({ arrival: next.length + gone + 1, ...line });
        } else if (here.text === line.text) known += 1;
        else throw new JournalCollision(line.id);
      }
      rows = next;
      if (added > 0) snapshot = whole().ledger.snapshot;
      return { added, known, forgotten: leftOut };
    },
    since: async (arrival, most) => rows.filter((row) => row.arrival > arrival).slice(0, most),
    async *lines(through) {
      for (const row of inOrder()) if (through === undefined || row.id <= through) yield row;
    },
    async *newestFirst() {
      yield* inOrder().toReversed();
    },
    reversals: async (through) =>
      reversalsIn(entriesOf(inOrder().filter(({ id }) => through === undefined || id <= through))),
    foreign: async () => foreignIn(rows.map(({ text }) => text)),
    command: async (id) => entriesOf(inOrder()).filter(({ command }) => command === id),
    remembered: async () => remembered(),
    place: () => "here",
    forgotten: async () => forgotten,
    erasedAgain: 0,
    logLeft: null,
    forget: async (ids) => {
      const before = rows.length;
      for (const id of ids) forgotten.add(id);
      rows = rows.filter(({ id }) => !forgotten.has(id));
      gone += before - rows.length;
      snapshot = emptySnapshot;
      return before - rows.length;
    },
    scrub: async () => {
      agreements = agreements.slice(0, 1);
    },
    copyTo: () => {
      throw new Error("A journal in memory has no file to copy.");
    },
    marker: async () => String(arrivals()),
    close: () => {},
  };
}

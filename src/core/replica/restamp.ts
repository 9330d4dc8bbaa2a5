/**
 * What waits with stamps that the server takes for too early, because the clock here was ahead when it was made: it is
 * stamped anew, so that it can be sent, and so that what is made next need not follow it. The server has none of it yet.
 */
import { type Entry, readEntry, writeEntry } from "../entries/entry.ts";
import { reversalsIn } from "../entries/ledger.ts";
import { timersMeant } from "../entries/timers.ts";
import type { Millis } from "../time/calendar.ts";
import { type EntryId, momentOfId, type Stamp, stampOf } from "../time/clock.ts";
import { redated } from "./redate.ts";
import { entriesIn, type Replica, wait } from "./replica.ts";
import { laterStamp } from "./stamp.ts";

/** What a server said of time when it refused: its clock, and the latest stamp that it takes. */
export interface ServersTime {
  readonly now: Millis;
  readonly latest: Millis;
}

/** Entries that wait no more under their old ids, and what takes their place. */
export interface Restamped {
  readonly gone: readonly Entry[];
  readonly entries: readonly Entry[];
  readonly renamed: ReadonlyMap<EntryId, EntryId>;
}

/** Null where nothing that waits is too early. */
export function restampedIn(replica: Replica, { now, latest }: ServersTime): Restamped | null {
  const { waiting, device } = replica;
  const isAhead = ({ id }: Entry) => momentOfId(id) > latest;
  const ahead = waiting.filter(isAhead);
  if (ahead.length === 0) return null;
  const names = new Set<unknown>(ahead.map(({ id }) => id));
  const naming = waiting.filter((entry) => !isAhead(entry) && namesOne(entry, names));
  const gone = [...naming, ...ahead];
  const all = entriesIn(replica);
  const last = lastBefore(all.filter((entry) => !isAhead(entry)));
  const timers = timersMeant(all, reversalsIn(all).undone);
  const anew = redated(gone.map(writeEntry), { now, last, device, timers });
  return {
    gone,
    entries: anew.flatMap(({ text }) => {
      const read = readEntry(JSON.parse(text));
      return read.ok && read.entry !== null ? [read.entry] : [];
    }),
    renamed: new Map(anew.map(({ old, id }) => [old, id])),
  };
}

/** The replica with them; also that of another tab, which holds the same entries. */
export function restamp(
  replica: Replica,
  { gone, entries }: Pick<Restamped, "gone" | "entries">,
): Replica {
  const old = new Set(gone.map(({ id }) => id));
  const waiting = replica.waiting.filter(({ id }) => !old.has(id));
  const { snapshot } = replica.ledger;
  const bounds = [snapshot.through, snapshot.knowing].flatMap((id) =>
    id === null ? [] : [stampOf(id)],
  );
  const without = { ...replica, waiting };
  const stamp = [lastBefore(entriesIn(without)), ...bounds].reduce(laterStamp, null);
  return wait({ ...without, stamp }, entries);
}

function lastBefore(entries: readonly Entry[]): Stamp | null {
  return entries.map(({ id }) => stampOf(id)).reduce<Stamp | null>(laterStamp, null);
}

function namesOne(entry: Entry, names: ReadonlySet<unknown>): boolean {
  const { undoes, redoes, session, timer } = entry as unknown as Record<string, unknown>;
  return [undoes, redoes, session, timer].some((id) => names.has(id));
}

/**
 * The entries of a journal and of a hub become the same set. A device asks for what is behind its vector (how much it
 * knows of each device's log there) and gives what has arrived since the hub was last known to have all.
 */
import type { WorkspaceId } from "../core/replica/replica.ts";
import type { Millis } from "../core/time/calendar.ts";
import type { DeviceId, EntryId } from "../core/time/clock.ts";
import type { Arrival, Journal } from "../journal/port.ts";
import { type EntriesExchanged, holds, insertAll, limitOf, sift, startsOf } from "./entries.ts";
import type { HubClient } from "./hub-client.ts";
import { mostEntries, type SyncAnswer, type Vector } from "./hub-protocol.ts";
import type { Remark } from "./remark.ts";

/** What one device knows of a hub. It is a cache: without it all is asked for again. */
export interface HubMemory {
  readonly device: DeviceId;
  readonly vector: Vector;
  /** From where to ask again, as some of what came was ahead of this clock; null where nothing was. */
  readonly waiting: Vector | null;
  readonly published: { readonly arrival: Arrival; readonly id: EntryId } | null;
}

export interface HubSides {
  readonly journal: Journal;
  readonly client: Pick<HubClient, "sync">;
  /** What the hub is called in remarks. */
  readonly place: string;
  readonly workspace: WorkspaceId;
  readonly now: Millis;
}

export interface HubExchanged extends Omit<EntriesExchanged, "memory"> {
  readonly memory: HubMemory;
}

export async function exchangeWithHub(
  sides: HubSides,
  remembered: HubMemory | null,
): Promise<HubExchanged> {
  const { journal, client, place, workspace } = sides;
  const memory = (await holds(remembered, journal)) ? remembered : null;
  const { device } = journal;
  const came: string[] = [];
  const remarks: Remark[] = [];
  let vector: Vector = memory?.vector ?? {};
  const turn = async (entries: readonly string[]): Promise<SyncAnswer> => {
    const answer = await client.sync({ form: 1, workspace, device, vector, entries: [...entries] });
    came.push(...answer.entries);
    ({ vector } = answer);
    for (const id of answer.refused) remarks.push({ is: "two-texts", id: id as EntryId });
    return answer;
  };

  // Where it is known what the hub has, giving and asking are one turn.
  const first = memory === null ? [] : await arrivedIn(journal, memory);
  let left = first.map(({ text }) => text);
  let more = true;
  while (more || left.length > 0) {
    const answer = await turn(left.slice(0, mostEntries));
    // One that was put back lacks what it was given since; what it has now is compared with what is here.
    if (answer.anew) return exchangeWithHub(sides, null);
    ({ more } = answer);
    left = left.slice(mostEntries);
  }
  if (memory?.waiting) {
    const { entries, anew } = await behind(memory.waiting, sides);
    if (anew) return exchangeWithHub(sides, null);
    came.push(...entries);
  }
  const given = new Set(first.map(({ id }) => id));
  const read = { head: null, entries: came, damaged: [], torn: false };
  const opened = [{ listed: { name: place, size: 0, written: 0 }, read }];
  const sifted = sift(opened, await limitOf(sides), await startsOf(journal, opened));
  const inserted = await insertAll(journal, sifted.lines);
  const early = sifted.remarks.some(({ is }) => is === "early");

  const there = new Set([...sifted.ids, ...given]);
  // Of a first device this is the whole journal, so it is read once.
  const arrived = await arrivedIn(journal, memory);
  const rest = arrived.filter(({ id }) => !there.has(id));
  for (let at = 0; at < rest.length; at += mostEntries) {
    const { anew } = await turn(rest.slice(at, at + mostEntries).map(({ text }) => text));
    if (anew) return exchangeWithHub(sides, null);
  }
  const last = arrived.at(-1);
  return {
    taken: inserted.added,
    given: given.size + rest.length,
    remarks: [...remarks, ...sifted.remarks, ...inserted.remarks],
    memory: {
      device,
      vector,
      // What is ahead of this clock is asked for again until its time has come.
      waiting: early ? (memory?.waiting ?? memory?.vector ?? {}) : null,
      published:
        last === undefined ? (memory?.published ?? null) : { arrival: last.arrival, id: last.id },
    },
  };
}

/** All that the hub has behind a vector. */
async function behind(from: Vector, { client, workspace, journal: { device } }: HubSides) {
  const entries: string[] = [];
  let vector = from;
  for (let more = true; more; ) {
    const answer = await client.sync({ form: 1, workspace, device, vector, entries: [] });
    if (answer.anew) return { entries, anew: true };
    entries.push(...answer.entries);
    ({ vector, more } = answer);
  }
  return { entries, anew: false };
}

/** What has come to the journal since the hub was last known to have all of it. */
function arrivedIn(journal: Journal, memory: HubMemory | null) {
  return journal.since(memory?.published?.arrival ?? 0);
}

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
  const first = memory === null ? [] : await pendingIn(journal, memory, new Set());
  let left = first.map(({ text }) => text);
  let more = true;
  while (more || left.length > 0) {
    ({ more } = await turn(left.slice(0, mostEntries)));
    left = left.slice(mostEntries);
  }
  const given = new Set(first.map(({ id }) => id));
  const read = { head: null, entries: came, damaged: [], torn: false };
  const opened = [{ listed: { name: place, size: 0, written: 0 }, read }];
  const sifted = sift(opened, await limitOf(sides), await startsOf(journal, opened));
  const inserted = await insertAll(journal, sifted.lines);
  const early = sifted.remarks.some(({ is }) => is === "early");

  const there = new Set([...sifted.ids, ...given]);
  const rest = await pendingIn(journal, memory, there);
  for (let at = 0; at < rest.length; at += mostEntries) {
    await turn(rest.slice(at, at + mostEntries).map(({ text }) => text));
  }
  const arrived = await journal.since(memory?.published?.arrival ?? 0);
  const covered = new Set([...there, ...rest.map(({ id }) => id)]);
  const last = arrived.findLast(({ id }) => covered.has(id));
  return {
    taken: inserted.added,
    given: given.size + rest.length,
    remarks: [...remarks, ...sifted.remarks, ...inserted.remarks],
    memory: {
      device,
      // What is ahead of this clock is asked for again until its time has come.
      vector: early ? (memory?.vector ?? {}) : vector,
      published:
        last === undefined ? (memory?.published ?? null) : { arrival: last.arrival, id: last.id },
    },
  };
}

async function pendingIn(journal: Journal, memory: HubMemory | null, there: ReadonlySet<string>) {
  const arrived = await journal.since(memory?.published?.arrival ?? 0);
  return arrived.filter(({ id }) => !there.has(id));
}

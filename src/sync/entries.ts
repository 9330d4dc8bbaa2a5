/**
 * The entries of a journal and of a shelf become the same set. Nothing here has a clock or a disk of its own: journal,
 * shelf, memory and the time are arguments, so that a whole history of devices can be played in a test.
 */
import type { WorkspaceId } from "../core/replica/replica.ts";
import type { Millis } from "../core/time/calendar.ts";
import { type EntryId, latestStampFrom, momentOfId } from "../core/time/clock.ts";
import { type Journal, JournalCollision, type Line, NotAnEntry } from "../journal/port.ts";
import { readLine } from "../journal/record.ts";
import { AnotherWorkspace } from "./another.ts";
import type { Remark } from "./remark.ts";
import { nothingYet, readSegment, type SegmentRead, writeEntryLine, writeHead } from "./segment.ts";
import {
  appendsOf,
  changedSince,
  ownSegments,
  type ShelfMemory,
  segmentsIn,
  smallOnes,
} from "./segments.ts";
import type { Listed, Shelf } from "./shelf.ts";

export interface EntriesExchanged {
  /** New entries that came from the shelf. */
  readonly taken: number;
  /** New entries that the shelf got. */
  readonly given: number;
  readonly remarks: readonly Remark[];
  readonly memory: ShelfMemory;
}

interface Sides {
  readonly journal: Journal;
  readonly shelf: Shelf;
  readonly workspace: WorkspaceId;
  readonly now: Millis;
  /** Bytes after which a segment is closed: syncers carry a changed file whole. */
  readonly closedAt: number;
}

/** What closes a segment outside of tests. */
export const segmentSize = 1_000_000;

export async function exchangeEntries(
  sides: Sides,
  remembered: ShelfMemory | null,
): Promise<EntriesExchanged> {
  const { journal, shelf } = sides;
  const segments = segmentsIn(await shelf.list());
  const memory = (await holds(remembered, journal)) ? remembered : null;
  const changed = memory === null ? null : changedSince(memory, segments);
  const first = await readAll(shelf, changed ?? segments);
  await requireSame(sides, first);
  if (await mend(sides, first)) return exchangeEntries(sides, null);
  const sifted = sift(first, await limitOf(sides), await startsOf(journal, first));
  const inserted = await insertAll(journal, sifted.lines);
  const pending = await missingOn(journal, changed === null ? null : memory, sifted.ids);
  // What is ahead of this clock is read again until its time has come.
  const early = new Set(sifted.remarks.flatMap((one) => (one.is === "early" ? [one.name] : [])));
  const before = changed === null ? [] : (memory?.read ?? []);
  const known = readToTheEnd(before, first).filter(({ name }) => !early.has(name));
  const written = await give(sides, segments, known, pending.texts);
  if (!shelf.grows && written.length > 0) await gather(sides);
  return {
    taken: inserted.added,
    given: pending.texts.length,
    remarks: [...remarksOn(first), ...sifted.remarks, ...inserted.remarks],
    memory: {
      device: journal.device,
      read: written.length === 0 ? known : await withOwn(sides, known),
      partly: first.flatMap(({ listed, read }) => (isSound(read) ? [] : [listed])),
      published: pending.last ?? (changed === null ? null : (memory?.published ?? null)),
    },
  };
}

export interface Opened {
  readonly listed: Listed;
  readonly read: SegmentRead;
}

/** Whether what is remembered is of this journal as it is: one that was put back has other arrivals. */
export async function holds(
  memory: Pick<ShelfMemory, "device" | "published"> | null,
  journal: Journal,
): Promise<boolean> {
  if (memory === null || memory.device !== journal.device) return false;
  if (memory.published === null) return true;
  const { arrival, id } = memory.published;
  const [there] = await journal.since(arrival - 1, 1);
  return there?.arrival === arrival && there.id === id;
}

export async function readAll(
  shelf: Shelf,
  segments: readonly Listed[],
): Promise<readonly Opened[]> {
  const opened: Opened[] = [];
  for (const listed of segments) {
    const bytes = await shelf.read(listed.name);
    const read = bytes === null ? nothingYet : readSegment(new TextDecoder().decode(bytes));
    opened.push({ listed, read });
  }
  return opened;
}

/**
 * A segment of this device that is torn or damaged, as after a power cut, is written anew from its sound lines: nobody
 * else would. What is missing in it goes to the shelf again afterwards.
 */
async function mend({ journal, shelf }: Sides, opened: readonly Opened[]): Promise<boolean> {
  let mended = false;
  for (const { listed, read } of opened) {
    if (isSound(read) || ownSegments(journal.device, [listed]).length === 0) continue;
    mended = true;
    if (read.head === null) await shelf.remove(listed.name);
    else {
      const text = writeHead(read.head) + read.entries.map(writeEntryLine).join("");
      await shelf.replace(listed.name, new TextEncoder().encode(text));
    }
  }
  return mended;
}

/** Before anything is taken: a folder of another workspace is refused. */
async function requireSame({ journal, workspace }: Sides, opened: readonly Opened[]) {
  const others = new Set(opened.flatMap(({ read }) => read.head?.workspace ?? []));
  others.delete(workspace);
  for (const other of others) {
    if (!(await isStart(journal, other as string as EntryId))) throw new AnotherWorkspace(other);
  }
}

async function isStart(journal: Journal, id: EntryId): Promise<boolean> {
  const entries = await journal.command(id);
  return entries.some((entry) => entry.id === id && entry.type === "workspace.started");
}

/** The starts among what was read that are here too. Another one's says nothing of this workspace. */
export async function startsOf(
  journal: Journal,
  opened: readonly Opened[],
): Promise<ReadonlySet<EntryId>> {
  const known = new Set<EntryId>();
  for (const { read } of opened) {
    for (const text of read.entries) {
      if (!text.includes("workspace.started")) continue;
      const id = idIn(text);
      if (id !== null && (await isStart(journal, id))) known.add(id);
    }
  }
  return known;
}

function idIn(text: string): EntryId | null {
  try {
    return readLine(text, 0).id;
  } catch (error) {
    if (error instanceof NotAnEntry) return null;
    throw error;
  }
}

export async function limitOf({ journal, now }: Pick<Sides, "journal" | "now">): Promise<Millis> {
  for await (const { id } of journal.newestFirst()) return latestStampFrom(now, id);
  return latestStampFrom(now, null);
}

interface Sifted {
  readonly lines: ReadonlyMap<EntryId, Line>;
  /** All that the shelf has, taken or not. */
  readonly ids: ReadonlySet<EntryId>;
  readonly remarks: readonly Remark[];
}

/** What can be taken now. What is ahead of this clock waits until it is not. */
export function sift(
  opened: readonly Opened[],
  latest: Millis,
  starts: ReadonlySet<EntryId>,
): Sifted {
  const lines = new Map<EntryId, Line>();
  const ids = new Set<EntryId>();
  const remarks: Remark[] = [];
  for (const { listed, read } of opened) {
    let early: EntryId | null = null;
    for (const text of read.entries) {
      const line = lineIn(text);
      if (line === null) {
        remarks.push({ is: "no-entry", name: listed.name });
        continue;
      }
      ids.add(line.id);
      if (line.entry?.type === "workspace.started" && !starts.has(line.id)) continue;
      if (momentOfId(line.id) > latest) early ??= line.id;
      else if (!lines.has(line.id)) lines.set(line.id, line);
      else if (lines.get(line.id)?.text !== text) remarks.push({ is: "two-texts", id: line.id });
    }
    if (early !== null) remarks.push({ is: "early", name: listed.name, id: early });
  }
  return { lines, ids, remarks };
}

function lineIn(text: string): Line | null {
  try {
    return readLine(text, 0);
  } catch (error) {
    if (error instanceof NotAnEntry) return null;
    throw error;
  }
}

/** An id that is here with another text keeps the text that is here; the others are taken. */
export async function insertAll(journal: Journal, lines: ReadonlyMap<EntryId, Line>) {
  const remarks: Remark[] = [];
  const left = new Map(lines);
  for (;;) {
    try {
      const { added } = left.size === 0 ? { added: 0 } : await journal.insert(left.values());
      return { added, remarks };
    } catch (error) {
      if (!(error instanceof JournalCollision)) throw error;
      remarks.push({ is: "two-texts", id: error.id });
      left.delete(error.id);
    }
  }
}

/** What the shelf lacks: of everything, or of what has arrived since it was last known to have all. */
async function missingOn(
  journal: Journal,
  memory: ShelfMemory | null,
  there: ReadonlySet<EntryId>,
) {
  const arrived = await journal.since(memory?.published?.arrival ?? 0);
  const last = arrived.at(-1);
  return {
    texts: arrived.flatMap(({ id, text }) => (there.has(id) ? [] : [text])),
    last: last === undefined ? null : { arrival: last.arrival, id: last.id },
  };
}

/** Writes behind this device's last segment where that was read to its end. Gives the names of what was written. */
async function give(
  { journal: { device }, shelf, workspace, closedAt }: Sides,
  segments: readonly Listed[],
  known: readonly Listed[],
  texts: readonly string[],
): Promise<readonly string[]> {
  const last = ownSegments(device, segments).at(-1);
  const name = `${device}/${last?.number}.jsonl`;
  const open = shelf.grows && known.some((one) => one.name === name);
  const head = { form: 1, workspace, device } as const;
  const own = last === undefined ? null : { ...last, open };
  const appends = appendsOf(head, own, texts, closedAt);
  for (const append of appends) await shelf.append(append.name, append.text);
  return appends.map((append) => append.name);
}

/** Where each batch is a file of its own, many small ones become one: first that is written, then they go. */
async function gather(sides: Sides): Promise<void> {
  const { journal, shelf, workspace, closedAt } = sides;
  const own = ownSegments(journal.device, segmentsIn(await shelf.list()));
  const small = smallOnes(own, closedAt);
  const opened = await readAll(
    shelf,
    small.map(({ listed }) => listed),
  );
  if (small.length === 0 || !opened.every(({ read }) => isSound(read))) return;
  const head = { form: 1, workspace, device: journal.device } as const;
  const texts = opened.flatMap(({ read }) => read.entries);
  const last = { number: own.at(-1)?.number ?? 0, size: 0, open: false };
  for (const { name, text } of appendsOf(head, last, texts, closedAt))
    await shelf.append(name, text);
  for (const { listed } of small) await shelf.remove(listed.name);
}

/** What this device wrote just now need not be read again. */
async function withOwn(
  { journal, shelf }: Sides,
  known: readonly Listed[],
): Promise<readonly Listed[]> {
  const own = ownSegments(journal.device, segmentsIn(await shelf.list()));
  const others = known.filter((one) => ownSegments(journal.device, [one]).length === 0);
  return [...others, ...own.map(({ listed }) => listed)];
}

function isSound({ head, damaged, torn }: SegmentRead): boolean {
  return head !== null && damaged.length === 0 && !torn;
}

function readToTheEnd(before: readonly Listed[], opened: readonly Opened[]): readonly Listed[] {
  const read = new Map(before.map((one) => [one.name, one]));
  for (const { listed, read: segment } of opened) {
    if (isSound(segment)) read.set(listed.name, listed);
    else read.delete(listed.name);
  }
  return [...read.values()];
}

export function remarksOn(opened: readonly Opened[]): readonly Remark[] {
  return opened.flatMap(({ listed, read }): readonly Remark[] => {
    const { name, written } = listed;
    const lines: readonly Remark[] =
      read.damaged.length > 0 ? [{ is: "damaged", name, lines: read.damaged }] : [];
    return read.torn ? [...lines, { is: "torn", name, written }] : lines;
  });
}

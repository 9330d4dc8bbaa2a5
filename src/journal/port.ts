/**
 * What the rest of the program asks of a journal. SQLite implements it in the workspace, memory in tests;
 * a PostgreSQL adapter passes the same contract suite (`contract.ts`).
 */

import type { Body, CommandId, Entry, Origin } from "../core/entries/entry.ts";
import type { Foreign } from "../core/entries/foreign.ts";
import type { Ledger, Reversals, Settled } from "../core/entries/ledger.ts";
import type { DeviceId, EntryId } from "../core/time/clock.ts";
import type { Remembered } from "./agreements.ts";

/** The place of an entry in the order of arrival on this machine: for "what is new since". */
export type Arrival = number;

/** A consistent view of a journal at one moment. */
export interface Picture {
  readonly ledger: Ledger;
  readonly settled: Settled;
  /** The last arrival that the picture contains; 0 for none. */
  readonly arrival: Arrival;
}

/** A line of a journal that was held to the form of an entry: see `readLine`. */
export interface Line {
  readonly id: EntryId;
  /** Null for an entry of a newer version of the program. */
  readonly entry: Entry | null;
  /** The line as it was written. */
  readonly text: string;
}

export interface Arrived extends Line {
  readonly arrival: Arrival;
}

export interface Recording<T> {
  readonly result: T;
  readonly entries: readonly Entry[];
  /** The picture after the command. */
  readonly picture: Picture;
}

/** One command: its bodies without ids, which the journal gives them. It is undone as one. */
export interface Step {
  readonly bodies: readonly Body[];
  readonly by: Origin;
}

/** What a journal knows before something is recorded: all that `work` may go by. */
export interface Before {
  readonly picture: Picture;
  /** What this store remembers beside the entries. */
  readonly remembered: Remembered;
}

export interface Draft<T> {
  /** One after the other; a step without bodies adds nothing. */
  readonly steps: readonly Step[];
  readonly result: T;
  /** Values to remember beside the entries, in the same transaction; the last of them is the latest. */
  readonly remember?: readonly string[];
}

export interface InsertReport {
  readonly added: number;
  /** Already there, letter for letter. */
  readonly known: number;
  /** Erased here for good, so left out. */
  readonly forgotten: number;
}

/**
 * Where the store of a journal is: its file at its path, none, another one, another one beside the log of the first
 * (`exchanged`), its file with other content in it, or without the log that belongs to it.
 */
export type Place = "here" | "gone" | "replaced" | "exchanged" | "overwritten" | "without-log";

export interface Journal {
  readonly device: DeviceId;

  picture(): Promise<Picture>;

  /**
   * Reads, decides and appends as one step that no other writer can come between. What is returned is durable.
   * `work` is pure: an adapter may call it again after a collision.
   */
  record<T>(now: number, work: (before: Before) => Draft<T>): Promise<Recording<T>>;

  /** Entries that arrived after `arrival`, in order of arrival: all of them, or the first `most`. */
  since(arrival: Arrival, most?: number): Promise<readonly Arrived[]>;

  /** All lines in the order of the journal, those of newer versions included; `through` bounds the order. */
  lines(through?: EntryId): AsyncIterable<Arrived>;

  /** The same, the newest first: whoever looks at the last few reads only these. */
  newestFirst(): AsyncIterable<Arrived>;

  /** What was undone and redone; `through` bounds the order. */
  reversals(through?: EntryId): Promise<Reversals>;

  /** What there is of entries that this version does not know: figures leave them out. */
  foreign(): Promise<Foreign>;

  /** The understood entries of one command, in order; none for a command that is not there. */
  command(id: CommandId): Promise<readonly Entry[]>;

  /**
   * Adds lines made elsewhere, one after another, so that they may come from a file of any size. All or nothing:
   * an id that is here with another text throws `JournalCollision`; what the walk of the lines throws comes through.
   */
  insert(lines: Iterable<Line>): Promise<InsertReport>;

  /** What is remembered beside the entries. */
  remembered(): Promise<Remembered>;

  /** Whether the store still is where it was opened. What is recorded in one that is not there is refused. */
  place(): Place;

  /** What was erased for good. */
  forgotten(): Promise<ReadonlySet<EntryId>>;

  /** How many entries of that kind lay in the store when it was opened, brought by another store: they are erased again. */
  readonly erasedAgain: number;

  /** Where a log was put that lay beside the journal at its opening and was another's; null where there was none. */
  readonly logLeft: string | null;

  /** Erases entries for good; they are never taken in again. Gives how many there were. `scrub` follows. */
  forget(ids: readonly EntryId[]): Promise<number>;

  /**
   * Lets go of what is remembered but the latest; the journal's file holds nothing more of what was erased when this
   * returns.
   */
  scrub(): Promise<void>;

  /** A copy of the whole store as a file that another process can't tear. */
  copyTo(file: string): void;

  /** Changes whenever any process has written; cheap enough to ask five times a second. */
  marker(): Promise<string>;

  close(): void;
}

export class JournalCollision extends Error {
  constructor(readonly id: EntryId) {
    super(`Entry ${id} is already in the journal, with a different text. Nothing was imported.`);
  }
}

export class NotAnEntry extends Error {
  constructor(
    /** Counted from 1. */
    readonly line: number,
    readonly fault: string,
  ) {
    super(`Line ${line}: this entry ${fault}. Nothing was imported.`);
  }
}

/** The store can't be read or written; the message says what to do. */
export class JournalUnavailable extends Error {
  constructor(
    readonly reason: "damaged" | "newer" | "full" | "busy" | "denied" | "gone",
    message: string,
  ) {
    super(message);
  }
}

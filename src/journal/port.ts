/**
 * What the rest of the program asks of a journal. SQLite implements it in the workspace, memory in tests;
 * a PostgreSQL adapter passes the same contract suite (`contract.ts`).
 */

import type { Body, CommandId, Entry, Origin } from "../core/entries/entry.ts";
import type { Ledger, Reversals, Settled } from "../core/entries/ledger.ts";
import type { DeviceId, EntryId } from "../core/time/clock.ts";

/** The place of an entry in the order of arrival on this machine: for "what is new since". */
export type Arrival = number;

/**
 * How much of the journal to fold. `recent` starts from the snapshot and is the default; `whole` starts from
 * nothing, for an undo that reaches behind the snapshot.
 */
export type Reach = "recent" | "whole";

/** A consistent view of a journal at one moment. */
export interface Picture {
  readonly ledger: Ledger;
  readonly settled: Settled;
  /** The last arrival that the picture contains; 0 for none. */
  readonly arrival: Arrival;
}

export interface Arrived {
  readonly arrival: Arrival;
  readonly id: EntryId;
  /** Null for an entry of a newer version of the program. */
  readonly entry: Entry | null;
  /** The line as it was written. */
  readonly text: string;
}

export interface Recording<T> {
  readonly result: T;
  readonly entries: readonly Entry[];
  /** The picture after the command. */
  readonly picture: Picture;
}

/** A file that the program renders, as it was last agreed on. */
export interface ViewRecord {
  /** The text that the file has once it is written. */
  readonly text: string;
  /** The text that it had before: a write that was cut short is recognised by it. */
  readonly before: string;
  /** When it was written: a file that is older and says `before` lost its write in a power cut. */
  readonly at: number;
  /** What the text was made from; null when the file holds something to report, so that it is read again. */
  readonly made: string | null;
  /** What the text says, for the three-way comparison. */
  readonly agreed: string;
}

/**
 * How many agreements are remembered. An editor may hold a text that is some writings old and save it over the
 * latest; what the learner changed is then seen against the text that they had before them.
 */
export const viewsKept = 24;

/** What a command adds: bodies without id and time, which the journal gives them. */
export interface Draft<T> {
  readonly bodies: readonly Body[];
  readonly by: Origin;
  readonly result: T;
  /** The rendered file after the command, kept in the same step; null leaves the last one. */
  readonly view?: (after: Picture) => ViewRecord | null;
}

export interface InsertReport {
  readonly added: number;
  /** Already there, letter for letter. */
  readonly known: number;
}

export interface Journal {
  readonly device: DeviceId;

  picture(reach?: Reach): Promise<Picture>;

  /**
   * Reads, decides and appends as one step that no other writer can come between. What is returned is durable.
   * `work` must be pure: an adapter may call it again after a collision.
   */
  record<T>(
    now: number,
    work: (picture: Picture) => Draft<T>,
    reach?: Reach,
  ): Promise<Recording<T>>;

  /** Entries that arrived after `arrival`, in order of arrival. */
  since(arrival: Arrival): Promise<readonly Arrived[]>;

  /** All lines in the order of the journal, those of newer versions included; `through` bounds the order. */
  lines(through?: EntryId): AsyncIterable<Arrived>;

  /** The same, the newest first: whoever looks at the last few reads only these. */
  newestFirst(): AsyncIterable<Arrived>;

  /** What was undone and redone; `through` bounds the order. */
  reversals(through?: EntryId): Promise<Reversals>;

  /** The understood entries of one command, in order; none for a command that is not there. */
  command(id: CommandId): Promise<readonly Entry[]>;

  /**
   * Adds lines made elsewhere, one after another, so that they may come from a file of any size. All or nothing:
   * an id that is here with another text throws `JournalCollision`, a line that is no entry throws `NotAnEntry`.
   */
  insert(lines: Iterable<string>): Promise<InsertReport>;

  /** The rendered file as last agreed on; null before the first. */
  view(): Promise<ViewRecord | null>;

  /** The agreements before the last, latest first: as many as `viewsKept` allows. */
  earlierViews(): Promise<readonly ViewRecord[]>;

  /** Changes whenever any process has written; cheap enough to ask five times a second. */
  marker(): Promise<string>;

  close(): void;
}

export class JournalCollision extends Error {
  constructor(readonly id: EntryId) {
    super(`Entry ${id} is in the journal already, with another text. Nothing was imported.`);
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
    readonly reason: "damaged" | "newer" | "full" | "busy" | "denied",
    message: string,
  ) {
    super(message);
  }
}

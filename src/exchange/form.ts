/** What a form is: one file of `in/` or `out/` each, found by its ending or by what it begins with. */
import type { Curriculum } from "../core/content/curriculum.ts";
import type { Material } from "../core/content/material.ts";
import type { Situation } from "../core/decide/decision.ts";
import type { Entry } from "../core/entries/entry.ts";
import type { Tally } from "../core/entries/tally.ts";
import type { Progress } from "../core/progress/progress.ts";
import type { Day, Millis } from "../core/time/calendar.ts";
import type { Left } from "./markdown/reading.ts";
import type { PaperQuote } from "./notes/paper-quote.ts";
import type { Known } from "./paper-index.ts";
import type { Wish } from "./wishes.ts";

export interface GivenFile {
  /** As it was said, for its ending and for messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The learner's day: what was done is not ahead of it. */
  readonly today: Day;
}

/** What a form tells itself by: the name, and the first bytes as text. */
export interface Seen {
  readonly name: string;
  readonly head: string;
}

export interface Placed {
  readonly wishes: readonly Wish[];
  /** What was understood and has no place in this workspace. */
  readonly homeless: readonly Left[];
  /** How much of it the journal has without it, so that nothing is wished for. */
  readonly held?: number;
}

export interface FoundIn {
  /** The name of the form in the keys of what it brings. */
  readonly from: string;
  /** What is in the file: `94 boxes`, `37 times of study`. */
  readonly has: readonly string[];
  /** What could not be read, by line. */
  readonly left: readonly Left[];
  readonly place: (situation: Situation) => Placed;
  /** Passages for the notes of papers, which are files and no entries. */
  readonly quotes?: (known: Known) => readonly PaperQuote[];
}

export type ReadFile =
  | { readonly ok: true; readonly found: FoundIn }
  /** A clause that follows the file's name: `is no iCalendar`. */
  | { readonly ok: false; readonly fault: string };

export interface ReadForm {
  /** As a person calls it. */
  readonly name: string;
  readonly detects: (seen: Seen) => boolean;
  /** A file of this form may be a note of one paper, whose properties are what an import takes. */
  readonly maybe?: "note";
  readonly read: (file: GivenFile) => ReadFile | Promise<ReadFile>;
}

/** What is written from. */
export interface Written {
  /** The workspace's own id. */
  readonly workspace: string;
  readonly curriculum: Curriculum;
  readonly progress: Progress;
  readonly tally: Tally;
  readonly now: Millis;
  readonly material: () => Promise<Material>;
  /** All entries that count, in the order of the journal. */
  readonly entries: () => AsyncIterable<Entry>;
}

export interface WriteForm {
  readonly name: string;
  /** Without the dot. */
  readonly endings: readonly string[];
  /** What can be asked of it where the ending can mean several things: `sessions`, `cards`. */
  readonly kinds?: readonly string[];
  /** The option that asks for it, where that is not its ending. */
  readonly option?: string;
  readonly write: (from: Written, kind: string | null) => Promise<string | Uint8Array>;
}

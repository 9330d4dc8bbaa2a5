/** What a tracker says, whoever reads it: its headings, tasks, papers and days, and what in it can't be read. */
import type { AspectState } from "../../core/entries/entry.ts";
import type { Day } from "../../core/time/calendar.ts";
import type { Minutes } from "../../core/time/duration.ts";
import type { State } from "./marks.ts";
import type { Link, Span } from "./pieces.ts";

/** The words that people divide their time by. */
export type UnitKind = "week" | "day" | "part";

export interface HeadingFound {
  readonly is: "heading";
  readonly line: number;
  readonly level: number;
  readonly text: string;
  readonly unit: { readonly kind: UnitKind; readonly number: number } | null;
}

/** A line with a box, or one that stands where others have one. */
export interface TaskFound {
  readonly is: "task";
  readonly line: number;
  readonly text: string;
  readonly state: State;
  readonly done: Day | null;
  readonly minutes: Minutes | null;
  readonly links: readonly Link[];
  readonly from: "list" | "table" | "line";
  readonly boxed: boolean;
  readonly depth: number;
  readonly list: number;
  readonly span: Span | null;
}

export interface PaperFound {
  readonly is: "paper";
  readonly line: number;
  readonly name: string;
  readonly arxiv: string | null;
  readonly links: readonly Link[];
  readonly states: {
    readonly read?: AspectState;
    readonly notes?: AspectState;
    readonly implemented?: AspectState;
  };
  readonly dropped: boolean;
  readonly done: Day | null;
  readonly hours: { readonly read: Minutes | null; readonly implement: Minutes | null };
  readonly from: "list" | "table" | "heading";
  /** Of a heading: the lines below it that say its state, its day and its time. */
  readonly owned?: readonly number[];
  /** It had a box, or a sign of how far it is. */
  readonly boxed: boolean;
  readonly list: number;
  readonly span: Span | null;
}

/** When a session was: a day, or so many days after the start of something. */
export type SaidDay =
  | { readonly is: "day"; readonly on: Day }
  | { readonly is: "counted"; readonly day: number }
  | { readonly is: "week"; readonly week: number }
  /** A weekday (0 is Monday) of a week, by a day of it or by its number. */
  | { readonly is: "weekday"; readonly from: Day; readonly weekday: number }
  | { readonly is: "weekday of week"; readonly week: number; readonly weekday: number };

export interface SessionFound {
  readonly is: "session";
  readonly line: number;
  readonly on: SaidDay;
  readonly minutes: Minutes;
  readonly what: string;
  readonly links: readonly Link[];
  /** How many with the same day and words stand before it. */
  readonly nth: number;
}

export type Finding = HeadingFound | TaskFound | PaperFound | SessionFound;

/** What can be counted in a tracker. */
export const countedKinds = ["heading", "box", "paper", "row", "hours"] as const;
export type CountedKind = (typeof countedKinds)[number];

/** What could not be read, and why: a clause with what would be right. */
export interface Left {
  readonly line: number;
  readonly kind: CountedKind | "property";
  readonly text: string;
  readonly reason: string;
  /** The file that it stands in, where an import is of several. */
  readonly file?: string;
}

export type Counts = { readonly [K in CountedKind]: number };

export interface Reading {
  readonly title: string | null;
  /** The day that the file says it begins on: day 1 of those that it only counts. */
  readonly start: Day | null;
  readonly findings: readonly Finding[];
  /** How many of each the file has; `left` are those of them that were not understood. */
  readonly counts: Counts;
  readonly left: readonly Left[];
  /** The table's own place, for a document that is made from it. */
  readonly tables: readonly TableFound[];
}

export interface TableFound extends Span {
  readonly line: number;
  readonly is: "papers" | "tasks" | "log" | "weeks" | "kanban" | "figures" | "unknown";
  readonly lines: readonly number[];
}

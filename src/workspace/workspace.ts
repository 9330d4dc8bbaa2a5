/** What the shells (command line, server) may ask of a learner's folder. */

import type { Curriculum } from "../core/content/curriculum.ts";
import type { Material } from "../core/content/material.ts";
import type { Command } from "../core/decide/command.ts";
import type { Refusal } from "../core/decide/decision.ts";
import type { Entry, Origin } from "../core/entries/entry.ts";
import type { Tally } from "../core/entries/tally.ts";
import type { Progress } from "../core/progress/progress.ts";
import type { Day, Millis, OffsetSpan } from "../core/time/calendar.ts";
import type { Problem } from "../core/words/problem.ts";
import type { InsertReport, Journal, Picture } from "../journal/port.ts";
import type { Layout } from "./layout.ts";

export interface Look {
  readonly picture: Picture;
  readonly progress: Progress;
  readonly tally: Tally;
  readonly today: Day;
  /** What is known of the learner's time zone around now. */
  readonly span: OffsetSpan | null;
}

export type Outcome =
  | {
      readonly ok: true;
      /** What the commands became. */
      readonly entries: readonly Entry[];
      /** What the learner's edits of TRACKER.md became, in the same step. */
      readonly fromFile: readonly Entry[];
      readonly look: Look;
      /** What is new to tell of TRACKER.md, and why it could not follow; the entries stand all the same. */
      readonly problems: readonly Problem[];
    }
  | Refusal;

/** What reading TRACKER.md brought, and what could not be understood in it. */
export interface TrackerReport {
  /** Entries that the learner's edits became. */
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  /** Those of them that have not been told yet. */
  readonly unsaid: readonly Problem[];
  /** How things stand after that. */
  readonly look: Look;
}

export interface Workspace {
  /** The absolute path of the folder. */
  readonly folder: string;
  readonly layout: Layout;
  readonly curriculum: Curriculum;
  readonly journal: Journal;
  /** The example workspace of `--demo`. */
  readonly demo: boolean;

  look(now: Millis): Promise<Look>;

  /**
   * Takes in the file's edits, decides the commands one after another as one undoable step, records them and
   * renders the file. The first refusal stops all of them: nothing is recorded.
   */
  run(commands: readonly Command[], by: Origin, now: Millis): Promise<Outcome>;

  /** Guides, decks and facts: read when they are first asked for. */
  material(): Promise<Material>;

  /** Adds entries that a page made by itself, those known already left out, and renders the file. */
  add(made: readonly Entry[], now: Millis): Promise<InsertReport>;

  /** Takes in what the learner changed in TRACKER.md and brings the file up to date. */
  syncTracker(now: Millis): Promise<TrackerReport>;

  /**
   * Takes over a tracker that was kept by hand elsewhere: what is filled in becomes entries. A trial says what they
   * would be, and records none.
   */
  adopt(source: string, now: Millis, way: "record" | "trial"): Promise<TrackerReport>;

  /** Brings the file to the journal's state without reading edits: for a journal put in place of another. */
  rewriteTracker(now: Millis): Promise<void>;

  /** Brings the last text of an emptied or missing TRACKER.md back; false where none is remembered. */
  bringBack(now: Millis): Promise<boolean>;

  close(): void;
}

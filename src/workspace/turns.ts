/**
 * A folder's turns: each reads the file once, records what the turn decides, and writes the file if it still is what
 * was read; else it turns again.
 */
import type { Curriculum } from "../core/content/curriculum.ts";
import type { Refusal } from "../core/decide/decision.ts";
import { decideAll } from "../core/decide/rehearse.ts";
import type { Entry } from "../core/entries/entry.ts";
import type { Millis } from "../core/time/calendar.ts";
import type { Problem } from "../core/words/problem.ts";
import type { Before, Journal, Picture } from "../journal/port.ts";
import { writeAgreement } from "./agreement.ts";
import type { Layout } from "./layout.ts";
import { type SituationOf, situationsOf } from "./situation.ts";
import { dropCheck, readCheck, waitingChecks } from "./spool.ts";
import { type FolderRead, keepAside, readFolder, writeTracker } from "./tracker-file.ts";
import { systemReason } from "./trouble.ts";
import { type Asked, type Turn, turn } from "./turn.ts";
import type { Look, TrackerReport } from "./workspace.ts";

/** What is asked of a turn, beside what the folder says. */
export type Wanted = Pick<Asked, "commands" | "by" | "edits">;

export interface Turned {
  readonly refusal: Refusal | null;
  readonly entries: readonly Entry[];
  readonly fromFile: readonly Entry[];
  readonly problems: readonly Problem[];
  readonly unsaid: readonly Problem[];
  readonly look: Look;
}

/** An editor that saves again and again while we write gets its turn at the next look. */
const mostTries = 4;
export const reading: Wanted = { commands: [], by: "file", edits: "read" };

export interface Turns {
  /** How the folder stands at a moment, seen from a picture of its journal. */
  readonly lookAt: (picture: Picture, now: Millis) => Look;
  readonly situationOf: SituationOf;
  readonly take: (wanted: Wanted, now: Millis) => Promise<Turned>;
  /** A look at the file. Where nothing has happened it writes nothing. */
  readonly takeInFile: (now: Millis) => Promise<TrackerReport>;
  /** A notebook's checks. A file goes when the journal has it: twice is better than never. */
  readonly takeInChecks: (now: Millis) => Promise<void>;
}

export function turnsOf(layout: Layout, journal: Journal, curriculum: Curriculum): Turns {
  const situationOf = situationsOf(layout, curriculum);
  const lookAt = (picture: Picture, now: Millis): Look => {
    const { progress, tally, span } = situationOf(picture, now);
    return { picture, progress, tally, today: progress.today, span: span ?? null };
  };
  const turnFrom = (read: FolderRead, before: Before, wanted: Wanted, now: Millis): Turn => {
    const { picture, remembered } = before;
    const { arrival } = picture;
    return turn({ ...wanted, read, remembered, arrival, situation: situationOf(picture, now) });
  };

  const takeTurn = async (wanted: Wanted, now: Millis, tries: number): Promise<Turned> => {
    const read = readFolder(layout);
    const { result, entries, picture } = await journal.record(now, (before) => {
      const result = turnFrom(read, before, wanted, now);
      const remember = result.agreements.map(writeAgreement);
      return { steps: result.steps, result, remember };
    });
    const written = writeFile(layout, read, result, now);
    const turned: Turned = {
      refusal: result.refusal,
      entries: entries.filter(({ by }) => by !== "file"),
      fromFile: entries.filter(({ by }) => by === "file"),
      problems: [...result.problems, ...written.problems],
      unsaid: [...result.unsaid, ...written.problems],
      look: lookAt(picture, now),
    };
    return (written.again || result.more) && tries > 0 ? again(turned, now, tries - 1) : turned;
  };
  /** An undo's turn for the file; or what an editor saved between the look and the writing. */
  const again = async (before: Turned, now: Millis, tries: number): Promise<Turned> => {
    const next = await takeInFile(now, tries);
    return {
      ...before,
      fromFile: [...before.fromFile, ...next.entries],
      problems: next.problems,
      unsaid: [...before.unsaid, ...next.unsaid],
      look: next.look,
    };
  };

  /** Reads first, so that a look at a folder where nothing has happened writes nothing. */
  const takeInFile = async (now: Millis, tries: number): Promise<TrackerReport> => {
    const before = { picture: await journal.picture(), remembered: await journal.remembered() };
    const first = turnFrom(readFolder(layout), before, reading, now);
    const { steps, text, agreements, problems, unsaid } = first;
    if (steps.length === 0 && text === null && agreements.length === 0) {
      return { entries: [], problems, unsaid, look: lookAt(before.picture, now) };
    }
    const turned = await takeTurn(reading, now, tries);
    return { ...turned, entries: turned.fromFile };
  };

  const takeInChecks = async (now: Millis): Promise<void> => {
    for (const name of waitingChecks(layout)) {
      const command = readCheck(layout, name);
      if (command !== null) {
        await journal.record(now, ({ picture }) => {
          const decision = decideAll([command], situationOf(picture, now));
          return {
            steps: decision.ok ? [{ bodies: decision.bodies, by: "file" }] : [],
            result: null,
          };
        });
      }
      dropCheck(layout, name);
    }
  };

  return {
    lookAt,
    situationOf,
    take: (wanted, now) => takeTurn(wanted, now, mostTries),
    takeInFile: (now) => takeInFile(now, mostTries),
    takeInChecks,
  };
}

interface WrittenFile {
  /** Somebody saved the file meanwhile. */
  readonly again: boolean;
  readonly problems: readonly Problem[];
}

function writeFile(
  layout: Layout,
  read: FolderRead,
  { text, aside }: Turn,
  now: Millis,
): WrittenFile {
  try {
    if (aside !== null) keepAside(layout, aside, now);
    const again = text !== null && !writeTracker(layout, read.file, text);
    const message = `TRACKER.md was saved twice at once; the other text is kept in ${layout.state}.`;
    return { again, problems: aside === null ? [] : [{ line: 1, column: 1, message }] };
  } catch (error) {
    const message = `TRACKER.md can't be written (${systemReason(error)}); the journal has everything.`;
    return { again: false, problems: [{ line: 1, column: 1, message }] };
  }
}

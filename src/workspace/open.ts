/** A workspace on disk: reads the file once, records a turn, writes the file if it still is what was read. */
import { existsSync } from "node:fs";
import type { Curriculum } from "../core/content/curriculum.ts";
import type { Material } from "../core/content/material.ts";
import type { Command } from "../core/decide/command.ts";
import type { Refusal } from "../core/decide/decision.ts";
import { decideAll } from "../core/decide/rehearse.ts";
import { type Entry, type Origin, writeEntry } from "../core/entries/entry.ts";
import type { Millis } from "../core/time/calendar.ts";
import type { DeviceId } from "../core/time/clock.ts";
import type { Problem } from "../core/words/problem.ts";
import type { Before, Journal, Picture } from "../journal/port.ts";
import { openSqliteJournal } from "../journal/sqlite/journal.ts";
import { readTracker, takeIn } from "../tracker/tracker.ts";
import { latestIn, writeAgreement } from "./agreement.ts";
import { curriculumOf, defaultCurriculum, materialOf } from "./content.ts";
import type { Layout } from "./layout.ts";
import { closeState } from "./private.ts";
import { situationsOf } from "./situation.ts";
import { dropCheck, readCheck, waitingChecks } from "./spool.ts";
import {
  type FolderRead,
  keepAside,
  keepCopyAside,
  readFolder,
  writeTracker,
} from "./tracker-file.ts";
import { systemReason } from "./trouble.ts";
import { type Asked, type Turn, turn } from "./turn.ts";
import type { Look, Outcome, TrackerReport, Workspace } from "./workspace.ts";

/** Eight random characters of base 36. */
export function newDevice(): DeviceId {
  const digits = crypto.getRandomValues(new Uint8Array(8));
  return [...digits].map((digit) => (digit % 36).toString(36)).join("") as DeviceId;
}

export async function openWorkspace(layout: Layout): Promise<Workspace> {
  closeState(layout);
  const journal = openSqliteJournal(layout.journal, newDevice());
  const { settled } = await journal.picture();
  const curriculum = await curriculumOf(layout, settled.tally.curriculum ?? defaultCurriculum);
  return workspaceOver(layout, journal, curriculum);
}

/** What is asked of a turn, beside what the folder says. */
type Wanted = Pick<Asked, "commands" | "by" | "edits">;

interface Turned {
  readonly refusal: Refusal | null;
  readonly entries: readonly Entry[];
  readonly fromFile: readonly Entry[];
  readonly problems: readonly Problem[];
  readonly unsaid: readonly Problem[];
  readonly look: Look;
}

/** An editor that saves again and again while we write gets its turn at the next look. */
const mostTries = 4;
const reading: Wanted = { commands: [], by: "file", edits: "read" };

export function workspaceOver(layout: Layout, journal: Journal, curriculum: Curriculum): Workspace {
  const situationOf = situationsOf(layout, curriculum);
  const lookAt = (picture: Picture, now: Millis): Look => {
    const { progress, tally } = situationOf(picture, now);
    return { picture, progress, tally, today: progress.today };
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
  const takeInFile = async (now: Millis, tries = mostTries): Promise<TrackerReport> => {
    const before = { picture: await journal.picture(), remembered: await journal.remembered() };
    const first = turnFrom(readFolder(layout), before, reading, now);
    const { steps, text, agreements, problems, unsaid } = first;
    if (steps.length === 0 && text === null && agreements.length === 0) {
      return { entries: [], problems, unsaid, look: lookAt(before.picture, now) };
    }
    const turned = await takeTurn(reading, now, tries);
    return { ...turned, entries: turned.fromFile };
  };

  /** A notebook's checks. A file goes when the journal has it: twice is better than never. */
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

  let material: Promise<Material> | null = null;

  return {
    folder: layout.folder,
    layout,
    curriculum,
    journal,
    demo: existsSync(layout.demoMark),
    look: async (now) => lookAt(await journal.picture(), now),
    async syncTracker(now) {
      await takeInChecks(now);
      return takeInFile(now);
    },
    material: () => {
      material ??= materialOf(layout, curriculum.id);
      return material;
    },
    async add(made, now) {
      // What the learner changed in the file came first.
      await takeInFile(now);
      const report = await journal.insert(made.map(writeEntry));
      if (report.added > 0) await takeInFile(now);
      return report;
    },
    async run(commands: readonly Command[], by: Origin, now): Promise<Outcome> {
      const { refusal, entries, fromFile, look, unsaid } = await takeTurn(
        { commands, by, edits: "read" },
        now,
        mostTries,
      );
      return refusal ?? { ok: true, entries, fromFile, look, problems: unsaid };
    },
    async adopt(source, now) {
      await takeInFile(now);
      const { entries, result } = await journal.record(now, ({ picture }) => {
        const taken = takeIn(
          readTracker(source, curriculum),
          { is: "none" },
          situationOf(picture, now),
        );
        return { steps: [{ bodies: taken.bodies, by: "import" }], result: taken.problems };
      });
      const { look } = await takeInFile(now);
      return { entries, problems: result, unsaid: result, look };
    },
    async rewriteTracker(now) {
      await takeTurn({ ...reading, edits: "ignored" }, now, mostTries);
    },
    async bringBack(now) {
      const { file } = readFolder(layout);
      const latest = latestIn(await journal.remembered());
      if (latest === null || file.is === "present" || file.is === "unreadable") return false;
      if (file.is === "ruined") keepCopyAside(layout, now);
      writeTracker(layout, file, latest.text);
      await takeInFile(now);
      return true;
    },
    close: () => journal.close(),
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

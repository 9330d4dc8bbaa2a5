/** A workspace on disk: one journal, one tracker file, one curriculum. */
import { existsSync } from "node:fs";
import type { Curriculum } from "../core/content/curriculum.ts";
import type { Material } from "../core/content/material.ts";
import type { Command } from "../core/decide/command.ts";
import type { Refusal, Situation } from "../core/decide/decision.ts";
import { decideAll } from "../core/decide/rehearse.ts";
import { type Body, type Entry, writeEntry } from "../core/entries/entry.ts";
import { progressOf } from "../core/progress/progress.ts";
import { type Day, dayAt, type Millis, type OffsetSpan } from "../core/time/calendar.ts";
import type { DeviceId } from "../core/time/clock.ts";
import type { Draft, Picture, Reach, ViewRecord } from "../journal/port.ts";
import { openSqliteJournal, type SqliteJournal } from "../journal/sqlite/journal.ts";
import type { Problem } from "../tracker/problem.ts";
import { baseOf, readAgreement, type TakenIn, takeIn } from "../tracker/tracker.ts";
import { curriculumOf, defaultCurriculum, materialOf } from "./content.ts";
import type { Layout } from "./layout.ts";
import { dropCheck, readCheck, waitingChecks } from "./spool.ts";
import {
  type FileState,
  isSettled,
  readTrackerFile,
  wasEdited,
  writeTrackerFile,
} from "./tracker-file.ts";
import { systemReason } from "./trouble.ts";
import type { Look, Outcome, TrackerReport, Workspace } from "./workspace.ts";
import { spanAround } from "./zone.ts";

/** Eight random characters of base 36. */
export function newDevice(): DeviceId {
  const digits = crypto.getRandomValues(new Uint8Array(8));
  return [...digits].map((digit) => (digit % 36).toString(36)).join("") as DeviceId;
}

export async function openWorkspace(layout: Layout): Promise<Workspace> {
  const journal = openSqliteJournal(layout.journal, newDevice());
  const { settled } = (await journal.picture()) satisfies Picture;
  const curriculum = await curriculumOf(layout, settled.tally.curriculum ?? defaultCurriculum);
  return workspaceOver(layout, journal, curriculum);
}

export function workspaceOver(
  layout: Layout,
  journal: SqliteJournal,
  curriculum: Curriculum,
): Workspace {
  /** Trouble with writing the file: the entries stand all the same. */
  let writeFault: Problem | null = null;

  let span: OffsetSpan | null = null;

  const situationOf = (picture: Picture, now: Millis): Situation => {
    const { tally, undoable, redoable } = picture.settled;
    const zone = tally.timeZone;
    const holds = span !== null && span.zone === zone && span.from <= now && now < span.until;
    if (!holds) span = spanAround(layout, zone, now);
    const today = dayAt(now, zone, span);
    const progress = progressOf(curriculum, tally, today, span);
    return { curriculum, tally, progress, undoable, redoable, now, span };
  };
  const lookAt = (picture: Picture, now: Millis): Look => {
    const { progress, tally } = situationOf(picture, now);
    return { picture, progress, tally, today: progress.today };
  };

  const madeOf = (picture: Picture, today: Day) =>
    `${picture.arrival}|${today}|${curriculum.version}`;

  /** The file's edits as one command of their own; the file is brought up to date in the same step. */
  const takeInFile = async (now: Millis): Promise<TrackerReport> => {
    const record = await journal.view();
    const picture = await journal.picture();
    const look = lookAt(picture, now);
    if (isSettled(readTrackerFile(layout, record), record, madeOf(picture, look.today))) {
      return { entries: [], problems: [], look };
    }
    const earlier = record === null ? [] : await journal.earlierViews();
    let problems: readonly Problem[] = [];
    const recording = await journal.record(now, (before) => {
      const state = withBase(readTrackerFile(layout, record), earlier, curriculum);
      const situation = situationOf(before, now);
      const taken =
        state.is === "present" ? takeIn(state.source, state.base, situation) : nothingTaken;
      problems = [...taken.problems, ...fileProblems(state)];
      return {
        bodies: taken.bodies,
        by: "file",
        result: null,
        view: (after) => render(state, taken, record, after, now),
      };
    });
    return {
      entries: recording.entries,
      problems: writeFault === null ? problems : [...problems, writeFault],
      look: lookAt(recording.picture, now),
    };
  };

  const render = (
    state: FileState,
    { kept, problems }: Pick<TakenIn, "kept" | "problems">,
    record: ViewRecord | null,
    after: Picture,
    now: Millis,
  ): ViewRecord | null => {
    try {
      const { progress, today } = lookAt(after, now);
      const made = problems.length === 0 ? madeOf(after, today) : null;
      const writing = { state, kept, record, curriculum, progress, now, made };
      const view = writeTrackerFile(layout, writing);
      writeFault = null;
      return view;
    } catch (error) {
      const message = `TRACKER.md can't be written (${systemReason(error)}); the journal has everything.`;
      writeFault = { line: 1, column: 1, message };
      return null;
    }
  };

  /** A notebook's checks. A file goes when the journal has it: twice is better than never. */
  const takeInChecks = async (now: Millis): Promise<void> => {
    for (const name of waitingChecks(layout)) {
      const command = readCheck(layout, name);
      if (command !== null) {
        await journal.record(now, (before) => {
          const decision = decideAll([command], situationOf(before, now));
          return { bodies: decision.ok ? decision.bodies : [], by: "file", result: null };
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
    async run(commands, by, now): Promise<Outcome> {
      let record = await journal.view();
      if (wasEdited(readTrackerFile(layout, record), record)) {
        await takeInFile(now);
        record = await journal.view();
      }
      let refusal: Refusal | null = null;
      const work = (before: Picture): Draft<null> => {
        const situation = situationOf(before, now);
        const decision = decideAll(commands, situation);
        refusal = decision.ok ? null : decision;
        const bodies: readonly Body[] = decision.ok ? decision.bodies : [];
        const state = readTrackerFile(layout, record);
        const settled = isSettled(state, record, madeOf(before, situation.progress.today));
        const taken =
          state.is === "present" && !settled
            ? takeIn(state.source, state.base, situation)
            : nothingTaken;
        return {
          bodies,
          by,
          result: null,
          view: (after) => (refusal ? null : render(state, taken, record, after, now)),
        };
      };
      const reach = await reachOf(commands, journal);
      const { entries, picture } = await journal.record(now, work, reach);
      if (refusal !== null) return refusal;
      const look = lookAt(picture, now);
      return { ok: true, entries: entries satisfies readonly Entry[], look, problem: writeFault };
    },
    async adopt(source, now) {
      await takeInFile(now);
      let problems: readonly Problem[] = [];
      const { entries } = await journal.record(now, (before) => {
        const taken = takeIn(source, null, situationOf(before, now));
        problems = taken.problems;
        return { bodies: taken.bodies, by: "import", result: null };
      });
      const { look } = await takeInFile(now);
      return { entries, problems, look };
    },
    async rewriteTracker(now) {
      await journal.record(now, () => ({
        bodies: [],
        by: "file",
        result: null,
        view: (after) => {
          const state = readTrackerFile(layout, null);
          return render(state, nothingTaken, null, after, now);
        },
      }));
    },
    close: () => journal.close(),
  };
}

/** The state with the agreement that its text was edited from. */
function withBase(
  state: FileState,
  earlier: readonly ViewRecord[],
  curriculum: Curriculum,
): FileState {
  if (state.is !== "present" || state.base === null) return state;
  const known = earlier
    .values()
    .map(({ agreed }) => readAgreement(agreed))
    .filter((agreed) => agreed !== null);
  return { ...state, base: baseOf(state.source, state.base, known, curriculum) };
}

/** An undo or redo that the tail can't answer asks for the whole journal. */
async function reachOf(commands: readonly Command[], journal: SqliteJournal): Promise<Reach> {
  const wanted = commands.flatMap(({ do: what }) =>
    what === "undo" ? ["undoable" as const] : what === "redo" ? ["redoable" as const] : [],
  );
  if (wanted.length === 0) return "recent";
  const { settled, ledger } = await journal.picture();
  const beyond = wanted.some((key) => settled[key] === null);
  return beyond && ledger.snapshot.through !== null ? "whole" : "recent";
}

const nothingTaken: TakenIn = { bodies: [], problems: [], kept: new Set() };

function fileProblems(state: FileState): readonly Problem[] {
  if (state.is === "empty") {
    const message = "The file is empty. Delete it and study writes it anew.";
    return [{ line: 1, column: 1, message }];
  }
  if (state.is === "unreadable") {
    return [{ line: 1, column: 1, message: `The file can't be read: ${state.why}.` }];
  }
  return [];
}

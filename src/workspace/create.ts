/** Making a workspace. */
import { cpSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { defaultTarget } from "../core/progress/schedule.ts";
import type { Day, Millis, Zone } from "../core/time/calendar.ts";
import type { Minutes } from "../core/time/duration.ts";
import { openSqliteJournal } from "../journal/sqlite/journal.ts";
import { builtInCurricula, checkCurriculumFolder, curriculumOf } from "./content.ts";
import { requireNoLoss } from "./find.ts";
import type { Layout } from "./layout.ts";
import { newDevice, workspaceOver } from "./open.ts";
import { makeState } from "./private.ts";
import { systemReason, Trouble } from "./trouble.ts";
import type { Workspace } from "./workspace.ts";

export interface NewWorkspace {
  /** The name of a built-in curriculum, or the path of a folder that holds one. */
  readonly curriculum: string;
  readonly start: Day | null;
  /** Null for the end of the curriculum's last week. */
  readonly target: Day | null;
  readonly minutesAWeek: Minutes | null;
  readonly timeZone: Zone;
  /** Minutes after midnight at which the learner's day begins. */
  readonly dayStarts: Minutes;
  readonly kind: "own" | "demo";
}

/**
 * Makes the folder and its journal, and renders TRACKER.md. A tracker that lies in the folder already is
 * adopted: what is filled in becomes entries.
 */
export async function createWorkspace(
  layout: Layout,
  wanted: NewWorkspace,
  now: Millis,
): Promise<Workspace> {
  if (existsSync(layout.journal)) {
    throw new Trouble(
      "exists",
      `${layout.folder} is a workspace already. \`study status\` shows it.`,
    );
  }
  requireNoLoss(layout);
  const own = await ownCurriculum(wanted.curriculum);
  const wasThere = existsSync(layout.state);
  try {
    makeState(layout);
    for (const folder of [
      layout.notes,
      join(layout.folder, "code"),
      join(layout.folder, "papers"),
    ]) {
      mkdirSync(folder, { recursive: true });
    }
    if (own !== null) cpSync(own.folder, layout.curriculum, { recursive: true });
    if (wanted.kind === "demo")
      writeFileSync(layout.demoMark, "An example workspace.\n", { mode: 0o600 });
  } catch (error) {
    throw new Trouble("unwritable", sayUnmade(layout, error));
  }
  const name = own?.name ?? wanted.curriculum;
  try {
    const curriculum = await curriculumOf(layout, name);
    const workspace = workspaceOver(
      layout,
      openSqliteJournal(layout.journal, newDevice()),
      curriculum,
    );
    const { start, minutesAWeek, timeZone, dayStarts } = wanted;
    const target =
      wanted.target ?? (start === null ? null : defaultTarget(curriculum, { start, away: [] }));
    const started = await workspace.journal.record(now, () => ({
      steps: [
        {
          by: "cli",
          bodies: [
            { type: "workspace.started", curriculum: name, timeZone, start, target, minutesAWeek },
          ],
        },
        { by: "cli", bodies: dayStarts === 0 ? [] : [{ type: "day.begins", at: dayStarts }] },
      ],
      result: null,
    }));
    if (started.entries.length === 0) throw new Error("a workspace starts with an entry");
    // What is ticked in the document that the curriculum was made from is taken over.
    const document = existsSync(layout.tracker) ? null : curriculum.document;
    if (document !== null) await workspace.adopt(document.text, now, "record");
    await workspace.syncTracker(now);
    return workspace;
  } catch (error) {
    // Half a workspace would be in the way of the next attempt.
    if (!wasThere) rmSync(layout.state, { recursive: true, force: true });
    throw error;
  }
}

interface OwnCurriculum {
  readonly folder: string;
  readonly name: string;
}

/** Null for a built-in one. */
async function ownCurriculum(wanted: string): Promise<OwnCurriculum | null> {
  if (builtInCurricula().includes(wanted)) return null;
  const folder = resolve(wanted);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new Trouble(
      "bad-curriculum",
      `There is no curriculum "${wanted}": name a built-in one (${builtInCurricula().join(", ")}) or a folder.`,
    );
  }
  return { folder, name: (await checkCurriculumFolder(folder)).id };
}

function sayUnmade({ folder }: Layout, error: unknown): string {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === "EEXIST" && path !== undefined) {
    return `A workspace can't be made in ${folder}: ${path} is there and is no folder. Move it away, or choose another folder with --dir.`;
  }
  return `A workspace can't be made in ${folder}: ${systemReason(error)}. Choose another folder with --dir.`;
}

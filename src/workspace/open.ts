/** A workspace on disk: its journal, its curriculum, and what can be done with them. */

import { existsSync } from "node:fs";
import type { Curriculum } from "../core/content/curriculum.ts";
import type { Material } from "../core/content/material.ts";
import type { Command } from "../core/decide/command.ts";
import type { Entry, Origin } from "../core/entries/entry.ts";
import type { Millis } from "../core/time/calendar.ts";
import type { DeviceId } from "../core/time/clock.ts";
import { type Journal, JournalUnavailable } from "../journal/port.ts";
import { lineOf } from "../journal/record.ts";
import { openSqliteJournal } from "../journal/sqlite/journal.ts";
import { readTracker, takeIn } from "../tracker/tracker.ts";
import { latestIn } from "./agreement.ts";
import { curriculumOf, defaultCurriculum, materialOf } from "./content.ts";
import { wholenessOf } from "./cut-off.ts";
import type { Layout } from "./layout.ts";
import { closeState } from "./private.ts";
import {
  copyOfJournal,
  isReadOnly,
  readOnlyJournal,
  readOnlyWorkspace,
  unwritable,
} from "./read-only.ts";
import { keepCopyAside, readFolder, writeTracker } from "./tracker-file.ts";
import { Trouble } from "./trouble.ts";
import { reading, turnsOf } from "./turns.ts";
import { emptyCurriculum } from "./without-curriculum.ts";
import type { Look, Outcome, Workspace } from "./workspace.ts";

/** Eight random characters of base 36. */
export function newDevice(): DeviceId {
  const digits = crypto.getRandomValues(new Uint8Array(8));
  return [...digits].map((digit) => (digit % 36).toString(36)).join("") as DeviceId;
}

/** A workspace, or its journal alone where its curriculum can't be had: that can still be read and saved. */
export type Opened =
  | { readonly is: "whole"; readonly workspace: Workspace }
  | {
      readonly is: "journal";
      readonly journal: Journal;
      readonly why: Trouble;
      /** How things stand, with no paper named. */
      readonly look: (now: Millis) => Promise<Look>;
      readonly curriculum: Curriculum;
    };

export async function openWorkspace(layout: Layout): Promise<Workspace> {
  const opened = await openAnyhow(layout);
  if (opened.is === "whole") return opened.workspace;
  opened.journal.close();
  throw opened.why;
}

export async function openAnyhow(layout: Layout): Promise<Opened> {
  const { journal, readOnly } = journalOf(layout);
  try {
    const { settled } = await journal.picture();
    const name = settled.tally.curriculum ?? defaultCurriculum;
    const curriculum = await curriculumOf(layout, name).catch(asTrouble);
    if (curriculum instanceof Trouble) {
      const { look, curriculum: empty } = workspaceOver(layout, journal, emptyCurriculum(name));
      return { is: "journal", journal, why: curriculum, look, curriculum: empty };
    }
    const workspace = workspaceOver(layout, journal, curriculum);
    return { is: "whole", workspace: readOnly ? readOnlyWorkspace(workspace) : workspace };
  } catch (error) {
    journal.close();
    throw error;
  }
}

function asTrouble(error: unknown): Trouble {
  if (error instanceof Trouble) return error;
  throw error;
}

/** Where nothing can be written, what is there can be looked at all the same: in a copy elsewhere. */
function journalOf(layout: Layout): { readonly journal: Journal; readonly readOnly: boolean } {
  if (isReadOnly(layout)) {
    return { journal: journalByCopy(layout, unwritable(layout)), readOnly: true };
  }
  closeState(layout);
  try {
    return { journal: openSqliteJournal(layout.journal, newDevice()), readOnly: false };
  } catch (error) {
    if (!(error instanceof JournalUnavailable) || error.reason !== "full") throw error;
    return { journal: journalByCopy(layout, error), readOnly: true };
  }
}

/** `why` is what is said when something is to be recorded, and where not even a copy can be made. */
function journalByCopy(layout: Layout, why: JournalUnavailable): Journal {
  const copy = copyOfJournal(layout.journal, why);
  return readOnlyJournal(openSqliteJournal(copy.path, newDevice()), copy, why);
}

export function workspaceOver(layout: Layout, journal: Journal, curriculum: Curriculum): Workspace {
  const turns = turnsOf(layout, journal, curriculum);
  let material: Promise<Material> | null = null;
  let scrubbed = journal.erasedAgain === 0;
  /** A journal that came here with what was forgotten: once the file says what it does, nothing else keeps it. */
  const scrubOnce = async () => {
    if (scrubbed) return;
    scrubbed = true;
    await journal.scrub();
  };

  return {
    folder: layout.folder,
    layout,
    curriculum,
    journal,
    demo: existsSync(layout.demoMark),
    look: async (now) => turns.lookAt(await journal.picture(), now),
    async syncTracker(now) {
      await turns.takeInChecks(now);
      const report = await turns.takeInFile(now);
      await scrubOnce();
      return report;
    },
    material: () => {
      material ??= materialOf(layout, curriculum.id);
      return material;
    },
    async add(made, now) {
      // What the learner changed in the file came first.
      await turns.takeInFile(now);
      const report = await journal.insert(made.map(lineOf));
      if (report.added > 0) await turns.takeInFile(now);
      return report;
    },
    async run(commands: readonly Command[], by: Origin, now): Promise<Outcome> {
      const { refusal, entries, fromFile, look, unsaid } = await turns.take(
        { commands, by, edits: "read" },
        now,
      );
      await scrubOnce();
      return refusal ?? { ok: true, entries, fromFile, look, problems: unsaid };
    },
    async adopt(source, now, way) {
      await turns.takeInFile(now);
      const { entries, result } = await journal.record(now, ({ picture }) => {
        const taken = takeIn(
          readTracker(source, curriculum),
          { is: "none" },
          turns.situationOf(picture, now),
        );
        const steps = way === "record" ? [{ bodies: taken.bodies, by: "import" as const }] : [];
        return { steps, result: taken };
      });
      const { look } = await turns.takeInFile(now);
      const { problems, bodies } = result;
      // What would be recorded has no ids yet.
      const told = way === "record" ? entries : (bodies as readonly Entry[]);
      return { entries: told, problems, unsaid: problems, look };
    },
    async rewriteTracker(now) {
      await turns.take({ ...reading, edits: "ignored" }, now);
    },
    async bringBack(now) {
      const { file } = readFolder(layout);
      const latest = latestIn(await journal.remembered());
      if (latest === null || file.is === "unreadable") return false;
      if (file.is === "present" && wholenessOf(file, latest, now) !== "cut") return false;
      if (file.is === "present" || file.is === "ruined") keepCopyAside(layout, now);
      writeTracker(layout, file, latest.text);
      await turns.takeInFile(now);
      return true;
    },
    close: () => journal.close(),
  };
}

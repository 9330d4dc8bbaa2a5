/** TRACKER.md on disk: read inside the step that records, written before that step is committed. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Curriculum } from "../core/content/curriculum.ts";
import type { Progress } from "../core/progress/progress.ts";
import type { Millis } from "../core/time/calendar.ts";
import type { ViewRecord } from "../journal/port.ts";
import type { Agreed } from "../tracker/edits.ts";
import {
  bringUpToDate,
  type Kept,
  readAgreement,
  writeAgreement,
  writeAnew,
} from "../tracker/tracker.ts";
import type { Layout } from "./layout.ts";
import { replaceFile } from "./replace-file.ts";
import { systemReason } from "./trouble.ts";

/** What the file is, compared with what the journal remembers of it. */
export type FileState =
  | { readonly is: "missing" }
  /** The learner emptied it; it is theirs to delete. */
  | { readonly is: "empty" }
  /** It can't be read as text: the reason in a few words. */
  | { readonly is: "unreadable"; readonly why: string }
  | {
      readonly is: "present";
      readonly onDisk: string;
      /** What to read edits from: the same, unless a power cut took the program's last write back. */
      readonly source: string;
      readonly base: Agreed | null;
    };

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function readTrackerFile(layout: Layout, record: ViewRecord | null): FileState {
  let onDisk: string;
  try {
    onDisk = decoder.decode(readFileSync(layout.tracker));
  } catch (error) {
    if (error instanceof TypeError) return { is: "unreadable", why: "it is not UTF-8 text" };
    const why = systemReason(error);
    return isMissing(error) ? { is: "missing" } : { is: "unreadable", why };
  }
  if (onDisk.trim() === "") return { is: "empty" };
  if (record === null) return { is: "present", onDisk, source: onDisk, base: null };
  const source = writeWasLost(layout, record, onDisk) ? record.text : onDisk;
  return { is: "present", onDisk, source, base: readAgreement(record.agreed) };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function writeWasLost(layout: Layout, record: ViewRecord, onDisk: string): boolean {
  if (onDisk === record.text || onDisk !== record.before) return false;
  return statSync(layout.tracker).mtimeMs < record.at;
}

/** Whether the file says something else than the program last wrote there. */
export function wasEdited(state: FileState, record: ViewRecord | null): boolean {
  return state.is === "present" && (record === null || state.onDisk !== record.text);
}

/** Whether the file is as it was last written, from the same `made`, with nothing to report. */
export function isSettled(state: FileState, record: ViewRecord | null, made: string): boolean {
  return (
    state.is === "present" &&
    record !== null &&
    record.made === made &&
    state.onDisk === record.text
  );
}

export interface Writing {
  readonly state: FileState;
  /** Fields that are left as they are. */
  readonly kept: Kept;
  /** The last writing. */
  readonly record: ViewRecord | null;
  readonly curriculum: Curriculum;
  readonly progress: Progress;
  readonly now: Millis;
  readonly made: string | null;
}

/**
 * Writes the file for `progress` and returns what to remember; null when nothing changed, or when the file was
 * saved by an editor in this very moment: then the next look merges it.
 * Throws what the operating system throws.
 */
export function writeTrackerFile(layout: Layout, writing: Writing): ViewRecord | null {
  const { state, kept, record, curriculum, progress, now, made } = writing;
  if (state.is === "empty" || state.is === "unreadable") return null;
  const before = state.is === "missing" ? null : state.onDisk;
  const { text, agreed } =
    state.is === "missing"
      ? writeAnew(curriculum, progress)
      : bringUpToDate(state.source, state.base, curriculum, progress, kept);
  if (text !== before) {
    const latest = readTrackerFile(layout, null);
    if ((latest.is === "present" ? latest.onDisk : null) !== before) return null;
    replaceFile(layout.tracker, join(layout.state, `TRACKER.md.${process.pid}`), text);
  }
  const stored = writeAgreement(agreed);
  const same = record?.text === text && record.agreed === stored && record.made === made;
  return same ? null : { text, before: before ?? "", at: now, made, agreed: stored };
}

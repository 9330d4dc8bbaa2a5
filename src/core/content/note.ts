/** A note on a paper, as server and page hand it to each other. */
import type { Millis } from "../time/calendar.ts";
import type { PaperId } from "./curriculum.ts";

/** Why a note's file can be looked at and is never written. */
export type Fixed = "not-text" | "too-long";

export interface Note {
  readonly paper: PaperId;
  /** Lines end with a line feed, whatever they end with in the file. */
  readonly text: string;
  /** False while the text is the template and no file has been made. */
  readonly written: boolean;
  readonly fixed: Fixed | null;
}

/** How a state of a note came about: saved by a page, found in the file, brought back, or the file was deleted. */
export type VersionCause = "saved" | "found" | "brought-back" | "taken-back" | "deleted";

/** A state that a note had. */
export interface Version {
  /** Counts up through all notes of a workspace. */
  readonly number: number;
  readonly at: Millis;
  readonly cause: VersionCause;
  /** In characters; null where the note was deleted. */
  readonly length: number | null;
}

export interface SavedNote extends Note {
  /** The file had been changed by somebody else meanwhile, and both changes are in the text now. */
  readonly merged: boolean;
  readonly conflicts: number;
}

/** A change of a note: `text` was made from `base`. */
export interface NoteChange {
  readonly text: string;
  readonly base: string;
  /** Marks of texts that were sent on the way from `base` to `text`, and may have arrived. */
  readonly tried: readonly string[];
}

/** Tells one text from another: 53 bits by two multiplicative hashes. Not for secrets. */
export function markOf(text: string): string {
  let high = 0x9e37_79b9;
  let low = 0x85eb_ca6b ^ text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0xcc9e_2d51);
    low = Math.imul(low ^ code, 0x1b87_3593);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85eb_ca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2_ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85eb_ca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2_ae35);
  return ((high & 0x1f_ffff) * 2 ** 32 + (low >>> 0)).toString(36);
}

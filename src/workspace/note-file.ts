/** A note's bytes as text, and back. Lines of the text end with a line feed; the file's own form is kept. */
import { existsSync, lstatSync, readFileSync, readlinkSync, statSync } from "node:fs";
import type { Fixed } from "../core/content/note.ts";
import { differing } from "../core/words/differing.ts";
import { systemReason, Trouble } from "./trouble.ts";

/** A note longer than this is no note. */
export const noteLimit = 1_000_000;

export type NoteFile =
  | { readonly is: "absent" }
  /** `raw` is the file's text letter for letter. */
  | { readonly is: "text"; readonly text: string; readonly raw: string }
  /** Can be looked at and is never written: as well as it can be read. */
  | { readonly is: "fixed"; readonly text: string; readonly why: Fixed };

/** Throws `Trouble` for what is there and no file, or can't be read. */
export function readNoteFile(path: string, shown: string): NoteFile {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return { is: "absent" };
    // A pipe would be waited for.
    if (!found.isFile()) throw new Trouble("bad-file", `${shown} is not a file; move it away.`);
    return noteIn(readFileSync(path));
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble("unwritable", `${shown} can't be read: ${systemReason(error)}.`);
  }
}

/** Where a link leads that leads to nothing; null for anything else. */
export function danglingTarget(path: string): string | null {
  try {
    return lstatSync(path).isSymbolicLink() && !existsSync(path) ? readlinkSync(path) : null;
  } catch {
    return null;
  }
}

export const danglingSentence = (shown: string, target: string) =>
  `${shown} is a link to ${target}, which is not there. Bring that back, or delete the link.`;

export function noteIn(bytes: Uint8Array): NoteFile {
  let raw: string;
  try {
    raw = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { is: "fixed", text: withLineFeeds(guessed(bytes)), why: "not-text" };
  }
  const text = withLineFeeds(raw);
  return isTooLong(text) ? { is: "fixed", text, why: "too-long" } : { is: "text", text, raw };
}

/** Characters as people count them; a text's length counts some of them twice. */
export function isTooLong(text: string): boolean {
  if (text.length <= noteLimit) return false;
  let characters = 0;
  for (const _ of text) characters += 1;
  return characters > noteLimit;
}

/** To be looked at only: a wrong guess shows some wrong letters. */
function guessed(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder("windows-1252").decode(bytes);
}

const mark = "\uFEFF";

/** Without the mark that some editors put first. */
export function withLineFeeds(raw: string): string {
  const text = raw.startsWith(mark) ? raw.slice(1) : raw;
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** The text in the form of what it takes the place of: each line that stays ends as it did, new ones as most do. */
export function inFormOf(text: string, raw: string): string {
  const first = raw.startsWith(mark) ? mark : "";
  if (!raw.includes("\r")) return first + text;
  const lines = raw.slice(first.length).split(/(?<=\r\n|\r(?!\n)|\n)/);
  const ends = lines.map((line) => /\r\n?$|\n$/.exec(line)?.[0] ?? "");
  const usual = commonest(ends.filter((end) => end !== ""));
  if (ends.every((end) => end === usual || end === "")) {
    return first + text.replaceAll("\n", usual);
  }
  const before = withLineFeeds(raw).split("\n");
  const after = text.split("\n");
  const last = after.length - 1;
  const written: string[] = [];
  let shift = 0;
  let at = 0;
  const upTo = (end: number) => {
    for (; at < end; at += 1) {
      written.push((after[at] ?? "") + (at === last ? "" : ends[at - shift] || usual));
    }
  };
  for (const { fromB, toA, toB } of differing(before, after)) {
    upTo(fromB);
    for (; at < toB; at += 1) written.push((after[at] ?? "") + (at === last ? "" : usual));
    shift = toB - toA;
  }
  upTo(after.length);
  return first + written.join("");
}

function commonest(ends: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1);
  // Of two that are as common the longer one: it is the half of a double conversion that was meant.
  return (
    [...counts].toSorted(([a, many], [b, more]) => more - many || b.length - a.length)[0]?.[0] ??
    "\n"
  );
}

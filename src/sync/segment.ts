/**
 * A segment: a piece of one device's entries as a file, JSON Lines. Each line has its checksum, so that what a syncer
 * has brought only in part, or a disk has changed, is told from what was written. The first line says whose it is.
 */
import * as v from "valibot";
import type { WorkspaceId } from "../core/replica/replica.ts";
import { readLine, writeLine } from "./line.ts";
import { deviceIdSchema } from "./schemas.ts";

const headForm = v.object({
  form: v.literal(1),
  workspace: v.pipe(v.string(), v.minLength(1)),
  device: deviceIdSchema,
});

export type Head = Readonly<v.InferOutput<typeof headForm>> & { readonly workspace: WorkspaceId };

export interface SegmentRead {
  /** Null where it has not come yet, or is damaged. */
  readonly head: Head | null;
  /** The entries' texts, letter for letter. */
  readonly entries: readonly string[];
  /** Numbers of the lines, from 1, that are whole and not what was written. */
  readonly damaged: readonly number[];
  /** The last line has no end yet: the rest of it may come. */
  readonly torn: boolean;
}

/** Of a file that can't be read yet. */
export const nothingYet: SegmentRead = { head: null, entries: [], damaged: [], torn: true };

export function writeHead(head: Head): string {
  return writeLine("head", JSON.stringify(head));
}

/** The entry stands in the line as it is, so that its text comes back letter for letter. */
export function writeEntryLine(text: string): string {
  return writeLine("entry", text);
}

export function readSegment(text: string): SegmentRead {
  const lines = text.split("\n");
  const rest = lines.pop() ?? "";
  const entries: string[] = [];
  const damaged: number[] = [];
  let head: Head | null = null;
  for (const [index, line] of lines.entries()) {
    const read = readLine(line);
    if (read === null) damaged.push(index + 1);
    else if (read.kind === "entry") entries.push(read.body);
    else head ??= headIn(read.body);
  }
  // Whose entries they are is not known before the head has come.
  const known = head === null ? [] : entries;
  return { head, entries: known, damaged, torn: rest !== "" || lines.length === 0 };
}

/** A merge of lines by another program may put one of these twice; the first counts. */
function headIn(body: string): Head | null {
  const read = v.safeParse(headForm, JSON.parse(body));
  return read.success ? (read.output as Head) : null;
}

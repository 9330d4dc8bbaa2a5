/** What was read out of a tracker file: edits, and what could not be understood. */
import type { PaperId } from "../../core/content/curriculum.ts";
import type { Command } from "../../core/decide/command.ts";
import type { Body } from "../../core/entries/entry.ts";
import type { Problem } from "../../core/words/problem.ts";
import type { Desired } from "../desired.ts";
import type { FoundText } from "../scan.ts";

/** What the file said when it was last agreed on. */
export interface Agreed extends Desired {
  /** The papers that had a row. */
  readonly inFile: ReadonlySet<PaperId>;
}

export interface Edit {
  /** The field or line that the edit is in. */
  readonly key: string;
  readonly line: number;
  readonly column: number;
  readonly command: Command;
  /** The text of the field, where the edit is in one. */
  readonly found?: string;
  /** Commands that need what `command` made, from its entries. */
  readonly followUp?: (made: readonly Body[]) => readonly Command[];
}

export interface Reading {
  readonly edits: readonly Edit[];
  readonly problems: readonly Problem[];
  /** Fields whose text must stay as it is. */
  readonly kept: ReadonlySet<string>;
}

/**
 * Whether a field or list was in the agreement that the text was edited from. One that was not is adopted: blanks in
 * it take nothing back, and what is absent is not removed.
 */
export type Mode = "follow" | "adopt";

export const nothingRead: Reading = { edits: [], problems: [], kept: new Set() };

export function editsAlone(edits: readonly Edit[]): Reading {
  return { ...nothingRead, edits };
}

/** Something that is only told. */
export function told(
  at: { readonly line: number; readonly column: number },
  message: string,
): Reading {
  return { ...nothingRead, problems: [{ line: at.line, column: at.column, message }] };
}

/** A field that was not understood: it is told, and its text stays. */
export function rejected(key: string, at: FoundText, message: string): Reading {
  return { ...told(at, message), kept: new Set([key]) };
}

export function joined(readings: readonly Reading[]): Reading {
  return {
    edits: readings.flatMap(({ edits }) => edits),
    problems: readings.flatMap(({ problems }) => problems),
    kept: new Set(readings.flatMap(({ kept }) => [...kept])),
  };
}

export function editAt(key: string, found: FoundText, command: Command): Edit {
  return { key, line: found.line, column: found.column, command };
}

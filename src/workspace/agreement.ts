/** What TRACKER.md and journal last agreed on, as the store beside the entries keeps it. */
import type { PaperId } from "../core/content/curriculum.ts";
import type { Problem } from "../core/words/problem.ts";
import type { Remembered } from "../journal/agreements.ts";
import type { Agreed } from "../tracker/edits/reading.ts";

export interface Agreement {
  /** The mark of the text; null for one of a version that wrote none. */
  readonly mark: string | null;
  /** The text that the file has once it is written. */
  readonly text: string;
  /** What the text was made from: a journal, a day, a curriculum. Null for a text that only was read. */
  readonly made: string | null;
  /** How many times edits had been taken in before it was written; 0 for a text that only was read. */
  readonly round: number;
  readonly agreed: Agreed;
  /** What could not be understood in the text that was read. */
  readonly problems: readonly Problem[];
  /** The messages of those that the learner has been told. */
  readonly said: readonly string[];
  /** The fingerprint of the text that this one took the place of; null where there was none. */
  readonly replaced: string | null;
}

/**
 * One line for each value, so that two agreements differ in few lines: the text, then what it agrees on, then
 * what changes every time.
 */
export function writeAgreement(agreement: Agreement): string {
  const { text, agreed, ...rest } = agreement;
  const lines = text.split("\n");
  return [
    String(lines.length),
    ...lines,
    ...Object.entries(agreed.fields).map((field) => JSON.stringify({ field })),
    ...Object.entries(agreed.lists).map((list) => JSON.stringify({ list })),
    ...agreed.papers.map((paper) => JSON.stringify({ paper })),
    JSON.stringify({ inFile: [...agreed.inFile] }),
    JSON.stringify({ rest }),
  ].join("\n");
}

type Part =
  | { readonly field: [string, Agreed["fields"][string]] }
  | { readonly list: [string, Agreed["lists"][string]] }
  | { readonly paper: Agreed["papers"][number] }
  | { readonly inFile: readonly Agreed["papers"][number]["id"][] }
  /** Those of earlier versions say no round. */
  | { readonly rest: Omit<Agreement, "text" | "agreed" | "round"> & { readonly round?: number } };

/** Null for a value that is none: the file is then taken for one that was never agreed on. */
export function readAgreement(value: string): Agreement | null {
  try {
    return value.startsWith("{") ? readFirstForm(value) : readLines(value.split("\n"));
  } catch {
    return null;
  }
}

function readLines([count = "0", ...lines]: readonly string[]): Agreement | null {
  const text = lines.slice(0, Number(count)).join("\n");
  const parts = lines.slice(Number(count)).map((line) => JSON.parse(line) as Part);
  const rest = parts.find((part) => "rest" in part)?.rest;
  if (rest === undefined) return null;
  const agreed: Agreed = {
    fields: Object.fromEntries(parts.flatMap((part) => ("field" in part ? [part.field] : []))),
    lists: Object.fromEntries(parts.flatMap((part) => ("list" in part ? [part.list] : []))),
    papers: parts.flatMap((part) => ("paper" in part ? [part.paper] : [])),
    inFile: new Set(parts.flatMap((part) => ("inFile" in part ? part.inFile : []))),
  };
  return { ...rest, round: rest.round ?? 0, text, agreed };
}

/** As version 0.1 kept it. Its lists were those that the journal had, shown or not, so an absent line says nothing. */
function readFirstForm(value: string): Agreement | null {
  const { text, agreed } = JSON.parse(value) as {
    readonly text: string;
    readonly agreed: Omit<Agreed, "inFile"> & { readonly inFile: readonly PaperId[] };
  };
  const inFile = new Set(agreed.inFile);
  return {
    mark: null,
    text,
    made: null,
    round: 0,
    agreed: { ...agreed, inFile },
    problems: [],
    said: [],
    replaced: null,
  };
}

/** The last that a store remembers; null for none. */
export function latestIn({ latest }: Remembered): Agreement | null {
  return latest === null ? null : readAgreement(latest);
}

/** How far back the nearest is looked for, for a text without a mark. */
const nearestAmong = 64;

/** The newest agreements, the latest first. */
export function newestIn(remembered: Remembered): readonly Agreement[] {
  return valuesIn(remembered)
    .take(nearestAmong)
    .map(readAgreement)
    .filter((agreement) => agreement !== null)
    .toArray();
}

export interface Named {
  readonly agreements: readonly Agreement[];
  /** How many agreements the latest of them is behind the last one. */
  readonly age: number;
}

/** The agreements whose texts bear that mark, the latest first: as a rule one. */
export function namedIn(remembered: Remembered, mark: string): Named {
  const agreements: Agreement[] = [];
  let age = 0;
  let at = 0;
  for (const value of valuesIn(remembered)) {
    if (agreements.length > 0 && at - age >= nearestAmong) break;
    // To read a value costs more than to look for the mark in it.
    const agreement = value.includes(`study:${mark}`) ? readAgreement(value) : null;
    if (agreement?.mark === mark) {
      if (agreements.length === 0) age = at;
      agreements.push(agreement);
    }
    at += 1;
  }
  return { agreements, age };
}

function* valuesIn({ latest, earlier }: Remembered): Generator<string, void> {
  if (latest === null) return;
  yield latest;
  yield* earlier();
}

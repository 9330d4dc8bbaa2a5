/** The sections of a tracker file: which part of the document each line stands in. */

import type { DocumentPart } from "../core/content/curriculum.ts";
import { plainName } from "../core/content/names.ts";
import type { Line } from "./blocks.ts";
import { sections } from "./form.ts";
import { plainWords } from "./plain.ts";
import { type Heading, headingAt } from "./shapes/heading.ts";

/** The names that a curriculum gives to parts of the file. */
export interface Vocabulary {
  readonly bonusTitle: string;
  readonly phases: readonly {
    readonly number: number;
    readonly title: string;
    readonly target: string;
  }[];
  readonly weeks: readonly { readonly number: number; readonly title: string }[];
  readonly resources: readonly { readonly title: string; readonly list: string }[];
  readonly rewards: readonly { readonly label: string; readonly key: string }[];
  /** Sections that only show what the curriculum says. */
  readonly fixed: readonly { readonly title: string; readonly lines: readonly string[] }[];
  /** The headings of a document of the curriculum's own; then the names above mean nothing. */
  readonly document: readonly DocumentPart[] | null;
}

export type Place =
  | { readonly in: "overall" | "overview" | "milestones" | "rewards" }
  | { readonly in: "table"; readonly table: string; readonly phase: number | null }
  | { readonly in: "week"; readonly week: number }
  | { readonly in: "resources"; readonly list: string }
  /** Below a heading of a document of its own: a week's tasks, a phase's papers, or both. */
  | {
      readonly in: "part";
      readonly part: number;
      readonly week: number | null;
      readonly phase: number | null;
    }
  /** A section of the document that has nothing to fill in. */
  | { readonly in: "fixed"; readonly title: string };

/**
 * `own` stands right below the section's heading, `after` behind a thematic break, `under` below another heading
 * that is not the document's, `deeper` below one that is a part of the section, and `hidden` inside code, a comment
 * or HTML.
 */
export interface SectionLine {
  readonly line: Line;
  readonly where: "own" | "after" | "under" | "deeper" | "hidden";
}

export interface Section {
  readonly place: Place;
  readonly heading: Heading;
  readonly lines: readonly SectionLine[];
}

export interface Sections {
  readonly all: readonly Section[];
  /** Headings that are not the document's, and second ones of its own. */
  readonly foreign: readonly Heading[];
  /** Headings that are as good as one of the document's that stands elsewhere: what is below them is not read. */
  readonly second: readonly { readonly heading: Heading; readonly first: Heading }[];
  /** The lines behind the last thematic break of the file that no heading follows. */
  readonly foot: readonly Line[];
}

interface Candidate {
  readonly index: number;
  readonly heading: Heading;
  readonly place: Place | null;
  readonly fit: number;
}

export function sectionsOf(lines: readonly Line[], vocabulary: Vocabulary): Sections {
  const candidates = candidatesIn(lines, vocabulary);
  const chosen = chooseBest(candidates);
  const headings = new Map(
    candidates
      .filter((one) => chosen.has(one) || countsAsHeading(one))
      .map((one) => [one.index, one]),
  );
  const all: { place: Place; heading: Heading; lines: SectionLine[] }[] = [];
  const foreign: Heading[] = [];
  let foot: Line[] = [];
  let where: Exclude<SectionLine["where"], "hidden"> = "own";
  let broken = false;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as Line;
    const found = headings.get(index);
    if (found !== undefined) {
      index += found.heading.lines - 1;
      foot = [];
      broken = false;
      if (chosen.has(found) && found.place !== null) {
        all.push({ place: found.place, heading: found.heading, lines: [] });
        where = "own";
      } else {
        foreign.push(found.heading);
        where =
          where !== "under" && isWithin(found.heading, all.at(-1)?.heading) ? "deeper" : "under";
      }
      continue;
    }
    if (!line.opaque && isBreak(line.text)) {
      broken = true;
      foot = [];
      if (where === "own") where = "after";
      continue;
    }
    if (broken && !line.opaque) foot.push(line);
    all.at(-1)?.lines.push({ line, where: line.opaque ? "hidden" : where });
  }
  return { all, foreign, second: secondOnes(candidates, chosen), foot };
}

function secondOnes(
  candidates: readonly Candidate[],
  chosen: ReadonlySet<Candidate>,
): Sections["second"] {
  const first = new Map([...chosen].map((one) => [JSON.stringify(one.place), one]));
  return candidates.flatMap((one) => {
    const best = one.place === null ? undefined : first.get(JSON.stringify(one.place));
    const as = best !== undefined && best !== one && best.fit === one.fit && countsAsHeading(one);
    return as ? [{ heading: one.heading, first: best.heading }] : [];
  });
}

function isWithin(heading: Heading, section: Heading | undefined): boolean {
  return section?.form === "hashes" && heading.level > section.level;
}

/** A line in bold, or one that a rule happens to follow, is a heading only where the document has one. */
function countsAsHeading({ heading, place }: Candidate): boolean {
  if (heading.form === "hashes") return true;
  return heading.form === "underlined" && (heading.level === 1 || place !== null);
}

/** Headings as the document's own, by the titles above them; of the same titles in their order. */
function documentCandidates(
  lines: readonly Line[],
  parts: readonly DocumentPart[],
): readonly Candidate[] {
  const waiting = new Map<string, { readonly part: DocumentPart; readonly index: number }[]>();
  for (const [index, part] of parts.entries()) {
    const key = pathKey(part.heading);
    waiting.set(key, [...(waiting.get(key) ?? []), { part, index }]);
  }
  const candidates: Candidate[] = [];
  const above: { readonly level: number; readonly title: string }[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const heading = headingAt(lines, index);
    if (heading === null || heading.form === "bold") continue;
    while ((above.at(-1)?.level ?? 0) >= heading.level) above.pop();
    above.push({ level: heading.level, title: heading.title.text });
    const found = waiting.get(pathKey(above.map(({ title }) => title)))?.shift();
    const place: Place | null =
      found === undefined
        ? null
        : { in: "part", part: found.index, week: found.part.week, phase: found.part.phase };
    candidates.push({ index, heading, place, fit: 10 });
    index += heading.lines - 1;
  }
  return candidates;
}

function pathKey(titles: readonly string[]): string {
  return titles.map((title) => plainName(titleWords(title)) || title.trim()).join(" > ");
}

function candidatesIn(lines: readonly Line[], vocabulary: Vocabulary): readonly Candidate[] {
  if (vocabulary.document !== null) return documentCandidates(lines, vocabulary.document);
  const places = placesOf(vocabulary);
  const candidates: Candidate[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const heading = headingAt(lines, index);
    if (heading === null) continue;
    const { place, fit } = placeOf(heading, vocabulary, places);
    candidates.push({ index, heading, place, fit });
    if (heading.form === "underlined" && place !== null) index += 1;
  }
  return candidates;
}

/** Of several headings of one name the one most like the document's, and of those the first. */
function chooseBest(candidates: readonly Candidate[]): ReadonlySet<Candidate> {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    if (candidate.place === null) continue;
    const name = JSON.stringify(candidate.place);
    const known = best.get(name);
    if (known === undefined || candidate.fit > known.fit) best.set(name, candidate);
  }
  return new Set(best.values());
}

interface Named {
  readonly place: Place;
  readonly level: number;
}

function placesOf(vocabulary: Vocabulary): ReadonlyMap<string, Named> {
  const bonus: Place = { in: "table", table: "bonus", phase: null };
  const fixed = [sections.phases, sections.goals, sections.all, sections.resources].map(
    (title) => ({
      title,
      level: 2,
    }),
  );
  const named: readonly (readonly [string, Place, number])[] = [
    ...fixed.map(({ title, level }) => [title, { in: "fixed", title }, level] as const),
    ...["Study Tips", "Review Schedule"].map(
      (title) => [title, { in: "fixed", title }, 2] as const,
    ),
    ...vocabulary.fixed.map(({ title }) => [title, { in: "fixed", title }, 3] as const),
    [sections.overall, { in: "overall" }, 2],
    [sections.overview, { in: "overview" }, 3],
    [sections.milestones, { in: "milestones" }, 3],
    [sections.rewards, { in: "rewards" }, 3],
    [vocabulary.bonusTitle, bonus, 3],
    [vocabulary.bonusTitle.replace(/\(.*\)/, ""), bonus, 3],
    ...vocabulary.resources.map(
      ({ title, list }) => [title, { in: "resources", list }, 3] as const,
    ),
  ];
  // The first of a name has it: a resource group may be called as a section is.
  return new Map(
    [...named].reverse().map(([title, place, level]) => [plainName(title), { place, level }]),
  );
}

/** How like the document's own heading: its name, its level, its hashes. */
function placeOf(
  heading: Heading,
  vocabulary: Vocabulary,
  places: ReadonlyMap<string, Named>,
): { readonly place: Place | null; readonly fit: number } {
  const none = { place: null, fit: 0 };
  const title = titleWords(heading.title.text);
  if (title.length > 300) return none;
  const shape = heading.form === "hashes" ? 2 : 0;
  const numbered = /^(phase|week)\s*#?(\d{1,4})(?![\d\p{L}])(.*)$/iu.exec(title);
  if (numbered !== null) {
    const [, kind = "", digits = "", rest = ""] = numbered;
    const number = Number(digits);
    const part = (kind.toLowerCase() === "phase" ? vocabulary.phases : vocabulary.weeks).find(
      (one) => one.number === number,
    );
    if (part === undefined || /^\s*(?:progress|complete)\b/i.test(rest)) return none;
    const level = heading.level === 3 ? 1 : 0;
    const named = plainName(rest).startsWith(plainName(part.title)) ? 4 : 0;
    const apart = rest.trim() === "" || /^\s*[^\p{L}\p{N}\s]/u.test(rest) ? 2 : 0;
    // A title without its sign, such as "Week 1 in review", is the document's only at its level.
    if (named + apart === 0 && (level === 0 || shape === 0)) return none;
    const place: Place =
      "target" in part
        ? { in: "table", table: digitsOf(number), phase: number }
        : { in: "week", week: number };
    return { place, fit: 10 + named + apart + level + shape };
  }
  const known = places.get(plainName(title));
  if (known === undefined) return none;
  return { place: known.place, fit: 10 + (heading.level === known.level ? 1 : 0) + shape };
}

function digitsOf(number: number): string {
  return String(number);
}

/** A title without signs, numbers in front of it, links and emphasis. */
export function titleWords(title: string): string {
  return plainWords(title)
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .replace(/^(?:(?:\d{1,3}\.)+\d{0,3}|\d{1,3}[.)]|[IVX]{1,5}\.|[A-Z][.)])\s+/u, "")
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .replace(/:$/, "")
    .trim();
}

/** A thematic break (CommonMark 0.31 section 4.1). */
function isBreak(text: string): boolean {
  const packed = text.length > 1000 ? "" : text.replace(/[ \t\u00a0]/g, "");
  return packed.length >= 3 && /^(-+|\*+|_+)$/.test(packed) && !/^ {4}/.test(text);
}

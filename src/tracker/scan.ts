/**
 * Finds in a tracker file what the program understands: fields, checklist lines and table rows, each with its
 * place. Everything else is the learner's own text and is never looked at again.
 */
import { plainName } from "../core/content/names.ts";
import type { Problem } from "../core/words/problem.ts";
import { blocksIn, type Line } from "./blocks.ts";
import { labels } from "./form.ts";
import { type FoundList, scanList, wrappedText } from "./scan-list.ts";
import { type FoundTable, scanTable } from "./scan-table.ts";
import {
  type Section,
  type SectionLine,
  type Sections,
  sectionsOf,
  type Vocabulary,
} from "./sections.ts";
import { type Labelled, labelledIn, upToLabel, withoutTail } from "./shapes/label.ts";
import type { FoundText } from "./shapes/span.ts";

export type { FoundItem, FoundList } from "./scan-list.ts";
export type { FoundRow, FoundTable } from "./scan-table.ts";
export type { Vocabulary } from "./sections.ts";
export type { FoundText, Span } from "./shapes/span.ts";

export interface FoundField extends FoundText {
  /** With the lines that go on with it; null for none. */
  readonly wrapped: FoundText | null;
}

export interface Scan {
  readonly source: string;
  /** By key; the keys are those of `Desired.fields`, paper rows excepted. */
  readonly fields: ReadonlyMap<string, FoundField>;
  /** By list: `week:1`, `milestones`, `resources:Books`. */
  readonly lists: ReadonlyMap<string, FoundList>;
  /** By phase; the bonus table is `bonus`. */
  readonly tables: ReadonlyMap<string, FoundTable>;
  /** Names at the head of rows that are in none of the tables: papers that stand there are not gone. */
  readonly elsewhere: ReadonlySet<string>;
  /** Where the block of a week ends, by its number. */
  readonly weekEnds: ReadonlyMap<number, number>;
  readonly sections: Sections;
  /** The line that opens code or a comment which never ends. */
  readonly unclosed: Line | null;
  readonly vocabulary: Vocabulary;
  readonly eol: "\n" | "\r\n";
  readonly problems: readonly Problem[];
}

export function scanTracker(source: string, vocabulary: Vocabulary): Scan {
  const { lines, unclosed } = blocksIn(source);
  const sections = sectionsOf(lines, vocabulary);
  const fields = new Map<string, FoundField>();
  const lists = new Map<string, FoundList>();
  const tables = new Map<string, FoundTable>();
  const weekEnds = new Map<number, number>();
  const problems: Problem[] = [];
  if (unclosed !== null) problems.push(unclosedProblem(unclosed));
  problems.push(...sections.second.map(secondProblem));
  for (const section of sections.all) {
    const { place, lines: inside } = section;
    const list = listOf(section);
    if (list !== null) {
      const found = scanList(source, inside, endOfHeading(section));
      lists.set(list, joinedLists(lists.get(list), found));
    }
    for (const [key, found] of fieldsIn(source, section, vocabulary)) {
      if (!fields.has(key)) fields.set(key, found);
    }
    // What would be written into a fence that nobody closed could not be read again.
    const end = endOf(section);
    if (
      (place.in === "week" || place.in === "part") &&
      place.week !== null &&
      (unclosed === null || end <= unclosed.start)
    ) {
      weekEnds.set(place.week, end);
    }
    if (place.in === "table") {
      const table = scanTable(inside, problems);
      if (table !== null) tables.set(place.table, table);
    }
    if (place.in === "part" && place.phase !== null) {
      const table = scanTable(inside, problems);
      const key = String(place.phase);
      if (table !== null) tables.set(key, joinedTables(tables.get(key), table));
    }
  }
  for (const [key, found] of footFields(lines, sections)) fields.set(key, found);
  return {
    source,
    fields,
    lists,
    tables,
    elsewhere: elsewhereIn(lines, tables),
    weekEnds,
    sections,
    unclosed,
    vocabulary,
    eol: lineBreakOf(source),
    problems,
  };
}

/** A week's tasks may stand below several headings of a document; a further line goes behind the last. */
function joinedLists(before: FoundList | undefined, found: FoundList): FoundList {
  if (before === undefined) return found;
  return {
    items: [...before.items, ...found.items],
    others: [...before.others, ...found.others],
    insertAt: found.items.length > 0 ? found.insertAt : before.insertAt,
  };
}

function joinedTables(before: FoundTable | undefined, found: FoundTable): FoundTable {
  return before === undefined ? found : { ...found, rows: [...before.rows, ...found.rows] };
}

function listOf({ place }: Section): string | null {
  if (place.in === "part") return place.week === null ? null : `week:${place.week}`;
  if (place.in === "week") return `week:${place.week}`;
  if (place.in === "milestones") return "milestones";
  return place.in === "resources" ? place.list : null;
}

function endOfHeading({ heading, lines }: Section): number {
  const first = lines[0];
  if (first !== undefined) return first.line.start;
  return heading.end;
}

/** Behind the last line of a section that is its own. */
function endOf(section: Section): number {
  const last = section.lines.findLast(
    ({ line, where }) => (where === "own" || where === "hidden") && line.text.trim() !== "",
  );
  return last?.line.next ?? endOfHeading(section);
}

/** The fields of a section, by the labels that it may have. */
function fieldsIn(
  source: string,
  { place, lines }: Section,
  vocabulary: Vocabulary,
): readonly (readonly [string, FoundField])[] {
  const known = labelsOf(place, vocabulary);
  if (known.size === 0) return [];
  return lines.flatMap(({ line, where }, index) => {
    if (where === "under" || where === "hidden") return [];
    const found = labelledIn(line);
    const key = found === null ? undefined : known.get(found.label);
    if (found === null || key === undefined) return [];
    // Goals and rewards stand alone; what looks like a label in one is a word of it.
    const { value } = found;
    const own = /^(?:goal|reward):/.test(key) ? value : upToLabel(value, allLabels);
    return [[key, fieldOf(source, lines, index, { value, own })] as const];
  });
}

const allLabels = Object.values(labels);

function fieldOf(
  source: string,
  lines: readonly SectionLine[],
  index: number,
  { value, own }: { readonly value: FoundText; readonly own: FoundText },
): FoundField {
  const found = withoutTail(own);
  const wrapped = found.end === value.end ? wrappedText(source, lines, index, found) : null;
  return { ...found, wrapped: wrapped === null ? null : withoutTail(wrapped) };
}

const overall = ["start", "target", "phase"] as const;
const overview = ["read", "implemented", "hours", "implementHours"] as const;
const overviewLabels: ReadonlyMap<string, string> = new Map(
  [...overall, ...overview].map((key) => [plainName(labels[key]), key]),
);

function labelsOf(place: Section["place"], vocabulary: Vocabulary): ReadonlyMap<string, string> {
  switch (place.in) {
    case "overall":
    case "overview":
      return overviewLabels;
    case "week":
      return new Map([[plainName(labels.goal), `goal:${place.week}`]]);
    case "table":
      if (place.phase === null) return new Map();
      return new Map([[`phase${place.phase}progress`, `phase:${place.phase}`]]);
    case "rewards":
      return new Map(vocabulary.rewards.map(({ label, key }) => [plainName(label), key]));
    case "part":
      return place.week === null
        ? new Map()
        : new Map([[plainName(labels.goal), `goal:${place.week}`]]);
    case "milestones":
    case "resources":
    case "fixed":
      return new Map();
    default:
      return place satisfies never;
  }
}

/** The dates at the foot of the file; without a foot, wherever they stand in bold. */
function footFields(lines: readonly Line[], { foot }: Sections): ReadonlyMap<string, FoundField> {
  const atFoot = datesIn(foot, "any");
  const missing = (["updated", "nextReview"] as const).some((key) => !atFoot.has(key));
  return missing ? new Map([...datesIn(lines, "bold"), ...atFoot]) : atFoot;
}

function datesIn(
  lines: readonly Line[],
  emphasis: "any" | "bold",
): ReadonlyMap<string, FoundField> {
  const fields = new Map<string, FoundField>();
  const names = new Map(
    (["updated", "nextReview"] as const).map((key) => [plainName(labels[key]), key] as const),
  );
  for (const line of lines) {
    if (line.opaque || (!line.text.includes(":") && !line.text.includes("："))) continue;
    for (const found of labelledAll(line)) {
      const key = names.get(found.label);
      if (key === undefined || (emphasis === "bold" && found.emphasis !== "bold")) continue;
      const value = upToLabel(found.value, allLabels);
      // The stamp has a comment of the program's own behind it.
      const bare = key === "updated" ? withoutBreak(value) : withoutTail(value);
      fields.set(key, { ...bare, wrapped: null });
    }
  }
  return fields;
}

/** A line's label, and a second one that a formatter has put behind it. */
function labelledAll(line: Line): readonly Labelled[] {
  const first = labelledIn(line);
  if (first === null) return [];
  const { value } = first;
  const cut = upToLabel(value, allLabels);
  if (cut.end === value.end) return [first];
  const at = cut.end - line.start;
  const rest = line.text.slice(at);
  const gap = rest.length - rest.trimStart().length;
  const second = labelledIn({ ...line, start: cut.end + gap, text: rest.slice(gap) });
  if (second === null) return [first];
  return [first, { ...second, value: { ...second.value, column: second.value.column + at + gap } }];
}

function withoutBreak(found: FoundText): FoundText {
  const text = found.text.replace(/\s*(?:\\|<br ?\/?>)$/i, "");
  return text === found.text ? found : { ...found, text, end: found.start + text.length };
}

/** The names at the head of rows outside of the tables. */
function elsewhereIn(
  lines: readonly Line[],
  tables: ReadonlyMap<string, FoundTable>,
): ReadonlySet<string> {
  const owned = new Set(
    [...tables.values()].flatMap(({ rows }) => rows.map(({ line }) => line.number)),
  );
  const names = new Set<string>();
  for (const line of lines) {
    const row = line.text.trimStart();
    if (!row.startsWith("|") || owned.has(line.number)) continue;
    const name = row.slice(1, 400).split("|", 1)[0] ?? "";
    names.add(plainName(name));
  }
  return names;
}

function secondProblem({ heading, first }: Sections["second"][number]): Problem {
  return {
    line: heading.title.line,
    column: heading.title.column,
    message: `"${heading.title.text}" appears twice; the one in line ${first.title.line} is read, and this one is left as it is.`,
  };
}

function unclosedProblem({ number, text }: Line): Problem {
  const message = text.trimStart().startsWith("<!--")
    ? "The comment that begins here never ends, so everything below it is hidden; end it with -->."
    : "The code that begins here never ends, so everything below it is code; close it with the same marks on a line of their own.";
  return { line: number, column: 1, message };
}

function lineBreakOf(source: string): "\n" | "\r\n" {
  const newline = source.indexOf("\n");
  return newline > 0 && source[newline - 1] === "\r" ? "\r\n" : "\n";
}

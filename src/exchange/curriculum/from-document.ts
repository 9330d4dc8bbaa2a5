/** A curriculum from a document: its headings as weeks and phases, its checklists as tasks, its tables as papers. Pure. */
import type { DocumentPart, Paper } from "../../core/content/curriculum.ts";
import { freshId, plainName } from "../../core/content/names.ts";
import { blocksIn } from "../../tracker/blocks.ts";
import { columns } from "../../tracker/form.ts";
import { titleWords } from "../../tracker/sections.ts";
import { cellsOf } from "../../tracker/shapes/cells.ts";
import { headingAt } from "../../tracker/shapes/heading.ts";
import { itemLine } from "../../tracker/shapes/item-line.ts";
import { tailOf } from "../../tracker/shapes/tail.ts";
import { cellName } from "../../tracker/vocabulary.ts";
import { arxivAlone } from "../markdown/links.ts";
import { unitOf } from "../markdown/units.ts";

/** A heading with what stands right below it. */
interface Part {
  readonly heading: readonly string[];
  readonly level: number;
  readonly tasks: readonly { readonly text: string; readonly done: boolean }[];
  readonly papers: readonly PaperRow[];
}

export interface PaperRow {
  readonly name: string;
  readonly arxiv: string | null;
  readonly url: string | null;
}

export interface WeekMade {
  readonly number: number;
  readonly title: string;
  readonly tasks: readonly { readonly id: string; readonly text: string }[];
}

export interface PhaseMade {
  readonly number: number;
  readonly title: string;
  readonly weeks: { readonly least: number; readonly most: number };
  readonly papers: readonly string[];
}

export interface PaperMade extends PaperRow {
  readonly id: string;
  /** What is known of it from elsewhere. */
  readonly known: Paper | null;
}

export interface CurriculumMade {
  readonly title: string;
  readonly phases: readonly PhaseMade[];
  readonly weeks: readonly WeekMade[];
  readonly papers: readonly PaperMade[];
  readonly parts: readonly DocumentPart[];
  readonly ticked: number;
}

/** Null for a document without any task or paper. `known` are papers of which more is known than a row says. */
export function curriculumIn(
  document: string,
  title: string,
  known: readonly Paper[],
): CurriculumMade | null {
  const parts = partsOf(document);
  const filled = parts.filter(({ tasks, papers }) => tasks.length + papers.length > 0);
  if (filled.length === 0) return null;
  const units = unitsOf(filled);
  const used = new Set<string>();
  const fresh = (text: string) => {
    const id = freshId(text, used);
    used.add(id);
    return id;
  };
  const papers = papersOf(filled, known);
  const idOf = new Map(papers.flatMap((paper) => [[plainName(paper.name), paper.id] as const]));
  const firsts = firstWeeks(units);
  const weeks = units.flatMap((unit, index) =>
    weekTitles(unit).map(
      (name, nth): WeekMade => ({
        number: (firsts[index] ?? 1) + nth,
        title: name,
        tasks:
          nth > 0
            ? []
            : unit.parts.flatMap(({ tasks }) =>
                tasks.map(({ text }) => ({ id: fresh(text), text })),
              ),
      }),
    ),
  );
  const phases = phasesOf(units, firsts, title, idOf);
  return {
    title,
    phases,
    weeks,
    papers,
    ticked: filled.flatMap(({ tasks }) => tasks).filter(({ done }) => done).length,
    parts: parts.map(({ heading, papers: rows, tasks }) => {
      const at = units.findIndex(({ parts: inside }) =>
        inside.some((one) => one.heading === heading),
      );
      const week = firsts[at] ?? 0;
      const phase = phases.find(({ weeks: range }) => range.least <= week && week <= range.most);
      return {
        heading,
        week: at < 0 || (tasks.length === 0 && rows.length > 0) ? null : week,
        phase: rows.length === 0 ? null : (phase?.number ?? null),
      };
    }),
  };
}

function partsOf(document: string): readonly Part[] {
  const { lines } = blocksIn(document);
  const parts: {
    heading: string[];
    level: number;
    tasks: Part["tasks"][number][];
    papers: PaperRow[];
  }[] = [];
  const above: { level: number; title: string }[] = [];
  let link = -1;
  let inTable = false;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || line.opaque) continue;
    const heading = headingAt(lines, index);
    if (heading !== null && heading.form !== "bold") {
      while ((above.at(-1)?.level ?? 0) >= heading.level) above.pop();
      above.push({ level: heading.level, title: heading.title.text });
      parts.push({
        heading: above.map(({ title }) => title),
        level: heading.level,
        tasks: [],
        papers: [],
      });
      index += heading.lines - 1;
      inTable = false;
      continue;
    }
    const part = parts.at(-1);
    if (part === undefined) continue;
    if (line.text.trimStart().startsWith("|")) {
      const cells = cellsOf(line, null);
      if (ours.every((name, at) => cells[at]?.text === name)) {
        inTable = true;
        link = cells.findIndex(
          ({ text }, at) => at >= ours.length && /link|arxiv|url|pdf|source/i.test(text),
        );
      } else if (inTable && !/^[\s|:-]+$/.test(line.text)) {
        part.papers.push(
          rowOf(
            cells.map(({ text }) => text),
            link,
            line.text,
          ),
        );
      }
      continue;
    }
    inTable = false;
    const { mark, text } = itemLine(line);
    if (mark?.form !== "box" || mark.done === null || text.text === "") continue;
    const words = text.text.slice(0, tailOf(text.text).words).trim();
    if (words !== "") part.tasks.push({ text: words.slice(0, 1900), done: mark.done });
  }
  return parts;
}

const ours = Object.values(columns);

function rowOf(cells: readonly string[], link: number, line: string): PaperRow {
  const said = link < 0 ? line : (cells[link] ?? "");
  const url = /https?:\/\/[^\s)>|]+/.exec(said)?.[0] ?? null;
  return { name: cellName(cells[0] ?? ""), arxiv: link < 0 ? null : arxivAlone(said), url };
}

interface Unit {
  readonly title: string;
  /** The heading that holds several of them: a phase's. */
  readonly group: string | null;
  readonly kind: "week" | "day" | "part" | null;
  /** How many weeks its heading says that it has. */
  readonly range: number | null;
  readonly parts: readonly Part[];
}

/** The stretches that the learner divides the work into, a week each; seven days that are counted make one. */
function unitsOf(parts: readonly Part[]): readonly Unit[] {
  const named = parts.map((part) => ({ part, ...unitHeading(part.heading) }));
  const days = new Map<string, number>();
  for (const { key, kind } of named) if (kind === "day" && !days.has(key)) days.set(key, days.size);
  const keyOf = (key: string, kind: Unit["kind"]) =>
    kind === "day" ? `days ${Math.floor((days.get(key) ?? 0) / 7)}` : key;
  const groups = Map.groupBy(named, ({ key, kind }) => keyOf(key, kind));
  return [...groups].map(([key, all]) => {
    const [first] = all;
    const title =
      first?.kind === "day" ? daysTitle(Number(key.slice(5)), days.size) : (first?.title ?? "");
    return {
      title: first?.kind === "day" ? title : titled(title),
      group: first?.group ?? null,
      kind: first?.kind ?? null,
      range: rangeIn(first?.title ?? ""),
      parts: all.map(({ part }) => part),
    };
  });
}

const mostWeeksOfUnit = 60;

/** A week for each that is said, as in `Phase 2 (Weeks 5-8)`, or else for each paper. */
function weekTitles({ title, kind, parts, range }: Unit): readonly string[] {
  if (kind === "week" || kind === "day") return [title];
  const papers = parts.flatMap(({ papers: rows }) => rows.map(({ name }) => name));
  const count = Math.max(1, Math.min(mostWeeksOfUnit, range ?? papers.length));
  const tasks = parts.some((part) => part.tasks.length > 0);
  return Array.from({ length: count }, (_, nth) => {
    const paper = range === null && (nth > 0 || !tasks) ? papers[nth] : undefined;
    return paper ?? (nth === 0 ? title : `${title} (${nth + 1})`);
  });
}

/** The number of each unit's first week. */
function firstWeeks(units: readonly Unit[]): readonly number[] {
  let next = 1;
  return units.map((unit) => {
    const first = next;
    next += weekTitles(unit).length;
    return first;
  });
}

function rangeIn(heading: string): number | null {
  const [, from, to] = /\bweeks?\s*(\d{1,3})\s*[-–—]\s*(\d{1,3})\b/i.exec(heading) ?? [];
  const count = Number(to) - Number(from) + 1;
  return from === undefined || count < 1 || count > mostWeeksOfUnit ? null : count;
}

function daysTitle(week: number, all: number): string {
  return `Days ${week * 7 + 1} to ${Math.min(all, week * 7 + 7)}`;
}

/** Words that hold others: a phase has weeks, a semester has modules. */
const holders = /^\W*(?:phase|part|semester|quarter|stage|level|month|year|block)\b/iu;

/** Which heading of a path is the unit: the week, else the day, else the module, else the highest below the title. */
function unitHeading(path: readonly string[]): {
  readonly key: string;
  readonly title: string;
  readonly group: string | null;
  readonly kind: Unit["kind"];
} {
  const units = path.map((title) => unitOf(title));
  const last = (kind: "week" | "day") => units.findLastIndex((unit) => unit?.kind === kind);
  const parts = units.flatMap((unit, at) => (unit?.kind === "part" ? [at] : []));
  const [outer, inner] = parts;
  const part =
    outer === undefined
      ? -1
      : inner !== undefined && holders.test(path[outer] ?? "")
        ? inner
        : outer;
  const found = [last("week"), last("day"), part].find((at) => at >= 0);
  const at = found ?? Math.min(1, path.length - 1);
  const title = path[at] ?? "";
  const above = path.slice(0, at);
  const holder =
    above.findLast((one) => unitOf(one)?.kind === "part") ?? (at > 1 ? above.at(-1) : undefined);
  return {
    key: path.slice(0, at + 1).join("\n"),
    title,
    group: holder ?? null,
    kind: units[at]?.kind ?? null,
  };
}

function phasesOf(
  units: readonly Unit[],
  firsts: readonly number[],
  title: string,
  idOf: ReadonlyMap<string, string>,
): readonly PhaseMade[] {
  const phases: { title: string; key: string; least: number; most: number; papers: string[] }[] =
    [];
  const seen = new Set<string>();
  units.forEach((unit, index) => {
    const first = firsts[index] ?? 1;
    const timed = unit.kind === "week" || unit.kind === "day";
    const key = unit.group ?? (timed ? "all" : `unit ${index}`);
    const last = phases.at(-1);
    const name = unit.group ?? (timed ? title : unit.title);
    const phase =
      last?.key === key
        ? last
        : { title: titled(name), key, least: first, most: first, papers: [] };
    if (phase !== last) phases.push(phase);
    phase.most = first + weekTitles(unit).length - 1;
    for (const { name: paper } of unit.parts.flatMap(({ papers }) => papers)) {
      const id = idOf.get(plainName(paper));
      if (id === undefined || seen.has(id)) continue;
      seen.add(id);
      phase.papers.push(id);
    }
  });
  return phases.map(({ title: name, least, most, papers }, index) => ({
    number: index + 1,
    title: name,
    weeks: { least, most },
    papers,
  }));
}

/** A heading as a title: without signs and without `Week 3:` before it. */
function titled(heading: string): string {
  // A count of what is done, as Org keeps it, is no part of the title.
  const words = titleWords(heading.replace(/\s*\[\d{1,4}(?:\/\d{1,4}|\s*%)\]\s*$/, "")).replaceAll(
    "|",
    "/",
  );
  const bare = words
    .replace(
      /^(?:week|wk|day|phase|module|part|unit|month|chapter|stage|sprint|level)s?\s*[#:.-]?\s*[\divx]{1,5}\b\s*[:.)–—-]*\s*/iu,
      "",
    )
    .replace(/\s*\(weeks?\s[^()]*\)\s*$/i, "")
    .trim();
  const best = plainName(bare) === "" ? words : bare;
  return plainName(best) === "" ? "Tasks" : best;
}

function papersOf(parts: readonly Part[], known: readonly Paper[]): readonly PaperMade[] {
  const ids = new Set<string>();
  const names = new Set<string>();
  const made: PaperMade[] = [];
  for (const row of parts.flatMap(({ papers }) => papers)) {
    const plain = plainName(row.name);
    if (plain === "" || names.has(plain)) continue;
    names.add(plain);
    const found = known.find(
      (paper) =>
        (row.arxiv !== null && paper.arxiv === row.arxiv) ||
        [paper.name, paper.title, ...paper.aliases].some((name) => plainName(name) === plain),
    );
    const free = found !== undefined && !ids.has(found.id) ? found : null;
    const id = free?.id ?? freshId(row.name, ids);
    ids.add(id);
    made.push({ ...row, id, known: free });
  }
  return made;
}

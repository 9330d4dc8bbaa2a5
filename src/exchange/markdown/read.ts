/** Reads a tracker of any shape: what its pieces say, each in the light of the headings above it. Pure. */
import type { Day } from "../../core/time/calendar.ts";
import { aspectsIn } from "./aspects.ts";
import { type Beside, labelledTime, settledBeside } from "./beside.ts";
import { ungarbled, withoutMatter } from "./clean.ts";
import { describedBy, holdsMore } from "./described.ts";
import { isFigure } from "./figures.ts";
import { arxivIn } from "./links.ts";
import { type ListSeen, listsOf, plainList } from "./lists.ts";
import { clockedIn, loggedIn, type Read } from "./logged.ts";
import { isLineSign, type Marked, marksIn, type State, stateOfBox, stateOfWord } from "./marks.ts";
import { outlineOf } from "./outline.ts";
import type { ItemPiece, LinePiece, Piece, Said } from "./pieces.ts";
import { type Properties, propertiesBelow } from "./property-list.ts";
import { readDays } from "./read-days.ts";
import { readTable } from "./read-table.ts";
import type {
  CountedKind,
  Counts,
  Finding,
  HeadingFound,
  Left,
  PaperFound,
  Reading,
  SaidDay,
  TableFound,
} from "./reading.ts";
import { timeBehind } from "./times.ts";
import { isCited, isPaperLink, isTitled, saysWork, titleOf } from "./titles.ts";
import { unitOf } from "./units.ts";

/** The text is one that `unreadable` has nothing against. */
export function readMarkdown(source: string, today: Day): Reading {
  const pieces = outlineOf(withoutMatter(ungarbled(source)));
  const lists = listsOf(pieces);
  const board = boardIn(pieces);
  const findings: Finding[] = [];
  const left: Left[] = [];
  const tables: TableFound[] = [];
  const counts: Record<CountedKind, number> = { heading: 0, box: 0, paper: 0, row: 0, hours: 0 };
  const stack: Above[] = [];
  let dated: DatedItem | null = null;
  const besides: Beside[] = [];
  const said = new Set<Piece>();
  for (const [at, piece] of pieces.entries()) {
    const above = stack.at(-1) ?? nothingAbove;
    if (said.has(piece)) continue;
    if (piece.is === "heading") {
      counts.heading += 1;
      const found = headingFound(piece.said, piece.level);
      findings.push(found);
      while ((stack.at(-1)?.level ?? 0) >= piece.level) stack.pop();
      const state = board.has(found.line) ? stateOfWord(found.text) : null;
      const outer = stack.at(-1) ?? nothingAbove;
      stack.push(aboveOf(found, state, outer, today, findings.length - 1));
      const properties = found.unit === null ? propertiesBelow(pieces, at, today) : null;
      const described =
        properties === null
          ? null
          : describedBy(found, properties, outer.papers, holdsMore(pieces, at));
      if (properties !== null && described !== null) {
        findings.push(described);
        for (const one of properties.pieces) said.add(one);
        counts.hours += properties.minutes === null ? 0 : 1;
        counts[described.is === "paper" ? "paper" : "box"] += 1;
      }
    } else if (piece.is === "table") {
      const read = readTable(piece, today);
      findings.push(...read.findings);
      left.push(...read.left);
      tables.push(read.table);
      for (const kind of ["row", "hours", "paper"] as const) counts[kind] += read.counts[kind] ?? 0;
    } else {
      dated = datedBelow(dated, piece, today);
      const isDay = piece.is === "item" && dated !== null && dated.depth === piece.depth;
      const properties = piece.is === "item" && !isDay ? propertiesBelow(pieces, at, today) : null;
      for (const one of properties?.pieces ?? []) said.add(one);
      const time =
        dated !== null || above.on !== null || (piece.is === "item" && piece.box !== null)
          ? null
          : labelledTime(piece.said.text);
      if (time !== null) {
        const { minutes, spent } = time;
        const of = above.week;
        if (of !== null && minutes !== null && minutes > 0)
          besides.push({ line: piece.said.line, minutes, spent, of: { is: "week", ...of } });
        else if (minutes !== null) left.push(nowhere(piece.said));
        counts.hours += of === null && minutes !== null ? 1 : 0;
        continue;
      }
      const read =
        piece.is === "item"
          ? readItem(
              piece,
              dated === null ? above : { ...above, on: dated.on },
              lists.get(piece.list) ?? plainList,
              findings,
              properties,
            )
          : readLine(piece, above, findings);
      if (read.beside !== undefined) {
        const { minutes, words } = read.beside;
        const of = { is: "finding", at: findings.length, words } as const;
        besides.push({ line: piece.said.line, minutes, spent: false, of });
      }
      findings.push(...read.findings);
      left.push(...read.left);
      for (const kind of ["box", "hours", "paper"] as const) counts[kind] += read.counts[kind] ?? 0;
    }
  }
  const settled = settledBeside(findings, besides);
  counts.hours += settled.hours;
  left.push(...settled.left);
  const title = findings.find(
    (one): one is HeadingFound => one.is === "heading" && one.level === 1,
  );
  return {
    title: title?.text ?? null,
    start: startIn(pieces),
    findings: settled.findings,
    counts: counts satisfies Counts,
    left: left.toSorted((a, b) => a.line - b.line),
    tables,
  };
}

function nowhere(said: Said): Left {
  return {
    line: said.line,
    kind: "hours",
    text: said.text.slice(0, 60),
    reason: "it stands below no day, no week and no paper",
  };
}

/** An item that is a day alone: what is nested in it was done then. */
interface DatedItem {
  readonly depth: number;
  readonly on: SaidDay;
}

function datedBelow(before: DatedItem | null, piece: Piece, today: Day): DatedItem | null {
  if (piece.is !== "item") return null;
  const [read] =
    piece.box === null && /\d/.test(piece.said.text) ? readDays([piece.said.text], today) : [];
  if (read?.ok && read.day.is === "day") return { depth: piece.depth, on: read.day };
  return before !== null && piece.depth > before.depth ? before : null;
}

const startForm =
  /^\W*(?:start(?:ed)?(?: date| day)?|startdatum|beginn|fecha de inicio|date de début|开始日期|began|day 1|begin(?:ning)?)\s*[:=]\s*(\S.{3,30})$/iu;

function startIn(pieces: readonly Piece[]): Day | null {
  for (const piece of pieces) {
    if (piece.is !== "line" && piece.is !== "item") continue;
    const said = startForm.exec(piece.said.text)?.[1];
    const [read] = said === undefined ? [] : readDays([said], "2199-01-01" as Day);
    if (read?.ok && read.day.is === "day") return read.day.on;
  }
  return null;
}

/** What a heading says of what stands below it. */
interface Above {
  readonly level: number;
  /** A column of a board: `In Progress`. */
  readonly state: State | null;
  readonly papers: boolean;
  readonly on: SaidDay | null;
  /** The week that it stands in, and the place of that week's heading among the findings. */
  readonly week: { readonly week: number; readonly from: number } | null;
}

const nothingAbove: Above = { level: 0, state: null, papers: false, on: null, week: null };

function headingFound(said: Said, level: number): HeadingFound {
  // What is exported from Notion bears its id behind its title.
  const text = said.text.replace(/\s+[0-9a-f]{32}$/, "");
  return { is: "heading", line: said.line, level, text, unit: unitOf(text) };
}

const papersWord =
  /\b(?:papers?|reading list|publications|bibliography|literature|must[- ]reads?)\b/i;

/** The lines of headings that are columns of a board. The one of a whole file called "Reading" is its title. */
function boardIn(pieces: readonly Piece[]): ReadonlySet<number> {
  const headings = pieces.filter((piece) => piece.is === "heading");
  const columns = headings.filter(({ said }) => stateOfWord(said.text) !== null);
  const [only] = columns;
  const isTitle = columns.length === 1 && only === headings[0] && only?.level === 1;
  return new Set(isTitle ? [] : columns.map(({ said }) => said.line));
}

function aboveOf(
  found: HeadingFound,
  state: State | null,
  outer: Above,
  today: Day,
  from: number,
): Above {
  const [day] = readDays([found.text], today);
  const dated = day?.ok && (day.day.is === "day" || found.unit?.kind === "day") ? day.day : null;
  const counted =
    found.unit?.kind === "day" ? ({ is: "counted", day: found.unit.number } as const) : null;
  const written = /(\d{4}-\d{2}-\d{2})/.exec(found.text)?.[1];
  const [inside] = written === undefined ? [] : readDays([written], today);
  return {
    level: found.level,
    state: state ?? (found.unit === null ? null : outer.state),
    papers: papersWord.test(found.text) || (outer.papers && found.level > outer.level),
    on: (inside?.ok ? inside.day : null) ?? dated ?? counted ?? outer.on,
    week: found.unit?.kind === "week" ? { week: found.unit.number, from } : outer.week,
  };
}

const nothingRead: Read = { findings: [], counts: {}, left: [] };

function readItem(
  piece: ItemPiece,
  above: Above,
  list: ListSeen,
  before: readonly Finding[],
  properties: Properties | null = null,
): Read {
  const { box } = piece;
  const said =
    properties === null
      ? piece.said
      : { ...piece.said, links: [...piece.said.links, ...properties.links] };
  const counted = { box: box === null ? 0 : 1 };
  if (said.text === "" && said.links.length === 0) {
    if (box === null) return nothingRead;
    const left: Left = { line: said.line, kind: "box", text: "", reason: "the box has no words" };
    return { findings: [], counts: counted, left: [left] };
  }
  if (box === null) {
    if (isFigure(said.text)) return nothingRead;
    const logged = loggedIn(said, above.on, before);
    if (logged !== null) return logged;
  }
  const marks = withProperties(marksIn(said.text), properties);
  const ofBox = box === null ? null : stateOfBox(box);
  if (box !== null && ofBox === null) {
    const reason = `"[${box}]" is not a known mark; write [ ] or [x]`;
    return {
      findings: [],
      counts: counted,
      left: [{ line: said.line, kind: "box", text: said.text.slice(0, 80), reason }],
    };
  }
  // A tick counts whatever column it stands in; an open box in "Done" is done as well.
  const boardState = above.state;
  const state: State =
    ofBox === "done" || ofBox === "dropped"
      ? ofBox
      : (marks.state ??
        (ofBox === "none" ? boardState : null) ??
        ofBox ??
        (said.struck ? "done" : null) ??
        boardState ??
        "none");
  const signed = box === null && (marks.state !== null || said.struck);
  const counts = { box: counted.box + (signed ? 1 : 0), hours: marks.minutes === null ? 0 : 1 };
  const stated = properties !== null && properties.state !== null;
  // Among items with boxes, one that has none but holds some is the name of a group.
  const groups = piece.holds && list.marked;
  const boxed =
    box !== null || signed || stated || (!groups && (boardState !== null || list.marked));
  const aspects = aspectsIn(said.text);
  const late = marks.minutes === null && aspects === null ? timeBehind(marks.text) : null;
  const beside = late === null ? {} : { beside: late };
  const { start, end } = piece;
  const span = { start, end };
  const isPaper =
    aspects !== null ||
    properties?.ofPaper === true ||
    (isPaperLink(said) && (list.papers || isTitled(said))) ||
    (above.papers &&
      piece.depth === 0 &&
      (boxed || list.linked || isCited(said.text)) &&
      !saysWork(marks.text));
  if (isPaper) {
    const { read = stateOfRead(state, boxed) } = aspects?.states ?? {};
    const found: PaperFound = {
      is: "paper",
      line: said.line,
      name: aspects?.name ?? titleOf(said, marks.text),
      arxiv: arxivIn(said.links.map(({ url }) => url).join(" ")) ?? arxivIn(said.text),
      links: said.links,
      states: { ...aspects?.states, ...(read === undefined ? {} : { read }) },
      dropped: state === "dropped",
      done: marks.done,
      hours: { read: marks.minutes, implement: null },
      from: "list",
      boxed,
      list: piece.list,
      span,
    };
    return { findings: [found], counts: { ...counts, paper: 1 }, left: [], ...beside };
  }
  if (!boxed && !list.linked) return nothingRead;
  const task: Finding = {
    is: "task",
    line: said.line,
    text: marks.text === "" ? said.text : marks.text,
    state,
    done: marks.done,
    minutes: marks.minutes,
    links: said.links,
    from: "list",
    boxed,
    depth: piece.depth,
    list: piece.list,
    span,
  };
  return { findings: [task], counts, left: [], ...beside };
}

function withProperties(marks: Marked, properties: Properties | null): Marked {
  if (properties === null) return marks;
  return {
    ...marks,
    state: properties.state ?? marks.state,
    done: marks.done ?? properties.done,
    minutes: marks.minutes ?? properties.minutes,
  };
}

function stateOfRead(state: State, boxed: boolean): PaperFound["states"]["read"] {
  return !boxed || state === "dropped" ? undefined : state;
}

const lineBox =
  /^(?:[-*+•]\s*)?(?:\\?\[(.{0,3}?|TODO|DOING|DONE|NEXT|LATER)\\?\](?![([:])|(\p{S}|\p{So}))\ufe0f?\s*(\S.*)$/u;

/** A box, or a sign of a state before words; a legend explains such a sign with a state's name. */
function beginsTask([, mark, sign = "", words = ""]: RegExpExecArray): boolean {
  if (mark !== undefined) return !/^\d+$|^\^|^!/.test(mark);
  return isLineSign(sign) && stateOfWord(words.split(/[|·,;]/)[0] ?? "") === null;
}

/** A line of a paragraph that begins with a box, or that logs time. */
function readLine(piece: LinePiece, above: Above, before: readonly Finding[]): Read {
  // `TODO: read BERT`, as people write it outside of any list.
  const said = {
    ...piece.said,
    text: piece.said.text.replace(/^(TODO|DOING|WIP|DONE|NEXT|LATER):\s+(?=\S)/, (_, word) =>
      word === "WIP" ? "[DOING] " : `[${word}] `,
    ),
  };
  const boxed = lineBox.exec(said.text);
  const clocked = clockedIn(said, before);
  if (clocked !== null) return clocked;
  if (boxed === null || !beginsTask(boxed)) {
    if (piece.quoted) return nothingRead;
    const figure = /^\W*(?:total|overall)[\p{L} ]{0,24}(?:hours|time)\s*:\s*(\d.*)$/iu.test(
      said.text,
    );
    if (figure) return { findings: [], counts: { hours: 1 }, left: [] };
    return loggedIn(said, above.on, before) ?? nothingRead;
  }
  const [, mark, sign, text = ""] = boxed;
  const item: ItemPiece = {
    is: "item",
    depth: 0,
    box: mark ?? null,
    said: { ...said, text: mark === undefined ? `${sign} ${text}` : text },
    list: -1,
    holds: false,
    start: 0,
    end: 0,
  };
  const read = readItem(item, above, plainList, before);
  return {
    ...read,
    findings: read.findings.map((one) =>
      one.is === "task" || one.is === "paper"
        ? ({ ...one, span: null, from: one.is === "task" ? "line" : "list" } as Finding)
        : one,
    ),
  };
}

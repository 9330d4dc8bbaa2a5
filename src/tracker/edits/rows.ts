/** Edits of the tables of papers: cells, new rows, and rows that are gone. */
import type { PaperId } from "../../core/content/curriculum.ts";
import { plainName } from "../../core/content/names.ts";
import { aspects } from "../../core/entries/entry.ts";
import { type Desired, paperField } from "../desired.ts";
import { readHours } from "../form.ts";
import { type MatchedRow, matchRows } from "../match.ts";
import type { FoundRow, Scan } from "../scan.ts";
import { readState } from "../states.ts";
import { cellName, type RowNames } from "../vocabulary.ts";
import { adjust, hoursFault, readField, setState, stateFault } from "./fields.ts";
import {
  type Agreed,
  type Edit,
  editAt,
  editsAlone,
  joined,
  nothingRead,
  type Reading,
  rejected,
  told,
} from "./reading.ts";

/** The file's tables, and what they are read against. */
interface Tables {
  readonly scan: Scan;
  readonly base: Agreed | null;
  readonly now: Desired;
  readonly rows: readonly MatchedRow[];
  /** The papers that have a row. */
  readonly shown: ReadonlySet<PaperId | null>;
}

export function readRows(scan: Scan, base: Agreed | null, now: Desired, names: RowNames): Reading {
  const rows = matchRows(scan, names);
  const tables = { scan, base, now, rows, shown: new Set(rows.map(({ paper }) => paper)) };
  return joined([
    ...rows.map((row) => readRow(tables, row)),
    ...newRows(rows).map(({ row, nth }) => readNewRow(tables, row, nth)),
    ...(base?.papers ?? []).map((paper) => readLost(tables, paper)),
  ]);
}

function readRow({ base, now }: Tables, { found, paper, repeated }: MatchedRow): Reading {
  const at = { line: found.line.number, column: found.name.column };
  if (repeated) {
    const name = cellName(found.name.text);
    return told(at, `"${name}" has a row further up; this one is left as it is.`);
  }
  if (paper !== null) {
    const cells = Object.entries(found.cells);
    return joined(
      cells.map(([column, cell]) => readField(paperField(paper, column), cell, base, now)),
    );
  }
  if (found.form !== "row" || namesPaper(cellName(found.name.text))) return nothingRead;
  return told(at, `The row "${found.name.text.trim()}" names no paper; it is left as it is.`);
}

interface NewRow {
  readonly row: MatchedRow;
  /** How many new rows its table has above it. */
  readonly nth: number;
}

function newRows(rows: readonly MatchedRow[]): readonly NewRow[] {
  const strangers = rows.filter(({ found, paper, repeated }) => {
    return (
      !repeated && paper === null && found.form === "row" && namesPaper(cellName(found.name.text))
    );
  });
  const inTables = Map.groupBy(strangers, ({ table }) => table);
  return [...inTables.values()].flatMap((list) => list.map((row, nth) => ({ row, nth })));
}

function readNewRow({ base, shown }: Tables, { found, table }: MatchedRow, nth: number): Reading {
  const name = cellName(found.name.text);
  const lost = base === null ? undefined : lostPaper(base, shown, table, nth);
  if (lost !== undefined) {
    return told(
      { line: found.line.number, column: found.name.column },
      `The row "${name}" is new and the row of "${lost}" is gone. Rows can't be renamed here; put "${lost}" back, and "${name}" becomes a paper of its own.`,
    );
  }
  const { states, faults } = statesIn(name, found);
  const { hours } = found.cells;
  const minutes = hours === undefined ? 0 : readHours(hours.text);
  const badHours = minutes === null && hours !== undefined;
  const edit: Edit = {
    ...editAt(name, found.name, {
      do: "add-paper",
      name,
      phase: table === "bonus" ? null : Number(table),
    }),
    followUp: ([made]) => {
      if (made?.type !== "paper.added") return [];
      const marks = states
        .filter(({ state }) => state !== "none")
        .map(({ aspect, state }) => setState(made.paper, aspect, state));
      return minutes ? [...marks, adjust(made.paper, minutes)] : marks;
    },
  };
  return joined([
    ...faults,
    badHours ? rejected(`new:${name}`, hours, hoursFault(hours.text)) : nothingRead,
    editsAlone([edit]),
  ]);
}

/** What the cells of a new row say of its paper, and those that are not understood. */
function statesIn(name: string, { cells }: FoundRow) {
  const read = aspects.map((aspect) => {
    const cell = cells[aspect];
    return { aspect, cell, state: cell === undefined ? ("blank" as const) : readState(cell.text) };
  });
  return {
    states: read.flatMap(({ aspect, state }) =>
      state === null || state === "blank" ? [] : [{ aspect, state }],
    ),
    faults: read.flatMap(({ aspect, cell, state }) =>
      state === null && cell !== undefined
        ? [rejected(`new:${name}:${aspect}`, cell, stateFault(cell.text))]
        : [],
    ),
  };
}

/** A paper whose row was there and is not any more. */
function readLost(
  { scan, base, now, rows, shown }: Tables,
  paper: Agreed["papers"][number],
): Reading {
  const { id, name, table, own } = paper;
  const head = scan.tables.get(table)?.head;
  if (shown.has(id) || !base?.inFile.has(id) || head === undefined) return nothingRead;
  if (!now.papers.some((known) => known.id === id)) return nothingRead;
  const hasStranger = rows.some((row) => row.paper === null && row.table === table);
  if (hasStranger || scan.elsewhere.has(plainName(name))) return nothingRead;
  if (own) {
    return editsAlone([
      { key: id, line: 1, column: 1, command: { do: "remove-paper", paper: id } },
    ]);
  }
  return told(
    { line: head.number, column: 1 },
    `"${name}" has no row in this table any more. Its record is kept and counted; put the row back to see it, or leave the paper out with \`study paper skip ${id}\`.`,
  );
}

/** The n-th paper whose row was in the table and is not there any more, or the last. */
function lostPaper(
  base: Agreed,
  shown: ReadonlySet<PaperId | null>,
  table: string,
  nth: number,
): string | undefined {
  const lost = base.papers.filter(
    (paper) => paper.table === table && base.inFile.has(paper.id) && !shown.has(paper.id),
  );
  return (lost[nth] ?? lost.at(-1))?.name;
}

/** A row of sums or of dots is none of a paper. */
function namesPaper(name: string): boolean {
  const words = plainName(name);
  return /[\p{L}\p{N}]/u.test(words) && !sums.test(words);
}

const sums =
  /^(?:(?:sub|grand|overall)?totals?|sums?|averages?|summe|gesamt|overall|all(?:papers)?|phase\d*totals?|(?:sub)?totals?(?:hours|papers))$/u;

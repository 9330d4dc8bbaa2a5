/**
 * The words of a page in the order in which they are read. A file draws them in any order it likes; what is selected,
 * copied, searched and marked follows the order here. Lines are made of what was drawn one after the other at one height;
 * lines that leave a lane between them are columns, and what goes across that lane parts what is above from what is below.
 */

/** A piece of text as it lies on the page when its letters stand upright: `y` grows downwards, as lines do. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How the page is turned for it to be read, in quarters: the stamp at the edge of a preprint stands in another. */
  readonly turn: number;
}

interface Line {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Places in the list of pieces. */
  readonly pieces: readonly number[];
}

/** The pieces by their places in the list, line by line. */
export function readingOrder(pieces: readonly Piece[]): readonly (readonly number[])[] {
  const turns = [...new Set(pieces.map(({ turn }) => turn))].map((turn) => ({
    turn,
    letters: pieces.reduce((sum, one) => sum + (one.turn === turn ? one.text.length : 0), 0),
  }));
  // What is most of the page is read first.
  return turns
    .toSorted((one, other) => other.letters - one.letters)
    .flatMap(({ turn }) => ordered(linesOf(pieces, turn)))
    .map((line) => line.pieces);
}

function linesOf(pieces: readonly Piece[], turn: number): readonly Line[] {
  const lines: Line[] = [];
  /** White space has no place of its own: it goes with what it follows. */
  const blank: number[] = [];
  for (const [at, piece] of pieces.entries()) {
    if (piece.turn !== turn) continue;
    const last = lines.at(-1);
    if (piece.text.trim() === "") {
      if (last === undefined) blank.push(at);
      else lines[lines.length - 1] = { ...last, pieces: [...last.pieces, at] };
      continue;
    }
    const box = lineOf(piece, at);
    if (last !== undefined && goesOn(last, piece)) {
      lines[lines.length - 1] = together(last, box);
    } else lines.push(box);
  }
  const [first] = lines;
  if (first === undefined) {
    return blank.length === 0 ? [] : [{ left: 0, right: 0, top: 0, bottom: 0, pieces: blank }];
  }
  return [{ ...first, pieces: [...blank, ...first.pieces] }, ...lines.slice(1)];
}

function lineOf({ x, y, width, height }: Piece, at: number): Line {
  return { left: x, right: x + width, top: y, bottom: y + height, pieces: [at] };
}

function together(one: Line, other: Line): Line {
  return {
    left: Math.min(one.left, other.left),
    right: Math.max(one.right, other.right),
    top: Math.min(one.top, other.top),
    bottom: Math.max(one.bottom, other.bottom),
    pieces: [...one.pieces, ...other.pieces],
  };
}

/** Whether a piece belongs to the line that was drawn before it: at its height, and close behind it. */
function goesOn(line: Line, { x, y, height }: Piece): boolean {
  const shared = Math.min(line.bottom, y + height) - Math.max(line.top, y);
  const size = Math.min(line.bottom - line.top, height);
  if (shared < 0.4 * size) return false;
  const step = x - line.right;
  const em = Math.max(line.bottom - line.top, height);
  return step > -0.6 * em && step < 1.2 * em;
}

function ordered(lines: readonly Line[]): readonly Line[] {
  const lane = laneOf(lines);
  if (lane === null) return byRows(lines);
  const left: Line[] = [];
  const right: Line[] = [];
  const done: Line[] = [];
  const close = () => {
    done.push(...ordered(left.splice(0)), ...ordered(right.splice(0)));
  };
  for (const line of lines.toSorted((one, other) => one.top - other.top)) {
    if (line.right <= lane.to && line.left < lane.from) left.push(line);
    else if (line.left >= lane.to) right.push(line);
    else {
      close();
      done.push(line);
    }
  }
  close();
  return done;
}

/** Narrower than this many times their height, lines are cells of a table or marks of a figure, and no columns. */
const narrowest = 8;
const mostAcross = 0.35;

/** What is free between two columns, from where to where; a page's number may stand in it. */
interface Lane {
  readonly from: number;
  readonly to: number;
}

/** Null when the lines are one column. */
function laneOf(lines: readonly Line[]): Lane | null {
  if (lines.length < 4) return null;
  const height = middle(lines.map(({ top, bottom }) => bottom - top));
  let best: { readonly lane: Lane; readonly worth: number } | null = null;
  for (const { left: at } of lines) {
    const lane = at - 0.01;
    const before = lines.filter(({ right }) => right <= lane);
    const behind = lines.filter(({ left }) => left >= lane);
    if (before.length < 2 || behind.length < 2) continue;
    const across = lines.length - before.length - behind.length;
    if (across > mostAcross * lines.length) continue;
    if (widthOf(before) < narrowest * height || widthOf(behind) < narrowest * height) continue;
    if (!sideBySide(before, behind)) continue;
    const worth = Math.min(before.length, behind.length) - across;
    if (best !== null && worth <= best.worth) continue;
    const usual = widthOf(before) / 2;
    const from = Math.max(
      ...before.filter(({ left, right }) => right - left >= usual).map(({ right }) => right),
    );
    best = { lane: { from, to: lane }, worth };
  }
  return best?.lane ?? null;
}

const widthOf = (lines: readonly Line[]) => middle(lines.map(({ left, right }) => right - left));

/** What stands one below the other only is no pair of columns. */
function sideBySide(before: readonly Line[], behind: readonly Line[]): boolean {
  const span = (lines: readonly Line[]) =>
    [
      Math.min(...lines.map(({ top }) => top)),
      Math.max(...lines.map(({ bottom }) => bottom)),
    ] as const;
  const [top, bottom] = span(before);
  const [otherTop, otherBottom] = span(behind);
  return Math.min(bottom, otherBottom) > Math.max(top, otherTop);
}

/** Downwards, and from left to right where lines are at one height. */
function byRows(lines: readonly Line[]): readonly Line[] {
  const rows: Line[][] = [];
  for (const line of lines.toSorted((one, other) => centre(one) - centre(other))) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && atOneHeight(first, line)) row.push(line);
    else rows.push([line]);
  }
  return rows.flatMap((row) => row.toSorted((one, other) => one.left - other.left));
}

const centre = ({ top, bottom }: Line) => (top + bottom) / 2;

function atOneHeight(one: Line, other: Line): boolean {
  const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return shared > 0.5 * Math.min(one.bottom - one.top, other.bottom - other.top);
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

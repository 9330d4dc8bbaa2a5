/** Where each paper stands: a lane for each phase in the order of study, and one for the bonus papers. */
import type { PaperProgress } from "../../core/progress/paper-progress.ts";
import type { Progress } from "../../core/progress/progress.ts";

export interface Node {
  readonly paper: PaperProgress;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface Lane {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
}

export interface Placed {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly Lane[];
  readonly nodes: readonly Node[];
  /** How many letters of a paper's name have room on a line beneath it. */
  readonly letters: number;
}

/** Lanes lie side by side on a wide window and one below the other on a narrow one. */
export type Direction = "across" | "down";

/** The room of a paper, its name included, in the drawing's units. */
const along = { across: 172, down: 148 } as const;
const aside = { across: 136, down: 122 } as const;
const margin = 34;
/** How many letters of a phase's name have room on a line: beside each other, or above a whole row. */
const laneLetters = { across: 24, down: 44 } as const;

/** A name on at most two lines; what finds no room is left out by whole words. */
export function linesOf(name: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else if (lines.length < 2) lines.push(word);
    else return [lines[0] ?? "", `${lines[1]} …`];
  }
  return lines;
}

/** A circle's area grows with the hours. */
function radiusOf(minutes: number): number {
  return Math.min(38, 15 + Math.sqrt(minutes / 60) * 5);
}

export function place(progress: Progress, bonus: string, direction: Direction): Placed {
  const lanes = [
    ...progress.phases.map(({ number, title, papers }) => ({
      label: `${number}. ${title}`,
      papers,
    })),
    ...(progress.bonus.length === 0 ? [] : [{ label: bonus, papers: progress.bonus }]),
  ].filter(({ papers }) => papers.length > 0);
  const most = Math.max(...lanes.map(({ papers }) => papers.length), 1);
  const [step, gap] = [along[direction], aside[direction]];
  const turn = (main: number, cross: number) =>
    direction === "across" ? { x: main, y: cross } : { x: cross, y: main };
  const crossSize = most * (direction === "across" ? gap : 124);
  const nodes = lanes.flatMap(({ papers }, lane) =>
    papers.map((paper, index) => {
      const share = crossSize / papers.length;
      // Every other lane is moved a little, so that lines do not run through circles.
      const shift = lane % 2 === 0 ? -14 : 14;
      const main = margin + step * (lane + 0.5);
      const cross = margin + share * (index + 0.5) + (direction === "across" ? shift : 0);
      return { paper, ...turn(main, cross), radius: radiusOf(paper.minutes) };
    }),
  );
  const [mainSize, whole] = [2 * margin + step * lanes.length, 2 * margin + crossSize];
  return {
    width: direction === "across" ? mainSize : whole,
    height: direction === "across" ? whole : mainSize,
    lanes: lanes.map(({ label }, lane) => ({
      lines: linesOf(label, laneLetters[direction]),
      ...(direction === "across"
        ? { x: margin + step * (lane + 0.5), y: 14 }
        : { x: whole / 2, y: margin + step * lane + 14 }),
    })),
    nodes,
    letters: direction === "across" ? 20 : 16,
  };
}

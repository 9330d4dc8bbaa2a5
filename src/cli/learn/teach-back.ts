/** `teach-back`: explain a paper without notes, then score yourself against the points of a good answer. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Guide } from "../../core/content/material.ts";
import { guideOf } from "../../core/content/material.ts";
import { withoutComments } from "../../core/content/note-sections.ts";
import { choosePaper } from "../choose.ts";
import { openKeys, readInput, readLines } from "../keys.ts";
import { editorOf, editWith } from "../other-programs.ts";
import { layProse } from "../prose.ts";
import { type CommonOptions, inWorkspace, lookFresh, perform, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { wrap } from "../wrap.ts";

interface TeachBackOptions extends CommonOptions {
  readonly text?: string;
  readonly points?: string;
  readonly list?: boolean;
}

export async function teachBack(
  terminal: Terminal,
  said: readonly string[],
  options: TeachBackOptions,
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const paper = choosePaper(said.join(" "), workspace, look);
    const asked = guideOf(await workspace.material(), paper)?.teachBack ?? null;
    const earlier = look.tally.teachBacks.filter((one) => one.paper === paper);
    if (options.json) {
      printJson(terminal, { paper, ...asked, earlier });
      return;
    }
    if (options.list) {
      if (earlier.length === 0) terminal.print("None written yet.");
      for (const { on, text, points } of earlier) {
        const score = asked === null ? "" : `  ${points.length} of ${asked.points.length} points`;
        terminal.print(terminal.paint("strong", `${on}${score}`));
        terminal.print(layProse(text, "  "));
      }
      return;
    }
    const known = asked?.points ?? [];
    // A slip in --points is told before anything is written.
    const given = options.points === undefined ? null : readPoints(options.points, known.length);
    if (given === null && known.length > 0 && !terminal.person) {
      throw new Stop(
        `Say which of the ${known.length} points it covers: --points 1,2,4 or --points none; --json shows them.`,
        2,
      );
    }
    if (asked !== null) terminal.print(wrap(asked.prompt));
    const text = (options.text ?? (await write(terminal, asked))).trim();
    if (text === "") throw new Stop("The explanation is empty; nothing is kept.");
    const points = given ?? (await score(terminal, known));
    await perform(terminal, workspace, [{ do: "write-teach-back", paper, text, points }]);
    showScore(terminal, known, points);
  });
}

/** From the editor where a person sits, else all of the input. */
async function write(terminal: Terminal, asked: Guide["teachBack"] | null): Promise<string> {
  if (!terminal.person) return readInput();
  const editor = editorOf(terminal);
  if (editor === null) {
    terminal.print("Write, then end with a full stop on a line of its own ($EDITOR would open):");
    return readLines();
  }
  const folder = mkdtempSync(join(tmpdir(), "study-teach-back-"));
  const file = join(folder, "teach-back.md");
  const head = `<!-- ${asked?.prompt ?? "Explain the paper without notes."} -->\n\n`;
  try {
    writeFileSync(file, head);
    if (!(await editWith(editor, file))) throw new Stop("The editor failed; nothing is kept.");
    return withoutComments(readFileSync(file, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Numbers from 1, or `none`; the journal counts from 0. */
function readPoints(said: string, count: number): number[] {
  if (said.trim().toLowerCase() === "none" || said.trim() === "") return [];
  const points = said.split(/[\s,]+/).map((word) => {
    const point = Number(word);
    if (Number.isInteger(point) && point >= 1 && point <= count) return point - 1;
    throw new Stop(`"${word}" is not a point: use numbers from 1 to ${count}, or none.`, 2);
  });
  return [...new Set(points)].toSorted((a, b) => a - b);
}

async function score(terminal: Terminal, known: readonly string[]): Promise<number[]> {
  if (known.length === 0) return [];
  terminal.print("\nWhich of these did you say? y or n:");
  const covered: number[] = [];
  const keys = openKeys();
  try {
    for (const [index, text] of known.entries()) {
      terminal.print(wrap(`  ${index + 1} ${text}`, "    "));
      let key = await keys.next();
      while (key !== null && !["y", "n", "q"].includes(key)) key = await keys.next();
      if (key === null || key === "q") break;
      if (key === "y") covered.push(index);
    }
  } finally {
    keys.close();
  }
  return covered;
}

function showScore(
  { print, paint }: Terminal,
  known: readonly string[],
  points: readonly number[],
): void {
  if (known.length === 0) return;
  print(`${points.length} of ${known.length} points.`);
  for (const [index, text] of known.entries()) {
    if (!points.includes(index)) print(wrap(paint("faint", `  ${index + 1} ${text}`), "    "));
  }
}

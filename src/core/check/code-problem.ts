/** A verdict as a problem at a place in the learner's file, in a line that editors read: `path:line:column: error: sentence`. */
import type { Verdict } from "./check.ts";
import { verdictWords } from "./verdict.ts";

export interface CodeProblem {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  /** What is not written yet is no mistake. */
  readonly severity: "error" | "info";
  readonly sentence: string;
}

export interface CheckedCode {
  /** The name of the learner's file, without its folders. */
  readonly file: string;
  /** Null where there is no such file. */
  readonly text: string | null;
  /** The function that the exercise asks for. */
  readonly function: string;
}

/** Null for a pass. */
export function codeProblem(verdict: Verdict, code: CheckedCode): CodeProblem | null {
  if (verdict.kind === "passed") return null;
  const severity = verdict.kind === "not-started" ? "info" : "error";
  const named = "mistakes" in verdict && verdict.mistakes[0];
  const mistake = named ? ` This is what "${named.id}" gives: ${named.sentence}` : "";
  const said = `${verdictWords[verdict.kind]}: ${verdict.sentence}${mistake}`;
  return { ...placeOf(verdict, code), severity, sentence: said.replace(/\s+/g, " ").trim() };
}

/** Where the code failed, if it failed in the file itself; else where the function begins, else the file's first letter. */
function placeOf(verdict: Verdict, code: CheckedCode): Pick<CodeProblem, "line" | "column"> {
  const lines = code.text?.split(/\r\n|\r|\n/) ?? [];
  const trace = "trace" in verdict ? verdict.trace : [];
  const failed = trace.findLast(({ file, line }) => file === code.file && line !== null)?.line;
  if (failed !== undefined && failed !== null && failed >= 1 && failed <= lines.length) {
    return { line: failed, column: firstLetter(lines[failed - 1] ?? "") };
  }
  // The last of that name is the one that Python keeps; a name that is assigned is one too.
  const begins = new RegExp(
    `^(?:(?:async\\s+)?def|class)\\s+${code.function}\\b|^${code.function}\\s*[:=]`,
  );
  const at = lines.findLastIndex((line) => begins.test(line));
  return { line: at + 1 || 1, column: 1 };
}

function firstLetter(line: string): number {
  return Math.max(line.search(/\S/), 0) + 1;
}

/** The line that an editor's problem matcher reads. */
export function problemLine(path: string, problem: CodeProblem): string {
  const { line, column, severity, sentence } = problem;
  return `${path}:${line}:${column}: ${severity}: ${sentence}`;
}

/** Between these two an editor waits for the problems of one check; those of the check before are gone. */
export const checkBegins = "study: checking";
export const checkEnds = "study: checked";

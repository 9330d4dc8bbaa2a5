/** The marks that a merge leaves in a file where two sides changed the same lines. */
import type { Problem } from "./problem.ts";

const mark = /^(<{7}|\|{7}|={7}|>{7})(?: .*)?$/;

/** The numbers of the lines that are marks, from 1; none for a file without a conflict. */
export function mergeMarks(text: string): readonly number[] {
  if (!/^(?:<{7}|>{7}|\|{7})(?:[ \r\n]|$)/m.test(text)) return [];
  return text
    .split("\n")
    .flatMap((line, index) =>
      mark.test(line.replace(/\r$/, "").slice(0, 400)) ? [index + 1] : [],
    );
}

/** One problem for a file with merge marks, at the first of them; null for a file without. */
export function mergeProblem(text: string): Problem | null {
  const [first] = mergeMarks(text);
  if (first === undefined) return null;
  return {
    line: first,
    column: 1,
    message: `A merge left its marks in ${mergeLines(text)}. Nothing is taken in and the file is left as it is; keep what is right and delete the marks.`,
  };
}

/** The lines of the marks in words: `lines 3, 5 and 7`. */
export function mergeLines(text: string): string {
  const lines = mergeMarks(text);
  const shown = lines.slice(0, 12);
  if (shown.length === 1) return `line ${shown[0]}`;
  const more = lines.length > shown.length ? " and more" : "";
  return `lines ${shown.slice(0, -1).join(", ")}${more === "" ? " and" : ","} ${shown.at(-1)}${more}`;
}

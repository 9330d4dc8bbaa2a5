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
  const [first, ...further] = mergeMarks(text);
  if (first === undefined) return null;
  const shown = [first, ...further].slice(0, 12);
  const more = further.length + 1 > shown.length ? " and more" : "";
  const lines =
    shown.length === 1
      ? `line ${first}`
      : `lines ${shown.slice(0, -1).join(", ")}${more === "" ? " and" : ","} ${shown.at(-1)}${more}`;
  return {
    line: first,
    column: 1,
    message: `A merge left its marks in ${lines}. Nothing is taken in and the file is left as it is; keep what is right and delete the marks.`,
  };
}

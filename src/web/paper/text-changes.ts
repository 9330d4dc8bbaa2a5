/** What turns one text of a note into another, place by place, so that a cursor between two places stays where it is. */
import { differing } from "../../core/words/differing.ts";

export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Lines first; what differs in them word by word. In order, from places of the text before. */
export function changesBetween(before: string, after: string): readonly TextChange[] {
  return changesOf(linesOf(before), linesOf(after), 0).flatMap(({ from, to, insert }) =>
    from === to || insert === ""
      ? [{ from, to, insert }]
      : changesOf(wordsOf(before.slice(from, to)), wordsOf(insert), from),
  );
}

const linesOf = (text: string) => text.split(/(?<=\n)/);
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}_]+|./gsu) ?? [];

function changesOf(
  before: readonly string[],
  after: readonly string[],
  start: number,
): readonly TextChange[] {
  let at = start;
  let passed = 0;
  const lengthOf = (parts: readonly string[]) => parts.reduce((sum, { length }) => sum + length, 0);
  return differing(before, after).map(({ fromA, toA, fromB, toB }) => {
    const from = at + lengthOf(before.slice(passed, fromA));
    const to = from + lengthOf(before.slice(fromA, toA));
    at = to;
    passed = toA;
    return { from, to, insert: after.slice(fromB, toB).join("") };
  });
}

/**
 * To which side of a place the cursor there belongs, when something comes in at it: 1 for the words after it. At the
 * beginning of a line that is the line, and of a word the word; else what stands before.
 */
export function sideOfCursor(text: string, at: number): -1 | 1 {
  const [before = "\n", after = ""] = [text[at - 1], text[at]];
  if (after === "") return -1;
  const word = /[\p{L}\p{N}_]/u;
  return before === "\n" || (word.test(after) && !word.test(before)) ? 1 : -1;
}

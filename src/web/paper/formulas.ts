/** Where formulas stand in a note's lines, by the rule of the preview (`markdown/dollar-math.ts`). */

export interface Formula {
  /** Places in the line, dollars and all. */
  readonly from: number;
  readonly to: number;
  readonly tex: string;
  readonly display: boolean;
}

const form =
  /(?<![\\$])(?:\$\$(?!\$)((?:\\.|[^$\\])+)\$\$(?!\$)|\$(?![\s$])((?:\\.|[^$\\])*?(?:\\.|[^$\\\s]))\$(?![\d$]))/g;

/** Those within one line. What stands in backticks is code. */
export function formulasIn(line: string): readonly Formula[] {
  const code = [...line.matchAll(/(`+)(?!`).*?(?<!`)\1(?!`)/g)].map(({ index, 0: { length } }) => [
    index,
    index + length,
  ]);
  return [...line.matchAll(form)].flatMap(({ index: from, 0: whole, 1: block, 2: inline }) => {
    const to = from + whole.length;
    if (code.some(([start = 0, end = 0]) => start < to && from < end)) return [];
    return [{ from, to, tex: (block ?? inline ?? "").trim(), display: block !== undefined }];
  });
}

/** Lines, from 0, of a formula on its own lines: from the opening dollars to the closing ones. */
export interface FormulaBlock {
  readonly first: number;
  readonly last: number;
  readonly tex: string;
}

/** No such formula has a blank line in it; so a closing mark is not taken for an opening one. */
export function blockFormulas(lines: readonly string[]): readonly FormulaBlock[] {
  const blocks: FormulaBlock[] = [];
  for (let first = 0; first < lines.length; first += 1) {
    if (!isFence(lines[first])) continue;
    let last = first + 1;
    while (last < lines.length && !isFence(lines[last]) && lines[last]?.trim() !== "") last += 1;
    if (!isFence(lines[last]) || last === first + 1) continue;
    blocks.push({ first, last, tex: lines.slice(first + 1, last).join("\n") });
    first = last;
  }
  return blocks;
}

const isFence = (line: string | undefined) => line?.trim() === "$$";

/**
 * Markdown on a terminal: paragraphs wrapped, code left as it stands, formulas in Unicode where that is faithful, else
 * their LaTeX on a line of its own.
 */
import { plainMath } from "../core/words/plain-math.ts";
import { columns } from "./width.ts";
import { wrap } from "./wrap.ts";

/** Every line begins with `indent`. */
export function layProse(markdown: string, indent = "", width = columns()): string {
  return blocksOf(markdown)
    .map((block) => layBlock(block, indent, width))
    .join("\n\n");
}

/** Paragraphs and fenced code, which may hold blank lines. */
function blocksOf(markdown: string): readonly string[] {
  const blocks: string[] = [];
  let open: string[] = [];
  let fenced = false;
  const close = () => {
    if (open.length > 0) blocks.push(open.join("\n"));
    open = [];
  };
  for (const line of markdown.trim().split("\n")) {
    const fence = line.trimStart().startsWith("```");
    if (fence && !fenced) close();
    if (fenced || line.trim() !== "") open.push(line);
    else close();
    if (fence) {
      fenced = !fenced;
      if (!fenced) close();
    }
  }
  close();
  return blocks;
}

function layBlock(block: string, indent: string, width: number): string {
  if (block.trimStart().startsWith("```")) {
    return block
      .split("\n")
      .filter((line) => !line.trimStart().startsWith("```"))
      .map((line) => `${indent}  ${line}`)
      .join("\n");
  }
  const parts: string[] = [];
  let open = false;
  const lines = withMath(block).split("\n");
  for (const line of lines.filter((one) => one.trim() !== "")) {
    const formula = line.startsWith(ownLine);
    // A list's line stands alone, and so does a line of a table, and a formula that has its own.
    if (!open || formula || /^\s*([-*|]|\d+\.)\s/.test(line)) {
      parts.push(formula ? `  ${line.slice(1)}` : line.trim());
    } else parts[parts.length - 1] = `${parts.at(-1)} ${line.trim()}`;
    open = !formula;
  }
  return parts.map((part) => wrap(`${indent}${part}`, indent, width)).join("\n");
}

/** Begins a line that holds a formula and nothing else; no text has it. */
const ownLine = "\u0000";

/** Code, a formula on its own, a formula in a line: a dollar that a digit follows closes none, and opens a price. */
const marked =
  /(`+)[\s\S]*?\1|\$\$([\s\S]+?)\$\$|(?<!\\)\$(?!\s)((?:\\[\s\S]|[^$\\])+?)(?<!\s)\$(?!\d)/g;

function withMath(text: string): string {
  return text.replaceAll(marked, (whole, code, display, inline) => {
    if (code !== undefined) return whole;
    const latex = (display ?? inline).trim();
    const plain = plainMath(latex);
    if (plain !== null && display === undefined) return plain;
    return `\n${ownLine}${plain ?? latex.replaceAll(/\s*\n\s*/g, " ")}\n`;
  });
}

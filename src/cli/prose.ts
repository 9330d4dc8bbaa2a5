/** Markdown on a terminal: paragraphs wrapped, code left as it stands, LaTeX as its source. */
import { wrap } from "./picture.ts";
import { columns } from "./width.ts";

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
  const lines = block.split("\n");
  if (lines[0]?.trimStart().startsWith("```")) {
    return lines
      .filter((line) => !line.trimStart().startsWith("```"))
      .map((line) => `${indent}  ${line}`)
      .join("\n");
  }
  const parts: string[] = [];
  for (const line of lines) {
    // A list's line stands alone, and so does a line of a table.
    if (parts.length === 0 || /^\s*([-*|]|\d+\.)\s?/.test(line)) parts.push(line.trim());
    else parts[parts.length - 1] = `${parts.at(-1)} ${line.trim()}`;
  }
  return parts.map((part) => wrap(`${indent}${part}`, indent, width)).join("\n");
}

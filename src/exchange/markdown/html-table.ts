/** A table in HTML as a table of Markdown is. */
import type { Link, Said, TablePiece } from "./pieces.ts";

const rows = /<tr\b[^<>]{0,300}>([\s\S]*?)(?=<\/tr>|<tr\b|$)/gi;
const cells = /<t([hd])\b([^<>]{0,300})>([\s\S]*?)(?=<\/t[hd]>|<t[hd]\b|<\/tr>|$)/gi;
const mostSpanned = 50;

interface Cell {
  readonly said: Said;
  readonly isHead: boolean;
  readonly columns: number;
  readonly rows: number;
}

/** Null for HTML without one. `start` is where the HTML begins in its text, and `line` its line. */
export function tableIn(html: string, start: number, line: number): TablePiece | null {
  if (!/<table\b/i.test(html)) return null;
  const found = [...html.matchAll(rows)]
    .map((row) =>
      [...(row[1] ?? "").matchAll(cells)].map((cell): Cell => {
        const at = row.index + row[0].indexOf(row[1] ?? "") + cell.index;
        return {
          said: said(cell[3] ?? "", line + html.slice(0, at).split("\n").length - 1),
          isHead: cell[1]?.toLowerCase() === "h",
          columns: spanIn(cell[2] ?? "", "colspan"),
          rows: spanIn(cell[2] ?? "", "rowspan"),
        };
      }),
    )
    .filter((row) => row.length > 0);
  const heads = Math.max(
    1,
    found.findIndex((row) => !row.every(({ isHead }) => isHead)),
  );
  const grid = spread(found, heads);
  const [head, ...others] = grid.slice(0, heads);
  if (head === undefined) return null;
  const lowest = head.map(
    (cell, at) =>
      others.map((row) => row[at]).findLast((below) => below !== undefined && below.text !== "") ??
      cell,
  );
  const body = grid.slice(heads);
  return { is: "table", line, head: lowest, rows: body, start, end: start + html.length };
}

function spanIn(attributes: string, name: "colspan" | "rowspan"): number {
  const said = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,3})`, "i").exec(attributes)?.[1];
  return Math.min(mostSpanned, Math.max(1, Number(said ?? 1)));
}

/** Each cell in its column: one that spans several rows or columns says its words once, and in a head for all. */
function spread(found: readonly (readonly Cell[])[], heads: number): readonly Said[][] {
  const grid: Said[][] = found.map(() => []);
  found.forEach((row, index) => {
    let column = 0;
    for (const cell of row) {
      while (grid[index]?.[column] !== undefined) column += 1;
      for (let down = 0; down < cell.rows; down += 1) {
        for (let across = 0; across < cell.columns; across += 1) {
          const isFirst = down + across === 0;
          const shown =
            isFirst || index < heads ? cell.said : { ...cell.said, text: "", links: [] };
          const target = grid[index + down];
          if (target !== undefined) target[column + across] = shown;
        }
      }
      column += cell.columns;
    }
  });
  const blank: Said = { text: "", links: [], line: 1, struck: false };
  return grid.map((row) => Array.from(row, (cell) => cell ?? blank));
}

function said(html: string, line: number): Said {
  const links = [
    ...html.matchAll(/<a\b[^<>]*?href=["']([^"']{1,2000})["'][^<>]*>([\s\S]*?)<\/a>/gi),
  ].map(([, url = "", words = ""]): Link => ({ url, text: textIn(words) }));
  return { text: textIn(html), links, line, struck: /^\s*<(?:s|del|strike)\b/i.test(html) };
}

function textIn(html: string): string {
  return html
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/<[^<>]{0,2000}>/g, "")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/[ \t]+/g, " ")
    .trim();
}

/** A table in HTML as a table of Markdown is. */
import type { Link, Said, TablePiece } from "./pieces.ts";

const rows = /<tr\b[^<>]{0,300}>([\s\S]*?)(?=<\/tr>|<tr\b|$)/gi;
const cells = /<t([hd])\b[^<>]{0,300}>([\s\S]*?)(?=<\/t[hd]>|<t[hd]\b|<\/tr>|$)/gi;

/** Null for HTML without one. `start` is where the HTML begins in its text, and `line` its line. */
export function tableIn(html: string, start: number, line: number): TablePiece | null {
  if (!/<table\b/i.test(html)) return null;
  const found = [...html.matchAll(rows)].map((row) =>
    [...(row[1] ?? "").matchAll(cells)].map((cell) => {
      const at = row.index + row[0].indexOf(row[1] ?? "") + cell.index;
      return said(cell[2] ?? "", line + html.slice(0, at).split("\n").length - 1);
    }),
  );
  const [head, ...body] = found.filter((row) => row.length > 0);
  if (head === undefined) return null;
  return { is: "table", line, head, rows: body, start, end: start + html.length };
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

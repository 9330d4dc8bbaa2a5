/** Texts in lines that are no wider than the terminal. */
import { columns } from "./width.ts";

/** Breaks a text at blanks, so that no line is longer than `width`; later lines begin with `indent`. */
export function wrap(text: string, indent = "", width = columns()): string {
  const lines: string[] = [];
  const body = text.trimStart();
  let line = text.slice(0, text.length - body.length);
  for (const word of body.split(" ")) {
    const next = line.trim() === "" ? line + word : `${line} ${word}`;
    const start = lines.length === 0 ? "" : indent;
    if (line.trim() !== "" && Bun.stringWidth(start + next) > width) {
      lines.push(start + line.trimEnd());
      line = word;
    } else line = next;
  }
  lines.push((lines.length === 0 ? "" : indent) + line);
  return lines.join("\n");
}

/** The lines of `text`, those broken that are too long; they go on two blanks further in. */
export function fit(text: string, width = columns()): string {
  return text
    .split("\n")
    .map((line) => {
      if (Bun.stringWidth(line) <= width) return line;
      if (/^\s*\$ /.test(line)) return fitCommand(line, width);
      const blanks = line.length - line.trimStart().length;
      return wrap(line, " ".repeat(Math.min(blanks + 2, width / 2)), width);
    })
    .join("\n");
}

/** An example that is to be copied: what is said of it has a line of its own, and what is broken goes on for the shell. */
function fitCommand(line: string, width: number): string {
  const [, command = line, remark] = /^(.*?)\s+(# .*)$/.exec(line) ?? [];
  const indent = "    ";
  const lines: string[] = [];
  let open = "";
  // A word with its blanks in front; what stands in quotes is one.
  for (const word of command.match(/\s*(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? [command]) {
    if (open !== "" && Bun.stringWidth(open + word) > width - 2) {
      lines.push(`${open} \\`);
      open = indent + word.trimStart();
    } else open += word;
  }
  lines.push(open);
  if (remark !== undefined) lines.push(wrap(indent + remark, `${indent}# `, width));
  return lines
    .map((one) => (Bun.stringWidth(one) > width ? wrap(one, indent, width) : one))
    .join("\n");
}

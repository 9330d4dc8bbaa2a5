/** The quotes in a note: each mark in a paper has one, and it goes with its mark, unless the learner has changed it. */
import { sectionsOf } from "./note-sections.ts";

export interface Quote {
  readonly paper: string;
  readonly page: number;
  readonly text: string;
  /** What the learner said to it elsewhere: it stands below the quote, and stays when that goes. */
  readonly comment?: string;
}

const quotesTitle = "Quotes";

/** The address is relative, so that other programs open the file at the page too. */
function linesOf({ paper, page, text }: Quote): readonly [string, string] {
  const words = text
    .trim()
    .split(/\s*\n\s*/)
    .join(" ");
  return [`> ${words}`, `> ([p. ${page}](../papers/${paper}.pdf#page=${page}))`];
}

/** The note with a passage of the paper added under "Quotes", which is made at the end where it is not there. */
export function withQuote(note: string, quote: Quote): string {
  const said = (quote.comment ?? "")
    .replace(/\s+/g, " ")
    .replace(/^(?=[#>])/, "\\")
    .trim();
  const block = `${linesOf(quote).join("\n")}\n${said === "" ? "" : `\n${said}\n`}`;
  const section = sectionsOf(note).findLast(({ title }) => title === quotesTitle);
  const whole = note === "" || note.endsWith("\n") ? note : `${note}\n`;
  if (section === undefined) return `${whole}\n## ${quotesTitle}\n\n${block}`;
  const all = whole.split("\n");
  const next = sectionsOf(note).find(({ line }) => line > section.line)?.line ?? all.length;
  const end = all.slice(0, next - 1);
  while (end.at(-1)?.trim() === "") end.pop();
  const rest = all.slice(next - 1);
  const after = rest.every((line) => line === "") ? "" : `\n${rest.join("\n")}`;
  return `${end.join("\n")}\n\n${block}${after}`;
}

/** The note without it; as it was where the learner has changed the quote, or written on to it. */
export function withoutQuote(note: string, quote: Quote): string {
  const lines = note.split("\n");
  const at = placeOf(lines, quote);
  if (at === null) return note;
  const [before, behind] = [lines.slice(0, at), lines.slice(at + 2)];
  while (before.at(-1)?.trim() === "") before.pop();
  const empties = behind.findIndex((line) => line.trim() !== "");
  const rest = empties === -1 ? [] : behind.slice(empties);
  const ends = rest.length === 0 || isHeading(rest[0]);
  // With its last quote goes the heading that the first one brought.
  if (before.at(-1) === `## ${quotesTitle}` && ends) {
    before.pop();
    while (before.at(-1)?.trim() === "") before.pop();
  }
  const kept = before.length === 0 ? "" : `${before.join("\n")}\n`;
  return rest.length === 0 ? kept : `${kept}${kept === "" ? "" : "\n"}${rest.join("\n")}`;
}

function placeOf(lines: readonly string[], quote: Quote): number | null {
  const [words, source] = linesOf(quote);
  const at = lines.findLastIndex(
    (line, index) =>
      line === words &&
      lines[index + 1] === source &&
      (lines[index + 2] ?? "").trim() === "" &&
      (lines[index - 1] ?? "").trim() === "",
  );
  return at === -1 ? null : at;
}

const isHeading = (line: string | undefined) => /^#{1,6}\s/.test(line ?? "");

/** A note after marks in its paper came and went. */
export function quotesAfter(
  note: string,
  marks: { readonly gone: readonly Quote[]; readonly come: readonly Quote[] },
): string {
  const without = marks.gone.reduce(withoutQuote, note);
  return marks.come.reduce(
    (text, quote) => (placeOf(text.split("\n"), quote) === null ? withQuote(text, quote) : text),
    without,
  );
}

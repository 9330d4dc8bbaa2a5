/** Highlights from Zotero's notes, as HTML or Markdown: quotes for the notes of their papers. */
import type { GivenFile, ReadFile, ReadForm } from "../form.ts";
import { hasAnnotations } from "../notes/annotations.ts";
import { foundQuotes } from "../notes/quotes.ts";
import { textOf } from "./markdown.ts";

export const form: ReadForm = {
  name: "highlights from Zotero (a note as Markdown or HTML)",
  detects: ({ name, head }) =>
    /\.html?$/i.test(name) || (/\.(?:md|markdown|txt)$/i.test(name) && hasAnnotations(head)),
  read: readAnnotations,
};

const mostCharacters = 3_000_000;

function readAnnotations({ name, bytes }: GivenFile): ReadFile {
  const text = textOf(bytes);
  if (text === null) return { ok: false, fault: "can't be read: it is not UTF-8 text" };
  if (text.length > mostCharacters)
    return { ok: false, fault: "is longer than any note; split it" };
  const found = foundQuotes(name, text);
  const none = found.left.length === 0 && found.has[0] === "0 highlights";
  if (none) return { ok: false, fault: "holds no highlight of Zotero's" };
  return { ok: true, found };
}

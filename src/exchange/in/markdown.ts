/** A tracker, a reading list or a log of days in Markdown, of any shape. */

import { partFrontMatter } from "../../core/content/front-matter.ts";
import type { GivenFile, ReadFile, ReadForm } from "../form.ts";
import { unreadable } from "../markdown/outline.ts";
import { placed } from "../markdown/placing.ts";
import { readMarkdown } from "../markdown/read.ts";
import { countedKinds, type Left, type Reading } from "../markdown/reading.ts";
import { readProperties } from "../notes/properties.ts";

export const form: ReadForm = {
  name: "Markdown tracker",
  maybe: "note",
  detects: ({ name }) => /\.(?:md|markdown|mdx|txt|org)$/i.test(name),
  read: readFile,
};

export function readFile({ bytes, today }: GivenFile): ReadFile {
  const text = textOf(bytes);
  if (text === null) return { ok: false, fault: "can't be read: it is not UTF-8 text" };
  const fault = unreadable(text);
  if (fault !== null) return { ok: false, fault };
  const reading = readMarkdown(text, today);
  const properties = propertiesOf(text);
  if (countedKinds.every((kind) => reading.counts[kind] === 0) && reading.findings.length === 0) {
    return {
      ok: false,
      fault: "is not a tracker: it has no heading, no box, no table and no list of papers",
    };
  }
  return {
    ok: true,
    found: {
      from: "markdown",
      has: hasIn(reading),
      left: [...properties, ...reading.left],
      place: (situation) => placed(reading, situation),
    },
  };
}

/** A tracker is of many papers: properties that speak of one are told, and left. */
function propertiesOf(text: string): readonly Left[] {
  const { matter } = partFrontMatter(text);
  if (matter === null) return [];
  const { properties, left } = readProperties(matter);
  const { status, hours } = properties;
  const reason =
    "belongs to no paper: the file's name, title, aliases and arXiv id name none of this workspace";
  const told = (line: number, text: string): Left => ({ line, kind: "property", text, reason });
  return [
    ...left,
    ...(status === null ? [] : [told(status.line, "status")]),
    ...(hours === null ? [] : [told(hours.line, "hours")]),
  ];
}

/** UTF-8, or UTF-16 that says so by its first two bytes. */
export function textOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe
      ? "utf-16le"
      : first === 0xfe && second === 0xff
        ? "utf-16be"
        : null;
  try {
    return new TextDecoder(wide ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const words = {
  heading: "heading",
  box: "box",
  paper: "paper",
  row: "row",
  hours: "time of study",
} as const;

/** `20 headings`, `93 of 94 boxes understood`. */
export function hasIn({ counts, left }: Pick<Reading, "counts" | "left">): readonly string[] {
  return countedKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => {
      const count = counts[kind];
      const lost = left.filter((one) => one.kind === kind).length;
      const word = words[kind];
      const plural =
        word === "box" ? "boxes" : word === "time of study" ? "times of study" : `${word}s`;
      const said = count === 1 ? word : plural;
      return lost === 0 ? `${count} ${said}` : `${count} ${said} (${count - lost} understood)`;
    });
}

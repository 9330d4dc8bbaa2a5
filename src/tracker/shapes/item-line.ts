/** A line of a list, in whatever shape: its bullet, its box and its text. */
import type { Line } from "../blocks.ts";
import { type FoundText, trimmed } from "./span.ts";

export interface FoundMark extends FoundText {
  /** Whether it is ticked; null for a mark that says something else. */
  readonly done: boolean | null;
  /** `box` stands in brackets, `sign` by itself. */
  readonly form: "box" | "sign";
}

export interface ItemLine {
  /** Null for a line without any box. */
  readonly mark: FoundMark | null;
  readonly text: FoundText;
  /** The bullet or number with the blanks around it; empty for none. */
  readonly bullet: string;
  /** Whether the form alone, at the margin and with a box, makes the line an item. */
  readonly listed: boolean;
}

/** Obsidian's marks of what is not done: in progress, put off, scheduled, a question, important, a star. */
const open = new Set(["/", ">", "<", "?", "!", "*"]);
const ticked = new Set(["x", "X", "ｘ", "√", "✓", "✔", "✔️", "☑", "☑️", "✅"]);
const signs: ReadonlyMap<string, boolean | null> = new Map([
  ["☐", false],
  ["⬜", false],
  ["⬜️", false],
  ["◻", false],
  ["◻️", false],
  ["☑", true],
  ["☑️", true],
  ["✅", true],
  ["✔", true],
  ["✔️", true],
  ["✓", true],
  ["🔲", false],
  ["🗹", true],
  ["☒", null],
  ["❌", null],
  ["❎", null],
]);

const blanks = "[ \\t\\u00a0\\u200b\\ufeff]";
const lead = new RegExp(`^((?:${blanks}|>)*)((?:[-*+•–]|\\d{1,9}[.)])?)(${blanks}*)`);
const bracket = /^(\\?\[)([^[\]\\]{0,8}?)(\\?\])/;
const sign = /^(?:☑️?|☐|⬜️?|◻️?|🔲|✅|✔️?|✓|🗹|☒|❌|❎)/u;

export function itemLine(line: Line): ItemLine {
  const { text } = line;
  const [opening = "", margin = "", mark = "", gap = ""] = lead.exec(text) ?? [];
  const at = opening.length;
  const plain = {
    mark: null,
    text: trimmed(line, at, text.length),
    bullet: opening,
    listed: false,
  };
  const rest = text.slice(at, at + 16);
  const boxed = bracket.exec(rest);
  // A link is no box: `[1](…)`, `[[…]]`, `[a][b]`, nor is a footnote or a label.
  if (
    boxed !== null &&
    !/^[([:]/.test(text.slice(at + boxed[0].length, at + boxed[0].length + 1))
  ) {
    const from = at + (boxed[1]?.length ?? 0);
    const inside = boxed[2] ?? "";
    const bare = inside.trim();
    const done = bare === "" || open.has(bare) ? false : ticked.has(bare) ? true : null;
    const short = [...bare].length <= 2 && !bare.startsWith("^");
    if (!short) return plain;
    const span = {
      ...trimmed(line, from, from),
      start: line.start + from,
      end: line.start + from + inside.length,
      text: inside,
    };
    return {
      mark: { ...span, done, form: "box" },
      text: trimmed(line, at + boxed[0].length, text.length),
      bullet: opening,
      listed: /^ ?$/.test(margin) && mark !== "" && /^(?: {1,4}|\t)$/.test(gap),
    };
  }
  const [signed] = sign.exec(rest) ?? [];
  if (signed === undefined) return plain;
  const span = { ...trimmed(line, at, at + signed.length), text: signed };
  const done = signs.get(signed) ?? null;
  return {
    mark: { ...span, done, form: "sign" },
    text: trimmed(line, at + signed.length, text.length),
    bullet: opening,
    listed: /^ ?$/.test(margin) && mark !== "" && /^[☐☑]/u.test(signed),
  };
}

/** The box with another state, in the hand of the one that stands there. */
export function markSaying(mark: FoundMark, done: boolean): string {
  if (mark.form === "box") return done ? "x" : " ";
  const emoji = mark.text.startsWith("✅") || mark.text.startsWith("⬜");
  if (done) return emoji ? "✅" : "☑";
  return emoji ? "⬜" : "☐";
}

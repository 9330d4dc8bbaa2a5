/**
 * What people and plugins put behind the words of a line: Obsidian's dates and priorities, tags, links, comments,
 * block ids. It belongs to the learner and is never a part of an item, unless the item's own text has it.
 */

/** Offsets at which the words may end, the nearest to the end first; and where the first plugin's mark begins. */
export interface Tail {
  readonly ends: readonly number[];
  /** Where the words of a new item end: what a plugin wrote is none of them, a link or a tag may be. */
  readonly words: number;
}

const mostPieces = 24;
const mostLength = 600;

const day = "\\[{0,2}\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2})?\\]{0,2}";
const dated = `(?:➕|📅|📆|🗓|⏳|⌛|🛫|✅|❌|⏰|🏁)\\ufe0f?\\s*(?:${day}|delete|keep)?`;
const recurring = "🔁\\ufe0f?[^🔁📅⏳🛫✅❌➕🆔⛔]{0,80}";
const named = "(?:🆔|⛔)\\ufe0f?\\s*[\\w, -]{0,80}";

/** Written by plugins. */
const marks = [
  "\\^[A-Za-z0-9-]+",
  dated,
  recurring,
  named,
  "(?:🔺|⏫|🔼|🔽|⏬)\\ufe0f?",
  "\\[[\\w -]{1,40}:: ?[^\\]]{0,80}\\]",
  "\\([\\w -]{1,40}:: ?[^)]{0,80}\\)",
  "@\\{[^}]{0,40}\\}",
  "%%[^%]{0,200}%%",
  "<!--(?:(?!-->).){0,300}-->",
].map((form) => {
  // A sign may stand right behind a word, a mark in letters and brackets may not.
  const before = /^[\\@]/.test(form) ? "(?:^|\\s)" : "";
  return new RegExp(`${before}(?:${form})\\s*$`, "u");
});

/** Written by people: they may as well be a part of the text. */
const additions = [
  "#[\\p{L}\\p{N}_/-]+",
  "\\(?!?\\[\\[[^\\]]{0,200}\\]\\]\\)?",
  "\\(?!?\\[[^\\][]{0,200}\\]\\([^()\\s]{0,300}\\)\\)?",
  "\\(?!?\\[[^\\][]{0,200}\\]\\[[^\\][]{0,60}\\]\\)?",
  "\\[\\^[\\w-]{1,40}\\]",
  "[(<]?https?://[^\\s<>()]{1,300}[)>]?",
  "\\p{Extended_Pictographic}[\\ufe0f\\u200d\\p{Extended_Pictographic}]{0,8}",
].map((form) => new RegExp(`(?:^|\\s)(?:${form})\\s*$`, "u"));

/** What leads over to an addition: `– see`, `:`, `→`. */
const joint = /\s*(?:[-–—:|→·,;(]\s*(?:see|cf\.?|here|link)?:?|\\)\s*$/iu;
const hardBreak = /\s*(?:\\|<br ?\/?>)\s*$/i;

export function tailOf(text: string): Tail {
  const offset = Math.max(0, text.length - mostLength);
  let rest = text.slice(offset);
  const ends: number[] = [];
  let words = text.length;
  const cut = (length: number) => {
    rest = rest.slice(0, length).trimEnd();
    ends.push(offset + rest.length);
  };
  const broken = hardBreak.exec(rest);
  if (broken !== null) {
    cut(broken.index);
    words = offset + rest.length;
  }
  for (let count = 0; count < mostPieces && rest !== ""; count += 1) {
    const mark = firstEnd(marks, rest);
    const end = mark ?? firstEnd(additions, rest);
    if (end === null) break;
    cut(end);
    if (mark !== null) words = offset + rest.length;
    const between = joint.exec(rest);
    if (between !== null && mark === null) cut(between.index);
  }
  return { ends, words };
}

function firstEnd(forms: readonly RegExp[], text: string): number | null {
  for (const form of forms) {
    const found = form.exec(text);
    if (found !== null) return found.index;
  }
  return null;
}

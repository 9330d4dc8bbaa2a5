/** What people write beside a thing: how far it is, when it was done, how long it took. */
import type { AspectState } from "../../core/entries/entry.ts";
import type { Day } from "../../core/time/calendar.ts";
import type { Minutes } from "../../core/time/duration.ts";
import { readWrittenDay } from "../../core/time/written.ts";
import { readState } from "../../tracker/states.ts";
import { bareWord, foreignStates } from "./languages.ts";
import { hoursIn } from "./times.ts";

/** `dropped` is what somebody decided not to do. */
export type State = AspectState | "dropped";

const boxes: ReadonlyMap<string, State> = new Map([
  ...[
    "",
    " ",
    "_",
    "!",
    "?",
    "*",
    ">",
    "<",
    "i",
    "I",
    "b",
    "S",
    '"',
    "l",
    "p",
    "c",
    "f",
    "k",
    "w",
    "u",
    "d",
  ].map((mark) => [mark, "none"] as const),
  ...["x", "X", "✓", "✔", "☑", "✅", "v", "V", "y", "Y", "√"].map(
    (mark) => [mark, "done"] as const,
  ),
  ...["/", "~", ".", "o", "O", "◐", "⏳"].map((mark) => [mark, "started"] as const),
  ["-", "dropped"],
  ...["TODO", "LATER", "WAITING", "NEXT", "HOLD", "WAIT"].map((mark) => [mark, "none"] as const),
  ...["DOING", "NOW", "STARTED", "IN-PROGRESS"].map((mark) => [mark, "started"] as const),
  ["DONE", "done"],
  ...["CANCELED", "CANCELLED"].map((mark) => [mark, "dropped"] as const),
]);

/** The state of a box by the mark in it, Obsidian's and other people's included; null for one that is not known. */
export function stateOfBox(mark: string): State | null {
  const bare = mark.replace(/\ufe0f/g, "");
  return boxes.get(bare.trim() === "" ? "" : bare.trim()) ?? null;
}

const signs: ReadonlyMap<string, State> = new Map([
  ...[
    "☐",
    "⬜",
    "◻",
    "□",
    "🔲",
    "⚪",
    "○",
    "❌",
    "✗",
    "✘",
    "🔴",
    "⬛",
    "🟥",
    "◯",
    "📋",
    "📥",
    "💤",
  ].map((sign) => [sign, "none"] as const),
  ...["⏳", "⌛", "🔄", "🚧", "🟡", "🟠", "◐", "🟨", "🏃", "🔵", "▶", "⏯", "🕐"].map(
    (sign) => [sign, "started"] as const,
  ),
  ...["☑", "✅", "✔", "✓", "🗹", "🟢", "🟩", "💯", "🎉", "🏁", "●", "☒"].map(
    (sign) => [sign, "done"] as const,
  ),
  ...["🚫", "⛔", "⏭"].map((sign) => [sign, "dropped"] as const),
]);

const words: ReadonlyMap<string, State> = new Map([
  ...foreignStates.flatMap(([state, all]) => all.map((word) => [word, state] as const)),
  ...[
    "to do",
    "todo",
    "backlog",
    "to read",
    "unread",
    "not started",
    "planned",
    "next",
    "queue",
    "queued",
    "upcoming",
    "pending",
    "want to read",
    "wishlist",
    "waiting",
    "new",
    "open",
    "inbox",
    "ideas",
    "up next",
    "next up",
    "coming up",
    "later",
    "future",
    "nope",
    "unstarted",
    "soon",
  ].map((word) => [word, "none"] as const),
  ...[
    "doing",
    "in progress",
    "reading",
    "currently reading",
    "wip",
    "started",
    "ongoing",
    "active",
    "now",
    "current",
    "in review",
    "reviewing",
    "skimmed",
    "partially",
    "half",
    "in the works",
    "working on",
    "this week",
    "partially done",
    "first pass",
    "studying",
    "watching",
    "in-progress",
    "under way",
  ].map((word) => [word, "started"] as const),
  ...[
    "done",
    "finished",
    "read",
    "completed",
    "complete",
    "archive",
    "archived",
    "closed",
    "shipped",
    "mastered",
    "passed",
    "implemented",
    "learned",
    "understood",
    "solved",
    "watched",
    "reviewed",
    "yes",
  ].map((word) => [word, "done"] as const),
  ...[
    "dropped",
    "skipped",
    "cancelled",
    "canceled",
    "abandoned",
    "on hold",
    "paused",
    "won't do",
    "wont do",
    "skip",
  ].map((word) => [word, "dropped"] as const),
]);

/** A word that people use for a state, as a heading or a cell: `In Progress 🚧`, `✅ Done`. */
export function stateOfWord(text: string): State | null {
  const word = text
    .replace(/[^\p{L}\p{N}'\s-]/gu, " ")
    .replace(/\(?\b\d+\b\)?/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
  return words.get(word) ?? words.get(bareWord(word)) ?? null;
}

/** `blank` for a cell that says nothing; null for one that says something else. */
export function stateOfCell(text: string): State | "blank" | null {
  const bare = text
    .replace(/\ufe0f/g, "")
    .replace(/[█▓▒░▰▱■□🟩⬜🟦🟨]{3,}/gu, "")
    .replace(/^\s*[-*+•]\s+(?=\\?\[)/, "")
    .trim();
  if (bare === "" || /^[-–—.…]+$/.test(bare)) {
    const bar = barOf(text);
    if (bar !== null) return bar;
    return bare === "" ? "blank" : "none";
  }
  const box = /^\\?\[(.{0,3}?)\\?\](.*)$/s.exec(bare);
  if (box !== null) return stateOfBox(box[1] ?? "");
  const known = readState(bare);
  if (known !== null)
    return known === "none" && stateOfWord(bare) === "dropped" ? "dropped" : known;
  const share = /^(\d{1,4})\s*(?:\/|of|out of)\s*(\d{1,4})\b/i.exec(bare);
  if (share !== null) return ofShare(Number(share[1]) / Math.max(1, Number(share[2])));
  const percent = /(?:^|[\s(~≈])(\d{1,3})(?:[.,]\d+)?\s*%/.exec(bare);
  if (percent !== null && Number(percent[1]) <= 100) return ofShare(Number(percent[1]) / 100);
  // A word beside a sign says what the sign means here: `⏳ To read`.
  const [sign] = bare;
  const signed = sign === undefined ? undefined : signs.get(sign);
  if (signed !== undefined) return stateOfWord(bare) ?? signed;
  const behind = signs.get([...bare].at(-1) ?? "");
  const said = stateOfWord(bare) ?? stateOfWord(bare.replace(/[(–—:,;].*$/s, ""));
  return said ?? behind ?? (/^(?:done|finished|completed|read)\b/i.test(bare) ? "done" : null);
}

function ofShare(share: number): State {
  return share >= 1 ? "done" : share > 0 ? "started" : "none";
}

/** Signs that a line of its own may begin with: a decoration is none of them. */
const lineSigns = "☐☑✅✔✓⬜🔲❌✗✘☒⏳⌛🔄🚧🟡🟠🟢🔴🟩🟥🟨⚪⬛";

export function isLineSign(sign: string): boolean {
  return sign !== "" && [...lineSigns].includes(sign);
}

/** A bar that is drawn: `█████░░░░░`, `🟩🟩⬜`. */
export function barOf(text: string): State | null {
  const bar = /[█▓▒░▰▱■□🟩⬜🟦🟨⬛]{3,}/u.exec(text)?.[0];
  if (bar === undefined) return null;
  const cells = [...bar];
  return ofShare(cells.filter((cell) => /[█▓▰■🟩🟦]/u.test(cell)).length / cells.length);
}

/** Words with what stands around them read and taken off. */
export interface Marked {
  readonly text: string;
  readonly state: State | null;
  readonly done: Day | null;
  readonly minutes: Minutes | null;
}

const emojiDates = /(?:✅|📅|📆|🗓️?|⏳|🛫|➕|❌|🔁|⏫|🔼|🔽|🔺|⏬)\ufe0f?\s*(\d{4}-\d{2}-\d{2})/gu;
const inlineField = /[[(]\s*([\p{L} _-]{2,24})::\s*([^\][()]{0,60})[\])]/gu;
const spentIn =
  /(?:[([,;–—-]\s*)?(?:⏱️?|⏲️?|🕒|🕑)\s*:?\s*((?:\d[\d.,:]*\s*(?:h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?)?\s*){1,2})[)\]]?|[([,;–—-]\s*(?:time spent|spent|took|logged|hours)\s*:?\s*((?:\d[\d.,:]*\s*(?:h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?)?\s*){1,2})[)\]]?|[([,;–—-]\s*((?:\d[\d.,:]*\s*(?:h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?)\s*){1,2})\s*(?:spent|logged)[)\]]?/iu;

/** `due: 2026-03-01`, `— due 2026-03-01`. */
const dueIn =
  /\s*(?:[-–—,;(]\s*)?\b(?:due|deadline|scheduled|by)\s*(?::|\bon\b|(?<=due|deadline)\s)\s*\d{4}-\d{2}-\d{2}\)?/giu;
/** `@done(2026-03-01)`, `— finished 2026-03-01`. */
const doneIn =
  /\s*@done(?:\((\d{4}-\d{2}-\d{2})[^()]{0,20}\))?|\s*[-–—,;(]\s*(?:done|finished|completed|read)(?:\s+on)?\s*:?\s*(\d{4}-\d{2}-\d{2})\)?\s*$/giu;

/** `Chapter 2: 1/3 done`. */
const shareIn =
  /^(.*\p{L}.*?)\s*(?::|\s[-–—])\s*(\d{1,4}\s*\/\s*\d{1,4})(?:\s+(?:done|complete|completed|read|finished))?\s*$/isu;

/** The words of an item, and the state, the day and the time that stand around them. */
export function marksIn(said: string): Marked {
  let text = said.replace(/\ufe0f/g, "");
  let state: State | null = null;
  let done: Day | null = null;
  let minutes: Minutes | null = null;
  text = text.replace(emojiDates, (found, on: string) => {
    const read = readWrittenDay(on);
    if (found.startsWith("✅")) {
      state = "done";
      if (read.is === "day") done = read.on;
    } else if (found.startsWith("❌")) state = "dropped";
    return " ";
  });
  text = text.replace(inlineField, (_, name: string, value: string) => {
    const field = name.trim().toLowerCase();
    const read = readWrittenDay(value);
    if (/^(?:completion|completed|done|finished)$/.test(field)) {
      state = "done";
      if (read.is === "day") done = read.on;
    } else if (/^(?:hours|time|spent|duration|time spent)$/.test(field)) {
      minutes = hoursIn(value, "hours");
    } else if (field === "status") {
      const told = stateOfCell(value);
      if (told !== null && told !== "blank") state = told;
    }
    return " ";
  });
  text = text.replace(spentIn, (found, a?: string, b?: string, c?: string) => {
    const read = hoursIn((a ?? b ?? c ?? "").trim(), "hours");
    if (read === null) return found;
    minutes = read;
    return " ";
  });
  text = text
    .replace(/(?:[⏫🔼🔽🔺⏬]|@(?:laptop|home|work))(?=\s|$)/gu, " ")
    .replace(/\{:[^{}]{0,80}\}|(?<=\s)@{1,2}\{[\d:. /-]{1,20}\}/g, " ")
    .replace(/^\s*(?:\([A-Z]\)|\[#[A-Z]\])\s+/, "")
    .replace(/(?<=\S)\s+:[\p{L}\d_@:]{1,60}:\s*$/u, "")
    .replace(dueIn, " ")
    .replace(doneIn, (_, one?: string, other?: string) => {
      const read = readWrittenDay(one ?? other ?? "");
      if (read.is === "day") done = read.on;
      state ??= "done";
      return " ";
    });
  text = text.replace(shareIn, (whole, words: string, share: string) => {
    const told = stateOfCell(share);
    if (told === null || told === "blank") return whole;
    state ??= told;
    return words;
  });
  text = withoutStars(text);
  const [first = ""] = text.trim();
  const lead = signs.get(first);
  if (lead !== undefined) {
    state ??= lead;
    text = withoutStars(text.trim().slice(first.length));
  }
  const tail = /^(.*\S)\s*(?:[-–—:|]\s*|\s|\()([^()|]{1,24}?)\)?\s*$/su.exec(text.trim());
  if (tail !== null && tail[1] !== undefined) {
    const ending = (tail[2] ?? "").trim();
    const told = endState(ending, text);
    if (told !== null) {
      state ??= told;
      text = tail[1].replace(/\s*[-–—:|(]+$/, "");
    }
  }
  return { text: withoutBar(text).replace(/\s+/g, " ").trim(), state, done, minutes };
}

/** Stars before a title say how good it is, and nothing of how far. */
function withoutStars(text: string): string {
  return text.replace(/^\s*(?:[⭐★☆🌟]\s*)+(?=\S)/u, "");
}

/** Words without the bar that is drawn behind them; its state is read by then. */
function withoutBar(text: string): string {
  const bare = text.replace(/\s*(?:[█▓▒░▰▱]{3,}|\[[=#>. -]{5,}\])\s*$/u, "");
  return bare.trim() === "" ? text : bare;
}

/** A state at the end of a line: a sign, a per cent, or a word that a dash or brackets set apart. */
function endState(ending: string, text: string): State | null {
  if (signs.has(ending)) return signs.get(ending) ?? null;
  if (/^\d{1,3}\s*%\s*\S{0,2}$/u.test(ending)) {
    const told = stateOfCell(ending);
    return told === "blank" ? null : told;
  }
  const apart = new RegExp(`(?:\\s[-–—:|]\\s*|\\()${escaped(ending)}\\)?\\s*$`, "u").test(text);
  return apart ? stateOfWord(ending) : null;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

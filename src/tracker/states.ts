/** How far something is, in the words and signs that people write into a cell. */
import type { AspectState } from "../core/entries/entry.ts";
import { box } from "./form.ts";
import { plainWords } from "./plain.ts";

/** Each as `spelled` gives it, so that nothing is to be computed when the program starts. */
export const words: { readonly [S in AspectState]: readonly string[] } = {
  none: [
    ...[
      "☐",
      "⬜",
      "⬛",
      "◻",
      "□",
      "○",
      "⚪",
      "❌",
      "✗",
      "✘",
      "✖",
      "🔴",
      "-",
      "--",
      "---",
      "0",
      "[]",
      "[ ]",
    ],
    ...[
      "no",
      "n",
      "todo",
      "to do",
      "to-do",
      "pending",
      "open",
      "not started",
      "skipped",
      "skip",
      "left out",
      "not yet",
      "none",
      "unread",
    ],
    ...["not done", "not read", "planned", "to read", "false", "n/a", "later", "backlog"],
    ...[
      "to-read",
      "want to read",
      "not started yet",
      "not yet started",
      "not begun",
      "nope",
      "tbd",
    ],
    ...[":x:", ":white_large_square:", ":white_circle:", ":red_circle:"],
  ],
  started: [
    ...["🟡", "🟠", "⏳", "⌛", "🔄", "🚧", "◐", "◑", "◒", "◓", "[/]", "/", "~", "📖", "▶"],
    ...[
      "in progress",
      "in-progress",
      "inprogress",
      "started",
      "reading",
      "wip",
      "work in progress",
      "half",
    ],
    ...[
      "half done",
      "halfway",
      "partial",
      "partly",
      "partially",
      "ongoing",
      "begun",
      "doing",
      "working",
      "writing",
    ],
    ...[
      "implementing",
      "coding",
      "underway",
      "under way",
      "in work",
      "currently reading",
      "almost",
    ],
    ...["now reading", "reading now", "re-reading", "rereading", "in process", "in-work"],
    ...[":yellow_circle:", ":construction:", ":hourglass:", ":hourglass_flowing_sand:"],
  ],
  done: [
    ...["☑", "✅", "✓", "✔", "🗹", "🟢", "💯", "[x]", "[✓]", "[✔]", "x", "●"],
    ...[
      "done",
      "yes",
      "y",
      "read",
      "finished",
      "complete",
      "completed",
      "ok",
      "okay",
      "implemented",
      "noted",
    ],
    ...["written", "true", "all done", "fully read", "√", "🗸", "checked", "yep", "yup"],
    ...[":white_check_mark:", ":heavy_check_mark:", ":ballot_box_with_check:", ":100:"],
  ],
};

const states: ReadonlyMap<string, AspectState> = new Map(
  (["none", "started", "done"] as const).flatMap((state) =>
    words[state].map((word) => [word, state] as const),
  ),
);

export function spelled(text: string): string {
  return plainWords(text).toLowerCase();
}

/** `blank` for a cell that says nothing, null for one that says something else. */
export function readState(text: string): AspectState | "blank" | null {
  // What is struck out is taken back, or done: that can't be told.
  if (text.length > 60 || text.includes("~~")) return null;
  const word = spelled(text);
  if (word === "") return "blank";
  const said = states.get(word) ?? share(word) ?? states.get(withoutEnd(word)) ?? dated(word);
  return said ?? signed(word);
}

/** `Done.`, `(done)`, `in progress…` */
function withoutEnd(word: string): string {
  const bare = word.replace(/[.!,;]+$/, "").trim();
  return /^\((.*)\)$/.exec(bare)?.[1] ?? bare;
}

/** `read 2/3` may be a share of it, and `read 3.5` hours: such a date needs its year, its last dot or an "on". */
const behindDate =
  /^(.+?)[ ,:@]+(?:\(?(?:on )?(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?)\)?|on \d{1,2}\/\d{1,2})$/;

/** `✅ 2026-11-25`, `read on 25.11.`: since when it is so is the learner's to know. */
function dated(word: string): AspectState | null {
  const before = behindDate.exec(word)?.[1];
  return before === undefined ? null : (states.get(before) ?? signed(before));
}

/** A sign and a word that mean the same, in either order: `✅ done`, `done ✅`. */
function signed(word: string): AspectState | null {
  const at = word.indexOf(" ");
  const back = word.lastIndexOf(" ");
  if (at < 0) return null;
  for (const [sign, rest] of [
    [word.slice(0, at), word.slice(at + 1)],
    [word.slice(back + 1), word.slice(0, back)],
  ] as const) {
    const state = /[\p{L}\p{N}]/u.test(sign) ? undefined : states.get(sign);
    if (state !== undefined && (states.get(rest) ?? share(rest)) === state) return state;
  }
  return null;
}

/** `50 %`, `50%`. */
function share(word: string): AspectState | null {
  const percent = /^(\d{1,3})(?:[.,]\d+)? ?%$/.exec(word);
  if (percent === null) return null;
  const amount = Number(percent[1]);
  if (amount > 100) return null;
  return amount === 100 ? "done" : amount === 0 && !/[1-9]/.test(word) ? "none" : "started";
}

/** A paper that is left out says so in its first cell. */
export const skippedWord = "skipped";

export function saysSkipped(text: string): boolean {
  return ["skipped", "skip", "left out"].includes(spelled(text));
}

/** How the tracker itself writes a state. */
export function writeState(state: AspectState): string {
  return state === "started" ? "in progress" : state === "done" ? box.ticked : box.empty;
}

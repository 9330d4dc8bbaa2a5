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
    ...["written", "true", "all done", "fully read", "done!"],
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
  if (text.length > 60) return null;
  const word = spelled(text);
  if (word === "") return "blank";
  const known = states.get(word) ?? share(word);
  if (known !== null) return known;
  // A sign and a word that mean the same: "✅ done".
  const [first, ...rest] = word.split(" ");
  const sign = /[\p{L}\p{N}]/u.test(first ?? "") ? undefined : states.get(first ?? "");
  const said = rest.join(" ");
  return sign !== undefined && (states.get(said) ?? share(said)) === sign ? sign : null;
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

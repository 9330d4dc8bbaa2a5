/** How far a paper is, aspect by aspect, in one line: `BERT - [x] Read - [ ] Notes`. */
import { marksIn, stateOfBox, stateOfWord } from "./marks.ts";
import type { PaperFound } from "./reading.ts";
import { bareTitle } from "./titles.ts";

const aspectForm =
  /(?:[-–—|,;(]\s*)?\b(read|notes?|summary|code|coded|impl(?:ementation|emented)?)\s*[:=]?\s*(\[.?\]|[☐☑✅✔✓⬜❌✗🔲⏳🟡🟢🔴]|\d{1,3}\s*%|yes\b|no\b|done\b)/giu;

/** `BERT - [x] Read - [ ] Notes`. */
const aspectAhead =
  /(?:[-–—|,;(]\s*)?(\[.?\]|[☐☑✅✔✓⬜❌✗🔲⏳🟡🟢🔴])\s*(read|notes?|summary|code|coded|impl(?:ementation|emented)?)\b/giu;

/** `BERT — Read: ✅ Notes: ⬜ Code: ⬜`. */
export function aspectsIn(
  text: string,
): { readonly name: string; readonly states: PaperFound["states"] } | null {
  const bare = text.replace(/\ufe0f/g, "");
  const said = [...bare.matchAll(aspectForm)];
  const ahead = [...bare.matchAll(aspectAhead)];
  const isAhead = ahead.length > said.length;
  const all = isAhead ? ahead : said;
  if (all.length < 2) return null;
  const states: {
    read?: "none" | "started" | "done";
    notes?: "none" | "started" | "done";
    implemented?: "none" | "started" | "done";
  } = {};
  for (const [, one = "", other = ""] of all) {
    const [word, mark] = isAhead ? [other, one] : [one, other];
    const state =
      marksIn(`x ${mark}`).state ??
      stateOfBox(/^\[(.?)\]$/.exec(mark)?.[1] ?? "q") ??
      stateOfWord(mark) ??
      (/^no$/i.test(mark) ? "none" : null);
    if (state === null || state === "dropped") continue;
    if (/^read/i.test(word)) states.read = state;
    else if (/^(?:note|summary)/i.test(word)) states.notes = state;
    else states.implemented = state;
  }
  const name = text
    .slice(0, all[0]?.index ?? 0)
    .replace(/[\s:|,;(–—-]+$/u, "")
    .trim();
  return name === "" ? null : { name: bareTitle(name), states };
}

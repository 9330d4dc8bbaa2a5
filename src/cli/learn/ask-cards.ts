/** Asking cards one after another: think, look, say how well it was known; every answer can be taken back. */

import type { Card } from "../../core/content/material.ts";
import { type Grade, grades } from "../../core/entries/entry.ts";
import { gradeWords } from "../../core/words/describe.ts";
import type { Keys } from "../keys.ts";
import { layProse } from "../prose.ts";
import type { Terminal } from "../terminal.ts";

export interface Question {
  readonly card: Card;
  /** How many are left, or which one of how many. */
  readonly place: string;
  /** What stands beside each grade, such as when the card comes again. */
  readonly beside?: Readonly<Record<Grade, string>>;
}

export interface Asking {
  /** The card to ask now; null when there is none left. */
  readonly question: () => Promise<Question | null>;
  readonly answer: (card: Card, grade: Grade, took: number) => Promise<void>;
  /** Takes the last answer back; false when there is none. */
  readonly undo: () => Promise<boolean>;
}

/** A card that lay open over lunch says nothing about thinking: milliseconds. */
const longestThought = 10 * 60_000;

/** `left` when the learner stopped before the end. */
export async function askCards(
  terminal: Terminal,
  keys: Keys,
  { question, answer, undo }: Asking,
): Promise<"finished" | "left"> {
  const { print, verbatim, paint } = terminal;
  for (;;) {
    const asked = await question();
    if (asked === null) return "finished";
    const { card, place, beside } = asked;
    const began = terminal.now();
    print(paint("faint", `── ${place} ── ${card.id} · ${card.kind}`));
    verbatim(layProse(card.front));
    print(paint("faint", "space shows the answer · u undoes · q quits"));
    let open = false;
    for (let graded = false; !graded; ) {
      const key = await keys.next();
      if (key === null || key === "q") return "left";
      const grade = grades.find((known) => String(known) === key);
      if (key === "u") {
        if (await undo()) graded = true;
        else print("There is no answer to take back.");
      } else if (key === "enter" && !open) {
        open = true;
        verbatim(`\n${layProse(card.back)}`);
        if (card.source !== null) print(paint("faint", card.source));
        print(grades.map((one) => gradeLabel(one, beside)).join("   "));
      } else if (open && (key === "enter" || grade !== undefined)) {
        await answer(card, grade ?? 3, Math.min(terminal.now() - began, longestThought));
        print("");
        graded = true;
      } else {
        print(
          open ? "1 to 4 grade it; enter means good." : "First look at the answer: space or enter.",
        );
      }
    }
  }
}

function gradeLabel(grade: Grade, beside: Question["beside"]): string {
  return `${grade} ${gradeWords[grade]}${beside === undefined ? "" : ` (${beside[grade]})`}`;
}

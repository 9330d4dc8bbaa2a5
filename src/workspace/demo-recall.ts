/** What the made-up learner of the example remembers: evening reviews, quizzes, a teach-back and a card of their own. */

import type { PaperId } from "../core/content/curriculum.ts";
import type { Material } from "../core/content/material.ts";
import { guideOf } from "../core/content/material.ts";
import type { Command } from "../core/decide/command.ts";
import type { Grade } from "../core/entries/entry.ts";
import { quizCards } from "../core/recall/quiz.ts";
import { type HeldCard, heldCards, queueOf } from "../core/recall/recall.ts";
import type { Day, Millis } from "../core/time/calendar.ts";
import type { Look } from "./workspace.ts";

/** What an evening has time for. */
const atMost = 14;

/** The learner forgets a new card more often than one that has been seen. */
function gradeOf({ memory }: HeldCard, random: () => number): Grade {
  const lucky = random();
  if (lucky < (memory.stage === "new" ? 0.22 : 0.1)) return 1;
  if (lucky < 0.3) return 2;
  return lucky < 0.9 ? 3 : 4;
}

export function eveningReview(
  { tally, progress }: Look,
  material: Material,
  at: Millis,
  random: () => number,
): readonly Command[] {
  const { cards } = queueOf(heldCards(material, tally), tally, at, progress);
  return cards.slice(0, atMost).map((held): Command => {
    const { id, paper } = held.card;
    const took = 4000 + Math.round(random() * 12_000);
    return { do: "review-card", card: id, paper, grade: gradeOf(held, random), took };
  });
}

/** Nothing where no cards are begun yet. */
export function weeklyQuiz(
  { tally, progress }: Look,
  material: Material,
  on: Day,
  random: () => number,
): readonly Command[] {
  const asked = quizCards(heldCards(material, tally), tally, progress, on, material.rhythm);
  if (asked.length === 0) return [];
  const answers = asked.map((held) => ({ card: held.card.id, grade: gradeOf(held, random) }));
  return [{ do: "take-quiz", on, answers }];
}

/** An explanation of the first paper with a guide, which covers most of the guide's points. */
export function teachBackOf(material: Material, paper: PaperId): readonly Command[] {
  const points = guideOf(material, paper)?.teachBack.points ?? [];
  if (points.length === 0) return [];
  const covered = points.map((_, index) => index).filter((index) => index !== 4);
  const text = covered.map((index) => points[index]).join(". ");
  return [{ do: "write-teach-back", paper, text: `${text}.`, points: covered }];
}

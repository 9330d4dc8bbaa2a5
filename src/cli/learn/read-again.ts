/** What is offered where something was not known: the place in the paper, or the cards about an exercise. */
import type { Verdict } from "../../core/check/check.ts";
import { cardsForExercise, readAgain } from "../../core/content/joined.ts";
import { type Card, guideOf, type Material } from "../../core/content/material.ts";
import type { Target } from "../../workspace/exercises.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { Terminal } from "../terminal.ts";
import { wrap } from "../wrap.ts";

/** After "again": where the answer is found. */
export function offerSection({ print, paint }: Terminal, material: Material, card: Card): void {
  const guide = card.paper === null ? null : guideOf(material, card.paper);
  const place = readAgain(guide, card);
  if (place === null) return;
  const equation =
    place.equation === null
      ? ""
      : `; “${place.equation}” in study guide ${card.paper} --section equations`;
  print(paint("faint", wrap(`Read again: ${place.source}${equation}.`, "  ")));
}

/** After a check that did not pass: the two cards that ask about what it implements. */
export async function offerCards(
  { print, paint }: Terminal,
  workspace: Workspace,
  { paper, exercise }: Target,
  verdict: Verdict,
): Promise<void> {
  if (paper === null || !("case" in verdict || "laws" in verdict)) return;
  const material = await workspace.material();
  const cards = cardsForExercise(guideOf(material, paper), exercise.id);
  if (cards.length === 0) return;
  const what = cards.length === 1 ? "The card on it" : "Two cards on it";
  print(paint("faint", `  ${what}: study cards ${cards.join(" ")}`));
}

/** The pass of the reading that covers what a card asks, by the sections that card and guide name. */
import type { Card, Guide, Material } from "../content/material.ts";

export type Pass = 1 | 2 | 3;

const named = /\b(Sections?|Appendix|Appendices)\s+((?:[A-Z]|\d+)(?:\.\d+)*)/g;

/** The first pass by which all that a card names has been read; the first where that is not known. */
export function passOf(card: Pick<Card, "source">, guide: Guide | undefined): Pass {
  const sections = [...(card.source ?? "").matchAll(named)].map(([, , section = ""]) => section);
  const passes = sections.map((section) => passReading(section, guide));
  return Math.max(1, ...passes) as Pass;
}

/** `3.2.1` is read with 3.2 or 3 where it is not named itself; 3 with the first of its parts. */
function passReading(section: string, guide: Guide | undefined): number {
  for (let part = section; part !== ""; part = part.split(".").slice(0, -1).join(".")) {
    const at = guide?.passes.findIndex(({ read }) => read.some((one) => numberOf(one) === part));
    if (at !== undefined && at >= 0) return at + 1;
  }
  const inside = guide?.passes.findIndex(({ read }) =>
    read.some((one) => numberOf(one).startsWith(`${section}.`)),
  );
  return inside === undefined ? 1 : inside + 1;
}

/** `3.1` of "3.1 Pre-training BERT"; nothing of "Abstract". */
function numberOf(heading: string): string {
  return /^((?:[A-Z]|\d+)(?:\.\d+)*)\s/.exec(heading)?.[1] ?? "";
}

export function passIn({ guides }: Pick<Material, "guides">, card: Card): Pass {
  return card.paper === null ? 1 : passOf(card, guides[card.paper]);
}

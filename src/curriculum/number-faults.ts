/** The faults of the decks' numbers, at their places in the files. */
import katex from "katex";
import type { Material } from "../core/content/material.ts";
import { cardNumberFaults, drawsChecked, type NumberFault } from "../core/recall/number-check.ts";
import type { Fault } from "./faults.ts";
import { formulasIn } from "./latex.ts";
import { type Source, sourceOf } from "./source.ts";
import { quote } from "./suggest.ts";

export function numberFaults(
  material: Material,
  files: ReadonlyMap<string, string>,
  draws: number = drawsChecked,
): readonly Fault[] {
  return Object.entries(material.decks).flatMap(([paper, deck]) => {
    const file = `papers/${paper}/deck.yaml`;
    const source = sourceOf(files, file);
    return deck.flatMap((card, at) =>
      source === null || card.numbers === undefined
        ? []
        : cardNumberFaults(card, draws, badlySet).map((fault) => placed(source, at, fault)),
    );
  });
}

function placed(source: Source, at: number, { place, message }: NumberFault): Fault {
  switch (place.in) {
    case "formula":
      return source.faultAt([at, "numbers", place.name, "is"], message);
    case "number":
      return source.faultAt([at, "numbers", place.name], message);
    case "name":
      return source.faultAtKey([at, "numbers", place.name], message);
    default:
      return source.faultAt([at, place.in], message);
  }
}

/** Why a side's formulas can't be set; null when they can. */
function badlySet(side: string): string | null {
  const wrong = formulasIn(side).find((latex) => !canBeSet(latex));
  return wrong === undefined ? null : `the formula ${quote(wrong)} can't be set`;
}

const set = new Map<string, boolean>();

/** Which digits a number has does not decide whether its formula can be set, so each form is tried once. */
function canBeSet(latex: string): boolean {
  const form = latex.replace(/\d+/g, "7");
  const known = set.get(form);
  if (known !== undefined) return known;
  let can = true;
  try {
    katex.renderToString(form, { throwOnError: true, strict: "ignore" });
  } catch {
    can = false;
  }
  set.set(form, can);
  return can;
}

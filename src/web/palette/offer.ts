/** What the palette can do with words that were typed. */
import type { PaperId } from "../../core/content/curriculum.ts";
import type { Lookup } from "../../core/content/names.ts";
import type { Command } from "../../core/decide/command.ts";
import type { Situation } from "../../core/decide/decision.ts";
import { namedPaper } from "../../core/progress/named-paper.ts";
import type { ThemeName } from "../shell/theme.ts";
import type { Words } from "./arguments.ts";
import { paletteWords as words } from "./words.ts";

/** What is known where the words are read. */
export interface Asked {
  readonly situation: Situation;
}

export type Offer = { readonly label: string } & (
  | { readonly is: "run"; readonly commands: readonly Command[] }
  | { readonly is: "go"; readonly path: string }
  | { readonly is: "theme"; readonly theme: ThemeName }
  | { readonly is: "export" }
  /** More has to be said: the label asks for it, and choosing it writes `words`. */
  | { readonly is: "more"; readonly words: string }
);

export interface Verb {
  readonly id: string;
  /** What it is called by; several words where it needs them. */
  readonly names: readonly string[];
  readonly label: string;
  readonly example: string;
  readonly read: (said: Words, asked: Asked) => readonly Offer[];
}

export function runs(label: string, ...commands: readonly Command[]): Offer {
  return { is: "run", label, commands };
}

export function goes(label: string, path: string): Offer {
  return { is: "go", label, path };
}

export function asksFor(label: string, example: string): readonly Offer[] {
  return [{ is: "more", label: `${label} ${words.example(example)}`, words: example }];
}

/** As many papers as an unclear name offers. */
const mostMeant = 4;

export function papersNamed(name: string, { situation }: Asked): readonly PaperId[] {
  const lookup: Lookup<PaperId> = namedPaper(name, situation.curriculum, situation.progress);
  if (lookup.found === "one") return [lookup.id];
  return lookup.found === "many" ? lookup.ids.slice(0, mostMeant) : [];
}

/** No paper has the name: the words with the papers that are nearest, else with one that there is. */
export function noPaper(
  said: Words,
  name: string,
  example: string,
  { situation }: Asked,
): readonly Offer[] {
  const lookup = namedPaper(name, situation.curriculum, situation.progress);
  const near = lookup.found === "none" ? lookup.near : [];
  const text = said.join(" ");
  const sentence = words.noPaperNamed(name);
  if (near.length === 0 || !text.includes(name)) return asksFor(sentence, example);
  return near.map((id) => {
    const meant = text.replace(name, () => id);
    return { is: "more", label: `${sentence} ${words.didYouMean(meant)}`, words: meant };
  });
}

export function nameOf(paper: PaperId | null, { situation }: Asked): string {
  return situation.progress.papers.find(({ id }) => id === paper)?.name ?? words.noPaper;
}

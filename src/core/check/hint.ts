/** Which hint comes next: one that answers to what failed, of the exercise or of the failure itself, else the next of the list. */
import { mistakesOf, type Verdict } from "./check.ts";

/** A hint that answers to a failure: a named mistake, a law by words of it, or a step of the reference by its name. */
export interface Answer {
  readonly to: { readonly by: "mistake" | "law" | "step"; readonly name: string };
  readonly hint: string;
}

export interface HintTexts {
  /** For any failure, the weakest first. */
  readonly hints: readonly string[];
  readonly answers: readonly Answer[];
}

/** What a verdict found, as far as hints and solutions speak of it. */
export interface Failure {
  readonly mistakes: readonly NamedMistake[];
  readonly laws: readonly string[];
  /** The steps of the reference that are to be looked at. */
  readonly steps: readonly string[];
  /** Hints that the failure itself gives, the weakest first: what a law advises, what others do wrong at that step. */
  readonly leads: readonly string[];
}

export interface NamedMistake {
  readonly id: string;
  readonly sentence: string;
  /** The mistake as an edit of the reference, line by line; empty where it is none. */
  readonly diff: readonly string[];
}

/** Null for a pass. */
export function failureOf(verdict: Verdict): Failure | null {
  if (verdict.kind === "passed") return null;
  const mistakes = mistakesOf(verdict);
  const step = "step" in verdict ? verdict.step : undefined;
  return {
    mistakes: mistakes.map(({ id, sentence, diff }) => ({ id, sentence, diff })),
    laws: "laws" in verdict ? verdict.laws : [],
    steps: [...mistakes.flatMap(({ steps }) => steps), ...(step === undefined ? [] : [step.name])],
    leads: "leads" in verdict ? verdict.leads : [],
  };
}

/** A name says most, then a law; a step is only where to look. */
const order = ["mistake", "law", "step"] as const;

/** The hints in the order in which they are given after a failure; null where there is none. */
export function hintsFor({ hints, answers }: HintTexts, failure: Failure | null): string[] {
  const fitting =
    failure === null
      ? []
      : order.flatMap((by) => answers.filter(({ to }) => to.by === by && answersTo(to, failure)));
  const leads = failure?.leads ?? [];
  return [...new Set([...fitting.map(({ hint }) => hint), ...leads, ...hints])];
}

function answersTo({ by, name }: Answer["to"], { mistakes, laws, steps }: Failure): boolean {
  switch (by) {
    case "mistake":
      return mistakes.some(({ id }) => id === name);
    case "law":
      return laws.some((law) => law.includes(name));
    case "step":
      return steps.includes(name);
    default:
      return by satisfies never;
  }
}

export interface NextHint {
  readonly text: string;
  /** Its place in the order, from 1. */
  readonly number: number;
  /** Whether there is another after it. */
  readonly more: boolean;
}

/** The first that was not given yet; the last again where all were. Null where there are none. */
export function nextHint(hints: readonly string[], given: readonly string[]): NextHint | null {
  const open = hints.filter((hint) => !given.includes(hint));
  const text = open[0] ?? hints.at(-1);
  if (text === undefined) return null;
  return { text, number: hints.indexOf(text) + 1, more: open.length > 1 };
}

/** What of an exercise's hints was given, and what they answer to: of this folder alone, and no part of the journal. */
import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { Verdict } from "../core/check/check.ts";
import { type Failure, failureOf, hintsFor, type NextHint, nextHint } from "../core/check/hint.ts";
import { ownOf } from "../core/content/bare.ts";
import { nameOf, type Target, textOf } from "./exercises.ts";
import type { Layout } from "./layout.ts";
import { replaceFile } from "./replace-file.ts";
import type { Workspace } from "./workspace.ts";

const texts = v.optional(v.array(v.string()), []);
const hintingForm = v.object({
  /** The hints that were given, by their texts: an exercise may get others. */
  given: texts,
  /** What the last run that failed found. */
  failure: v.optional(
    v.nullable(
      v.object({
        mistakes: v.array(v.object({ id: v.string(), sentence: v.string(), diff: texts })),
        laws: texts,
        steps: texts,
        leads: texts,
      }),
    ),
    null,
  ),
  /** Whether a run has passed since. */
  passed: v.optional(v.boolean(), false),
});
export interface Hinting {
  readonly given: readonly string[];
  readonly failure: Failure | null;
  readonly passed: boolean;
}

const nothing: Hinting = { given: [], failure: null, passed: false };

/** `hints`: the exercise's list, of which version 0.1 kept only how many were given. */
export function hintingOf(layout: Layout, name: string, hints: readonly string[]): Hinting {
  const kept = ownOf(readAll(layout), name);
  if (typeof kept === "number") return { ...nothing, given: hints.slice(0, kept) };
  const read = v.safeParse(hintingForm, kept);
  return read.success ? read.output : nothing;
}

function keepGiven(layout: Layout, name: string, hinting: Hinting, hint: string): void {
  if (hinting.given.includes(hint)) return;
  keep(layout, name, { ...hinting, given: [...hinting.given, hint] });
}

/** Keeps what hints and the solution speak of after this verdict. A pass keeps what failed before it. */
export function keepVerdict(
  layout: Layout,
  name: string,
  hints: readonly string[],
  verdict: Verdict,
): void {
  const before = hintingOf(layout, name, hints);
  const failure = failureOf(verdict);
  const passed = failure === null;
  keep(layout, name, { ...before, failure: failure ?? before.failure, passed });
}

export interface GivenHint extends NextHint {
  /** How many there are. */
  readonly of: number;
}

/** The exercise's next hint, which counts as given from now on; null where it has none. */
export async function takeHint(workspace: Workspace, target: Target): Promise<GivenHint | null> {
  const texts = await textOf(workspace, target);
  const name = nameOf(target);
  const hinting = hintingOf(workspace.layout, name, texts.hints);
  const hints = hintsFor(texts, hinting.passed ? null : hinting.failure);
  const next = nextHint(hints, hinting.given);
  if (next === null) return null;
  keepGiven(workspace.layout, name, hinting, next.text);
  return { ...next, of: hints.length };
}

function keep(layout: Layout, name: string, hinting: Hinting): void {
  const all = { ...readAll(layout), [name]: hinting };
  replaceFile(layout.hints, layout.state, `${JSON.stringify(all)}\n`);
}

function readAll(layout: Layout): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(readFileSync(layout.hints, "utf8"));
    return typeof read === "object" && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    // None given, or a file that was cut short: hints begin anew.
    return {};
  }
}

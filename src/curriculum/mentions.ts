/**
 * The values that files mention at a place, whether or not the rest of the file has its form: so one fault
 * doesn't hide the next.
 */
import type { Fault } from "./faults.ts";
import type { Path, Source } from "./source.ts";

export interface Mention {
  readonly file: string;
  readonly value: unknown;
  readonly path: Path;
  /** A fault at the place of the value. */
  readonly fault: (message: string) => Fault;
}

export type TextMention = Mention & { readonly value: string };
export type NumberMention = Mention & { readonly value: number };

/** All values at `place`, in which `*` stands for every entry of a list, a number for one: `phases.*.papers.0`. */
export function mentions(source: Source | null | undefined, place: string): readonly Mention[] {
  if (!source) return [];
  const steps = place.split(".");
  return expand(source.value, steps, []).map(({ value, path }) => ({
    file: source.file,
    value,
    path,
    fault: (message: string) => source.faultAt(path, message),
  }));
}

/** Without the blanks around them, as the schema takes them. */
export function texts(source: Source | null | undefined, place: string): readonly TextMention[] {
  return mentions(source, place).flatMap((mention) =>
    typeof mention.value === "string" ? [{ ...mention, value: mention.value.trim() }] : [],
  );
}

export function numbers(
  source: Source | null | undefined,
  place: string,
): readonly NumberMention[] {
  return mentions(source, place).filter(
    (mention): mention is NumberMention => typeof mention.value === "number",
  );
}

/** One fault for every mention of a value that was mentioned before. */
export function repeated(
  all: readonly Mention[],
  say: (value: unknown) => string,
): readonly Fault[] {
  const seen = new Set<unknown>();
  return all.flatMap(({ value, fault }) => {
    if (seen.has(value)) return [fault(say(value))];
    seen.add(value);
    return [];
  });
}

interface Found {
  readonly value: unknown;
  readonly path: Path;
}

function expand(value: unknown, steps: readonly string[], path: Path): readonly Found[] {
  const [step, ...rest] = steps;
  if (step === undefined || step === "") return [{ value, path }];
  if (step === "*") {
    if (!Array.isArray(value)) return [];
    return value.flatMap((item: unknown, index) => expand(item, rest, [...path, index]));
  }
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return [];
  const key = Array.isArray(value) ? Number(step) : step;
  return expand((value as Record<string, unknown>)[step], rest, [...path, key]);
}

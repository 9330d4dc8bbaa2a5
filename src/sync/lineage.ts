/**
 * Where a text comes from. A version has a name that tells its text and how many came before it, and knows the names
 * of those that it grew from: so of two versions it can be told whether one follows the other, and where they parted.
 * Two devices that make the same change, or merge the same two versions, give it the same name.
 */
import * as v from "valibot";

/** A text by its content; `gone` where there is no file. */
export type Mark = string;

export const gone: Mark = "gone";

const nameForm = v.pipe(v.string(), v.regex(/^[1-9][0-9]{0,8}\.([0-9a-f]{32}|gone)$/));
export const versionForm = v.object({
  /** `<how many came before, counted from 1>.<mark>`. */
  is: nameForm,
  /** The names of what it grew from, the latest first. */
  from: v.array(nameForm),
});
export type Version = Readonly<v.InferOutput<typeof versionForm>>;

/** A version knows so many of those before it; of devices that are further apart both texts are kept. */
const longestMemory = 400;

export function markOf({ is }: Pick<Version, "is">): Mark {
  return is.slice(is.indexOf(".") + 1);
}

/** The version after `before`, or the first. */
export function edited(before: Version | null, mark: Mark): Version {
  return before === null ? { is: `1.${mark}`, from: [] } : grown([before], mark);
}

/** What became of two versions. */
export function joined(a: Version, b: Version, mark: Mark): Version {
  return grown([a, b], mark);
}

export function isBehind(a: Version, b: Version): boolean {
  return b.from.includes(a.is);
}

/** Of several versions those that none of the others follows, in an order that is the same everywhere. */
export function tipsOf(versions: readonly Version[]): readonly Version[] {
  const different = new Map(versions.map((version) => [version.is, version]));
  const list = [...different.values()];
  return list
    .filter((one) => !list.some((other) => isBehind(one, other)))
    .toSorted((a, b) => latestFirst(b.is, a.is));
}

/** The latest version that both grew from; null where they have none in common. */
export function partedAt(a: Version, b: Version): string | null {
  const there = new Set([b.is, ...b.from]);
  return [a.is, ...a.from].find((name) => there.has(name)) ?? null;
}

/**
 * The texts among `own` that somebody may still need: those that not everybody has left behind, and those where two
 * parted. `heads` is what each device has now.
 */
export function neededMarks(own: Version, heads: readonly Version[]): ReadonlySet<Mark> {
  const needed = new Set([own, ...heads].map(markOf));
  for (const name of own.from) {
    if (!heads.every(({ from }) => from.includes(name))) needed.add(markOf({ is: name }));
  }
  for (const a of heads) {
    for (const b of heads) {
      const parted = partedAt(a, b);
      if (parted !== null) needed.add(markOf({ is: parted }));
    }
  }
  return needed;
}

function grown(parents: readonly Version[], mark: Mark): Version {
  const before = new Set(parents.flatMap(({ is, from }) => [is, ...from]));
  const from = [...before].toSorted(latestFirst).slice(0, longestMemory);
  const generation = Math.max(...parents.map(({ is }) => generationOf(is))) + 1;
  return { is: `${generation}.${mark}`, from };
}

function generationOf(name: string): number {
  return Number(name.slice(0, name.indexOf(".")));
}

function latestFirst(a: string, b: string): number {
  return generationOf(b) - generationOf(a) || (a < b ? -1 : a > b ? 1 : 0);
}

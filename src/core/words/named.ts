/** Papers and lines of lists as a person names them. What is not found is told with what may be meant. */
import type { Curriculum, PaperId } from "../content/curriculum.ts";
import { arxivIdIn, plainName } from "../content/names.ts";
import type { ItemProgress } from "../progress/lists.ts";
import { namedPaper } from "../progress/named-paper.ts";
import type { Progress } from "../progress/progress.ts";

export type Meant<T> =
  | { readonly ok: true; readonly meant: T }
  | { readonly ok: false; readonly message: string };

/** By id, name, title, alias, arXiv id or address. */
export function paperNamed(
  name: string,
  curriculum: Curriculum,
  progress: Progress,
): Meant<PaperId> {
  const lookup = namedPaper(name, curriculum, progress);
  const arxiv = arxivIdIn(name);
  if (arxiv !== null && lookup.found === "none") {
    return unknown(`No paper of yours is arXiv ${arxiv}. \`study papers\` lists them all.`);
  }
  switch (lookup.found) {
    case "one":
      return { ok: true, meant: lookup.id };
    case "many":
      return unknown(`"${name}" may be ${listOr(lookup.ids)}; be more specific.`);
    case "none":
      return unknown(
        lookup.near.length > 0
          ? `There is no paper "${name}"; did you mean ${listOr(lookup.near)}?`
          : `There is no paper "${name}". \`study papers\` lists them all.`,
      );
    default:
      return lookup satisfies never;
  }
}

export type Line = ItemProgress & { readonly label?: string | null };

/** A line of a list, by its number, its label or a unique part of its text. */
export function itemNamed<I extends Line>(said: string, items: readonly I[]): Meant<I> {
  if (/^\d+$/.test(said)) {
    const item = items[Number(said) - 1];
    if (item !== undefined) return { ok: true, meant: item };
    return unknown(`There is no line ${said}; the list has ${items.length}.`);
  }
  const plain = plainName(said);
  if (plain === "") return unknown("Say which line: by its number, or by words of it.");
  const labelled = items.find(({ label }) => label && plainName(label) === plain);
  if (labelled !== undefined) return { ok: true, meant: labelled };
  const matching = items.filter(({ text }) => plainName(text).includes(plain));
  const [one, ...more] = matching;
  if (one !== undefined && more.length === 0) return { ok: true, meant: one };
  return unknown(
    one === undefined
      ? `No line contains "${said}". Name it by its number.`
      : `"${said}" is in ${matching.length} lines. Name the line by its number.`,
  );
}

/** A check-in by its name or weekday, `month 2` by its month; a beginning is enough where only one begins so. */
export function checkinNamed(
  said: string,
  { weekly, monthly }: Pick<Curriculum, "weekly" | "monthly">,
): Meant<string> {
  const named = [
    ...weekly.map(({ kind, weekday }) => ({ id: kind as string, also: weekday as string })),
    ...monthly.map(({ month }) => ({ id: `month:${month}`, also: `month ${month}` })),
  ];
  const plain = plainName(said);
  const namesOf = ({ id, also }: (typeof named)[number]) => [plainName(id), plainName(also)];
  const exact = named.filter((one) => namesOf(one).includes(plain));
  const beginning = named.filter((one) => namesOf(one).some((name) => name.startsWith(plain)));
  const [one, ...others] = plain === "" ? [] : exact.length > 0 ? exact : beginning;
  if (one !== undefined && others.length === 0) return { ok: true, meant: one.id };
  if (one !== undefined) {
    return unknown(`"${said}" may be ${listOr([one, ...others].map(({ id }) => id))}; say which.`);
  }
  const known = named.map(({ id, also }) => `${id} (${also})`).join(", ");
  return unknown(`There is no check-in "${said}": use ${known}.`);
}

function unknown(message: string): Meant<never> {
  return { ok: false, message };
}

export function listOr(names: readonly string[]): string {
  return names.length < 2
    ? names.join("")
    : `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}`;
}

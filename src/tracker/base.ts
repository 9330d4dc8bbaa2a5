/**
 * Which agreement the learner had before them when they edited a text. The file names it: a mark, as a comment
 * behind the date of its last update. Where a tool has stripped the mark, the nearest remembered one is taken.
 */
import type { PaperId } from "../core/content/curriculum.ts";
import { plainName } from "../core/content/names.ts";
import type { Desired, DesiredField, DesiredItem } from "./desired.ts";
import type { Agreed, Edit } from "./edits/reading.ts";
import { readHours } from "./form.ts";
import { matchList } from "./match.ts";
import { says } from "./says.ts";
import type { FoundText, Scan } from "./scan.ts";
import { readState } from "./states.ts";
import { cellName } from "./vocabulary.ts";

export type Base =
  /** The file was never agreed on: what is filled in is taken over, what is absent takes nothing back. */
  | { readonly is: "none" }
  /**
   * The file says which agreement it was edited from. `before` is what that text said itself, where edits of it have been
   * taken in since and belong to `agreed`; null as a rule.
   */
  | { readonly is: "named"; readonly agreed: Agreed; readonly before: Agreed | null }
  /** It does not say. `remembered` are all that it may have been, the latest first. */
  | { readonly is: "nearest"; readonly agreed: Agreed; readonly remembered: readonly Agreed[] };

const markForm = /<!-- study:([0-9a-z]{4,16}) -->/g;

/** The mark that a text bears; null for none. Of several the last counts: the form has it at its end. */
export function markIn(source: string): string | null {
  return [...source.matchAll(markForm)].at(-1)?.[1] ?? null;
}

/** The value of *Last Updated* with the mark behind it. */
export function withMark(date: string, mark: string): string {
  return `${date} <!-- study:${mark} -->`;
}

/**
 * A short name for what a text agrees on: the same values have the same mark, until edits are taken in. What comes back
 * after them to the values of before is another text, so that its edits are not taken for those. `round`: how many
 * times edits have been taken in.
 */
export function markOf(agreed: string, round: number): string {
  const said = round === 0 ? agreed : `${agreed}${round}`;
  return Bun.hash(said).toString(36).padStart(8, "0").slice(-8);
}

/**
 * What a text agrees on of which edits were taken in one after another, in whatever windows it stood: of each field and
 * line what was taken in last. `later` are the texts that came of it, the latest first.
 */
export function editedSince(original: Agreed, later: readonly Agreed[]): Agreed {
  return later.reduceRight((agreed, next) => editsOf(agreed, original, next), original);
}

function editsOf(agreed: Agreed, original: Agreed, next: Agreed): Agreed {
  const fields = Object.entries(next.fields).filter(
    ([key, { text }]) => text !== original.fields[key]?.text,
  );
  const lists = new Set([...Object.keys(agreed.lists), ...Object.keys(next.lists)]);
  const isAsBefore = (id: PaperId) => next.inFile.has(id) === original.inFile.has(id);
  return {
    ...agreed,
    papers: next.papers,
    fields: { ...agreed.fields, ...Object.fromEntries(fields) },
    lists: Object.fromEntries(
      [...lists].map((list) => [
        list,
        itemsOf(agreed.lists[list] ?? [], original.lists[list] ?? [], next.lists[list] ?? []),
      ]),
    ),
    inFile: new Set([
      ...[...agreed.inFile].filter((id) => isAsBefore(id) || next.inFile.has(id)),
      ...[...next.inFile].filter((id) => !isAsBefore(id)),
    ]),
  };
}

/** What was edited, added and taken out in the next text; all else as it was. */
function itemsOf(
  agreed: readonly DesiredItem[],
  original: readonly DesiredItem[],
  next: readonly DesiredItem[],
): readonly DesiredItem[] {
  const [was, is] = [byId(original), byId(next)];
  const same = (id: string) => {
    const [before, after] = [was.get(id), is.get(id)];
    return before?.done === after?.done && before?.text === after?.text;
  };
  const known = byId(agreed);
  const kept = agreed.flatMap((item) => {
    const changed = same(item.id) ? item : is.get(item.id);
    return changed === undefined ? [] : [changed];
  });
  return [...kept, ...next.filter(({ id }) => !known.has(id) && !same(id))];
}

function byId(items: readonly DesiredItem[]): ReadonlyMap<string, DesiredItem> {
  return new Map(items.map((item) => [item.id, item]));
}

/** How much a text differs from an agreement, in fields and lines. */
export function distance(scan: Scan, agreed: Agreed): number {
  let differing = 0;
  for (const [key, { text }] of scan.fields) {
    const field = agreed.fields[key];
    if (field !== undefined && field.kind !== "stamp" && !says(text, field)) differing += 1;
  }
  for (const { rows } of scan.tables.values()) differing += rowsDiffering(rows, agreed);
  for (const [list, inFile] of scan.lists) {
    const known = agreed.lists[list] ?? [];
    const { lines, missing } = matchList(inFile, known, "exact");
    differing += missing.length;
    for (const { found, item } of lines) {
      const done = found.mark?.done ?? null;
      if (item === null || (done !== null && done !== item.done)) differing += 1;
    }
  }
  return differing;
}

function rowsDiffering(
  rows: readonly { readonly name: FoundText; readonly cells: object }[],
  agreed: Agreed,
): number {
  const byName = new Map(agreed.papers.map(({ id, name }) => [plainName(name), id]));
  return rows.reduce((sum, { name, cells }) => {
    const paper = byName.get(plainName(cellName(name.text)));
    if (paper === undefined) return sum + 1;
    const differing = Object.entries(cells as Record<string, FoundText>).filter(
      ([column, cell]) => {
        const field = agreed.fields[`paper:${paper}:${column}`];
        return field !== undefined && !says(cell.text, field);
      },
    );
    return sum + differing.length;
  }, 0);
}

/** The first of the candidates that differs least. */
export function nearest<T>(
  scan: Scan,
  candidates: readonly T[],
  agreedOf: (candidate: T) => Agreed,
): T | null {
  let best: T | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const differing = distance(scan, agreedOf(candidate));
    if (differing < least) [best, least] = [candidate, differing];
    if (least === 0) break;
  }
  return best;
}

/**
 * Whether an edit only brings back what a remembered text said: then it may be that text, saved once more, and
 * not the learner's wish.
 */
export function broughtBack(edit: Edit, remembered: readonly Agreed[]): boolean {
  return remembered.some((agreed) => saidSo(edit, agreed));
}

function saidSo({ key, found, command }: Edit, agreed: Agreed): boolean {
  const items = Object.values(agreed.lists).flat();
  switch (command.do) {
    case "mark-item":
      return items.some(({ id, done }) => id === command.item && done === command.done);
    case "edit-item":
      return items.some(({ id, text }) => id === command.item && text === command.text);
    case "remove-item":
      return !items.some(({ id }) => id === command.item);
    case "add-item":
      return (agreed.lists[command.list] ?? []).some(({ text }) => text === command.text);
    case "add-paper":
      return agreed.papers.some(({ name }) => plainName(name) === plainName(command.name));
    case "remove-paper":
      return !agreed.inFile.has(command.paper);
    default: {
      const field = agreed.fields[key];
      return field !== undefined && found !== undefined && says(found, field);
    }
  }
}

/**
 * What a text says, as an agreement: its own values where they can be read, and those of `known` elsewhere. An
 * edit that has been taken in is part of it, so that it is not taken in again.
 */
export function saidBy(
  scan: Scan,
  cells: Iterable<readonly [string, FoundText]>,
  known: Agreed,
): Agreed {
  const fields: Record<string, DesiredField> = { ...known.fields };
  for (const [key, { text }] of [...scan.fields, ...cells]) {
    const field = known.fields[key];
    if (field !== undefined) fields[key] = fieldSaying(text, field);
  }
  const lists: Record<string, readonly DesiredItem[]> = {};
  for (const [list, inFile] of scan.lists) {
    const { lines } = matchList(inFile, known.lists[list] ?? [], "exact");
    lists[list] = lines.flatMap(({ found, item }) =>
      item === null ? [] : [{ ...item, done: found.mark?.done ?? item.done }],
    );
  }
  return { ...known, fields, lists };
}

function fieldSaying(text: string, field: DesiredField): DesiredField {
  if (field.kind === "hours") {
    const minutes = readHours(text);
    return minutes === null || text === "" || says(text, field)
      ? field
      : { ...field, text, minutes };
  }
  if (field.kind === "tick") {
    const state = readState(text);
    return state === null || state === "blank" ? field : { ...field, text };
  }
  return { ...field, text };
}

/** The parts of `desired` that a text with this scan shows: an absent list says nothing of its items. */
export function shownIn(lists: ReadonlySet<string>, desired: Desired): Desired["lists"] {
  return Object.fromEntries(Object.entries(desired.lists).filter(([list]) => lists.has(list)));
}

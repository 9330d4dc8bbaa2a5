/** The tracker's lists: the curriculum's lines and the learner's own, edited, moved and ticked. */

import type { Curriculum, ItemId } from "../content/curriculum.ts";
import type { ItemKind } from "../entries/entry.ts";
import type { Tally } from "../entries/tally.ts";
import type { Millis } from "../time/calendar.ts";

export interface ItemProgress {
  readonly id: ItemId;
  readonly kind: ItemKind;
  readonly text: string;
  readonly done: boolean;
  readonly doneAt: Millis | null;
  readonly own: boolean;
}

export interface WeekProgress {
  readonly number: number;
  readonly title: string;
  readonly goal: string;
  readonly tasks: readonly ItemProgress[];
}

/** The name of a week's list in the journal. */
export function weekList(week: number): string {
  return `week:${week}`;
}

/** The name of a resource group's list in the journal. */
export function resourceList(title: string): string {
  return `resources:${title}`;
}

export function weeksOf(curriculum: Curriculum, tally: Tally): readonly WeekProgress[] {
  const texts = new Map(
    tally.moves.length === 0
      ? []
      : curriculum.weeks.flatMap(({ tasks }) => tasks.map(({ id, text }) => [id, text] as const)),
  );
  return curriculum.weeks.map((week) => ({
    number: week.number,
    title: week.title,
    goal: tally.goals[week.number] ?? week.goal,
    tasks: listOf(tally, "task", weekList(week.number), week.tasks, (id) => texts.get(id) ?? ""),
  }));
}

export function listOf(
  tally: Tally,
  kind: ItemKind,
  list: string,
  items: readonly { readonly id: ItemId; readonly text: string }[],
  textOf?: (id: ItemId) => string,
): readonly ItemProgress[] {
  return inOrder(tally, list, kind, items, textOf)
    .filter(({ id }) => tally.items[id]?.removed !== true)
    .filter(({ id, text }) => text !== "" || tally.items[id]?.text !== undefined)
    .map(({ id, text, own }) => ({
      id,
      kind,
      text: tally.items[id]?.text ?? text,
      done: tally.items[id]?.done !== undefined,
      doneAt: tally.items[id]?.done ?? null,
      own,
    }));
}

/** What a resource is called today; a line that the learner changed is as they wrote it. */
export function namedNow(
  { text }: ItemProgress,
  shipped: { readonly text: string; readonly now?: string | null } | undefined,
): string {
  return shipped?.now != null && text === shipped.text ? shipped.now : text;
}

interface Line {
  readonly id: ItemId;
  readonly text: string;
  readonly own: boolean;
}

/** The curriculum's lines, then the learner's, with those that were moved at their new places. */
function inOrder(
  tally: Tally,
  list: string,
  kind: ItemKind,
  items: readonly { readonly id: ItemId; readonly text: string }[],
  textOf: (id: ItemId) => string = () => "",
): readonly Line[] {
  const moved = new Set(tally.moves.map(({ item }) => item));
  const own = tally.addedItems
    .filter((item) => item.list === list && item.kind === kind)
    .map((item) => ({ id: item.id, text: "", own: true }));
  const lines: Line[] = [...items.map(({ id, text }) => ({ id, text, own: false })), ...own];
  if (moved.size === 0) return lines;
  const placed = lines.filter(({ id }) => !moved.has(id));
  const ownIds = new Set(tally.addedItems.map(({ id }) => id));
  for (const { item, after } of tally.moves.filter((move) => move.list === list)) {
    const at = after === null ? 0 : placed.findIndex(({ id }) => id === after) + 1;
    const line = { id: item, text: textOf(item), own: ownIds.has(item) };
    placed.splice(after !== null && at === 0 ? placed.length : at, 0, line);
  }
  return placed;
}

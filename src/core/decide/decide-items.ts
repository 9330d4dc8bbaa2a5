/** Lines of the tracker's lists: tasks, milestones, resources. */

import type { ItemId } from "../content/curriculum.ts";
import { freshId } from "../content/names.ts";
import { type ItemProgress, resourceList, weekList } from "../progress/lists.ts";
import type { Progress } from "../progress/progress.ts";
import type { CommandOf } from "./command.ts";
import { type Decision, entries, lineFault, nothing, refuse, type Situation } from "./decision.ts";

export function markItem({ item, done }: CommandOf<"mark-item">, now: Situation): Decision {
  return withItem(now, item, ({ id, kind, done: was }) =>
    was === done ? nothing : entries({ type: "item.marked", kind, item: id, done }),
  );
}

export function addItem(command: CommandOf<"add-item">, now: Situation): Decision {
  const fault = lineFault(command.text);
  if (fault) return fault;
  const { kind, list, text } = command;
  const lists = {
    task: now.progress.weeks.map((week) => weekList(week.number)),
    milestone: ["milestones"],
    resource: now.progress.resources.map((group) => resourceList(group.title)),
  }[kind];
  if (!lists.includes(list)) return refuse("unknown-list", `There is no list "${list}".`);
  const used = new Set([
    ...Object.keys(now.tally.items),
    ...allItems(now.progress).map((item) => item.id),
  ]);
  const item = freshId(`own ${kind} ${text}`, used) as ItemId;
  return entries({ type: "item.added", kind, item, list, text });
}

export function editItem({ item, text }: CommandOf<"edit-item">, now: Situation): Decision {
  return withItem(now, item, ({ id, kind, text: was }) => {
    const fault = lineFault(text);
    if (fault) return fault;
    return was === text ? nothing : entries({ type: "item.edited", kind, item: id, text });
  });
}

export function removeItem({ item }: CommandOf<"remove-item">, now: Situation): Decision {
  return withItem(now, item, ({ id, kind }) => entries({ type: "item.removed", kind, item: id }));
}

export function moveItem(command: CommandOf<"move-item">, now: Situation): Decision {
  const { list, after } = command;
  return withItem(now, command.item, (item) => {
    const target = now.progress.weeks.find(({ number }) => weekList(number) === list)?.tasks;
    if (item.kind !== "task" || target === undefined) {
      return refuse("unknown-list", `There is no list "${list}" for "${item.text}".`);
    }
    if (after !== null && !target.some(({ id }) => id === after)) {
      return refuse("unknown-item", `There is no line "${after}" in that week.`);
    }
    const index = target.findIndex(({ id }) => id === item.id);
    const above = index > 0 ? (target[index - 1]?.id ?? null) : null;
    if (after === item.id || (index >= 0 && above === after)) return nothing;
    return entries({ type: "item.moved", kind: item.kind, item: item.id, list, after });
  });
}

function withItem(now: Situation, id: ItemId, next: (item: ItemProgress) => Decision): Decision {
  const item = allItems(now.progress).find((candidate) => candidate.id === id);
  return item ? next(item) : refuse("unknown-item", `There is no line "${id}" in the tracker.`);
}

function allItems(progress: Progress): readonly ItemProgress[] {
  return [
    ...progress.weeks.flatMap((week) => week.tasks),
    ...progress.milestones,
    ...progress.resources.flatMap((group) => group.items),
  ];
}

/** `week`, `task`, `milestone`, `resource`: checklists. */
import type { Command } from "../../core/decide/command.ts";
import { type ItemProgress, namedNow, resourceList, weekList } from "../../core/progress/lists.ts";
import { courseOf, weekStart } from "../../core/progress/schedule.ts";
import type { Look, Workspace } from "../../workspace/workspace.ts";
import { chooseItems, chooseWeek } from "../choose.ts";
import { tickBox } from "../picture.ts";
import { type CommonOptions, inWorkspace, lookFresh, perform, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { wrap } from "../wrap.ts";

export type ListKind = "task" | "milestone" | "resource";

export interface ListOptions extends CommonOptions {
  readonly week?: string;
  readonly group?: string;
}

interface NamedList {
  readonly title: string;
  readonly list: string;
  readonly items: readonly ShownItem[];
}

/** A milestone has a label, a resource may have an address. */
type ShownItem = ItemProgress & { readonly label?: string | null; readonly url?: string | null };

function listsOf(
  kind: ListKind,
  look: Look,
  { curriculum }: Workspace,
  options: ListOptions,
): readonly NamedList[] {
  const { progress } = look;
  if (kind === "milestone") {
    return [{ title: "Milestones", list: "milestones", items: progress.milestones }];
  }
  if (kind === "resource") {
    const known = curriculum.resources.flatMap((group) => group.items);
    const shipped = new Map(known.map((item) => [item.id, item]));
    return progress.resources.map(({ title, items }) => ({
      title,
      list: resourceList(title),
      items: items.map((item) => ({
        ...item,
        text: namedNow(item, shipped.get(item.id)),
        url: shipped.get(item.id)?.url ?? null,
      })),
    }));
  }
  const number =
    options.week === undefined ? look.progress.workWeek : chooseWeek(options.week, look);
  const week = progress.weeks.find((candidate) => candidate.number === number);
  if (week === undefined) return [];
  return [{ title: `Week ${number}: ${week.title}`, list: weekList(number), items: week.tasks }];
}

export async function showList(
  terminal: Terminal,
  kind: ListKind,
  options: ListOptions,
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const lists = listsOf(kind, await lookFresh(terminal, workspace), workspace, options);
    if (options.json) printJson(terminal, lists);
    else printLists(terminal, lists);
  });
}

function printLists({ print, paint }: Terminal, lists: readonly NamedList[]): void {
  let number = 0;
  for (const { title, items } of lists) {
    print(paint("strong", title));
    for (const { text, done, label, url } of items) {
      number += 1;
      const named = label ? `${label}: ${text}` : text;
      print(
        wrap(`  ${String(number).padStart(2)} ${tickBox(paint, done)} ${named}`, " ".repeat(7)),
      );
      if (url) print(paint("faint", `       ${url}`));
    }
    if (items.length === 0) print(paint("faint", "     no lines yet"));
  }
}

export async function showWeek(
  terminal: Terminal,
  said: string | undefined,
  options: CommonOptions & { readonly days?: boolean; readonly hours?: string },
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const number = said === undefined ? look.progress.workWeek : chooseWeek(said, look);
    if (options.days || options.hours !== undefined) {
      const { showDays } = await import("../plan/days.ts");
      await showDays(terminal, workspace, look, number, options);
      return;
    }
    const week = look.progress.weeks.find((candidate) => candidate.number === number);
    const course = courseOf(look.progress);
    const starts = course === null ? null : weekStart(course, number);
    if (options.json) printJson(terminal, { ...week, starts });
    else if (week !== undefined) {
      printLists(terminal, listsOf("task", look, workspace, { week: String(number) }));
      if (week.goal !== "") terminal.print(wrap(`  Goal: ${week.goal}`, "        "));
      if (starts !== null) terminal.print(terminal.paint("faint", `  Begins on ${starts}.`));
    }
  });
}

export type ListAction = "done" | "undone" | "edit" | "remove";

export async function changeItem(
  terminal: Terminal,
  kind: ListKind,
  action: ListAction,
  which: readonly string[],
  text: readonly string[],
  options: ListOptions,
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const lists = listsOf(kind, await lookFresh(terminal, workspace), workspace, options);
    const items = lists.flatMap((list) => list.items);
    const chosen = chooseItems(which, items);
    const commandOf = ({ id }: ItemProgress): Command => {
      const commands: Record<ListAction, Command> = {
        done: { do: "mark-item", item: id, done: true },
        undone: { do: "mark-item", item: id, done: false },
        edit: { do: "edit-item", item: id, text: text.join(" ").trim() },
        remove: { do: "remove-item", item: id },
      };
      return commands[action];
    };
    await perform(terminal, workspace, chosen.map(commandOf));
  });
}

export async function addItem(
  terminal: Terminal,
  kind: ListKind,
  text: readonly string[],
  options: ListOptions,
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const lists = listsOf(kind, await lookFresh(terminal, workspace), workspace, options);
    const wanted = options.group?.toLowerCase();
    const list =
      wanted === undefined
        ? lists[0]
        : lists.find(({ title }) => title.toLowerCase().startsWith(wanted));
    if (list === undefined) {
      throw new Stop(
        `There is no group "${options.group}": use ${lists.map(({ title }) => title).join(", ")}.`,
      );
    }
    await perform(terminal, workspace, [
      { do: "add-item", kind, list: list.list, text: text.join(" ").trim() },
    ]);
  });
}

export async function setGoal(
  terminal: Terminal,
  week: string,
  text: readonly string[],
  options: CommonOptions,
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    await perform(terminal, workspace, [
      { do: "set-goal", week: chooseWeek(week, look), text: text.join(" ").trim() },
    ]);
  });
}

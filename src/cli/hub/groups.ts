/** `hub group`: the groups of a hub, and who is in them. */
import { weekdays } from "../../core/time/calendar.ts";
import type { Group, GroupName, HubStore } from "../../hub/store.ts";
import { openWorkspace } from "../../workspace/open.ts";
import { layoutFrom, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { inStore, memberOf, type StoreOptions } from "./open.ts";

interface GroupOptions extends StoreOptions {
  readonly curriculum?: string;
  readonly checkin?: string;
}

export async function make(terminal: Terminal, said: string, options: GroupOptions): Promise<void> {
  const name = groupName(said);
  const group = await groupFrom(terminal, name, options);
  await inStore(terminal, options, async (store) => {
    if (!(await store.newGroup(group))) throw new Stop(`There is a group ${name} already.`);
    terminal.print(`${name} is made${fixedTo(group)}.`);
    terminal.print(`\`study hub invite ann --group '${name}'\` lets somebody in.`);
  });
}

export async function change(
  terminal: Terminal,
  said: string,
  options: GroupOptions,
): Promise<void> {
  await inStore(terminal, options, async (store) => {
    const before = await groupIn(store, said);
    const asked = await groupFrom(terminal, before.name, options);
    const group = {
      ...asked,
      curriculum: options.curriculum === undefined ? before.curriculum : asked.curriculum,
      checkin: options.checkin === undefined ? before.checkin : asked.checkin,
    };
    await store.changeGroup(group);
    terminal.print(`${group.name} stands${fixedTo(group)}.`);
  });
}

function fixedTo({ curriculum, checkin }: Group): string {
  return [
    ...(curriculum === null ? [] : [`, by the curriculum ${curriculum}`]),
    ...(checkin === null ? [] : [`, with its check-in on ${checkin}`]),
  ].join("");
}

export async function add(
  terminal: Terminal,
  group: string,
  member: string,
  options: StoreOptions & { readonly mentor?: boolean },
): Promise<void> {
  await inStore(terminal, options, async (store) => {
    const { name } = await groupIn(store, group);
    const { id } = await memberOf(store, member);
    await store.admit(name, id, options.mentor ? "mentor" : "learner");
    const role = options.mentor ? "a mentor of" : "in";
    terminal.print(
      `${member} is ${role} ${name} now, and shares nothing until \`study share on\`.`,
    );
  });
}

export async function remove(
  terminal: Terminal,
  group: string,
  member: string,
  options: StoreOptions,
): Promise<void> {
  await inStore(terminal, options, async (store) => {
    const { name } = await groupIn(store, group);
    const { id } = await memberOf(store, member);
    if (!(await store.leave(name, id))) throw new Stop(`${member} is not in ${name}.`);
    terminal.print(`${member} is not in ${name} any more; nothing of theirs is seen there.`);
  });
}

export async function end(terminal: Terminal, said: string, options: StoreOptions): Promise<void> {
  await inStore(terminal, options, async (store) => {
    const { name } = await groupIn(store, said);
    await store.endGroup(name);
    terminal.print(`${name} is no more. Its members keep all that is theirs.`);
  });
}

export async function list(terminal: Terminal, options: StoreOptions): Promise<void> {
  await inStore(terminal, options, async (store) => {
    const groups = await store.groups();
    if (options.json) printJson(terminal, groups);
    else if (groups.length === 0) terminal.print("No group yet: `study hub group new NAME`.");
    else {
      for (const group of groups) {
        terminal.print(terminal.paint("strong", group.name) + fixedTo(group));
        for (const { name, role } of group.members) {
          terminal.print(`  ${name}${role === "mentor" ? ", mentor" : ""}`);
        }
      }
    }
  });
}

export async function groupIn(store: HubStore, said: string) {
  const all = await store.groups();
  const found = all.find(({ name }) => name === said);
  if (found !== undefined) return found;
  const names = all.map(({ name }) => name).join(", ");
  throw new Stop(
    `There is no group ${said} here. ${names === "" ? "`study hub group new NAME` makes one." : `There is ${names}.`}`,
  );
}

/** Names are listed a line each. */
export function isName(name: string): boolean {
  return name !== "" && name.length <= 80 && !/[\p{Cc}\u2028\u2029]/u.test(name);
}

function groupName(said: string): GroupName {
  const name = said.trim();
  if (!isName(name)) throw new Stop("A group has a name of 1 to 80 letters, on one line.", 2);
  return name as GroupName;
}

async function groupFrom(
  terminal: Terminal,
  name: GroupName,
  { curriculum, checkin }: GroupOptions,
): Promise<Group> {
  const day = checkin?.toLowerCase();
  const weekday = day === undefined ? null : weekdays.find((one) => one.startsWith(day));
  if (weekday === undefined || day === "") {
    throw new Stop(`"${checkin}" is no day of the week: use ${weekdays.join(", ")}.`, 2);
  }
  return { name, checkin: weekday, curriculum: await versionMeant(terminal, curriculum) };
}

/** `llm@1a2b`, or a workspace whose curriculum it is; `any` for none. */
async function versionMeant(terminal: Terminal, said: string | undefined): Promise<string | null> {
  if (said === undefined || said === "any") return null;
  if (/^[\w.-]+@[0-9a-z]+$/.test(said)) return said;
  const workspace = await openWorkspace(layoutFrom(terminal, { dir: said }));
  try {
    return `${workspace.curriculum.id}@${workspace.curriculum.version}`;
  } finally {
    workspace.close();
  }
}

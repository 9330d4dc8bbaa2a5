/** `share` and `group leave`: what a member gives, and takes back. */
import { parseEntry } from "../../core/entries/entry.ts";
import {
  mentorsAlone,
  sharingOf,
  type Topic,
  topics,
  topicWords,
  withCompany,
} from "../../core/group/topic.ts";
import { dayAt } from "../../core/time/calendar.ts";
import { momentOfId } from "../../core/time/clock.ts";
import type { HubGroup } from "../../sync/hub-protocol.ts";
import { tickBox } from "../picture.ts";
import { type CommonOptions, inWorkspace, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { wrap } from "../wrap.ts";
import { meet, sayVersion } from "./meet.ts";

interface ShareOptions extends CommonOptions {
  readonly group?: string;
}

const indent = 19;

export async function list(terminal: Terminal, options: ShareOptions): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const { group } = await meet(workspace, options.group);
    const mine = topicsOf(group);
    if (options.json) {
      const shared = topics.map((topic) => ({
        topic,
        shared: mine.includes(topic),
        what: topicWords[topic],
      }));
      printJson(terminal, { group: group.name, topics: shared });
      return;
    }
    terminal.print(terminal.paint("strong", `What ${group.name} sees of you`));
    for (const topic of topics) {
      const box = tickBox(terminal.paint, mine.includes(topic));
      terminal.print(
        wrap(`  ${box} ${topic.padEnd(indent - 4)}${topicWords[topic]}`, " ".repeat(indent)),
      );
    }
    terminal.print(wrap("Cards, marks, code and settings are never shared."));
    terminal.print(terminal.paint("faint", "`study share on WHAT`, `study share off WHAT`"));
    sayVersion(terminal, group, workspace);
  });
}

/** Asked of the hub itself, as anybody in the group would. */
export async function what(terminal: Terminal, options: ShareOptions): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const { group, groups } = await meet(workspace, options.group);
    const { progress } = await workspace.look(terminal.now());
    const found = new Map<Topic, { count: number; last: number }>();
    for (const text of await groups.sharedBy(group.name, group.me)) {
      const parsed = parseEntry(text);
      const topic = parsed.ok && parsed.entry !== null ? sharingOf(parsed.entry).topic : null;
      if (!parsed.ok || parsed.entry === null || topic === null) continue;
      const before = found.get(topic) ?? { count: 0, last: 0 };
      const last = Math.max(before.last, momentOfId(parsed.entry.id));
      found.set(topic, { count: before.count + 1, last });
    }
    const lines = topics.flatMap((topic) => {
      const one = found.get(topic);
      return one === undefined
        ? []
        : [{ topic, entries: one.count, last: dayAt(one.last, progress) }];
    });
    const notes = topicsOf(group).includes("notes")
      ? (await groups.notesBy(group.name, group.me)).map(({ paper }) => paper)
      : [];
    if (options.json) {
      printJson(terminal, { group: group.name, seen: lines, notes });
      return;
    }
    if (lines.length + notes.length === 0) terminal.print(`${group.name} has nothing of yours.`);
    for (const { topic, entries, last } of lines) {
      const by = topic === mentorsAlone ? ", by mentors alone" : "";
      const amount = `${entries} ${entries === 1 ? "entry" : "entries"}`;
      terminal.print(`${topic.padEnd(indent)}${amount}, the last of ${last}${by}`);
    }
    if (notes.length > 0) {
      terminal.print(wrap(`${"notes".padEnd(indent)}${notes.join(", ")}`, " ".repeat(indent)));
    }
  });
}

export async function turnOn(
  terminal: Terminal,
  said: readonly string[],
  options: ShareOptions,
): Promise<void> {
  await change(terminal, { on: withCompany([...new Set(said.map(topicNamed))]), off: [] }, options);
}

export async function turnOff(
  terminal: Terminal,
  said: readonly string[],
  options: ShareOptions,
): Promise<void> {
  const off = said.includes("all") ? topics : said.map(topicNamed);
  await change(terminal, { on: [], off }, options);
}

async function change(
  terminal: Terminal,
  asked: { readonly on: readonly Topic[]; readonly off: readonly Topic[] },
  options: ShareOptions,
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const { group, groups } = await meet(workspace, options.group);
    const before = topicsOf(group);
    await groups.share(group.name, asked);
    const { on, off } = asked;
    const mine = topics.filter(
      (one) => (before.includes(one) || on.includes(one)) && !off.includes(one),
    );
    const told = mine.length === 0 ? "nothing" : mine.join(", ");
    terminal.print(wrap(`You share with ${group.name}: ${told}.`));
    if (off.length > 0) terminal.print("What was seen before is kept on nobody's device.");
    sayVersion(terminal, group, workspace);
  });
}

export async function leave(
  terminal: Terminal,
  name: string,
  options: CommonOptions,
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const { groups, group } = await meet(workspace, name);
    await groups.leave(group.name);
    terminal.print(`You left ${group.name}. Nobody in it sees anything of yours now.`);
  });
}

function topicsOf({ members, me }: HubGroup): readonly Topic[] {
  return members.find(({ name }) => name === me)?.topics ?? [];
}

function topicNamed(said: string): Topic {
  const plain = said.toLowerCase().replace(/,$/, "");
  const found = topics.filter((topic) => topic === plain || topic.startsWith(plain));
  const [only] = found;
  if (only !== undefined && (found.length === 1 || only === plain)) return only;
  throw new Stop(`"${said}" can't be shared: there is ${topics.join(", ")}.`, 2);
}

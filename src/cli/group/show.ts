/** `group`: everybody's week side by side, who is where on the map, the digest, and the mentor's view. */
import type { StuckOne } from "../../core/group/stuck.ts";
import type { Digest, Span, WeekTogether, Whereabouts } from "../../core/group/together.ts";
import type { GroupView } from "../../core/group/view.ts";
import { sayDay } from "../../core/time/calendar.ts";
import { sayDuration } from "../../core/time/duration.ts";
import { aspectWork } from "../../core/words/describe.ts";
import { groupView } from "../../sync/companions.ts";
import { tickBox } from "../picture.ts";
import { type CommonOptions, inWorkspace, lookFresh, printJson, Stop } from "../run.ts";
import type { Paint, Terminal } from "../terminal.ts";
import { columns } from "../width.ts";
import { wrap } from "../wrap.ts";
import { meet, sayVersion } from "./meet.ts";

export async function show(
  terminal: Terminal,
  name: string | undefined,
  options: CommonOptions & { readonly mentor?: boolean },
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const met = await meet(workspace, name);
    const { group } = met;
    if (options.mentor && group.role !== "mentor") {
      throw new Stop(
        `You are no mentor of ${group.name}. Who runs the hub makes one: \`study hub group add '${group.name}' '${group.me}' --mentor\`.`,
      );
    }
    const view = await groupView(met, workspace, look);
    const { members, weeks, map, span, digests, ticking } = view;
    const stuck = options.mentor ? view.stuck : null;
    if (options.json) {
      const { checkin, curriculum, me } = group;
      const is = { name: group.name, me, curriculum, checkin };
      printJson(terminal, { group: is, members, weeks, map, span, digests, stuck });
      return;
    }
    const { paint, print } = terminal;
    print(
      paint(
        "strong",
        `${group.name}: ${members.length === 1 ? "you alone" : `${members.length} members`}`,
      ),
    );
    sayQuiet(terminal, view);
    if (stuck === null) {
      for (const week of weeks) sayWeek(terminal, week, ticking);
      sayMap(terminal, map);
      sayDigests(terminal, digests, span);
    } else if (stuck.length === 0) print("Nobody is stuck, as far as it is shared.");
    else {
      for (const { title, who } of stuck) {
        print(`\n${paint("strong", title)}`);
        for (const one of who) print(wrap(`  ${sayStuck(one)}`, "    "));
      }
    }
    sayVersion(terminal, group, workspace);
  });
}

/** Who shares nothing yet, oneself first: an empty picture needs a reason. */
function sayQuiet({ print, paint }: Terminal, { members, group: { me } }: GroupView): void {
  const quiet = members.filter(({ shares }) => shares.length === 0).map(({ name }) => name);
  if (quiet.includes(me)) {
    print(paint("late", wrap("You share nothing with it yet: `study share` says what you can.")));
  }
  const others = quiet.filter((name) => name !== me);
  if (others.length > 0) print(paint("faint", wrap(`Sharing nothing yet: ${others.join(", ")}.`)));
}

const [narrow, textWidth] = [6, 40];

/** A column for each member who shares ticks, as many side by side as fit. */
function sayWeek({ print, paint }: Terminal, week: WeekTogether, names: readonly string[]): void {
  print(`\n${paint("strong", `Week ${week.number}: ${week.title}`)}`);
  print(paint("faint", `  ${week.at.join(", ")}`));
  const widthOf = (name: string) => Math.max(narrow, Math.min(12, Bun.stringWidth(name)) + 2);
  const room = Math.max(20, Math.min(textWidth, columns() - 2 * narrow - 2));
  for (let first = 0; first < names.length; ) {
    const some: string[] = [];
    let left = columns() - room - 2;
    for (const name of names.slice(first)) {
      if (some.length > 0 && left < widthOf(name)) break;
      left -= widthOf(name);
      some.push(name);
    }
    first += some.length;
    const cell = (text: string, name: string) =>
      " ".repeat(Math.max(1, widthOf(name) - Bun.stringWidth(text))) + text;
    print(" ".repeat(room + 2) + some.map((name) => cell(name.slice(0, 12), name)).join(""));
    for (const { text, done } of week.tasks) {
      const lines = wrap(text, "", room).split("\n");
      const last = lines.at(-1) ?? "";
      for (const line of lines.slice(0, -1)) print(`  ${line}`);
      const boxes = some.map(
        (name) => " ".repeat(widthOf(name) - 1) + tickBox(paint, done.includes(name)),
      );
      print(`  ${last}${" ".repeat(room - Bun.stringWidth(last))}${boxes.join("")}`);
    }
  }
}

function sayMap({ print, paint }: Terminal, map: readonly Whereabouts[]): void {
  if (map.length === 0) return;
  print(`\n${paint("strong", "On the map")}`);
  for (const { name, begun, complete, verified } of map) {
    const parts = [
      ...begun.map(
        (one) => `${one.name} (${one.aspects.map((aspect) => aspectWork[aspect]).join(", ")})`,
      ),
      ...(complete.length > 0 ? [`complete: ${complete.join(", ")}`] : []),
      ...(verified.length > 0 ? [paint("good", `verified: ${verified.join(", ")}`)] : []),
    ];
    print(wrap(`  ${name.padEnd(22)} ${parts.join("; ")}`, " ".repeat(25)));
  }
}

function sayDigests(
  { print, paint }: Terminal,
  digests: readonly Digest[],
  { from, until }: Span,
): void {
  const shown = digests.flatMap((digest) => {
    const said = sayDigest(digest, paint);
    return said === null ? [] : [{ name: digest.name, said }];
  });
  print(
    `\n${paint("strong", `For the check-in on ${sayDay(until)}`)}${paint("faint", `  since ${sayDay(from)}`)}`,
  );
  if (shown.length === 0) print("  Nothing that is shared yet.");
  for (const { name, said } of shown) print(wrap(`  ${name.padEnd(12)} ${said}`, " ".repeat(15)));
}

/** Null where nothing of it is shared. */
function sayDigest(digest: Digest, paint: Paint): string | null {
  const { papers, tasks, verified, milestones, teachBacks, minutes } = digest;
  if ([papers, verified, milestones, teachBacks, minutes].every((one) => one === null)) return null;
  const parts = [
    ...(papers ?? []).map(
      ({ name, aspects }) => `${name} (${aspects.map((aspect) => aspectWork[aspect]).join(", ")})`,
    ),
    ...(tasks ? [`${tasks} ${tasks === 1 ? "task" : "tasks"}`] : []),
    ...(verified ?? []).map((title) => `verified ${title}`),
    ...(milestones ?? []).map((text) => `milestone: ${text}`),
    ...(teachBacks?.length
      ? [`${teachBacks.length} ${teachBacks.length === 1 ? "teach-back" : "teach-backs"}`]
      : []),
    ...(minutes ? [sayDuration(minutes)] : []),
  ];
  return parts.length === 0 ? paint("faint", "nothing yet") : parts.join("; ");
}

function sayStuck(one: StuckOne): string {
  if (one.is === "begun") return `${one.name} has begun it, and no check has passed.`;
  const runs = `${one.runs} ${one.runs === 1 ? "run" : "runs"} failed, the last on ${sayDay(one.last)}`;
  const named = one.mistakes.length === 0 ? "" : `; mistakes named: ${one.mistakes.join(", ")}`;
  return `${one.name}: ${runs}${named}.`;
}

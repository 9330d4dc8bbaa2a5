/** `check --watch`: the first exercise that does not pass, again on every save, until all have passed; and keys. */
import { dirname } from "node:path";
import { nameOf, placeOf, renewStarter, type Target } from "../../workspace/exercises.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { openKeys } from "../keys.ts";
import { tickBox } from "../picture.ts";
import type { Terminal } from "../terminal.ts";
import { fit } from "../wrap.ts";
import { giveHint } from "./hint.ts";
import { Inbox } from "./inbox.ts";
import type { Problems } from "./problems.ts";
import { listen, watchFolder } from "./watching.ts";

export interface Watching {
  readonly terminal: Terminal;
  readonly workspace: Workspace;
  readonly targets: readonly Target[];
  /** The names of those that have passed before. */
  readonly passed: ReadonlySet<string>;
  /** What an editor is told; null where none reads along. */
  readonly problems: Problems | null;
  /** Null for a run that was left. */
  readonly run: (target: Target, left: AbortSignal) => Promise<{ readonly passed: boolean } | null>;
}

export async function watchChecks(watching: Watching): Promise<void> {
  const { workspace, targets } = watching;
  const [first] = targets;
  if (first === undefined) return;
  const inbox = new Inbox();
  const stopWatching = watchFolder(dirname(placeOf(workspace, first).file), "itself", inbox);
  const keys = openKeys();
  void listen(keys, inbox);
  try {
    await watchAll(watching, inbox);
  } finally {
    stopWatching();
    keys.close();
  }
}

/** One exercise after the other, until all have passed or the person leaves. */
async function watchAll(watching: Watching, inbox: Inbox): Promise<void> {
  const { terminal, targets } = watching;
  const passed = new Set(watching.passed);
  let open = [...targets];
  let due = true;
  for (;;) {
    const [target] = open;
    if (target === undefined) {
      terminal.print(terminal.paint("good", "All pass."));
      return;
    }
    if (due) {
      inbox.forgetSaves();
      const passes = await runOne(watching, inbox, target, passed);
      if (inbox.left.aborted) return;
      due = passes;
      if (passes) {
        open = open.slice(1);
        continue;
      }
    }
    sayWaiting(watching, target);
    const arrival = await inbox.next();
    if (arrival.is === "quit") return;
    terminal.print("");
    if (arrival.is === "saved") due = true;
    else if (arrival.key === "hint") await giveHint(terminal, watching.workspace, target, "h");
    else if (arrival.key === "list") sayList(watching, target, passed);
    else if (arrival.key === "reset") sayRenewed(watching, target);
    else {
      inbox.forgetSaves();
      open = [];
      for (const one of targets) {
        const passes = await runOne(watching, inbox, one, passed);
        if (inbox.left.aborted) return;
        if (!passes) open.push(one);
      }
      terminal.print(`${targets.length - open.length} of ${targets.length} pass.`);
    }
  }
}

async function runOne(
  { terminal, run, problems }: Watching,
  inbox: Inbox,
  target: Target,
  passed: Set<string>,
): Promise<boolean> {
  const checked = () => run(target, inbox.left);
  const report = await (problems === null ? checked() : problems.during(checked));
  if (report?.passed !== true) return false;
  passed.add(nameOf(target));
  const offer =
    target.paper === null
      ? ""
      : ` The reference beside your code: study check ${nameOf(target)} --solution`;
  terminal.print(terminal.paint("faint", `${nameOf(target)} is done.${offer}`));
  return true;
}

function sayWaiting({ terminal, workspace }: Watching, target: Target): void {
  const { path } = placeOf(workspace, target);
  const keys = terminal.person
    ? "h hint, l list, c check all, x starter anew (a copy is kept), q quit"
    : "Ctrl+C ends";
  terminal.print(terminal.paint("faint", fit(`Waiting for a change of ${path} … (${keys})`)));
}

function sayList(
  { terminal, targets }: Watching,
  current: Target,
  passed: ReadonlySet<string>,
): void {
  const { print, paint } = terminal;
  for (const target of targets) {
    const mark = target === current ? paint("accent", "›") : " ";
    const box = tickBox(paint, passed.has(nameOf(target)));
    print(fit(`${mark} ${box} ${nameOf(target)}  ${target.exercise.title}`));
  }
}

function sayRenewed({ terminal, workspace }: Watching, target: Target): void {
  const { path, copy } = renewStarter(workspace, target);
  terminal.print(
    copy === null ? `${path} is the starter.` : `${path} is the starter again. Yours is ${copy}.`,
  );
}

/** `check --watch` of no exercise in particular: whichever is saved, until the person leaves. */
import { statSync } from "node:fs";
import { nameOf, placeOf, type Target } from "../../workspace/exercises.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { openKeys } from "../keys.ts";
import type { Terminal } from "../terminal.ts";
import { fit } from "../wrap.ts";
import { Inbox } from "./inbox.ts";
import type { Problems } from "./problems.ts";
import { listen, watchFolder } from "./watching.ts";

export interface WatchingSaves {
  readonly terminal: Terminal;
  readonly workspace: Workspace;
  /** All that may be saved. */
  readonly targets: readonly Target[];
  /** Those that failed when they last ran: they are checked at the start. */
  readonly open: readonly Target[];
  /** What an editor is told; null where none reads along. */
  readonly problems: Problems | null;
  /** Null for a run that was left. */
  readonly run: (target: Target, left: AbortSignal) => Promise<{ readonly passed: boolean } | null>;
}

export async function watchSaved(watching: WatchingSaves): Promise<void> {
  const inbox = new Inbox();
  const stopWatching = watchFolder(watching.workspace.layout.code, "and all in it", inbox);
  const keys = openKeys();
  void listen(keys, inbox);
  try {
    await checkSaved(watching, inbox);
  } finally {
    stopWatching();
    keys.close();
  }
}

async function checkSaved(watching: WatchingSaves, inbox: Inbox): Promise<void> {
  const { terminal, targets, workspace } = watching;
  let before = stampsOf(workspace, targets);
  let due = watching.open.filter((target) => before.has(nameOf(target)));
  for (;;) {
    await checkEach(watching, inbox, due);
    if (inbox.left.aborted) return;
    const end = terminal.person ? "q" : "Ctrl+C";
    terminal.print(terminal.paint("faint", fit(`Waiting for a save in code/ … (${end} ends)`)));
    do {
      const arrival = await inbox.next();
      if (arrival.is === "quit") return;
      const now = stampsOf(workspace, targets);
      due = targets.filter((target) => isSaved(nameOf(target), before, now));
      before = now;
    } while (due.length === 0);
  }
}

async function checkEach(
  { run, problems }: WatchingSaves,
  inbox: Inbox,
  due: readonly Target[],
): Promise<void> {
  const work = async () => {
    for (const target of due) {
      if (!inbox.left.aborted) await run(target, inbox.left);
    }
  };
  // An editor waits for the end of a first check, though there be nothing to check.
  await (problems === null ? work() : problems.during(work));
}

/** What changes with every save, by exercise; nothing for files that are not there. */
type Stamps = ReadonlyMap<string, string>;

function stampsOf(workspace: Workspace, targets: readonly Target[]): Stamps {
  const found = new Map<string, string>();
  for (const target of targets) {
    const stats = statSync(placeOf(workspace, target).file, { throwIfNoEntry: false });
    if (stats !== undefined)
      found.set(nameOf(target), `${stats.mtimeMs} ${stats.size} ${stats.ino}`);
  }
  return found;
}

function isSaved(name: string, before: Stamps, now: Stamps): boolean {
  const stamp = now.get(name);
  return stamp !== undefined && stamp !== before.get(name);
}

/** `forget`: erases for good, after it has said what and asked. */
import { relative } from "node:path";
import type { PaperId } from "../../core/content/curriculum.ts";
import { parseEntryId } from "../../core/time/clock.ts";
import { asSentence, describeAll } from "../../core/words/describe.ts";
import {
  entriesAbout,
  erase,
  type Forgotten,
  filesAbout,
  keptCopies,
} from "../../workspace/forget.ts";
import { holdFolder } from "../../workspace/holding.ts";
import { readLocal } from "../../workspace/local.ts";
import { lastVersions } from "../../workspace/versions.ts";
import type { Look, Workspace } from "../../workspace/workspace.ts";
import { choosePaper } from "../choose.ts";
import { type CommonOptions, inWorkspace, lookFresh, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

/** So many lines say what goes; the rest is counted. */
const mostSaid = 12;

export async function forget(
  terminal: Terminal,
  said: string,
  options: CommonOptions & { readonly yes?: boolean },
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const { layout, journal } = workspace;
    // A server would go on showing what it holds in memory.
    const hold = holdFolder(layout, { process: process.pid, address: null, since: terminal.now() });
    try {
      const look = await lookFresh(terminal, workspace);
      const target = targetOf(said, workspace, look);
      const entries = await entriesAbout(journal, target);
      const files = filesAbout(layout, target);
      const states = statesOf(workspace, target);
      if (entries.length + files.length + states === 0) {
        throw new Stop(`There is nothing of ${said} to forget.`);
      }
      const what = [
        ...describeAll(entries, { ...workspace, ...look }).map(asSentence),
        ...files.map((path) => relative(layout.folder, path)),
        ...(states > 0
          ? [`${states} earlier ${states === 1 ? "version" : "versions"} of the note`]
          : []),
      ];
      terminal.print("This is erased for good, and no undo brings it back:");
      for (const line of what.slice(0, mostSaid)) terminal.print(`  ${line}`);
      if (what.length > mostSaid) terminal.print(`  … and ${what.length - mostSaid} more`);
      if (!(await agreed(terminal, options))) return;
      await erase(workspace, target, entries, terminal.now());
      terminal.print("Erased.");
      for (const line of remains(workspace, target)) terminal.print(line);
    } finally {
      hold.release();
    }
  });
}

/** A command's id, `notes/bert.md`, or a paper. */
function targetOf(said: string, workspace: Workspace, look: Look): Forgotten {
  const id = parseEntryId(said);
  if (id !== null) {
    return { what: "command", id };
  }
  const note = /^notes\/(.+)\.md$/.exec(said)?.[1];
  if (note !== undefined && !/[/\\]|\.\./.test(note)) {
    return { what: "note", paper: note as PaperId };
  }
  return { what: "paper", paper: choosePaper(said, workspace, look) };
}

function statesOf({ layout }: Workspace, target: Forgotten): number {
  if (target.what === "command") return 0;
  return lastVersions(layout).find(({ paper }) => paper === target.paper)?.states ?? 0;
}

async function agreed(terminal: Terminal, { yes }: { readonly yes?: boolean }): Promise<boolean> {
  if (yes) return true;
  if (!terminal.person) throw new Stop("forget asks first: say --yes to erase it.", 2);
  const { confirm } = await import("@clack/prompts");
  return (await confirm({ message: "Erase it?", initialValue: false })) === true;
}

function remains({ layout }: Workspace, target: Forgotten): readonly string[] {
  const code = target.what === "paper" ? [`code/${target.paper} is left as it is.`] : [];
  const kept = keptCopies(layout).map((path) => relative(layout.folder, path));
  const { sync } = readLocal(layout);
  return [
    ...code,
    ...(sync === null
      ? []
      : [`What was synced is still in ${sync}, and on the devices that share it.`]),
    ...(kept.length > 0
      ? [`These may still hold it; delete them yourself: ${kept.join(", ")}.`]
      : []),
    "Exports and backups that you made, other devices, other people's copies, Git and open pages may still hold it; reload the pages.",
  ];
}

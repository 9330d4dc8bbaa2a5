/** `sync`: what went, what came, and what waits. */
import { existsSync, rmSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { AnotherWorkspace } from "../../sync/another.ts";
import { isUntouched, joinFrom } from "../../sync/join.ts";
import { ringFor } from "../../sync/keys.ts";
import { type OpenPlace, openPlace, type Place, placeFrom, shelfOf } from "../../sync/place.ts";
import { sayRemark } from "../../sync/remark.ts";
import { type Synced, syncWith } from "../../sync/sync.ts";
import { underSyncLock } from "../../sync/sync-lock.ts";
import { workspaceIdOf } from "../../workspace/identity.ts";
import type { Layout } from "../../workspace/layout.ts";
import { keepLocal, readLocal } from "../../workspace/local.ts";
import { newDevice } from "../../workspace/open.ts";
import { makeFolder } from "../../workspace/replace-file.ts";
import { Trouble } from "../../workspace/trouble.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type CommonOptions, inWorkspace, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

interface SyncOptions extends CommonOptions {
  readonly stop?: boolean;
  readonly passphrase?: boolean;
}

export async function sync(
  terminal: Terminal,
  said: string | undefined,
  options: SyncOptions,
): Promise<void> {
  const another = await inWorkspace(terminal, options, async (workspace) => {
    const { layout } = workspace;
    if (options.stop) {
      keepLocal(layout, { sync: null });
      terminal.print("This folder no longer syncs. What is in the shared place stays there.");
      return null;
    }
    const place = placeToSync(terminal, workspace, said);
    const now = terminal.now();
    try {
      const synced = await underSyncLock(layout, 15_000, async () => {
        const { journal } = workspace;
        const own = (await isUntouched(journal)) ? null : await workspaceIdOf(journal);
        const open = await openPlace(place, layout, own);
        const passphrase = await passphraseFor(terminal, open, layout, options);
        const marks = new Map();
        return syncWith({ workspace, open, passphrase, now, restedSince: now, marks });
      });
      keepLocal(layout, { sync: place.name });
      report(terminal, place, synced, options);
      return null;
    } catch (error) {
      if (!(error instanceof AnotherWorkspace)) throw error;
      if (!(await isUntouched(workspace.journal))) throw refusal(place);
      // An invitation was used by now.
      return { layout, place: place.is === "hub" ? { ...place, code: null } : place };
    }
  });
  if (another === null) return;
  const { layout, place } = another;
  await join(terminal, layout, place, options);
}

/** Makes a folder a device of the workspace that lies at a place. */
export async function join(
  terminal: Terminal,
  layout: Layout,
  place: Place,
  options: Pick<SyncOptions, "passphrase">,
): Promise<void> {
  const wasThere = existsSync(layout.state);
  try {
    const { workspace, kept } = await underSyncLock(layout, 15_000, async () => {
      const device = newDevice();
      const open = await openPlace(place, layout);
      const passphrase = await passphraseFor(terminal, open, layout, options);
      const shelf = await shelfOf(open, { layout, device, passphrase });
      const { hub } = open;
      return joinFrom({ layout, shelf, hub, device, place: place.name, now: terminal.now() });
    });
    keepLocal(layout, { sync: place.name });
    await sayJoined(terminal, workspace, place);
    if (kept !== null) terminal.print(`The previous journal is kept as ${kept}.`);
  } catch (error) {
    // Half a workspace would be in the way of the next attempt.
    if (!wasThere) rmSync(layout.state, { recursive: true, force: true });
    throw error;
  }
}

const shortestPassphrase = 10;

/** Asked for where it is wanted or needed and not known yet; null where none is. */
async function passphraseFor(
  terminal: Terminal,
  { place, closure }: OpenPlace,
  layout: Layout,
  options: Pick<SyncOptions, "passphrase">,
): Promise<string | null> {
  const given = terminal.env.STUDY_PASSPHRASE;
  const known = ringFor(layout, place.name) !== null;
  if (!options.passphrase && (known || closure !== "sealed")) return null;
  const said = given ?? (terminal.person ? await askPassphrase(place) : null);
  if (said === null && options.passphrase) {
    throw new Stop("A passphrase is asked for at a terminal, or taken from STUDY_PASSPHRASE.", 2);
  }
  if (said !== null && closure === "empty" && said.length < shortestPassphrase) {
    throw new Stop(`A passphrase has at least ${shortestPassphrase} characters.`, 2);
  }
  return said;
}

async function askPassphrase(place: Place): Promise<string> {
  const { isCancel, password } = await import("@clack/prompts");
  const said = await password({ message: `The passphrase of ${place.name}:` });
  if (isCancel(said)) throw new Stop("Nothing was synced.", 130);
  return said;
}

function placeToSync(terminal: Terminal, { layout }: Workspace, said: string | undefined): Place {
  const name = said ?? readLocal(layout).sync;
  if (name === null || name === undefined) {
    throw new Stop("Where to? `study sync PATH` names a folder that your devices share.", 2);
  }
  const place = requirePlace(terminal, name, layout.folder);
  // One that is named for the first time may be made; one that was there and is not is away.
  if (said !== undefined && place.is === "folder") makeFolder(place.path);
  return place;
}

/** A place that is there, and none inside of the workspace: a folder does not sync with itself. */
export function requirePlace(terminal: Terminal, said: string, folder: string): Place {
  // An empty variable of a shell would mean the folder that one is in.
  if (said.trim() === "") throw new Stop("That place has no name: `study sync PATH`.", 2);
  const place = placeFrom(said, terminal.cwd);
  if (place.is !== "folder") return place;
  if (place.path === folder || place.path.startsWith(`${folder}/`)) {
    throw new Stop(`${said} is inside the workspace itself. Name a folder outside it.`);
  }
  if (existsSync(place.path) && !statSync(place.path).isDirectory()) {
    throw new Stop(`${said} is a file; name a folder.`);
  }
  const parent = resolve(place.path, "..");
  if (!existsSync(parent)) {
    throw new Stop(`${parent} does not exist. Is the disk or the folder's program away?`);
  }
  return place;
}

function refusal(place: Place): Trouble {
  if (place.is === "hub") {
    const link = place.code === null ? "ANOTHER-LINK" : `${place.name}/#${place.code}`;
    return new Trouble(
      "another-workspace",
      `What you have on ${place.name} is another workspace; nothing was taken from it and nothing put there. To begin a second copy of that one: \`study init NEW-FOLDER --from '${link}'\`.`,
    );
  }
  return new Trouble(
    "another-workspace",
    `${place.name} belongs to another workspace; nothing was taken from it and nothing put there. Name another folder, or begin a second copy of that one with \`study init --from ${place.name} NEW-FOLDER\`.`,
  );
}

async function sayJoined(terminal: Terminal, workspace: Workspace, place: Place) {
  let entries = 0;
  for await (const _ of workspace.journal.lines()) entries += 1;
  workspace.close();
  terminal.print(
    `${workspace.folder} is now a device of the workspace at ${place.name}: ${count(entries, "entry", "entries")}.`,
  );
  terminal.print("`study sync` brings both up to date; `study serve` does it by itself.");
}

function report(terminal: Terminal, place: Place, synced: Synced, options: SyncOptions): void {
  const { taken, given, filesTaken, filesGiven, remarks } = synced;
  const now = terminal.now();
  const said = remarks.flatMap((remark) => sayRemark(remark, now) ?? []);
  if (options.json) {
    printJson(terminal, { place: place.name, taken, given, filesTaken, filesGiven, remarks: said });
    return;
  }
  const parts = (entries: number, files: readonly string[]) =>
    [
      ...(entries > 0 ? [count(entries, "entry", "entries")] : []),
      ...(files.length > 0 ? [named(files)] : []),
    ].join(", ");
  const came = parts(taken, filesTaken);
  const went = parts(given, filesGiven);
  if (came !== "") terminal.print(`Came: ${came}.`);
  if (went !== "") terminal.print(`Went: ${went}.`);
  if (came === "" && went === "") terminal.print(`Nothing new in ${place.name} or here.`);
  for (const sentence of said) terminal.warn(sentence);
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

const mostNamed = 5;

function named(files: readonly string[]): string {
  const shown = files.slice(0, mostNamed).join(", ");
  return files.length > mostNamed ? `${shown} and ${files.length - mostNamed} more files` : shown;
}

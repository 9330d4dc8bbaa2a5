/** Loading what the server knows, or going on with what this browser kept of it. */

import { materialForm } from "../../core/content/material.ts";
import {
  type Base,
  begin,
  load as loadInto,
  type Replica,
  settledOf,
  wait,
} from "../../core/replica/replica.ts";
import { api, isFor, readLedger, type ServerState } from "../../wire/wire.ts";
import { strings } from "../strings.ts";
import { keepSoon } from "./known.ts";
import { listen } from "./link.ts";
import type { Model } from "./model.ts";
import { loadNotes, readKeptNotes } from "./note-reads.ts";
import { ask, Refused, speakOf } from "./server.ts";
import { ready, type Tab } from "./tab.ts";

const retryTime = 2000;
/** Another tab may be let in meanwhile, and says so at once; else only another server would be news. */
const outsideTime = 15_000;
const needTime = 100;

/** One at a time; who asks meanwhile waits for the one that is on its way. */
export function load(tab: Tab): Promise<void> {
  tab.running.loading ??= loadOnce(tab).finally(() => {
    tab.running.loading = null;
  });
  return tab.running.loading;
}

async function loadOnce(tab: Tab): Promise<void> {
  let state: ServerState;
  try {
    state = await ask(api.state);
  } catch (error) {
    await doWithout(tab, error);
    return;
  }
  await takeState(tab, state);
  void tab.send();
  void loadNotes(tab);
  void loadMaterial(tab, state);
  if (tab.running.leads) listen(tab);
}

/** The server is away, or does not know this browser: the page goes on with what it has. */
async function doWithout(tab: Tab, error: unknown): Promise<void> {
  const refused = error instanceof Refused ? error : null;
  const entered = refused?.status !== 401;
  tab.model.change((model) => ({ ...model, connected: false, entered }));
  if (tab.model.now().known === null) await loadKept(tab, refused?.message ?? strings.noServer);
  tab.clock.after("load", entered ? retryTime : outsideTime, () => void load(tab));
}

async function takeState(tab: Tab, state: ServerState): Promise<void> {
  const { ledger, arrival, now: _, ...about } = state;
  const { workspace, formerly } = about;
  const base = { workspace, formerly, ledger: readLedger(ledger), arrival };
  const here = tab.model.now().known?.replica.workspace ?? null;
  if (here !== workspace) await tab.keep.rename(formerly, workspace);
  const isAnother = here === null || !isFor(here, about);
  const waiting = isAnother ? await tab.keep.waiting(workspace) : [];
  if (isAnother) tab.running.settled.length = 0;
  const before = tab.model.now().known;
  const loaded = loadedFrom(tab, before, base);
  speakOf(workspace);
  const replica = wait(loaded, waiting);
  const waited = isAnother ? waiting : (before?.replica.waiting ?? []);
  tab.running.settled.push(...settledOf(waited, replica));
  const known = { about, replica };
  tab.model.change((model) => ({
    ...model,
    known,
    connected: true,
    entered: true,
    fault: null,
    notes: isAnother ? new Map() : model.notes,
  }));
  keepSoon(tab);
  hearEarly(tab);
  const elsewhere = await tab.keep.elsewhere(workspace);
  tab.model.change((model) => ({ ...model, elsewhere }));
}

/** A restored journal has another device and fewer arrivals: what an earlier one had is not held against it. */
function loadedFrom({ device }: Tab, before: Model["known"], base: Base): Replica {
  if (before === null) return begin(device, base, []);
  const { about, replica } = before;
  const sameJournal = about.formerly === base.formerly || about.workspace !== base.workspace;
  return sameJournal ? loadInto(replica, base) : begin(replica.device, base, replica.waiting);
}

/** The server is away: what this browser kept when it last was there. */
async function loadKept(tab: Tab, fault: string): Promise<void> {
  const kept = await tab.keep.lastState();
  if (kept === null) {
    tab.model.change((model) => ({ ...model, fault: tab.running.ticketFault ?? fault }));
    return;
  }
  const { ledger, arrival, ...about } = kept;
  const waiting = await tab.keep.waiting(kept.workspace);
  const replica = begin(tab.device, { ...about, ledger, arrival }, waiting);
  const material = await tab.keep.material(kept.workspace);
  speakOf(kept.workspace);
  tab.model.change((model) => ({ ...model, known: { about, replica }, material }));
  hearEarly(tab);
  await readKeptNotes(tab);
}

/** What other tabs said before this one knew its workspace. */
function hearEarly(tab: Tab): void {
  for (const said of tab.running.early.splice(0)) tab.hear(said);
}

async function loadMaterial(tab: Tab, { workspace, curriculum }: ServerState): Promise<void> {
  const { version } = curriculum;
  if (tab.model.now().material?.version === version) return;
  const kept = await tab.keep.material(workspace);
  let known = kept?.version === version ? kept : null;
  try {
    known ??= { version, form: materialForm, material: await ask(api.material) };
  } catch {
    return;
  }
  const material = known;
  tab.model.change((model) => ({ ...model, material }));
  if (kept !== known) await tab.keep.keepMaterial(workspace, known);
}

/** Loads anew when what was heard can't be understood without. */
export function meetNeed(tab: Tab, wait = needTime): void {
  const { running, clock } = tab;
  const now = ready(tab);
  if (now === null || now.need === null || !now.connected || running.needed) return;
  running.needed = true;
  clock.after("need", wait, async () => {
    await load(tab);
    running.needed = false;
    // The answer may have been overtaken by news.
    meetNeed(tab, retryTime);
  });
}

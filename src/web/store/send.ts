/** Sending what waits: whole commands, in order, until all of it is with the server or the server is away. */
import type { Entry } from "../../core/entries/entry.ts";
import { acknowledge, batchOf, refuse } from "../../core/replica/replica.ts";
import { type Restamped, restamp, restampedIn } from "../../core/replica/restamp.ts";
import { api, fateOf } from "../../wire/wire.ts";
import { stepReplica } from "./known.ts";
import { Refused, sendJson } from "./server.ts";
import { say, type Tab, workspaceOf } from "./tab.ts";

const sendingAtOnce = 200;
const sendAgainTime = 60_000;

export async function sendWaiting(tab: Tab): Promise<void> {
  let most = sendingAtOnce;
  for (;;) {
    const replica = tab.model.now().known?.replica;
    const entries = replica === undefined ? [] : batchOf(replica, most);
    if (replica === undefined || entries.length === 0) return;
    const { workspace } = replica;
    let arrival: number;
    try {
      ({ arrival } = await sendJson(api.entries, { workspace, entries }));
    } catch (error) {
      const next = await refusedBy(tab, error, entries);
      if (next === null) return;
      most = next;
      continue;
    }
    stepReplica(tab, (now) => {
      return now.workspace === workspace ? acknowledge(now, entries, arrival) : now;
    });
    most = sendingAtOnce;
  }
}

/** How many to send next after a batch that did not go through; null when sending has to wait. */
async function refusedBy(
  tab: Tab,
  error: unknown,
  batch: readonly Entry[],
): Promise<number | null> {
  const replica = tab.model.now().known?.replica;
  if (!(error instanceof Refused) || replica === undefined) {
    tab.model.change((model) => ({ ...model, connected: false }));
    return null;
  }
  const anew = error.said.time === undefined ? null : restampedIn(replica, error.said.time);
  if (anew !== null) {
    await takeRestamped(tab, anew, error.message);
    return sendingAtOnce;
  }
  const fate = fateOf(error.status, error);
  if (fate === "elsewhere") {
    tab.clock.after("load", 0, () => void tab.load());
    return null;
  }
  if (fate === "later") {
    // A server that is in trouble counts as away.
    const connected = error.status < 500;
    tab.model.change((model) => ({ ...model, connected }));
    say(tab, error.message);
    if (connected) tab.clock.after("send", sendAgainTime, () => void tab.send());
    return null;
  }
  const refused = refuse(replica, batch);
  if (refused.is === "split") return refused.most;
  stepReplica(tab, () => refused.replica);
  say(tab, error.message);
  return sendingAtOnce;
}

/** What the browser keeps first, in one step: a tab that is closed in between has the old entries or the new ones. */
async function takeRestamped(tab: Tab, anew: Restamped, message: string): Promise<void> {
  const workspace = workspaceOf(tab);
  if (workspace === null) return;
  const { gone, entries, renamed } = anew;
  await tab.keep.replaceWaiting(workspace, gone, entries);
  tab.tabs.say({ kind: "restamped", of: workspace, gone, entries });
  stepReplica(tab, (replica) => restamp(replica, anew));
  const undoes = tab.model.now().toast?.undoes ?? null;
  say(tab, message, undoes === null ? null : (renamed.get(undoes) ?? undoes));
}

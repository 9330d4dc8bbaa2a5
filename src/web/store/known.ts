/** Steps of what a tab knows of its workspace, and keeping them in the browser. */
import { ledgerOf, type Replica, settledOf } from "../../core/replica/replica.ts";
import { withReplica } from "./model.ts";
import type { Tab } from "./tab.ts";

const keepTime = 500;

export function stepReplica(tab: Tab, step: (replica: Replica) => Replica): void {
  const before = tab.model.now().known?.replica;
  if (before === undefined) return;
  const after = step(before);
  if (after === before) return;
  tab.running.settled.push(...settledOf(before.waiting, after));
  tab.model.change((model) => withReplica(model, after));
  keepSoon(tab);
}

/** The state first: an entry leaves what waits only once it is in what is kept of the server. */
export function keepSoon(tab: Tab): void {
  tab.clock.after("keep", keepTime, async () => {
    const { known } = tab.model.now();
    if (known === null) return;
    const { about, replica } = known;
    const settled = tab.running.settled.splice(0);
    await tab.keep.keepState({ ...about, ledger: ledgerOf(replica), arrival: replica.arrival });
    if (settled.length > 0) await tab.keep.dropWaiting(replica.workspace, settled);
  });
}

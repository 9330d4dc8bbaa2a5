/** What the learner does: decided here at once, with the same core as everywhere; the server hears of it when it can. */
import type { Command } from "../../core/decide/command.ts";
import { decideAll } from "../../core/decide/rehearse.ts";
import { type CommandId, reversedBy } from "../../core/entries/entry.ts";
import { entriesIn, make } from "../../core/replica/replica.ts";
import { followMarks } from "./follow-marks.ts";
import { stepReplica } from "./known.ts";
import { sayEntries } from "./say-entries.ts";
import { ready, say, type Tab } from "./tab.ts";

/** A refusal has been said in a toast; what was so already made no entries and has no id. */
export type Ran =
  | { readonly ok: true; readonly command: CommandId | null }
  | { readonly ok: false };

/** Nothing is awaited before the entries are made: a tab that closes in the next moment loses nothing. */
export async function run(tab: Tab, commands: readonly Command[]): Promise<Ran> {
  const now = tab.clock.now();
  tab.model.change((model) => ({ ...model, now }));
  const before = ready(tab);
  const replica = tab.model.now().known?.replica;
  if (before === null || replica === undefined) return { ok: false };
  const decision = decideAll(commands, before.situation);
  if (!decision.ok) {
    say(tab, decision.message);
    return { ok: false };
  }
  const { replica: next, made } = make(replica, decision.bodies, now);
  const [first] = made;
  if (first === undefined) return { ok: true, command: null };
  stepReplica(tab, () => next);
  const { workspace } = replica;
  const isReversal = made.some((entry) => reversedBy(entry) !== null);
  const said = sayEntries(
    made,
    entriesIn(replica),
    before.situation,
    (ready(tab) ?? before).situation,
  );
  say(tab, said, isReversal ? null : first.command);
  tab.tabs.say({ kind: "made", of: workspace, entries: made });
  await tab.keep.addWaiting(workspace, made);
  void tab.send();
  const { highlights } = before.situation.tally;
  void followMarks(tab, highlights, ready(tab)?.situation.tally.highlights ?? highlights);
  return { ok: true, command: first.command };
}

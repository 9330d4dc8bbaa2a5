/** What the learner does: decided here at once, with the same core as everywhere; the server hears of it when it can. */
import type { Command } from "../../core/decide/command.ts";
import { decideAll } from "../../core/decide/rehearse.ts";
import { type CommandId, reversedBy } from "../../core/entries/entry.ts";
import { entriesIn, make } from "../../core/replica/replica.ts";
import { stepReplica } from "./known.ts";
import type { sayEntries } from "./say-entries.ts";
import { ready, say, type Tab } from "./tab.ts";
import { storeWords } from "./words.ts";

/** A refusal has been said in a toast; what was so already made no entries and has no id. */
export type Ran =
  | { readonly ok: true; readonly command: CommandId | null }
  | { readonly ok: false };

/** The sentences come after the first screen; without them, as with the server gone by then, it is said in one word. */
const sentences = () => import("./say-entries.ts");

export function fetchSentences(): void {
  sentences().catch(() => undefined);
}

async function sentenceOf(...what: Parameters<typeof sayEntries>): Promise<string> {
  try {
    return (await sentences()).sayEntries(...what);
  } catch {
    return storeWords.done;
  }
}

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
  const after = (ready(tab) ?? before).situation;
  tab.tabs.say({ kind: "made", of: workspace, entries: made });
  const kept = tab.keep.addWaiting(workspace, made);
  const told = sentenceOf(made, entriesIn(replica), before.situation, after).then((said) =>
    say(tab, said, isReversal ? null : first.command),
  );
  await kept;
  void tab.send();
  const marks = [before.situation.tally.highlights, after.tally.highlights] as const;
  if (marks[0] !== marks[1]) {
    void import("./follow-marks.ts").then(({ followMarks }) => followMarks(tab, ...marks));
  }
  await told;
  return { ok: true, command: first.command };
}

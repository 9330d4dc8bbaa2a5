/** What was done, command by command and in words: the history as a list of lines that can each be taken back. */
import { type CommandId, type Entry, madeAt, reversedBy } from "../entries/entry.ts";
import { reversalsIn } from "../entries/ledger.ts";
import type { Millis } from "../time/calendar.ts";
import { calledIn, describeAll, type Naming } from "./describe.ts";

export interface Deed {
  readonly command: CommandId;
  readonly at: Millis;
  readonly what: string;
  readonly undone: boolean;
}

/** Of entries in order, the latest first. Undos are shown at what they took back; a workspace's start stays. */
export function deedsOf(entries: readonly Entry[], known: Naming): readonly Deed[] {
  const naming = { ...known, called: calledIn(entries) };
  const { undone } = reversalsIn(entries);
  const meant = entries.filter(
    (entry) => entry.type !== "workspace.started" && reversedBy(entry) === null,
  );
  return [...Map.groupBy(meant, ({ command }) => command)]
    .map(([command, of]) => ({
      command,
      at: Math.min(...of.map(madeAt)),
      what: describeAll(of, naming).join("; "),
      undone: undone.has(command),
    }))
    .toReversed();
}

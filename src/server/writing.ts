/** What changes the journal: commands of programs, entries of pages. */

import { type Command, parseCommand } from "../core/decide/command.ts";
import { type Entry, readEntry } from "../core/entries/entry.ts";
import type { ServersTime } from "../core/replica/restamp.ts";
import { latestStampFrom, momentOfId } from "../core/time/clock.ts";
import { JournalCollision } from "../journal/port.ts";
import { commandsForm, entriesForm, readSent } from "../wire/forms.ts";
import { type CommandsDone, type EntriesTaken, isFor, type Refusal } from "../wire/wire.ts";
import { answer, otherWorkspace, refusal } from "./answers.ts";
import type { Asked } from "./route.ts";
import type { Service } from "./service.ts";

export async function commands({ service }: Asked, body: string): Promise<Response> {
  const read = readSent(commandsForm, body);
  if (!read.ok) return refusal(400, "bad-command", read.fault);
  const parsed = readCommands(read.sent.commands);
  if (typeof parsed === "string") return refusal(400, "bad-command", parsed);
  const outcome = await service.workspace.run(parsed, "web", Date.now());
  if (!outcome.ok) return refusal(409, outcome.reason, outcome.message);
  await service.live.look();
  const { arrival } = outcome.look.picture;
  return answer<CommandsDone>(200, { ok: true, entries: outcome.entries, arrival });
}

/** The commands, or a sentence on what is wrong with them. */
function readCommands(list: readonly unknown[]): readonly Command[] | string {
  const found: Command[] = [];
  for (const [index, input] of list.entries()) {
    const parsed = parseCommand(input);
    if (!parsed.ok) return `Command ${index + 1}: ${parsed.fault}`;
    if (parsed.command.do === "start-workspace") return "A workspace is started by `study init`.";
    found.push(parsed.command);
  }
  return found;
}

/**
 * A page decides by itself, with the same core, and sends what it made, perhaps hours later. An entry that is
 * here already is no fault: the answer to its first sending was lost.
 */
export async function entries({ service }: Asked, body: string): Promise<Response> {
  const { workspace, live } = service;
  const read = readSent(entriesForm, body);
  if (!read.ok) return refusal(400, "bad-entry", read.fault);
  const { workspace: meant, entries: list } = read.sent;
  if (!isFor(meant, live.names)) return otherWorkspace();
  const made: Entry[] = [];
  for (const [index, input] of list.entries()) {
    const entry = readMade(input);
    if (typeof entry === "string") {
      return refusal(400, "bad-entry", `Entry ${index + 1}: it ${entry}.`);
    }
    made.push(entry);
  }
  const time = await timeFor(made, service);
  if (time !== null) {
    const message =
      "The page's clock was ahead of this machine's: what it made gets a new date and is sent again.";
    return answer<Refusal>(425, { ok: false, reason: "early", message, time });
  }
  try {
    const { added, known } = await workspace.add(made, Date.now());
    await live.look();
    const { arrival } = await workspace.journal.picture();
    return answer<EntriesTaken>(200, { ok: true, added, known, arrival });
  } catch (error) {
    if (error instanceof JournalCollision) return refusal(409, "collision", error.message);
    throw error;
  }
}

/** An entry that a page may have made, or a clause on why it is none. */
function readMade(input: unknown): Entry | string {
  const parsed = readEntry(input);
  if (!parsed.ok) return parsed.fault;
  if (parsed.entry === null) return "is of a type that this version does not know";
  const { by, type } = parsed.entry;
  if (by !== "web") return `was made by "${by}", not by a page`;
  if (type === "workspace.started") return "starts a workspace, which `study init` does";
  return parsed.entry;
}

/**
 * A clock that was ahead, or was set back meanwhile, makes sound entries early: then this one's time. Where the
 * journal itself is ahead of the clock, what follows its last entry is not early: null.
 */
async function timeFor(
  made: readonly Entry[],
  { workspace }: Service,
): Promise<ServersTime | null> {
  const latest = Math.max(...made.map(({ id }) => momentOfId(id)));
  const now = Date.now();
  if (latest <= latestStampFrom(now, null)) return null;
  const { ledger } = await workspace.journal.picture();
  const last = ledger.tail.at(-1)?.id ?? ledger.snapshot.knowing;
  const taken = latestStampFrom(now, last);
  return latest > taken ? { now, latest: taken } : null;
}

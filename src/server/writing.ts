/** What changes the journal: commands of programs, entries of pages, a tracker kept by hand elsewhere. */

import type { Command } from "../core/decide/command.ts";
import { parseCommand } from "../core/decide/command.ts";
import { type Entry, parseEntry } from "../core/entries/entry.ts";
import { momentOfId } from "../core/time/clock.ts";
import { JournalCollision } from "../journal/port.ts";
import { answer, refusal } from "./answers.ts";
import type { Service } from "./service.ts";

/** A clock that is this far ahead of ours is forgiven. */
const clockSlack = 5 * 60_000;
const most = 500;

export async function commands(text: string, service: Service): Promise<Response> {
  const parsed = readCommands(text);
  if (typeof parsed === "string") return refusal(400, "bad-command", parsed);
  const outcome = await service.workspace.run(parsed, "web", Date.now());
  if (!outcome.ok) return refusal(409, outcome.reason, outcome.message);
  await service.live.look();
  const { arrival } = outcome.look.picture;
  return answer(200, { ok: true, entries: outcome.entries, arrival });
}

/** The commands, or a sentence on what is wrong with them. */
function readCommands(text: string): readonly Command[] | string {
  const list = listOf(text, "commands");
  if (typeof list === "string") return list;
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
export async function entries(text: string, service: Service): Promise<Response> {
  const list = listOf(text, "entries");
  if (typeof list === "string") return refusal(400, "bad-entry", list);
  const made: Entry[] = [];
  for (const [index, input] of list.entries()) {
    const parsed = parseEntry(JSON.stringify(input));
    const fault = !parsed.ok
      ? parsed.fault
      : parsed.entry === null
        ? "is of a type that this version does not know"
        : pageFault(parsed.entry);
    if (fault !== null) return refusal(400, "bad-entry", `Entry ${index + 1}: it ${fault}.`);
    if (parsed.ok && parsed.entry !== null) made.push(parsed.entry);
  }
  // A clock that was set back meanwhile makes sound entries early; the page keeps them until they are not.
  if (made.some(({ id }) => momentOfId(id) > Date.now() + clockSlack)) {
    return refusal(425, "early", "This machine's clock is behind what was done here; it is kept.");
  }
  try {
    const { added, known } = await service.workspace.add(made, Date.now());
    await service.live.look();
    const { arrival } = await service.workspace.journal.picture();
    return answer(200, { ok: true, added, known, arrival });
  } catch (error) {
    if (error instanceof JournalCollision) return refusal(409, "collision", error.message);
    throw error;
  }
}

function pageFault(entry: Entry): string | null {
  if (entry.by !== "web") return `was made by "${entry.by}", not by a page`;
  return entry.type === "workspace.started" ? "starts a workspace, which `study init` does" : null;
}

export async function adopt(text: string, service: Service): Promise<Response> {
  let tracker: unknown;
  try {
    tracker = (JSON.parse(text) as { tracker?: unknown }).tracker;
  } catch {
    tracker = null;
  }
  if (typeof tracker !== "string" || !/^# /m.test(tracker)) {
    return refusal(
      400,
      "bad-tracker",
      "That is no tracker: it must be a Markdown file with the tracker's headings.",
    );
  }
  const report = await service.workspace.adopt(tracker, Date.now());
  await service.live.look();
  return answer(200, { ok: true, entries: report.entries.length, problems: report.problems });
}

function listOf(text: string, key: string): readonly unknown[] | string {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return "The request is not JSON.";
  }
  const list =
    typeof body === "object" && body !== null && key in body
      ? (body as Record<string, unknown>)[key]
      : null;
  if (Array.isArray(list) && list.length > 0 && list.length <= most) return list;
  return `The request must be {"${key}": […]} with 1 to ${most} ${key}.`;
}

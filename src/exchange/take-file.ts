/** A file of another tool: what it is, and taking it into a workspace. The terminal and the page go the same way. */
import type { Entry } from "../core/entries/entry.ts";
import type { Millis } from "../core/time/calendar.ts";
import type { Look, Workspace } from "../workspace/workspace.ts";
import type { FoundIn, ReadForm } from "./form.ts";
import { readForms } from "./forms.ts";
import type { Left } from "./markdown/reading.ts";
import { ownTracker } from "./own-tracker.ts";
import { type Report, reportOf, type ShownIn } from "./report.ts";
import { takeIn } from "./take-in.ts";
import { type TakenQuotes, takeQuotes } from "./take-quotes.ts";
import type { Refused } from "./wishes.ts";

const headBytes = 64_000;

/** The form of a file that is no journal; null where none says that it is its own. */
export async function formOf(name: string, bytes: Uint8Array): Promise<ReadForm | null> {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, headBytes));
  const forms = await readForms();
  return forms.find(({ detects }) => detects({ name, head })) ?? null;
}

export type Recognized =
  | { readonly is: "found"; readonly found: FoundIn }
  /** A tracker in this workspace's own form: it is taken over as TRACKER.md's own edits are. */
  | { readonly is: "own-tracker"; readonly text: string; readonly found: FoundIn }
  /** A clause that follows the file's name: `is no iCalendar`. */
  | { readonly is: "refused"; readonly fault: string };

/** `noteOf` says what a file brings that is a note of one paper; null for another file. */
export async function recognize(
  form: ReadForm,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  { curriculum, today }: Pick<Workspace, "curriculum"> & Pick<Look, "today">,
  noteOf: () => FoundIn | null,
): Promise<Recognized> {
  const note = form.maybe === "note" ? noteOf() : null;
  if (note !== null) return { is: "found", found: note };
  const read = await form.read({ name, bytes, today });
  if (!read.ok) return { is: "refused", fault: read.fault };
  const text = ownTracker(bytes, curriculum);
  if (text === null) return { is: "found", found: read.found };
  return { is: "own-tracker", text, found: read.found };
}

export interface TakenFile {
  readonly entries: readonly Entry[];
  readonly homeless: readonly Left[];
  readonly refused: readonly Refused[];
  /** How much of it was here already. */
  readonly known: number;
  readonly quotes: TakenQuotes;
  readonly look: Look;
  readonly report: Report;
}

export async function takeFound(
  workspace: Workspace,
  file: string,
  found: FoundIn,
  now: Millis,
  way: "record" | "trial",
  shownIn: ShownIn,
): Promise<TakenFile> {
  const { brought, entries, refused, known, look, after } = await takeIn(
    workspace,
    found.from,
    found.place,
    now,
    way,
  );
  const { homeless } = brought;
  const quotes = await takeQuotes({ ...workspace, ...look }, found.quotes?.(after) ?? [], now, way);
  const of = { file, found, homeless, bodies: entries, refused, known, way, quotes, shownIn };
  return { entries, homeless, refused, known, quotes, look, report: reportOf(of) };
}

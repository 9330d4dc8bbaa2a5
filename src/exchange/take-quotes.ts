/** Puts quotes into the notes of their papers, as the reader does with what is marked there; none twice. */
import type { Millis } from "../core/time/calendar.ts";
import { conflictMarks, mergeTexts } from "../workspace/merge.ts";
import { type Merge, putNote, readNote, saveNote } from "../workspace/notes.ts";
import type { Look, Workspace } from "../workspace/workspace.ts";
import type { PaperQuote } from "./notes/paper-quote.ts";
import { withQuotes } from "./notes/quotes.ts";

export interface TakenQuotes {
  readonly added: number;
  /** How many the notes had already. */
  readonly known: number;
  /** The notes that were changed: `notes/bert.md`. */
  readonly notes: readonly string[];
}

const mergeHere: Merge = (base, ours, theirs) => mergeTexts(base, ours, theirs, conflictMarks);

export async function takeQuotes(
  { layout, curriculum, progress }: Pick<Workspace, "layout" | "curriculum"> & Look,
  quotes: readonly PaperQuote[],
  now: Millis,
  way: "record" | "trial",
): Promise<TakenQuotes> {
  let added = 0;
  const notes: string[] = [];
  for (const [paper, all] of Map.groupBy(quotes, (quote) => quote.paper)) {
    const name = progress.papers.find(({ id }) => id === paper)?.name;
    const note = readNote(layout, curriculum, paper, name);
    const quoted = withQuotes(note.text, all);
    if (quoted.added === 0) continue;
    added += quoted.added;
    notes.push(`notes/${paper}.md`);
    if (way === "record") {
      // A note that was not there yet has a state that an undo leads back to.
      if (!note.written) putNote(layout, paper, { before: null, text: note.text }, now);
      const change = { text: quoted.text, base: note.text, tried: [] };
      await saveNote(layout, paper, change, now, mergeHere);
    }
  }
  return { added, known: quotes.length - added, notes };
}

/** The notes follow the marks: whatever makes a mark come or go, here or by an undo, brings its quote or takes it along. */
import type { PaperId } from "../../core/content/curriculum.ts";
import { quotesAfter } from "../../core/content/note-quotes.ts";
import type { Highlight } from "../../core/entries/tally.ts";
import { typed } from "../../core/replica/draft.ts";
import { openNote } from "./note-reads.ts";
import { apply, flush } from "./note-steps.ts";
import type { Tab } from "./tab.ts";

export async function followMarks(
  tab: Tab,
  before: readonly Highlight[],
  after: readonly Highlight[],
): Promise<void> {
  const gone = without(before, after);
  const come = without(after, before);
  const papers = new Set([...gone, ...come].map(({ paper }) => paper));
  for (const paper of papers) await follow(tab, paper, gone, come);
}

async function follow(
  tab: Tab,
  paper: PaperId,
  gone: readonly Highlight[],
  come: readonly Highlight[],
): Promise<void> {
  const note = await openNote(tab, paper);
  if (note === null || (note.is === "saved" && note.fixed !== null)) return;
  const text = quotesAfter(note.text, { gone: quotesOf(gone, paper), come: quotesOf(come, paper) });
  if (text === note.text) return;
  apply(tab, typed(note, text, tab.device));
  for (const listener of tab.merged) listener(paper, text, true);
  await flush(tab, paper);
}

function quotesOf(marks: readonly Highlight[], paper: PaperId) {
  return marks
    .filter((mark) => mark.paper === paper)
    .map(({ page, quote: text }) => ({ paper, page, text }));
}

function without(marks: readonly Highlight[], others: readonly Highlight[]): readonly Highlight[] {
  const known = new Set(others.map(({ id }) => id));
  return marks.filter(({ id }) => !known.has(id));
}

/** The notes as screens use them. */
import type { PaperId } from "../../core/content/curriculum.ts";
import type { Note } from "../../core/content/note.ts";
import { type HeldNote, standing, typed } from "../../core/replica/draft.ts";
import { strings } from "../strings.ts";
import { openNote } from "./note-reads.ts";
import { apply, flush, held } from "./note-steps.ts";
import { type Merged, say, type Tab } from "./tab.ts";

export interface ShownNote extends Note {
  readonly state: "saved" | "saving" | "waiting";
}

export interface Notes {
  /** Null until the notes have been read. */
  readonly get: (paper: PaperId) => ShownNote | null;
  readonly all: () => readonly ShownNote[];
  /** Reads the note anew; for a paper without a file this is the template. */
  readonly open: (paper: PaperId) => Promise<ShownNote | null>;
  readonly edit: (paper: PaperId, text: string) => void;
  /** Sends what waits at once. */
  readonly flush: (paper: PaperId) => Promise<void>;
  /** Calls back when the note's text was changed by somebody else. */
  readonly onMerged: (listener: Merged) => () => void;
}

export function notesOf(tab: Tab): Notes {
  const show = (note: HeldNote | null) => {
    if (note === null) return null;
    const { paper, text } = note;
    const written = note.is !== "saved" || note.written;
    const fixed = note.is === "saved" ? note.fixed : null;
    return { paper, text, written, fixed, state: standing(note, tab.model.now().connected) };
  };
  return {
    get: (paper) => show(held(tab, paper)),
    all: () => [...tab.model.now().notes.values()].flatMap((note) => show(note) ?? []),
    open: async (paper) => show(await openNote(tab, paper)),
    edit: (paper, text) => {
      const note = held(tab, paper);
      if (note === null) return;
      if (note.is === "saved" && note.fixed !== null)
        say(tab, strings.noteFixed[note.fixed](paper));
      else apply(tab, typed(note, text, tab.device));
    },
    flush: (paper) => flush(tab, paper),
    onMerged: (listener) => {
      tab.merged.add(listener);
      return () => tab.merged.delete(listener);
    },
  };
}

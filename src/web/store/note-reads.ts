/** Reading notes: from the server, from what this browser kept, from drafts that tabs left behind. */
import type { PaperId } from "../../core/content/curriculum.ts";
import type { Note } from "../../core/content/note.ts";
import { noteTemplateFor } from "../../core/content/note-template.ts";
import * as draft from "../../core/replica/draft.ts";
import { api } from "../../wire/wire.ts";
import { apply, flush, held, sendDrafts } from "./note-steps.ts";
import { ask } from "./server.ts";
import { ready, type Tab, workspaceOf } from "./tab.ts";

export async function loadNotes(tab: Tab): Promise<void> {
  const workspace = workspaceOf(tab);
  if (workspace === null) return;
  await readDrafts(tab);
  try {
    const { notes } = await ask(api.notes);
    if (workspaceOf(tab) !== workspace) return;
    for (const note of notes) {
      apply(tab, draft.read(held(tab, note.paper), note));
      void tab.keep.keepNote(workspace, note);
    }
  } catch {
    await readKeptNotes(tab);
  }
  await sendDrafts(tab);
}

export async function readKeptNotes(tab: Tab): Promise<void> {
  const workspace = workspaceOf(tab);
  if (workspace === null) return;
  for (const note of await tab.keep.notes(workspace)) {
    if (held(tab, note.paper) === null) apply(tab, draft.read(null, note));
  }
  await readDrafts(tab);
}

/** The tab that wrote a draft may be there still, or closed: then it is sent from here. */
async function readDrafts(tab: Tab): Promise<void> {
  const workspace = workspaceOf(tab);
  if (workspace === null) return;
  for (const kept of await tab.keep.drafts(workspace)) {
    apply(tab, draft.found(held(tab, kept.paper), kept));
  }
}

/** Reads the note anew; for a paper without a file this is the template. */
export async function openNote(tab: Tab, paper: PaperId): Promise<draft.HeldNote | null> {
  const here = held(tab, paper);
  if (here !== null && here.is !== "saved") return here;
  const step = await readNow(tab, paper);
  // Whoever opens it shows it; nothing that was shown before has changed.
  if (step !== null) apply(tab, { note: step.note, effects: [] });
  else if (here === null) await openKept(tab, paper);
  return held(tab, paper);
}

/** The step that the server's text is; null while the server is away. */
async function readNow(tab: Tab, paper: PaperId): Promise<draft.Step | null> {
  const workspace = workspaceOf(tab);
  try {
    const note = await ask(api.note, { parts: { paper } });
    if (workspace === null || workspaceOf(tab) !== workspace) return null;
    void tab.keep.keepNote(workspace, note);
    return draft.read(held(tab, paper), note);
  } catch {
    return null;
  }
}

/** The server is away: the note as this browser has it, or the template. All notes with a file are kept here. */
async function openKept(tab: Tab, paper: PaperId): Promise<void> {
  const now = ready(tab);
  if (now === null) return;
  await readKeptNotes(tab);
  if (held(tab, paper) !== null) return;
  const { curriculum, progress } = now.situation;
  const name = progress.papers.find(({ id }) => id === paper)?.name;
  const text = noteTemplateFor(curriculum, paper, name);
  const note: Note = { paper, text, written: false, fixed: null };
  apply(tab, draft.read(null, note));
}

/** The file of a note is another than before. */
export async function changedOutside(tab: Tab, paper: PaperId): Promise<void> {
  const what = draft.changedOutside(held(tab, paper));
  if (what === "send") await flush(tab, paper);
  if (what !== "read") return;
  const step = await readNow(tab, paper);
  if (step !== null) apply(tab, step);
}

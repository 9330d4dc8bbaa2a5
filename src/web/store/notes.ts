/**
 * The notes as this page has them. A change is kept here at once and sent after a moment; the server merges it
 * with what an editor saved meanwhile, and what comes back is merged with what was typed meanwhile. What is typed
 * in another tab is taken over as it is typed, and sent by that tab.
 */
import type { Draft, Keep, KeptNote } from "./keep.ts";
import { ask, Refused, sendJson } from "./server.ts";
import { createWriters } from "./writers.ts";

export type NoteState = "saved" | "saving" | "waiting";

export interface HeldNote extends KeptNote {
  /** What the server last had: a change starts from it. */
  readonly base: string;
  readonly state: NoteState;
}

export interface Notes {
  /** Null until the notes have been read. */
  readonly get: (paper: string) => HeldNote | null;
  readonly all: () => readonly HeldNote[];
  /** Reads the note anew; for a paper without a file this is the template. */
  readonly open: (paper: string) => Promise<HeldNote | null>;
  readonly edit: (paper: string, text: string) => void;
  /** Sends what waits at once. */
  readonly flush: (paper: string) => Promise<void>;
  readonly load: (workspace: string) => Promise<void>;
  readonly loadKept: (workspace: string) => Promise<void>;
  readonly sendDrafts: () => Promise<void>;
  readonly changedOutside: (paper: string) => Promise<void>;
  /** What another tab says of a note that is written there. */
  readonly hear: (said: NoteSaid) => void;
  /** Calls back when the note's text was changed by somebody else. */
  readonly onMerged: (listener: Merged) => () => void;
}

export type NoteSaid =
  | { readonly kind: "draft"; readonly draft: Draft }
  | { readonly kind: "note-kept"; readonly paper: string; readonly text: string };

/** `byTab` when it was this learner, in another tab. */
type Merged = (paper: string, text: string, byTab: boolean) => void;

interface Around {
  readonly workspace: () => string | null;
  readonly connected: () => boolean;
  /** The first text of a note; null before the curriculum is known. */
  readonly template: (paper: string) => string | null;
  readonly say: (text: string) => void;
  /** To the other tabs. */
  readonly tell: (said: NoteSaid) => void;
  readonly changed: () => void;
}

interface Saved extends KeptNote {
  readonly merged: boolean;
  readonly conflicts: number;
}

const sendAfter = 700;

export function createNotes(keep: Keep, around: Around): Notes {
  const held = new Map<string, HeldNote>();
  const timers = new Map<string, number>();
  const sending = new Map<string, Promise<void>>();
  const mergedListeners = new Set<Merged>();
  const writers = createWriters();
  /** Notes whose newest words are another tab's to send. */
  const elsewhere = new Set<string>();

  const put = (note: HeldNote) => {
    held.set(note.paper, note);
    around.changed();
  };
  const asSaved = ({ paper, text, written }: KeptNote): HeldNote => ({
    paper,
    text,
    written,
    base: text,
    state: "saved",
  });

  const load = async (workspace: string) => {
    await withDrafts(workspace);
    try {
      const { notes } = await ask<{ notes: readonly KeptNote[] }>("/api/notes");
      for (const note of notes) {
        if (held.get(note.paper)?.state !== undefined && held.get(note.paper)?.state !== "saved") {
          continue;
        }
        held.set(note.paper, asSaved(note));
        void keep.keepNote(workspace, note);
      }
      around.changed();
    } catch {
      await loadKept(workspace);
    }
    await sendDrafts();
  };

  const withDrafts = async (workspace: string) => {
    for (const { paper, text, base } of await keep.drafts(workspace)) {
      if (held.has(paper) && held.get(paper)?.state !== "saved") continue;
      held.set(paper, { paper, text, base, written: true, state: "waiting" });
      waitForWriter(paper);
    }
  };

  /** The tab that wrote it may be there still, or closed: then it is sent from here. */
  const waitForWriter = (paper: string) => {
    if (elsewhere.has(paper)) return;
    elsewhere.add(paper);
    writers.whenLeft(paper, async () => {
      if (elsewhere.delete(paper)) await flush(paper);
    });
  };

  const hear = (said: NoteSaid) => {
    if (said.kind === "draft") {
      const { paper, text, base } = said.draft;
      writers.leave(paper);
      window.clearTimeout(timers.get(paper));
      const state = around.connected() ? "saving" : "waiting";
      put({ paper, text, base, written: true, state });
      waitForWriter(paper);
      tellMerged(paper, text, true);
      return;
    }
    const { paper, text } = said;
    const before = held.get(paper);
    if (!elsewhere.delete(paper) && before?.state !== "saved") return;
    put(asSaved({ paper, text, written: true }));
    if (before?.text !== text) tellMerged(paper, text, true);
  };

  const tellMerged: Merged = (...merged) => {
    for (const listener of mergedListeners) listener(...merged);
  };

  const loadKept = async (workspace: string) => {
    for (const note of await keep.notes(workspace)) {
      if (!held.has(note.paper)) held.set(note.paper, asSaved(note));
    }
    await withDrafts(workspace);
    around.changed();
  };

  const open = async (paper: string): Promise<HeldNote | null> => {
    const here = held.get(paper);
    if (here !== undefined && here.state !== "saved") return here;
    try {
      const note = await ask<KeptNote>(`/notes/${paper}`);
      const fresh = asSaved(note);
      put(fresh);
      const workspace = around.workspace();
      if (workspace !== null) void keep.keepNote(workspace, note);
      return fresh;
    } catch {
      return here ?? openKept(paper);
    }
  };

  /** The server is away: the note as this browser has it, or the template. All notes with a file are kept here. */
  const openKept = async (paper: string): Promise<HeldNote | null> => {
    const workspace = around.workspace();
    const template = around.template(paper);
    if (workspace === null || template === null) return null;
    await loadKept(workspace);
    if (!held.has(paper)) put(asSaved({ paper, text: template, written: false }));
    return held.get(paper) ?? null;
  };

  const edit = (paper: string, text: string) => {
    const note = held.get(paper);
    if (note === undefined || note.text === text) return;
    put({ ...note, text, written: true, state: "saving" });
    const workspace = around.workspace();
    if (workspace !== null) void keepDraft(workspace, { paper, text, base: note.base });
    const tell = () => {
      const now = held.get(paper);
      if (now === undefined || now.state === "saved" || elsewhere.has(paper)) return;
      around.tell({ kind: "draft", draft: { paper, text: now.text, base: now.base } });
    };
    const turn = writers.take(paper);
    // The other tab writes until it hears that this one does; where none does, nobody may send before this one.
    if (elsewhere.delete(paper)) tell();
    else void turn.then(tell);
    window.clearTimeout(timers.get(paper));
    timers.set(
      paper,
      window.setTimeout(() => void flush(paper), sendAfter),
    );
  };

  /** Only what is written down is said to be kept. */
  const keepDraft = async (workspace: string, draft: Draft) => {
    await keep.keepDraft(workspace, draft);
    const now = held.get(draft.paper);
    if (now?.text === draft.text && now.state === "saving" && !around.connected()) {
      put({ ...now, state: "waiting" });
    }
  };

  const flush = (paper: string): Promise<void> => {
    window.clearTimeout(timers.get(paper));
    const turn = (sending.get(paper) ?? Promise.resolve()).then(() => send(paper));
    sending.set(paper, turn);
    return turn;
  };

  const send = async (paper: string): Promise<void> => {
    const note = held.get(paper);
    const workspace = around.workspace();
    if (note === undefined || workspace === null || note.state === "saved") return;
    let saved: Saved;
    try {
      const { text, base } = note;
      saved = await sendJson<Saved>("PUT", `/notes/${paper}`, { text, base });
    } catch (error) {
      if (error instanceof Refused) around.say(error.message);
      put({ ...(held.get(paper) ?? note), state: "waiting" });
      return;
    }
    await settle(workspace, note, saved);
  };

  /** What was typed while the answer was on its way stays, on top of what came back. */
  const settle = async (workspace: string, sent: HeldNote, saved: Saved) => {
    const { paper } = saved;
    const now = held.get(paper) ?? sent;
    void keep.keepNote(workspace, { paper, text: saved.text, written: true });
    if (now.text === sent.text) {
      put(asSaved(saved));
      await keep.dropDraft(workspace, paper);
      around.tell({ kind: "note-kept", paper, text: saved.text });
      writers.leave(paper);
      if (saved.text !== sent.text) tellMerged(paper, saved.text, false);
      return;
    }
    // The next sending merges: it says that it was made from what has just been sent.
    const base = saved.text === sent.text ? saved.text : sent.text;
    put({ ...now, base, state: "saving" });
    await keep.keepDraft(workspace, { paper, text: now.text, base });
    timers.set(
      paper,
      window.setTimeout(() => void flush(paper), sendAfter),
    );
  };

  const sendDrafts = async () => {
    const open = [...held.values()].filter(
      ({ paper, state }) => state !== "saved" && !elsewhere.has(paper),
    );
    await Promise.all(open.map(({ paper }) => flush(paper)));
  };

  const changedOutside = async (paper: string) => {
    // The tab that writes merges, and tells.
    if (elsewhere.has(paper)) return;
    const before = held.get(paper);
    if (before !== undefined && before.state !== "saved") return flush(paper);
    const after = await open(paper);
    if (after === null || after.text === before?.text) return;
    tellMerged(paper, after.text, false);
  };

  return {
    get: (paper) => held.get(paper) ?? null,
    all: () => [...held.values()],
    open,
    edit,
    flush,
    load,
    loadKept,
    sendDrafts,
    changedOutside,
    hear,
    onMerged: (listener) => {
      mergedListeners.add(listener);
      return () => mergedListeners.delete(listener);
    },
  };
}

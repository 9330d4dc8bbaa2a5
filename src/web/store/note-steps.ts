/**
 * The notes as this tab has them. What becomes of a note is decided in `core/replica/draft.ts`; here is done what a
 * step asks for: keep, send, tell the other tabs, take the turn to write, show.
 */
import type { PaperId } from "../../core/content/curriculum.ts";
import type { SavedNote } from "../../core/content/note.ts";
import * as draft from "../../core/replica/draft.ts";
import type { WorkspaceId } from "../../core/replica/replica.ts";
import { api, fateOf } from "../../wire/wire.ts";
import { Refused, sendJson } from "./server.ts";
import { say, type Tab, workspaceOf } from "./tab.ts";

const sendTimes = { soon: 700, later: 60_000 } as const;
/** What a tab said before it went is heard first. */
const turnTime = 100;

export function held(tab: Tab, paper: PaperId): draft.HeldNote | null {
  return tab.model.now().notes.get(paper) ?? null;
}

export function apply(tab: Tab, { note, effects }: draft.Step): void {
  if (held(tab, note.paper) !== note) {
    tab.model.change((model) => ({
      ...model,
      notes: new Map(model.notes).set(note.paper, note),
    }));
  }
  for (const effect of effects) carryOut(tab, note, effect);
}

function carryOut(tab: Tab, note: draft.HeldNote, effect: draft.Effect): void {
  const { paper, text } = note;
  const workspace = workspaceOf(tab);
  if (workspace === null) return;
  switch (effect.do) {
    case "keep-draft":
      void keepDraft(tab, note);
      break;
    case "drop-draft":
      void dropDrafts(tab, workspace, note);
      break;
    case "keep-note":
      void tab.keep.keepNote(workspace, effect.note);
      break;
    case "send":
      sendAt(tab, paper, effect.when);
      break;
    case "turn":
      turn(tab, paper, effect.how);
      break;
    case "tell":
      if (effect.when === "now") tell(tab, paper);
      else void tab.writers.take(paper).then(() => tell(tab, paper));
      break;
    case "tell-kept":
      tellKept(tab, workspace, note);
      break;
    case "show":
      for (const listener of tab.merged) listener(paper, text, effect.by === "tab");
      break;
  }
}

async function keepDraft(tab: Tab, note: draft.HeldNote): Promise<void> {
  const now = draft.draftOf(note);
  const workspace = workspaceOf(tab);
  if (now === null || workspace === null) return;
  await tab.keep.keepDraft(workspace, now);
  const after = held(tab, note.paper);
  if (after !== null) apply(tab, { note: draft.stored(after, now.text), effects: [] });
}

/** What another tab typed apart from this one is still kept: that tab sends it, or this one once that is gone. */
async function dropDrafts(tab: Tab, workspace: WorkspaceId, note: draft.HeldNote): Promise<void> {
  const { paper } = note;
  const [apart] = await tab.keep.dropDrafts(workspace, paper, draft.changesOf(note));
  if (apart !== undefined && workspaceOf(tab) === workspace) {
    apply(tab, draft.found(held(tab, paper), apart));
  }
}

function sendAt(tab: Tab, paper: PaperId, when: "soon" | "later" | "never"): void {
  const name = `note ${paper}`;
  if (when === "never") tab.clock.cancel(name);
  else tab.clock.after(name, sendTimes[when], () => void flush(tab, paper));
}

function turn(tab: Tab, paper: PaperId, how: "take" | "leave" | "wait"): void {
  if (how === "take") void tab.writers.take(paper);
  else if (how === "leave") tab.writers.leave(paper);
  else {
    tab.writers.whenLeft(paper, async () => {
      if (held(tab, paper)?.is !== "elsewhere") return;
      await new Promise((heard) => window.setTimeout(heard, turnTime));
      const note = held(tab, paper);
      if (note !== null) apply(tab, draft.leftBehind(note));
      // The place is held meanwhile, or a third tab would send it too.
      await flush(tab, paper);
    });
  }
}

function tellKept(tab: Tab, of: WorkspaceId, note: draft.HeldNote): void {
  const { paper, text, onServer: changes } = note;
  const kept = { paper, text, written: true, fixed: null };
  tab.tabs.say({ kind: "note-kept", of, note: kept, changes });
}

function tell(tab: Tab, paper: PaperId): void {
  const note = held(tab, paper);
  const now = note === null ? null : draft.draftOf(note);
  const of = workspaceOf(tab);
  if (now !== null && of !== null) tab.tabs.say({ kind: "draft", of, draft: now });
}

/** Sends what waits at once. */
export async function flush(tab: Tab, paper: PaperId): Promise<void> {
  tab.clock.cancel(`note ${paper}`);
  const note = held(tab, paper);
  const workspace = workspaceOf(tab);
  const now = note === null ? null : draft.sending(note);
  if (now === null || workspace === null) return;
  apply(tab, now.step);
  let answer: SavedNote;
  try {
    answer = await sendJson(api.saveNote, { workspace, ...now.change }, { parts: { paper } });
  } catch (error) {
    if (workspaceOf(tab) !== workspace) return;
    const sent = held(tab, paper);
    if (sent !== null) apply(tab, draft.unanswered(sent));
    if (!(error instanceof Refused)) return;
    if (fateOf(error.status, error) === "elsewhere") void tab.load();
    say(tab, error.message);
    return;
  }
  const sent = held(tab, paper);
  if (sent !== null && workspaceOf(tab) === workspace) apply(tab, draft.answered(sent, answer));
}

export async function sendDrafts(tab: Tab): Promise<void> {
  await Promise.all([...tab.model.now().notes.keys()].map((paper) => flush(tab, paper)));
}

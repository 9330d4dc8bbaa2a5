/**
 * A note as one tab has it, while it and other tabs type, an editor saves and answers are late or lost. A value, and
 * steps from one value to the next; what is to be done at a step is a value too. Laws: SPEC.md, sync.9 and on.
 *
 * Tabs tell each other their drafts. Which one grew from which is told by counts: up to which change of each tab a text
 * holds all, or the server does. A text that holds all changes of another stands for it; of two that don't, both are
 * sent, and the server merges them.
 */
import type { PaperId } from "../content/curriculum.ts";
import { markOf, type Note, type NoteChange, type SavedNote } from "../content/note.ts";
import type { DeviceId } from "../time/clock.ts";

/** The changes of each tab, up to which one, that are in a text or with the server. */
export type Changes = Readonly<Record<DeviceId, number>>;

/** A text that the server has not confirmed, as it is told to other tabs and kept in the browser. */
export interface Draft extends NoteChange {
  readonly paper: PaperId;
  readonly changes: Changes;
}

/** What a tab knows of a note besides its text. */
interface Knowing {
  /** What the server has, as far as this tab has heard. */
  readonly onServer: Changes;
  /** How many changes this tab has made. None of its counts stands for two. */
  readonly own: number;
}

export type HeldNote =
  /** As the server has it, as far as this tab knows. */
  | (Note & Knowing & { readonly is: "saved" })
  /** Typed here and not on its way. `stored`: the browser keeps it; `unsent`: so it does, and a sending failed. */
  | (Draft & Knowing & { readonly is: "typed"; readonly since: "typed" | "stored" | "unsent" })
  /** `sent` is on its way; `text` may have been typed on since. */
  | (Draft & Knowing & { readonly is: "sent"; readonly sent: Pick<Draft, "text" | "changes"> })
  /** Another tab's words, which that tab sends. */
  | (Draft & Knowing & { readonly is: "elsewhere" });

export type TabSaid =
  | { readonly kind: "draft"; readonly draft: Draft }
  | { readonly kind: "note-kept"; readonly note: Note; readonly changes: Changes };

/** What a step asks for. */
export type Effect =
  /** In the browser's store, for a start after the tab was closed; `drop-draft` lets go of all that the note holds. */
  | { readonly do: "keep-draft" }
  | { readonly do: "drop-draft" }
  | { readonly do: "keep-note"; readonly note: Note }
  | { readonly do: "send"; readonly when: "soon" | "later" | "never" }
  /** The turn to write is held from the first change until the server has all; it falls free when a tab goes. */
  | { readonly do: "turn"; readonly how: "take" | "leave" | "wait" }
  /** `in-turn`: once this tab has its turn, or another would think that nobody sends the draft. */
  | { readonly do: "tell"; readonly when: "now" | "in-turn" }
  | { readonly do: "tell-kept" }
  /** Whoever shows the text has not typed this. */
  | { readonly do: "show"; readonly by: "tab" | "server" };

export interface Step {
  readonly note: HeldNote;
  readonly effects: readonly Effect[];
}

const mostTried = 50;
const stay = (note: HeldNote): Step => ({ note, effects: [] });

export function savedNote(note: Note, knowing: Knowing = { onServer: {}, own: 0 }): HeldNote {
  const { paper, text, written, fixed } = note;
  const { onServer, own } = knowing;
  return { is: "saved", paper, text, written, fixed, onServer, own };
}

/** The text with this tab's next change in it. */
export function typed(note: HeldNote, text: string, tab: DeviceId): Step {
  if (note.text === text) return stay(note);
  const own = note.own + 1;
  const changes = { ...changesOf(note), [tab]: own };
  const more: readonly Effect[] = [{ do: "keep-draft" }, { do: "turn", how: "take" }];
  const tell: Effect = { do: "tell", when: note.is === "elsewhere" ? "now" : "in-turn" };
  const effects = [...more, tell, { do: "send", when: "soon" } as const];
  if (note.is === "sent") return { note: { ...note, text, changes, own }, effects };
  const { paper, onServer } = note;
  const { base, tried } = note.is === "saved" ? { base: note.text, tried: [] } : note;
  const draft = { paper, text, base, tried, changes };
  return { note: { is: "typed", ...draft, onServer, own, since: "typed" }, effects };
}

/** The browser has stored the draft with this text. */
export function stored(note: HeldNote, text: string): HeldNote {
  return note.is === "typed" && note.text === text && note.since === "typed"
    ? { ...note, since: "stored" }
    : note;
}

/** What is to be sent now; null when there is nothing, or it is on its way. */
export function sending(
  note: HeldNote,
): { readonly step: Step; readonly change: NoteChange } | null {
  if (note.is !== "typed") return null;
  const { since: _, ...draft } = note;
  const { text, base, tried, changes } = draft;
  // From here on the text may be with the server, whatever becomes of the answer.
  const maybe = [...tried, markOf(text)].slice(-mostTried);
  const sent: HeldNote = { ...draft, is: "sent", tried: maybe, sent: { text, changes } };
  const effects: readonly Effect[] = [{ do: "keep-draft" }, { do: "tell", when: "in-turn" }];
  return { step: { note: sent, effects }, change: { text, base, tried } };
}

/** The server has what was sent, merged with what it had. What was typed since goes on top of it. */
export function answered(note: HeldNote, answer: SavedNote): Step {
  const { paper, text, written, fixed } = answer;
  if (note.is !== "sent") return stay(note);
  const fresh: Note = { paper, text, written, fixed };
  const keep: Effect = { do: "keep-note", note: fresh };
  const { sent, changes, own } = note;
  const onServer = together(note.onServer, sent.changes);
  if (note.text === sent.text) {
    const show: readonly Effect[] = text === sent.text ? [] : [{ do: "show", by: "server" }];
    const done = [{ do: "drop-draft" }, { do: "tell-kept" }, { do: "turn", how: "leave" }] as const;
    return { note: savedNote(fresh, { onServer, own }), effects: [keep, ...done, ...show] };
  }
  const rest = { paper, text: note.text, base: sent.text, tried: [], changes, onServer, own };
  const effects = [keep, { do: "keep-draft" }, { do: "send", when: "soon" }] as const;
  return { note: { is: "typed", ...rest, since: "typed" }, effects };
}

/** No answer came, or the answer was no. */
export function unanswered(note: HeldNote): Step {
  if (note.is !== "sent") return stay(note);
  const { sent: _, ...draft } = note;
  return {
    note: { ...draft, is: "typed", since: "unsent" },
    effects: [{ do: "keep-draft" }, { do: "send", when: "later" }],
  };
}

/** Another tab's draft. */
export function heardDraft(note: HeldNote | null, draft: Draft): Step {
  const effects: readonly Effect[] = [
    { do: "send", when: "never" },
    { do: "turn", how: "leave" },
    { do: "turn", how: "wait" },
    ...(note?.text === draft.text ? [] : [{ do: "show", by: "tab" } as const]),
  ];
  if (note === null) return { note: elsewhere(note, draft), effects };
  const mine = changesOf(note);
  if (note.is === "saved" || note.is === "elsewhere") {
    return holdsAll(mine, draft.changes) ? stay(note) : { note: elsewhere(note, draft), effects };
  }
  // Ours grew from theirs, or apart from it: ours is sent, and so is theirs unless it is in ours.
  return holdsAll(draft.changes, mine) ? { note: elsewhere(note, draft), effects } : stay(note);
}

function elsewhere(note: HeldNote | null, draft: Draft): HeldNote {
  const { onServer, own } = note ?? { onServer: {}, own: 0 };
  const changes = together(onServer, draft.changes);
  return { ...draft, is: "elsewhere", changes, onServer, own };
}

/** Another tab told what the server has by now. */
export function heardKept(note: HeldNote | null, kept: Note, changes: Changes): Step {
  const { own, onServer: before } = note ?? { own: 0, onServer: {} };
  const onServer = together(before, changes);
  const now = savedNote(kept, { onServer, own });
  const show: readonly Effect[] = note?.text === kept.text ? [] : [{ do: "show", by: "tab" }];
  if (note === null || note.is === "saved") {
    // What this tab knows already is no news, and may be older than what it has.
    return note !== null && holdsAll(before, changes) ? stay(note) : { note: now, effects: show };
  }
  if (!holdsAll(onServer, note.changes)) {
    return stay({ ...note, onServer, changes: together(onServer, note.changes) });
  }
  const drop: readonly Effect[] = note.is === "elsewhere" ? [] : [{ do: "drop-draft" }];
  const quiet = [
    { do: "send", when: "never" },
    { do: "turn", how: "leave" },
  ] as const;
  return { note: now, effects: [...drop, ...quiet, ...show] };
}

/** The tab that was to send this is gone: it is this tab's to send, at once. */
export function leftBehind(note: HeldNote): Step {
  if (note.is !== "elsewhere") return stay(note);
  return {
    note: { ...note, is: "typed", since: "stored" },
    effects: [{ do: "turn", how: "take" }],
  };
}

/** A draft in the browser's store: of a tab that is there still, or is gone. */
export function found(note: HeldNote | null, draft: Draft): Step {
  if (note !== null && note.is !== "saved") return stay(note);
  const show: readonly Effect[] =
    note === null || note.text === draft.text ? [] : [{ do: "show", by: "tab" }];
  return { note: elsewhere(note, draft), effects: [{ do: "turn", how: "wait" }, ...show] };
}

/** The note as the server has it, or as the browser kept it. What was typed is not touched by it. */
export function read(note: HeldNote | null, fresh: Note): Step {
  if (note === null) return { note: savedNote(fresh), effects: [] };
  if (note.is !== "saved") return stay(note);
  const same = note.written === fresh.written && note.fixed === fresh.fixed;
  if (note.text === fresh.text && same) return stay(note);
  const show: readonly Effect[] = note.text === fresh.text ? [] : [{ do: "show", by: "server" }];
  return { note: savedNote(fresh, note), effects: show };
}

/** The file is another than before. */
export function changedOutside(note: HeldNote | null): "read" | "send" | "nothing" {
  if (note === null || note.is === "saved") return "read";
  return note.is === "elsewhere" ? "nothing" : "send";
}

/** The drafts of a paper that are kept, with one more: it stands for those that it grew from. */
export function withDraft(kept: readonly Draft[], draft: Draft): readonly Draft[] {
  return [draft, ...withoutHeld(kept, draft.changes)];
}

/** The drafts that are kept, without those whose changes are all held by what the server has now. */
export function withoutHeld(kept: readonly Draft[], changes: Changes): readonly Draft[] {
  return kept.filter((draft) => !holdsAll(changes, draft.changes));
}

export function draftOf(note: HeldNote): Draft | null {
  if (note.is !== "typed" && note.is !== "sent") return null;
  const { paper, text, base, tried, changes } = note;
  return { paper, text, base, tried, changes };
}

/** What the learner is told of it. */
export function standing(note: HeldNote, connected: boolean): "saved" | "saving" | "waiting" {
  switch (note.is) {
    case "saved":
      return "saved";
    case "sent":
      return "saving";
    case "elsewhere":
      return connected ? "saving" : "waiting";
    case "typed":
      // Only what is written down is said to be kept.
      if (note.since === "unsent") return "waiting";
      return note.since === "stored" && !connected ? "waiting" : "saving";
  }
}

/** The changes that are in the note's text or with the server. */
export function changesOf(note: HeldNote): Changes {
  return note.is === "saved" ? note.onServer : note.changes;
}

/** Whether one text holds every change that the other does. */
function holdsAll(changes: Changes, others: Changes): boolean {
  const tabs = Object.keys(others) as DeviceId[];
  return tabs.every((tab) => (changes[tab] ?? 0) >= (others[tab] ?? 0));
}

function together(some: Changes, others: Changes): Changes {
  const tabs = Object.keys(others) as DeviceId[];
  const most = tabs.map((tab) => [tab, Math.max(some[tab] ?? 0, others[tab] ?? 0)]);
  return { ...some, ...Object.fromEntries(most) };
}

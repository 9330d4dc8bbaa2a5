/**
 * A note as one tab has it, while it and other tabs type, an editor saves and answers are late or lost. A value, and
 * steps from one value to the next; what is to be done at a step is a value too. Laws: SPEC.md, sync.9 and on.
 *
 * Tabs tell each other their drafts. Which one grew from which is told by counts: how many changes of each tab a text
 * holds. A text that holds all changes of another stands for it; of two that don't, both are sent, and the server
 * merges them.
 */
import type { PaperId } from "../content/curriculum.ts";
import { markOf, type Note, type NoteChange, type SavedNote } from "../content/note.ts";
import type { DeviceId } from "../time/clock.ts";

/** How many changes of each tab a text holds. */
export type Changes = Readonly<Record<DeviceId, number>>;

/** A text that the server has not confirmed, as it is told to other tabs and kept in the browser. */
export interface Draft extends NoteChange {
  readonly paper: PaperId;
  readonly changes: Changes;
}

export type HeldNote =
  /** As the server has it, as far as this tab knows. */
  | (Note & { readonly is: "saved"; readonly changes: Changes })
  /** Typed here and not on its way. `stored`: the browser keeps it; `unsent`: so it does, and a sending failed. */
  | (Draft & { readonly is: "typed"; readonly since: "typed" | "stored" | "unsent" })
  /** `sent` is on its way; `text` may have been typed on since. */
  | (Draft & { readonly is: "sent"; readonly sent: string })
  /** Another tab's words, which that tab sends. */
  | (Draft & { readonly is: "elsewhere" });

export type TabSaid =
  | { readonly kind: "draft"; readonly draft: Draft }
  | { readonly kind: "note-kept"; readonly note: Note; readonly changes: Changes };

/** What a step asks for. */
export type Effect =
  /** In the browser's store, for a start after the tab was closed. */
  | { readonly do: "keep-draft" }
  | { readonly do: "drop-draft" }
  | { readonly do: "keep-note"; readonly note: Note }
  | { readonly do: "send"; readonly when: "now" | "soon" | "later" | "never" }
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

export function savedNote({ paper, text, written }: Note, changes: Changes = {}): HeldNote {
  return { is: "saved", paper, text, written, changes };
}

/** The text with this tab's next change in it. */
export function typed(note: HeldNote, text: string, tab: DeviceId): Step {
  if (note.text === text) return stay(note);
  const changes = { ...note.changes, [tab]: (note.changes[tab] ?? 0) + 1 };
  const more: readonly Effect[] = [{ do: "keep-draft" }, { do: "turn", how: "take" }];
  const tell: Effect = { do: "tell", when: note.is === "elsewhere" ? "now" : "in-turn" };
  const effects = [...more, tell, { do: "send", when: "soon" } as const];
  if (note.is === "sent") return { note: { ...note, text, changes }, effects };
  const { paper } = note;
  const from = note.is === "saved" ? { base: note.text, tried: [] } : note;
  const { base, tried } = from;
  return { note: { is: "typed", paper, text, base, tried, changes, since: "typed" }, effects };
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
  const { paper, text, base, tried, changes } = note;
  // From here on the text may be with the server, whatever becomes of the answer.
  const maybe = [...tried, markOf(text)].slice(-mostTried);
  const sent: HeldNote = { is: "sent", paper, text, base, tried: maybe, changes, sent: text };
  const effects: readonly Effect[] = [{ do: "keep-draft" }, { do: "tell", when: "in-turn" }];
  return { step: { note: sent, effects }, change: { text, base, tried } };
}

/** The server has what was sent, merged with what it had. What was typed since goes on top of it. */
export function answered(note: HeldNote, answer: SavedNote): Step {
  const { paper, text, written } = answer;
  if (note.is !== "sent") return stay(note);
  const fresh: Note = { paper, text, written };
  const keep: Effect = { do: "keep-note", note: fresh };
  const { sent, changes } = note;
  if (note.text === sent) {
    const show: readonly Effect[] = text === sent ? [] : [{ do: "show", by: "server" }];
    const done = [{ do: "drop-draft" }, { do: "tell-kept" }, { do: "turn", how: "leave" }] as const;
    return { note: savedNote(fresh, changes), effects: [keep, ...done, ...show] };
  }
  const rest = { paper, text: note.text, base: sent, tried: [], changes };
  const effects = [keep, { do: "keep-draft" }, { do: "send", when: "soon" }] as const;
  return { note: { is: "typed", ...rest, since: "typed" }, effects };
}

/** No answer came, or the answer was no. */
export function unanswered(note: HeldNote): Step {
  if (note.is !== "sent") return stay(note);
  const { paper, text, base, tried, changes } = note;
  return {
    note: { is: "typed", paper, text, base, tried, changes, since: "unsent" },
    effects: [{ do: "keep-draft" }, { do: "send", when: "later" }],
  };
}

/** Another tab's draft. */
export function heardDraft(note: HeldNote | null, draft: Draft): Step {
  const theirs: HeldNote = { is: "elsewhere", ...draft };
  const show: readonly Effect[] = note?.text === draft.text ? [] : [{ do: "show", by: "tab" }];
  const effects: readonly Effect[] = [
    { do: "send", when: "never" },
    { do: "turn", how: "leave" },
    { do: "turn", how: "wait" },
    ...show,
  ];
  if (note === null) return { note: theirs, effects };
  const { changes } = note;
  if (note.is === "saved" || note.is === "elsewhere") {
    return holdsAll(changes, draft.changes) ? stay(note) : { note: theirs, effects };
  }
  if (holdsAll(draft.changes, changes)) return { note: theirs, effects };
  // Ours grew from theirs, or apart from it: ours is sent, and so is theirs unless it is in ours.
  if (!holdsAll(changes, draft.changes)) return stay(note);
  const tried = [...new Set([...note.tried, ...draft.tried])].slice(-mostTried);
  return stay({ ...note, tried });
}

/** Another tab told that the server has what it sent. */
export function heardKept(note: HeldNote | null, kept: Note, changes: Changes): Step {
  const show: readonly Effect[] = note?.text === kept.text ? [] : [{ do: "show", by: "tab" }];
  if (note === null || note.is === "saved") {
    const before = note?.changes ?? {};
    // What this tab knows already is no news, and may be older than what it has.
    if (note !== null && holdsAll(before, changes)) return stay(note);
    return { note: savedNote(kept, together(before, changes)), effects: show };
  }
  if (holdsAll(changes, note.changes)) {
    const drop: readonly Effect[] = note.is === "elsewhere" ? [] : [{ do: "drop-draft" }];
    const quiet = [
      { do: "send", when: "never" },
      { do: "turn", how: "leave" },
    ] as const;
    return { note: savedNote(kept, changes), effects: [...drop, ...quiet, ...show] };
  }
  // Its draft stood where ours does in the browser's store.
  return note.is === "elsewhere" ? stay(note) : { note, effects: [{ do: "keep-draft" }] };
}

/** The tab that was to send this is gone. */
export function leftBehind(note: HeldNote): Step {
  if (note.is !== "elsewhere") return stay(note);
  const { paper, text, base, tried, changes } = note;
  return {
    note: { is: "typed", paper, text, base, tried, changes, since: "stored" },
    effects: [
      { do: "turn", how: "take" },
      { do: "send", when: "now" },
    ],
  };
}

/** A draft in the browser's store: of a tab that is there still, or is gone. */
export function found(note: HeldNote | null, draft: Draft): Step {
  if (note !== null && note.is !== "saved") return stay(note);
  const show: readonly Effect[] =
    note === null || note.text === draft.text ? [] : [{ do: "show", by: "tab" }];
  return { note: { is: "elsewhere", ...draft }, effects: [{ do: "turn", how: "wait" }, ...show] };
}

/** The note as the server has it, or as the browser kept it. What was typed is not touched by it. */
export function read(note: HeldNote | null, fresh: Note): Step {
  if (note === null) return { note: savedNote(fresh), effects: [] };
  if (note.is !== "saved") return stay(note);
  const show: readonly Effect[] = note.text === fresh.text ? [] : [{ do: "show", by: "server" }];
  return { note: savedNote(fresh, note.changes), effects: show };
}

/** The file is another than before. */
export function changedOutside(note: HeldNote | null): "read" | "send" | "nothing" {
  if (note === null || note.is === "saved") return "read";
  return note.is === "elsewhere" ? "nothing" : "send";
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

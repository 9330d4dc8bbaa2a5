/**
 * What the server and its pages say to each other: one list of addresses, and one set of types for what is sent and
 * answered there. Both sides import it. What is sent is held to `forms.ts`.
 */
import type { CheckEvent } from "../core/check/check.ts";
import type { HintTexts } from "../core/check/hint.ts";
import type { Curriculum, ExerciseId, PaperId } from "../core/content/curriculum.ts";
import type { Material } from "../core/content/material.ts";
import type { Note, NoteChange, SavedNote, Version } from "../core/content/note.ts";
import { type Entry, readEntry } from "../core/entries/entry.ts";
import type { Ledger } from "../core/entries/ledger.ts";
import type { Topic } from "../core/group/topic.ts";
import type { GroupView } from "../core/group/view.ts";
import type { Arrivals, Base, WorkspaceId } from "../core/replica/replica.ts";
import type { ServersTime } from "../core/replica/restamp.ts";
import type { Found } from "../core/search/texts.ts";
import type { Millis } from "../core/time/calendar.ts";
import type { Problem } from "../core/words/problem.ts";

/** What a page is told of a workspace when it asks. */
export interface ServerState extends Base {
  readonly curriculum: Curriculum;
  readonly problems: readonly Problem[];
  /** What the learner should know of the folder, a sentence each. */
  readonly concerns: readonly string[];
  readonly demo: boolean;
  readonly served: ServedFrom;
  readonly folder: string;
  readonly version: string;
  readonly now: Millis;
}

/** Who serves the page: the learner's own computer, or a hub, which has no Python and no PDFs of theirs. */
export type ServedFrom =
  | { readonly is: "computer" }
  /** `name` is what the hub's copy is called to its member. */
  | { readonly is: "hub"; readonly name: string };

/** What a page is told without asking. */
export type News =
  | ({ readonly what: "entries" } & Arrivals)
  | {
      readonly what: "problems";
      readonly problems: readonly Problem[];
      readonly concerns: readonly string[];
    }
  /** The file of a note is another than before. */
  | { readonly what: "note"; readonly paper: PaperId };

/** Every answer that is no success. */
export interface Refusal {
  readonly ok: false;
  /** A word for programs. */
  readonly reason: string;
  /** A sentence for the learner. */
  readonly message: string;
  /** Which server says that a session is missing: the page may have one of it. */
  readonly server?: ServerName;
  /** What time it is there, and the latest stamp that is taken: what waits is stamped anew. */
  readonly time?: ServersTime;
}

export interface ExerciseText extends HintTexts {
  readonly id: ExerciseId;
  /** The learner's file, from the workspace's folder. */
  readonly path: string;
  readonly exists: boolean;
  readonly text: string;
  /** The reference; null for a milestone, which has none. */
  readonly solution: string | null;
  /** The mistakes that were named last, as edits of the reference. */
  readonly edits: readonly MistakeEdit[];
}

export interface MistakeEdit {
  readonly id: string;
  /** Line by line, each with its sign: "-" is what the learner's code comes to, "+" the reference. */
  readonly diff: readonly string[];
}

/** The Python of this machine that runs the learner's code. */
export type KnownPython =
  | { readonly found: true; readonly path: string; readonly by: string }
  | { readonly found: false; readonly sentence: string };

export interface ExerciseTexts {
  readonly python: KnownPython;
  readonly exercises: readonly ExerciseText[];
}

/** A line of a check that goes on. */
export type CheckLine = CheckEvent | { readonly event: "failed"; readonly message: string };

/** A line of a PDF that is being fetched; the last has `ok`. */
export type FetchLine =
  | { readonly bytes: number; readonly of: number | null }
  | { readonly ok: true }
  | { readonly ok: false; readonly message: string };

/** A file of another tool: what was taken of it, or would be. */
export interface TakenIn {
  readonly ok: true;
  /** How many entries and quotes. */
  readonly brings: number;
  /** What the file has, and what became of it. */
  readonly report: readonly string[];
  /** What was not understood; a line where it has one. */
  readonly problems: readonly { readonly line: number | null; readonly message: string }[];
}

/** A group as its member's page shows it. Nothing of others is kept by the page. */
export type GroupShown =
  | { readonly is: "group"; readonly names: readonly string[]; readonly view: GroupView }
  | { readonly is: "no-group" }
  /** The workspace meets no hub. */
  | { readonly is: "no-hub" };

export interface ShareSent {
  readonly group: string;
  readonly on: readonly Topic[];
  readonly off: readonly Topic[];
}

export interface LeaveSent {
  readonly group: string;
}

/** The reason of a refusal that is the hub's own, or that it does not answer. */
export const noHub = "hub";

/** A note of another member, by the name of its file. */
export interface NoteOfMember {
  readonly paper: string;
  readonly text: string;
}

export interface StartersWritten {
  readonly ok: true;
  readonly starters: readonly { readonly path: string; readonly written: boolean }[];
  /** Why the editor's task could not be written; null where it is there. */
  readonly editor: string | null;
}

export interface CommandsDone {
  readonly ok: true;
  readonly entries: readonly Entry[];
  readonly arrival: number;
}

export interface EntriesTaken {
  readonly ok: true;
  readonly added: number;
  readonly known: number;
  readonly arrival: number;
}

/** Entries that a page made. A page of version 0.1 does not say for which workspace: null. */
export interface EntriesSent {
  readonly workspace: WorkspaceId | null;
  readonly entries: readonly unknown[];
}

export interface NoteSent extends NoteChange {
  readonly workspace: WorkspaceId | null;
}

/** `paper` is null for the milestones' exercises; without `exercise` all of the paper's are meant. */
export interface ExerciseWish {
  readonly paper: string | null;
  readonly exercise: string | null;
  readonly seed: number | null;
  /** The case, from 0, that is repeated alone; null for all of them. */
  readonly only: number | null;
}

/** Where the page is, each with a ticket of its own. */
export interface Addresses {
  readonly ok: true;
  readonly address: string;
  /** For another device of the network; null where this machine alone is served. */
  readonly pairing: string | null;
}

/** A ticket of a printed address, which counts once. */
export interface TicketSent {
  readonly ticket: string;
}

/** What stands in the `authorization` of all that a page asks from then on. */
export interface Entered {
  readonly ok: true;
  readonly session: string;
  readonly server: ServerName;
}

/** Tells servers apart that are found at one address in turn. */
export type ServerName = string & { readonly brand: "ServerName" };

export interface CommandsSent {
  readonly commands: readonly unknown[];
}

/** Something that a page may ask for: where, what is sent and what the answer is. `:name` stands for a part of the path. */
export interface Endpoint<Answer, Sent = undefined> {
  readonly method: "GET" | "POST" | "PUT";
  readonly path: string;
  /** For the types alone. */
  readonly answer?: Answer;
  readonly sent?: Sent;
}

export type AnswerOf<E> = E extends Endpoint<infer Answer, infer _> ? Answer : never;

const get = <Answer>(path: string): Endpoint<Answer> => ({ method: "GET", path });
const post = <Answer, Sent = undefined>(path: string): Endpoint<Answer, Sent> => {
  return { method: "POST", path };
};
const put = <Answer, Sent = undefined>(path: string): Endpoint<Answer, Sent> => {
  return { method: "PUT", path };
};

export const api = {
  enter: post<Entered, TicketSent>("/api/session"),
  ticket: post<Addresses>("/api/ticket"),
  /** Ends all sessions and the programs' token; for the terminal alone. */
  renew: post<Addresses>("/api/renew"),
  state: get<ServerState>("/api/state"),
  stream: get<never>("/api/stream"),
  material: get<Material>("/api/material"),
  export: get<never>("/api/export"),
  search: get<{ readonly found: readonly Found[] }>("/api/search"),
  notes: get<{ readonly notes: readonly Note[] }>("/api/notes"),
  pdfs: get<{ readonly pdfs: readonly PaperId[] }>("/api/papers"),
  python: get<KnownPython>("/api/python"),
  exercises: get<ExerciseTexts>("/api/exercises"),
  writeStarters: post<StartersWritten, ExerciseWish>("/api/code"),
  check: post<CheckLine, ExerciseWish>("/api/check"),
  commands: post<CommandsDone, CommandsSent>("/api/commands"),
  entries: post<EntriesTaken, EntriesSent>("/api/entries"),
  /** `?name=` the file's, and `way=trial`, which says what would be taken and takes nothing, or `record`. */
  takeIn: post<TakenIn, Blob>("/api/take-in"),
  /** `?group=` its name; without it the first of the learner's groups. */
  group: get<GroupShown>("/api/group"),
  /** `?group=` and `of=` the member's name. */
  groupNotes: get<{ readonly notes: readonly NoteOfMember[] }>("/api/group/notes"),
  share: post<GroupShown, ShareSent>("/api/group/share"),
  leaveGroup: post<GroupShown, LeaveSent>("/api/group/leave"),
  note: get<Note>("/notes/:paper"),
  saveNote: put<SavedNote, NoteSent>("/notes/:paper"),
  versions: get<{ readonly versions: readonly Version[] }>("/notes/:paper/versions"),
  version: get<{ readonly text: string }>("/notes/:paper/versions/:number"),
  keepImage: post<{ readonly ok: true; readonly path: string }, Blob>("/notes/:paper/images"),
  image: get<never>("/notes/images/:file"),
  pdf: get<never>("/papers/:paper"),
  keepPdf: put<{ readonly ok: true }, Blob>("/papers/:paper"),
  fetchPdf: post<FetchLine>("/papers/:paper/fetch"),
} as const;

/** The address of an endpoint, with the parts of its path and what stands behind the question mark. */
export function addressOf(
  { path }: Endpoint<unknown, unknown>,
  parts: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string>> = {},
): string {
  const whole = path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(parts[name] ?? ""));
  const asked = new URLSearchParams(query).toString();
  return asked === "" ? whole : `${whole}?${asked}`;
}

/** Entries as they come in at a page. What a newer server knows and this page does not is left out. */
export function readEntries(raw: readonly unknown[]): readonly Entry[] {
  return raw.flatMap((one) => {
    const parsed = readEntry(one);
    return parsed.ok && parsed.entry !== null ? [parsed.entry] : [];
  });
}

export function readLedger({ snapshot, tail }: Ledger): Ledger {
  return { snapshot, tail: readEntries(tail) };
}

export function readNews(text: string): News {
  const news = JSON.parse(text) as News;
  return news.what === "entries" ? { ...news, entries: readEntries(news.entries) } : news;
}

/** With the stream of news the server names the page that it has now: the path of its first script. */
export const pageHeader = "study-page";

/** Names the workspace that a page shows, in all that it asks. */
export const workspaceHeader = "study-workspace";

/** Whether something was made for the workspace that is served here. */
export function isFor(
  meant: WorkspaceId | null,
  { workspace, formerly }: Pick<Base, "workspace" | "formerly">,
): boolean {
  return meant === null || meant === workspace || meant === formerly;
}

/** What becomes of entries whose sending was answered with no. */
export type Fate =
  /** They can never be taken as they are. */
  | "refused"
  /** Sending them again may succeed. */
  | "later"
  /** Another workspace is served here now. */
  | "elsewhere";

/** Only what says so of the entries themselves ends them; anything else may be a server's passing state. */
export function fateOf(status: number, { reason }: Pick<Refusal, "reason">): Fate {
  if (reason === "other-workspace") return "elsewhere";
  const final = ["bad-entry", "collision", "too-large"].includes(reason);
  return final && status >= 400 && status < 500 ? "refused" : "later";
}

/** What a hub refuses, and what the page says in the place of it: one sentence. */
export const ownComputer =
  "This works on your own computer, where your code, its Python and your PDFs are: run study there.";

/** What a tab knows, as one value, and what is shown of it. */
import type { PaperId } from "../../core/content/curriculum.ts";
import { type Material, materialForm, noMaterial } from "../../core/content/material.ts";
import type { Situation } from "../../core/decide/decision.ts";
import type { CommandId } from "../../core/entries/entry.ts";
import { type Outlook, outlookOf } from "../../core/forecast/outlook.ts";
import { progressOf } from "../../core/progress/progress.ts";
import type { HeldNote } from "../../core/replica/draft.ts";
import { type Need, type Replica, viewOf, type WorkspaceId } from "../../core/replica/replica.ts";
import { dayAt, type Millis } from "../../core/time/calendar.ts";
import type { ServerState } from "../../wire/wire.ts";
import { longDay } from "../format.ts";

/** What the server says of the workspace, its entries apart. */
export type About = Omit<ServerState, "ledger" | "arrival" | "now">;

export interface Toast {
  readonly text: string;
  /** What the toast's button takes back; null when there is nothing to take back. */
  readonly undoes: CommandId | null;
}

/** Guides, decks and facts, of one version of the curriculum. */
export interface KnownMaterial {
  readonly version: string;
  readonly form: typeof materialForm;
  readonly material: Material;
}

/** What an older page kept is not taken for what this one reads. */
export function materialKept(kept: KnownMaterial | undefined): KnownMaterial | null {
  return kept?.form === materialForm ? kept : null;
}

/** What this browser keeps for a workspace that another server has. */
export interface KeptElsewhere {
  readonly workspace: WorkspaceId;
  /** Null where its state was never kept. */
  readonly folder: string | null;
  readonly changes: number;
  readonly notes: number;
}

export interface Model {
  /** Null until a server, or what this browser kept of one, has been read. */
  readonly known: { readonly about: About; readonly replica: Replica } | null;
  readonly connected: boolean;
  /** Whether the server knows this browser's session, as far as is known. */
  readonly entered: boolean;
  /** What waits in this browser for workspaces that are not served here now. */
  readonly elsewhere: readonly KeptElsewhere[];
  readonly toast: Toast | null;
  readonly material: KnownMaterial | null;
  readonly notes: ReadonlyMap<PaperId, HeldNote>;
  /** Why there is nothing to show. */
  readonly fault: string | null;
  readonly now: Millis;
}

export function emptyModel(now: Millis): Model {
  const nothing = { known: null, toast: null, material: null, fault: null, elsewhere: [] };
  return { ...nothing, connected: false, entered: true, notes: new Map(), now };
}

export function withReplica(model: Model, replica: Replica): Model {
  return model.known === null ? model : { ...model, known: { ...model.known, replica } };
}

export interface Ready {
  readonly state: "ready";
  readonly situation: Situation;
  /** Computed when it is first asked for. */
  readonly outlook: () => Outlook | null;
  readonly server: About;
  readonly connected: boolean;
  readonly entered: boolean;
  readonly elsewhere: readonly KeptElsewhere[];
  /** How many entries wait to be sent. */
  readonly waiting: number;
  readonly toast: Toast | null;
  /** Empty until it has been read. */
  readonly material: Material;
  readonly materialLoaded: boolean;
  readonly need: Need | null;
}

export type Shown =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly message: string }
  | Ready;

interface Figures {
  readonly of: NonNullable<Model["known"]>;
  readonly today: string;
  readonly situation: Situation;
  readonly need: Need | null;
  readonly outlook: () => Outlook | null;
}

/** Shows a model. The figures are those of last time where neither the entries nor the day are others. */
export function createShow(): (model: Model) => Shown {
  let last: { readonly model: Model; readonly shown: Shown } | null = null;
  let figures: Figures | null = null;
  return (model) => {
    if (last?.model === model) return last.shown;
    if (model.known !== null) figures = figuresOf(model.known, model.now, figures);
    const shown = show(model, figures);
    last = { model, shown };
    return shown;
  };
}

function show(model: Model, figures: Figures | null): Shown {
  const { known, connected, entered, elsewhere, toast, material, fault } = model;
  if (known === null || figures === null) {
    return fault === null ? { state: "loading" } : { state: "failed", message: fault };
  }
  return {
    state: "ready",
    situation: figures.situation,
    outlook: figures.outlook,
    server: known.about,
    connected,
    entered,
    elsewhere,
    // What the learner did: one command may be several entries.
    waiting: new Set(known.replica.waiting.map(({ command }) => command)).size,
    toast,
    material: material?.material ?? noMaterial,
    materialLoaded: material !== null,
    need: figures.need,
  };
}

function figuresOf(of: Figures["of"], now: Millis, last: Figures | null): Figures {
  const { curriculum } = of.about;
  const isSame = last !== null && last.of.replica === of.replica;
  if (isSame && last.of.about.curriculum === curriculum) {
    const { situation, today } = last;
    if (situation.now === now) return last;
    if (today === dayAt(now, situation.tally)) {
      return { ...last, situation: { ...situation, now } };
    }
  }
  const { settled, need } = viewOf(of.replica);
  const { tally, undoable, redoable } = settled;
  const today = dayAt(now, tally);
  const progress = progressOf(curriculum, tally, today);
  const situation = { curriculum, tally, progress, undoable, redoable, now, sayDay: longDay };
  let outlook: Outlook | null | undefined;
  const asked = () => {
    outlook ??= outlookOf(curriculum, tally, progress, longDay);
    return outlook;
  };
  return { of, today, situation, need, outlook: asked };
}

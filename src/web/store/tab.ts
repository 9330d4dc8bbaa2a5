/** An opened page: what it holds and what it can reach. The steps in the files beside this one work on it. */
import type { CommandId, Entry } from "../../core/entries/entry.ts";
import type { WorkspaceId } from "../../core/replica/replica.ts";
import type { DeviceId } from "../../core/time/clock.ts";
import type { Cell } from "./cell.ts";
import type { Clock } from "./clock.ts";
import type { Keep } from "./keep.ts";
import type { Model, Ready, Shown } from "./model.ts";
import type { Listening } from "./stream.ts";
import type { Said, Tabs } from "./tabs.ts";
import type { Writers } from "./writers.ts";

export interface Tab {
  readonly device: DeviceId;
  readonly model: Cell<Model>;
  readonly shown: () => Shown;
  readonly keep: Keep;
  readonly tabs: Tabs;
  readonly writers: Writers;
  readonly clock: Clock;
  readonly running: Running;
  /** Those who show a note and have to know that somebody else changed it. */
  readonly merged: Set<Merged>;
  readonly load: () => Promise<void>;
  /** Sends what waits, in one tab at a time. */
  readonly send: () => Promise<void>;
  readonly hear: (said: Said) => void;
}

/** `byTab` when it was this learner, in another tab. */
export type Merged = (paper: string, text: string, byTab: boolean) => void;

/** What is on its way; none of it outlives the page. */
export interface Running {
  /** This tab listens to the server, for all of them. */
  leads: boolean;
  listening: Listening | null;
  loading: Promise<void> | null;
  needed: boolean;
  /** Why the ticket of the address was not taken. */
  readonly ticketFault: string | null;
  /** What was said before there was a workspace that it could be about. */
  readonly early: Said[];
  /** Entries that wait no more and are still kept as waiting. */
  readonly settled: Entry[];
}

export function ready({ shown }: Tab): Ready | null {
  const now = shown();
  return now.state === "ready" ? now : null;
}

export function workspaceOf({ model }: Tab): WorkspaceId | null {
  return model.now().known?.replica.workspace ?? null;
}

const toastTime = 6000;

export function say(tab: Tab, text: string, undoes: CommandId | null = null): void {
  tab.model.change((model) => ({ ...model, toast: { text, undoes } }));
  tab.clock.after("toast", toastTime, () => dismiss(tab));
}

export function dismiss(tab: Tab): void {
  tab.model.change((model) => ({ ...model, toast: null }));
}

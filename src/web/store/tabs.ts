/**
 * Several tabs of one browser: one of them listens to the server for all (a browser opens few connections to
 * one server), and each tells the others what it made.
 */
import type { Entry } from "../../core/entries/entry.ts";
import type { NoteSaid } from "./notes.ts";
import type { News } from "./server.ts";

export type Said =
  | { readonly kind: "news"; readonly news: News }
  | { readonly kind: "connected"; readonly connected: boolean }
  | { readonly kind: "made"; readonly entries: readonly Entry[] }
  | NoteSaid
  /** A tab has just been opened and asks how things stand. */
  | { readonly kind: "hello" };

export interface Tabs {
  readonly say: (said: Said) => void;
  /** Calls `lead` once this tab is the one that listens; the others hear what it says. */
  readonly whenFirst: (lead: () => void) => void;
}

export function joinTabs(hear: (said: Said) => void): Tabs {
  const channel = new BroadcastChannel("study");
  channel.addEventListener("message", ({ data }: MessageEvent<Said>) => hear(data));
  return {
    say: (said) => channel.postMessage(said),
    whenFirst: (lead) => {
      // The lock is held until the tab is closed, and then another tab gets it.
      void navigator.locks.request("study-stream", () => {
        lead();
        return new Promise(() => {});
      });
    },
  };
}

/** Runs `work` in one tab at a time; a second call while one waits is left out. */
export function oneAtATime(name: string, work: () => Promise<void>): () => Promise<void> {
  let waiting: Promise<void> | null = null;
  return () => {
    waiting ??= navigator.locks.request(name, async () => {
      waiting = null;
      await work();
    });
    return waiting;
  };
}

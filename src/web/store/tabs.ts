/**
 * Several tabs of one browser: one of them listens to the server for all (a browser opens few connections to
 * one server), and each tells the others what it made.
 */
import type { Entry } from "../../core/entries/entry.ts";
import type { TabSaid } from "../../core/replica/draft.ts";
import type { WorkspaceId } from "../../core/replica/replica.ts";
import type { News } from "../../wire/wire.ts";
import { lock, sharesLocks } from "./locks.ts";

/**
 * What is said of a workspace says of which: tabs of one address may have been opened on two. A tab of version 0.1
 * does not.
 */
export type Said =
  | { readonly kind: "news"; readonly of: WorkspaceId | undefined; readonly news: News }
  | {
      readonly kind: "made";
      readonly of: WorkspaceId | undefined;
      readonly entries: readonly Entry[];
    }
  /** The server's clock is behind: what waited under other ids. */
  | {
      readonly kind: "restamped";
      readonly of: WorkspaceId;
      readonly gone: readonly Entry[];
      readonly entries: readonly Entry[];
    }
  | ({ readonly of: WorkspaceId | undefined } & TabSaid)
  | { readonly kind: "connected"; readonly connected: boolean }
  /** The page that the server has now. */
  | { readonly kind: "page"; readonly page: string | null }
  /** A tab has just been opened and asks how things stand. */
  | { readonly kind: "hello" };

export interface Tabs {
  readonly say: (said: Said) => void;
  readonly listen: (hear: (said: Said) => void) => void;
  /** Calls `lead` once this tab is the one that listens; the others hear what it says. */
  readonly whenFirst: (lead: () => void) => void;
}

export function joinTabs(): Tabs {
  return sharesLocks() ? withOthers() : onItsOwn;
}

/** Who can't agree on one that listens and writes does not take over what the others type: it hears of that from the server. */
const onItsOwn: Tabs = {
  say: () => {},
  listen: () => {},
  whenFirst: (lead) => lead(),
};

function withOthers(): Tabs {
  const channel = new BroadcastChannel("study");
  return {
    say: (said) => channel.postMessage(said),
    listen: (hear) => {
      channel.addEventListener("message", ({ data }: MessageEvent<Said>) => hear(data));
    },
    whenFirst: (lead) => {
      // The lock is held until the tab is closed, and then another tab gets it.
      void lock("study-stream", () => {
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
    waiting ??= lock(name, async () => {
      waiting = null;
      await work();
    });
    return waiting;
  };
}

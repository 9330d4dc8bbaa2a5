/**
 * What the page knows: the server's ledger, what arrived since, and what this page has asked for and not heard
 * back about. All figures come from folding these with the core; the page keeps none of its own.
 */
import { dayAt } from "../core/calendar.ts";
import { type DeviceId, entryId, stampOf, tick } from "../core/clock.ts";
import type { Command } from "../core/command.ts";
import type { Curriculum } from "../core/curriculum.ts";
import type { Situation } from "../core/decision.ts";
import { describe } from "../core/describe.ts";
import { type Entry, entryVersion, reversedBy } from "../core/entry.ts";
import { type Ledger, settle } from "../core/ledger.ts";
import { type Outlook, outlookOf } from "../core/outlook.ts";
import { progressOf } from "../core/progress.ts";
import { decideAll } from "../core/rehearse.ts";
import { strings } from "./strings.ts";

export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

interface ServerState {
  readonly curriculum: Curriculum;
  readonly ledger: Ledger;
  readonly arrival: number;
  readonly problems: readonly Problem[];
  readonly demo: boolean;
  readonly folder: string;
  readonly mayWrite: boolean;
}

export interface Ready {
  readonly state: "ready";
  readonly situation: Situation;
  readonly outlook: Outlook | null;
  readonly server: ServerState;
  readonly connected: boolean;
  readonly toast: string | null;
}

export type Shown =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly message: string }
  | Ready;

export interface Store {
  readonly subscribe: (listener: () => void) => () => void;
  readonly shown: () => Shown;
  readonly run: (...commands: readonly Command[]) => Promise<boolean>;
  readonly dismiss: () => void;
  readonly reload: () => void;
}

/** Entries that wait for the server sort behind all real ones of their millisecond. */
const waitingDevice = "zzzzzzzz" as DeviceId;
const toastTime = 6000;

export function createStore(): Store {
  const listeners = new Set<() => void>();
  let shown: Shown = { state: "loading" };
  let server: ServerState | null = null;
  let waiting: readonly Entry[] = [];
  let connected = false;
  let toast: string | null = null;
  let toastTimer = 0;
  let source: EventSource | null = null;

  const publish = () => {
    shown = compute();
    for (const listener of listeners) listener();
  };

  const compute = (): Shown => {
    if (server === null) return shown;
    const { ledger, curriculum } = server;
    const settlement = settle({ ...ledger, tail: [...ledger.tail, ...waiting] });
    if (!settlement.ok) {
      // An undo reached behind the snapshot that this page holds.
      void load();
      return shown;
    }
    const { tally, undoable, redoable } = settlement.settled;
    const now = Date.now();
    const progress = progressOf(curriculum, tally, dayAt(now, tally.timeZone));
    const situation = { curriculum, tally, progress, undoable, redoable, now };
    const outlook = outlookOf(curriculum, tally, progress);
    return { state: "ready", situation, outlook, server, connected, toast };
  };

  const say = (text: string) => {
    toast = text;
    window.clearTimeout(toastTimer);
    toastTimer = window.setTimeout(dismiss, toastTime);
    publish();
  };
  const dismiss = () => {
    toast = null;
    publish();
  };

  const take = (entries: readonly Entry[], arrival: number) => {
    if (server === null) return;
    const known = new Set(server.ledger.tail.map(({ id }) => id));
    const fresh = entries.filter(({ id }) => !known.has(id));
    const through = server.ledger.snapshot.through ?? "";
    if (fresh.some(({ id }) => id <= through)) {
      // Something older than our snapshot came in from elsewhere.
      void load();
      return;
    }
    const tail = [...server.ledger.tail, ...fresh].sort((a, b) => (a.id < b.id ? -1 : 1));
    server = {
      ...server,
      ledger: { ...server.ledger, tail },
      arrival: Math.max(arrival, server.arrival),
    };
  };

  const load = async () => {
    try {
      const response = await fetch("/api/state");
      if (!response.ok) throw new Error(String(response.status));
      server = (await response.json()) as ServerState;
      connected = true;
      publish();
      listen();
    } catch {
      connected = false;
      if (server === null) {
        shown = { state: "failed", message: strings.noServer };
        for (const listener of listeners) listener();
      } else publish();
      window.setTimeout(load, 2000);
    }
  };

  const listen = () => {
    source?.close();
    source = new EventSource(`/api/stream?after=${server?.arrival ?? 0}`);
    source.addEventListener("entries", ({ data }: MessageEvent<string>) => {
      const news = JSON.parse(data) as { arrival: number; entries: readonly Entry[] };
      take(news.entries, news.arrival);
      publish();
    });
    source.addEventListener("problems", ({ data }: MessageEvent<string>) => {
      if (server === null) return;
      server = { ...server, ...(JSON.parse(data) as Pick<ServerState, "problems">) };
      publish();
    });
    source.addEventListener("open", () => {
      if (connected) return;
      connected = true;
      publish();
    });
    source.addEventListener("error", () => {
      if (connected) {
        connected = false;
        publish();
      }
      // The browser tries again by itself unless the server refused.
      if (source?.readyState === EventSource.CLOSED) window.setTimeout(load, 2000);
    });
  };

  /** Shows what the commands will do before the server has said so. */
  const run = async (...commands: readonly Command[]): Promise<boolean> => {
    const now = compute();
    if (now.state !== "ready") return false;
    const decision = decideAll(commands, { ...now.situation, now: Date.now() });
    if (!decision.ok) {
      say(decision.message);
      return false;
    }
    if (decision.bodies.length === 0) return true;
    const last = now.server.ledger.tail.at(-1);
    let stamp = last === undefined ? null : stampOf(last.id);
    const mine: Entry[] = decision.bodies.map((body) => {
      stamp = tick(stamp, Date.now());
      const id = entryId(stamp, waitingDevice);
      return { v: entryVersion, id, command: id, by: "web", ...body };
    });
    waiting = [...waiting, ...mine];
    publish();
    const drop = () => {
      waiting = waiting.filter((entry) => !mine.includes(entry));
    };
    try {
      const response = await fetch("/api/commands", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ commands }),
      });
      const result = await response.json();
      drop();
      if (!result.ok) {
        say(result.message);
        return false;
      }
      take(result.entries, result.arrival);
      const after = compute();
      if (after.state === "ready") say(sayEntries(result.entries, after));
      return true;
    } catch {
      drop();
      connected = false;
      say(strings.notSaved);
      return false;
    }
  };

  window.setInterval(publish, 30_000);
  void load();

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    shown: () => shown,
    run,
    dismiss,
    reload: () => void load(),
  };
}

function sayEntries(entries: readonly Entry[], { situation, server }: Ready): string {
  const reversal = entries.find((entry) => reversedBy(entry) !== null);
  if (reversal !== undefined) {
    const target = reversedBy(reversal);
    const of = server.ledger.tail.filter(({ command }) => command === target);
    const word = reversal.type === "command.undone" ? strings.undone : strings.redone;
    return `${word}: ${of.map((entry) => describe(entry, situation)).join("; ")}.`;
  }
  return `${entries.map((entry) => describe(entry, situation)).join("; ")}.`;
}

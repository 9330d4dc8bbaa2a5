/**
 * What the page knows: the server's ledger, what arrived since, and what this page has made and the server has
 * not confirmed. All figures come from folding these with the core; the page keeps none of its own. The page is
 * a device: it decides with the same core and makes entries of its own, so it goes on with its server away.
 */

import type { PaperId } from "../../core/content/curriculum.ts";
import { type Material, noMaterial } from "../../core/content/material.ts";
import { noteTemplateFor } from "../../core/content/note-template.ts";
import type { Command } from "../../core/decide/command.ts";
import type { Situation } from "../../core/decide/decision.ts";
import { decideAll } from "../../core/decide/rehearse.ts";
import { type CommandId, type Entry, entryVersion, reversedBy } from "../../core/entries/entry.ts";
import { settle } from "../../core/entries/ledger.ts";
import { type Outlook, outlookOf } from "../../core/forecast/outlook.ts";
import { progressOf } from "../../core/progress/progress.ts";
import { dayAt } from "../../core/time/calendar.ts";
import { entryId, type Stamp, stampOf, tick } from "../../core/time/clock.ts";
import { strings } from "../strings.ts";
import { type Keep, openKeep } from "./keep.ts";
import { inOrder, later, newDevice, sayEntries, together } from "./made.ts";
import { createNotes, type Notes } from "./notes.ts";
import { ask, type News, Refused, type ServerState, sendJson } from "./server.ts";
import { joinTabs, oneAtATime, type Said } from "./tabs.ts";

export interface Ready {
  readonly state: "ready";
  readonly situation: Situation;
  readonly outlook: Outlook | null;
  readonly server: ServerState;
  readonly connected: boolean;
  /** How many entries wait to be sent. */
  readonly waiting: number;
  readonly toast: Toast | null;
  /** Guides, decks and facts; empty until they have been read. */
  readonly material: Material;
  readonly materialLoaded: boolean;
}

export interface Toast {
  readonly text: string;
  /** What the toast's button takes back; null when there is nothing to take back. */
  readonly undoes: CommandId | null;
}

export type Shown =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly message: string }
  | Ready;

/** A refusal has been said in a toast; what was so already made no entries and has no id. */
export type Ran =
  | { readonly ok: true; readonly command: CommandId | null }
  | { readonly ok: false };

export interface Store {
  readonly subscribe: (listener: () => void) => () => void;
  readonly shown: () => Shown;
  readonly run: (...commands: readonly Command[]) => Promise<Ran>;
  readonly say: (text: string, undoes?: CommandId | null) => void;
  readonly dismiss: () => void;
  readonly reload: () => void;
  readonly notes: Notes;
}

const toastTime = 6000;
const retryTime = 2000;
const sendingAtOnce = 200;
const sendAgainTime = 60_000;
/** Answers after which sending again may succeed: no token yet (401), a clock that was set back (425). */
const keepOn = new Set([401, 425]);
const longTail = 800;

export async function createStore(): Promise<Store> {
  const keep = await openKeep();
  const device = newDevice();
  const listeners = new Set<() => void>();
  let shown: Shown = { state: "loading" };
  let server: ServerState | null = null;
  let waiting: readonly Entry[] = [];
  let connected = false;
  let toast: Toast | null = null;
  let toastTimer = 0;
  let source: EventSource | null = null;
  let leads = false;
  let lastStamp: Stamp | null = null;
  let material: Material = noMaterial;
  let materialVersion: string | null = null;
  let keepTimer = 0;

  const publish = () => {
    shown = compute();
    for (const listener of listeners) listener();
  };

  const compute = (): Shown => {
    if (server === null) return shown;
    const { ledger, curriculum } = server;
    const settlement = settle({ ...ledger, tail: inOrder([...ledger.tail, ...waiting]) });
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
    const materialLoaded = materialVersion !== null;
    const parts = { situation, outlook, server, connected, waiting: waiting.length };
    return { state: "ready", ...parts, toast, material, materialLoaded };
  };

  const say = (text: string, undoes: CommandId | null = null) => {
    toast = { text, undoes };
    window.clearTimeout(toastTimer);
    toastTimer = window.setTimeout(dismiss, toastTime);
    publish();
  };
  const dismiss = () => {
    toast = null;
    publish();
  };

  /** Entries that the server has: they wait no more. */
  const take = (entries: readonly Entry[], arrival: number) => {
    if (server === null) return;
    const here = new Set(entries.map(({ id }) => id));
    const confirmed = waiting.filter(({ id }) => here.has(id));
    waiting = waiting.filter(({ id }) => !here.has(id));
    if (confirmed.length > 0) void keep.dropWaiting(server.workspace, confirmed);
    const known = new Set(server.ledger.tail.map(({ id }) => id));
    const fresh = entries.filter(({ id }) => !known.has(id));
    const through = server.ledger.snapshot.through ?? "";
    if (fresh.some(({ id }) => id <= through)) {
      // Something older than our snapshot came in from elsewhere.
      void load();
      return;
    }
    const tail = inOrder([...server.ledger.tail, ...fresh]);
    server = {
      ...server,
      ledger: { ...server.ledger, tail },
      arrival: Math.max(arrival, server.arrival),
    };
    keepSoon();
    // A page that is open for weeks takes a newer snapshot now and then.
    if (tail.length > longTail && connected) void load();
  };

  const keepSoon = () => {
    window.clearTimeout(keepTimer);
    keepTimer = window.setTimeout(() => {
      if (server !== null) void keep.keepState(server);
    }, 500);
  };

  const hearNews = (news: News) => {
    if (news.what === "entries") take(news.entries, news.arrival);
    else if (news.what === "note") void notes.changedOutside(news.paper);
    else if (server !== null) server = { ...server, problems: news.problems };
    publish();
  };

  const hear = (said: Said) => {
    if (said.kind === "news") hearNews(said.news);
    else if (said.kind === "connected") setConnected(said.connected);
    else if (said.kind === "draft" || said.kind === "note-kept") notes.hear(said);
    else if (said.kind === "made") {
      const known = new Set([...waiting, ...(server?.ledger.tail ?? [])].map(({ id }) => id));
      waiting = [...waiting, ...said.entries.filter(({ id }) => !known.has(id))];
      publish();
    } else if (leads) tabs.say({ kind: "connected", connected });
  };
  const tabs = joinTabs(hear);

  const setConnected = (is: boolean) => {
    if (is === connected) return;
    connected = is;
    if (is) {
      void send();
      void notes.sendDrafts();
    }
    publish();
  };

  const load = async () => {
    try {
      const state = await ask<ServerState>("/api/state");
      const first = server === null || server.workspace !== state.workspace;
      server = state;
      if (first) waiting = together(await keep.waiting(state.workspace), waiting);
      const known = new Set(state.ledger.tail.map(({ id }) => id));
      const arrived = waiting.filter(({ id }) => known.has(id));
      waiting = waiting.filter(({ id }) => !known.has(id));
      if (arrived.length > 0) void keep.dropWaiting(state.workspace, arrived);
      void keep.keepState(state);
      connected = true;
      publish();
      void send();
      void notes.load(state.workspace);
      void loadMaterial(state);
      if (leads) listen();
    } catch {
      connected = false;
      if (server === null) await loadKept();
      else publish();
      window.setTimeout(load, retryTime);
    }
  };

  /** The server is away: what this browser kept when it last was there. */
  const loadKept = async () => {
    const kept = await keep.lastState();
    if (kept === null) {
      shown = { state: "failed", message: strings.noServer };
      for (const listener of listeners) listener();
      return;
    }
    server = kept;
    const known = new Set(kept.ledger.tail.map(({ id }) => id));
    const stored = (await keep.waiting(kept.workspace)).filter(({ id }) => !known.has(id));
    waiting = together(stored, waiting);
    publish();
    await notes.loadKept(kept.workspace);
    const content = await keep.material(kept.workspace);
    if (content !== null) ({ material, version: materialVersion } = content);
    publish();
  };

  const loadMaterial = async ({ workspace, curriculum }: ServerState) => {
    if (materialVersion === curriculum.version) return;
    const stored = await keep.material(workspace);
    try {
      material =
        stored?.version === curriculum.version
          ? stored.material
          : await ask<Material>("/api/material");
    } catch {
      return;
    }
    materialVersion = curriculum.version;
    publish();
    if (stored?.version !== curriculum.version) {
      await keep.keepMaterial(workspace, curriculum.version, material);
    }
  };

  const listen = () => {
    source?.close();
    source = new EventSource(`/api/stream?after=${server?.arrival ?? 0}`);
    const pass = ({ data }: MessageEvent<string>) => {
      const news = JSON.parse(data) as News;
      hearNews(news);
      tabs.say({ kind: "news", news });
    };
    for (const what of ["entries", "problems", "note"]) source.addEventListener(what, pass);
    const tell = (is: boolean) => {
      setConnected(is);
      tabs.say({ kind: "connected", connected: is });
    };
    source.addEventListener("open", () => tell(true));
    source.addEventListener("error", () => {
      tell(false);
      // The browser tries again by itself unless the server refused.
      if (source?.readyState === EventSource.CLOSED) window.setTimeout(load, retryTime);
    });
  };

  const send = oneAtATime("study-send", async () => {
    let atOnce = sendingAtOnce;
    while (server !== null && waiting.length > 0) {
      const { workspace } = server;
      const part = inOrder(waiting).slice(0, atOnce);
      try {
        const { arrival } = await sendJson<{ arrival: number }>("POST", "/api/entries", {
          entries: part,
        });
        // The stream tells the arrival of each; ours would hide what came in between.
        take(part, Math.min(arrival, server.arrival));
        atOnce = sendingAtOnce;
      } catch (error) {
        if (!(error instanceof Refused) || keepOn.has(error.status) || error.status >= 500) {
          connected = error instanceof Refused && error.status < 500;
          if (error instanceof Refused) say(error.message);
          if (connected) window.setTimeout(() => void send(), sendAgainTime);
          break;
        }
        if (part.length > 1) {
          // One of them is refused: the others must not go with it.
          atOnce = Math.ceil(part.length / 2);
          continue;
        }
        // What can't ever be taken must not stand in the way of the rest.
        waiting = waiting.filter((entry) => !part.includes(entry));
        await keep.dropWaiting(workspace, part);
        say(error.message);
      }
      publish();
    }
  });

  /** Shows what the commands do at once; the server hears of it as soon as it can. */
  const run = async (...commands: readonly Command[]): Promise<Ran> => {
    const now = compute();
    if (now.state !== "ready" || server === null) return { ok: false };
    const decision = decideAll(commands, { ...now.situation, now: Date.now() });
    if (!decision.ok) {
      say(decision.message);
      return { ok: false };
    }
    if (decision.bodies.length === 0) return { ok: true, command: null };
    const last = inOrder([...server.ledger.tail, ...waiting]).at(-1);
    const lastKnown = last === undefined ? null : stampOf(last.id);
    let stamp = later(lastStamp, lastKnown);
    let command: CommandId | null = null;
    const made: Entry[] = decision.bodies.map((body) => {
      stamp = tick(stamp, Date.now());
      const id = entryId(stamp, device);
      command ??= id;
      return { v: entryVersion, id, command, by: "web", ...body };
    });
    lastStamp = stamp;
    const known = [...server.ledger.tail, ...waiting];
    waiting = [...waiting, ...made];
    const after = compute();
    if (after.state === "ready") {
      const isReversal = made.some((entry) => reversedBy(entry) !== null);
      say(sayEntries(made, known, now.situation, after.situation), isReversal ? null : command);
    } else publish();
    tabs.say({ kind: "made", entries: made });
    await keep.addWaiting(server.workspace, made);
    void send();
    return { ok: true, command };
  };

  const notes = createNotes(keep, {
    workspace: () => server?.workspace ?? null,
    connected: () => connected,
    template: (paper) => {
      if (server === null) return null;
      const papers = shown.state === "ready" ? shown.situation.progress.papers : [];
      const name = papers.find(({ id }) => id === paper)?.name;
      return noteTemplateFor(server.curriculum, paper as PaperId, name);
    },
    say,
    tell: (said) => tabs.say(said),
    changed: publish,
  });

  window.setInterval(publish, 30_000);
  await load();
  tabs.say({ kind: "hello" });
  tabs.whenFirst(() => {
    leads = true;
    if (server !== null) listen();
  });

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    shown: () => shown,
    run,
    say,
    dismiss,
    reload: () => void load(),
    notes,
  };
}

export type { Keep };

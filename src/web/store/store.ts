/**
 * What the page knows and does. It is a device: it decides with the same core and makes entries of its own, so it
 * goes on with its server away. This file puts the parts together: the model, the link, the other tabs, the keep.
 */
import type { Command } from "../../core/decide/command.ts";
import type { CommandId, Entry } from "../../core/entries/entry.ts";
import { heardDraft, heardKept } from "../../core/replica/draft.ts";
import { entriesIn, wait } from "../../core/replica/replica.ts";
import { restamp } from "../../core/replica/restamp.ts";
import { isFor } from "../../wire/wire.ts";
import { cellOf } from "./cell.ts";
import { windowClock } from "./clock.ts";
import { openKeep } from "./keep.ts";
import { stepReplica } from "./known.ts";
import { hearNews, listen, setConnected } from "./link.ts";
import { load, meetNeed } from "./load.ts";
import { newDevice } from "./made.ts";
import { createShow, emptyModel, type Shown } from "./model.ts";
import { apply, held } from "./note-steps.ts";
import { type Notes, notesOf } from "./notes.ts";
import { meetPage, watchTyping } from "./renew.ts";
import { fetchSentences, type Ran, run } from "./run.ts";
import { sendWaiting } from "./send.ts";
import { enter } from "./server.ts";
import { whenLetIn } from "./session.ts";
import { dismiss, say, type Tab } from "./tab.ts";
import { joinTabs, oneAtATime, type Said } from "./tabs.ts";
import { createWriters } from "./writers.ts";

export interface Store {
  readonly subscribe: (listener: () => void) => () => void;
  readonly shown: () => Shown;
  readonly run: (...commands: readonly Command[]) => Promise<Ran>;
  readonly say: (text: string, undoes?: CommandId | null) => void;
  readonly dismiss: () => void;
  /** What was done lately, entry by entry. */
  readonly entries: () => readonly Entry[];
  readonly notes: Notes;
}

const tickTime = 30_000;
/** The first screen has been drawn by then. */
const sentencesTime = 300;

export async function createStore(): Promise<Store> {
  const tab = await openTab();
  tab.tabs.listen((said) => hear(tab, said));
  tab.model.subscribe(() => meetNeed(tab));
  tick(tab);
  watchTyping();
  whenLetIn(() => void load(tab));
  await load(tab);
  tab.clock.after("sentences", sentencesTime, fetchSentences);
  tab.tabs.say({ kind: "hello" });
  tab.tabs.whenFirst(() => {
    tab.running.leads = true;
    listen(tab);
  });
  return {
    subscribe: tab.model.subscribe,
    shown: tab.shown,
    run: (...commands) => run(tab, commands),
    say: (text, undoes) => say(tab, text, undoes),
    dismiss: () => dismiss(tab),
    entries: () => entriesOf(tab),
    notes: notesOf(tab),
  };
}

function entriesOf(tab: Tab): readonly Entry[] {
  const { known } = tab.model.now();
  return known === null ? [] : entriesIn(known.replica);
}

async function openTab(): Promise<Tab> {
  const clock = windowClock();
  const model = cellOf(emptyModel(clock.now()));
  const show = createShow();
  const running = { leads: false, listening: null, loading: null, needed: false };
  const ticketFault = await enter();
  const tab: Tab = {
    device: newDevice(),
    model,
    shown: () => show(model.now()),
    keep: await openKeep(),
    tabs: joinTabs(),
    writers: createWriters(),
    clock,
    running: { ...running, ticketFault, early: [], settled: [] },
    merged: new Set(),
    load: () => load(tab),
    send: oneAtATime("study-send", () => sendWaiting(tab)),
    hear: (said) => hear(tab, said),
  };
  return tab;
}

function tick(tab: Tab): void {
  const now = tab.clock.now();
  tab.model.change((model) => ({ ...model, now }));
  tab.clock.after("tick", tickTime, () => tick(tab));
}

/** What another tab says. */
function hear(tab: Tab, said: Said): void {
  if (said.kind === "connected") {
    setConnected(tab, said.connected);
    return;
  }
  if (said.kind === "page") {
    meetPage(said.page, tab.clock);
    return;
  }
  if (said.kind === "hello") {
    const { connected } = tab.model.now();
    if (tab.running.leads) tab.tabs.say({ kind: "connected", connected });
    return;
  }
  const { known } = tab.model.now();
  if (known === null) {
    tab.running.early.push(said);
    return;
  }
  // A tab of version 0.1 does not say of which workspace it speaks: what it heard is asked for anew.
  if (said.of === undefined) {
    if (said.kind === "news") void load(tab);
    return;
  }
  if (!isFor(said.of, known.about)) return;
  if (said.kind === "news") hearNews(tab, said.news);
  else if (said.kind === "made") stepReplica(tab, (replica) => wait(replica, said.entries));
  else if (said.kind === "restamped") stepReplica(tab, (replica) => restamp(replica, said));
  else if (said.kind === "draft") apply(tab, heardDraft(held(tab, said.draft.paper), said.draft));
  else apply(tab, heardKept(held(tab, said.note.paper), said.note, said.changes));
}

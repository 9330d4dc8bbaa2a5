/**
 * Keeps pages and files abreast of the journal: notices what other processes write, takes in what an editor
 * saves in TRACKER.md, and tells everyone who listens.
 */
import { type FSWatcher, mkdirSync, watch } from "node:fs";
import type { PaperId } from "../core/content/curriculum.ts";
import type { Base } from "../core/replica/replica.ts";
import type { Problem } from "../core/words/problem.ts";
import type { Arrived } from "../journal/port.ts";
import type { News } from "../wire/wire.ts";
import { backUp } from "../workspace/backups.ts";
import { concernsOf } from "../workspace/concerns.ts";
import { formerIdOf, workspaceIdOf } from "../workspace/identity.ts";
import { noticeNote, noticeNotes } from "../workspace/notes.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { complain } from "./complain.ts";

export interface Listener {
  readonly tell: (news: News) => void;
  /** Nothing more will be told: this is over. */
  readonly end: () => void;
}

export interface Live {
  /** What the workspace is called by those who keep something of it elsewhere. */
  readonly names: Pick<Base, "workspace" | "formerly">;
  readonly problems: () => readonly Problem[];
  /** What the learner should know of the folder, a sentence each. */
  readonly concerns: () => readonly string[];
  readonly listen: (listener: Listener) => () => void;
  /** Looks now rather than at the next beat: after a command of our own. */
  readonly look: () => Promise<void>;
  /** Says that a note was written by a page: the other pages read it anew. */
  readonly noteChanged: (paper: PaperId) => void;
  /** Whoever listens has to ask anew. */
  readonly dismiss: () => void;
  readonly stop: () => void;
}

const beat = 200;
/** Editors save in several steps; the last of them counts. */
const settleTime = 120;
/** Where the system's file events are not to be had (network folders), a look is enough. */
const slowBeats = 4;
/** Every two seconds: what a sync service leaves is looked for. */
const lookBeats = 10;
/** Every ten minutes it is asked whether the day's copy of the journal is due. */
const backupBeats = 3000;

/** A large import is told in pieces. */
export const mostAtOnce = 1000;

/** Whether the day's copy of the journal is kept: what is itself a copy of what a hub has needs none. */
export type Upkeep = "backups" | "none";

export async function goLive(workspace: Workspace, upkeep: Upkeep): Promise<Live> {
  const listeners = new Set<Listener>();
  const { journal, layout } = workspace;
  const names = { workspace: await workspaceIdOf(journal), formerly: formerIdOf(journal) };
  const first = await journal.picture();
  let arrival = first.arrival;
  let marker = await workspace.journal.marker();
  let problems: readonly Problem[] = (await workspace.syncTracker(Date.now())).problems;
  let concerns: readonly string[] = await concernsOf(workspace);
  let working: Promise<void> = Promise.resolve();
  let stopped = false;
  let beats = 0;
  let pending: ReturnType<typeof setTimeout> | null = null;

  const tell = (news: News) => {
    for (const listener of listeners) listener.tell(news);
  };

  const takeInFile = async () => {
    const report = await workspace.syncTracker(Date.now());
    if (JSON.stringify(report.problems) === JSON.stringify(problems)) return;
    problems = report.problems;
    tell({ what: "problems", problems, concerns });
  };

  const lookAround = async () => {
    const now = await concernsOf(workspace);
    if (JSON.stringify(now) === JSON.stringify(concerns)) return;
    concerns = now;
    tell({ what: "problems", problems, concerns });
  };

  const takeInJournal = async () => {
    marker = await workspace.journal.marker();
    for (;;) {
      const after = arrival;
      const arrived = await journal.since(after, mostAtOnce);
      const news = newsOf(after, arrived);
      if (news === null) return;
      ({ arrival } = news);
      tell(news);
      if (arrived.length < mostAtOnce) return;
    }
  };

  /** One thing at a time, in order; a failure (a full disk, say) is tried again at the next beat. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    working = working.then(async () => {
      if (stopped) return;
      await work().catch(() => {});
    });
    return working;
  };

  const onBeat = async () => {
    // Files that were taken away with their journal are not read, and none is made in their place.
    if (journal.place() !== "here") return;
    beats += 1;
    if (beats % slowBeats === 0) await takeInFile();
    if (beats % lookBeats === 0) await lookAround();
    if (upkeep === "backups" && beats % backupBeats === 1)
      quietly(() => backUp(journal, layout, Date.now()));
    if ((await workspace.journal.marker()) !== marker) await takeInJournal();
  };
  const timer = setInterval(() => void inTurn(onBeat), beat);

  const noteChanged = (paper: PaperId) => tell({ what: "note", paper });
  quietly(() => noticeNotes(layout, Date.now()));
  const noteSaved = (paper: PaperId) => {
    quietly(() => noticeNote(layout, paper, Date.now()));
    noteChanged(paper);
  };
  const notesWatcher = watchNotes(workspace.layout.notes, noteSaved);

  let watcher: FSWatcher | null = null;
  try {
    watcher = watch(workspace.folder, (_, file) => {
      if (file !== null && file !== "TRACKER.md") return;
      if (pending !== null) clearTimeout(pending);
      pending = setTimeout(() => {
        void inTurn(async () => {
          await takeInFile();
          await takeInJournal();
        });
      }, settleTime);
    });
    watcher.on("error", () => {});
  } catch {
    // The slow beat notices edits too.
  }

  const dismiss = () => {
    for (const listener of listeners) listener.end();
    listeners.clear();
  };

  return {
    names,
    problems: () => problems,
    concerns: () => concerns,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    look: () => inTurn(takeInJournal),
    noteChanged,
    dismiss,
    stop: () => {
      stopped = true;
      clearInterval(timer);
      if (pending !== null) clearTimeout(pending);
      watcher?.close();
      notesWatcher?.close();
      dismiss();
    },
  };
}

/** A full disk, say, keeps an editor's text from being kept; it is noticed again at the next start. */
function quietly(work: () => void): void {
  try {
    work();
  } catch (error) {
    complain(error instanceof Error ? error.message : error);
  }
}

/** What arrived, as it is told; null for nothing. */
export function newsOf(
  after: number,
  arrived: readonly Arrived[],
): Extract<News, { what: "entries" }> | null {
  const last = arrived.at(-1);
  if (last === undefined) return null;
  const entries = arrived.flatMap(({ entry }) => (entry === null ? [] : [entry]));
  return { what: "entries", after, arrival: last.arrival, entries };
}

/** Tells which note an editor saved, once it has settled. */
function watchNotes(folder: string, tell: (paper: PaperId) => void): FSWatcher | null {
  const pending = new Map<string, ReturnType<typeof setTimeout>>();
  try {
    mkdirSync(folder, { recursive: true });
    const watcher = watch(folder, (_, file) => {
      if (file === null || !file.endsWith(".md")) return;
      clearTimeout(pending.get(file));
      pending.set(
        file,
        setTimeout(() => {
          pending.delete(file);
          tell(file.slice(0, -3) as PaperId);
        }, settleTime),
      );
    });
    watcher.on("error", () => {});
    return watcher;
  } catch {
    // A folder that can't be watched: a page reads its note anew when it is opened.
    return null;
  }
}

/** Taking along what was learned in another workspace, which stays as it is. */
import type { PaperId } from "../core/content/curriculum.ts";
import { carriedOn } from "../core/decide/carry-on.ts";
import type { Body, Entry } from "../core/entries/entry.ts";
import { nameOfPaper } from "../core/progress/named-paper.ts";
import type { Millis } from "../core/time/calendar.ts";
import type { Workspace } from "./workspace.ts";

/** How much was taken along, by kind. One undo takes all of it back. */
export interface Carried {
  readonly sessions: number;
  readonly answers: number;
  readonly entries: number;
}

export async function carryOn(from: Workspace, to: Workspace, now: Millis): Promise<Carried> {
  const entries: Entry[] = [];
  for await (const { entry } of from.journal.lines()) if (entry !== null) entries.push(entry);
  const papers = new Set(to.curriculum.papers.map(({ id }) => id));
  const look = await from.look(now);
  const nameOf = (paper: PaperId) => nameOfPaper(paper, look);
  const bodies = carriedOn(entries, await from.journal.reversals(), papers, nameOf);
  const count = (type: Body["type"]) => bodies.filter((body) => body.type === type).length;
  if (bodies.length > 0) {
    await to.journal.record(now, () => ({ steps: [{ by: "import", bodies }], result: null }));
    await to.syncTracker(now);
  }
  return {
    sessions: count("session.logged"),
    answers: count("card.reviewed"),
    entries: bodies.length,
  };
}

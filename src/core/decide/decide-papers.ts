/** Papers: how far they are, and those that the learner adds. */

import type { PaperId } from "../content/curriculum.ts";
import { freshId, plainName } from "../content/names.ts";
import { paperSource } from "../content/paper-source.ts";
import type { Aspect, AspectState, Body } from "../entries/entry.ts";
import type { CommandOf } from "./command.ts";
import {
  type Decision,
  entries,
  lineFault,
  nothing,
  paperFault,
  type Refusal,
  refuse,
  type Situation,
} from "./decision.ts";

export function markPaper(command: CommandOf<"mark-paper">, now: Situation): Decision {
  const { paper, aspect, done } = command;
  return setState(paper, aspect, done ? "done" : "none", now);
}

export function progressPaper(command: CommandOf<"progress-paper">, now: Situation): Decision {
  const { paper, aspect, state } = command;
  return setState(paper, aspect, state, now);
}

/** Where the tick changes, the entry of the first version says so, and that version can still read it. */
function setState(paper: PaperId, aspect: Aspect, state: AspectState, now: Situation): Decision {
  const found = now.progress.papers.find(({ id }) => id === paper);
  if (!found) return paperFault(now, paper) ?? nothing;
  const was = found.state[aspect];
  if (was === state) return nothing;
  const tick: Body = { type: "paper.marked", paper, aspect, done: state === "done" };
  const progressed: Body = { type: "paper.progressed", paper, aspect, state };
  if (state === "done") return entries(tick);
  if (was !== "done") return entries(progressed);
  return state === "none" ? entries(tick) : entries(tick, progressed);
}

export function addPaper(command: CommandOf<"add-paper">, now: Situation): Decision {
  const { phase, name } = command;
  const fault = nameFault(name);
  if (fault) return fault;
  if (phase !== null && !now.progress.phases.some(({ number }) => number === phase)) {
    return refuse("unknown-phase", `There is no phase ${phase}.`);
  }
  const plain = plainName(name);
  // Those added a moment ago are in the tally alone.
  const papers = [...now.progress.papers, ...now.tally.added];
  const taken = papers.find((paper) => plainName(paper.name) === plain);
  if (taken) return refuse("name-taken", `"${taken.name}" is already in the tracker.`);
  const used = new Set<string>(papers.map(({ id }) => id));
  const { record } = command;
  return entries({
    type: "paper.added",
    paper: freshId(name, used) as PaperId,
    name,
    phase,
    ...(record === undefined ? {} : { record }),
  });
}

export function linkPaper(command: CommandOf<"link-paper">, now: Situation): Decision {
  const { paper, source } = command;
  const known = now.progress.papers.find(({ id }) => id === paper);
  if (!known) return paperFault(now, paper) ?? nothing;
  if (!known.own) {
    return refuse("not-own", `"${known.name}" belongs to the curriculum, which says where it is.`);
  }
  const found = paperSource(source);
  if (found === null) return noSource(source);
  const was = now.tally.links[paper];
  if (was?.arxiv === found.arxiv && was.url === found.url) return nothing;
  return entries({ type: "paper.linked", paper, ...found });
}

const noSource = (source: string): Refusal =>
  refuse(
    "unknown-source",
    `"${source}" is neither an arXiv id (such as 1706.03762) nor an address that begins with https://.`,
  );

function nameFault(name: string): Refusal | null {
  const fault = lineFault(name);
  if (fault) return fault;
  return name.includes("|")
    ? refuse("not-one-line", `A paper's name goes into a table: leave out the "|".`)
    : null;
}

export function renamePaper(command: CommandOf<"rename-paper">, now: Situation): Decision {
  const { paper, name } = command;
  const found = now.progress.papers.find(({ id }) => id === paper);
  if (!found) return paperFault(now, paper) ?? nothing;
  if (!found.own) {
    return refuse(
      "not-own",
      `"${found.name}" belongs to the curriculum; only your own papers can be renamed.`,
    );
  }
  const fault = nameFault(name);
  if (fault) return fault;
  if (name === found.name) return nothing;
  const plain = plainName(name);
  const taken = now.progress.papers.find(
    (other) => other.id !== paper && plainName(other.name) === plain,
  );
  if (taken) return refuse("name-taken", `"${taken.name}" is already in the tracker.`);
  return entries({ type: "paper.renamed", paper, name });
}

export function skipPaper(command: CommandOf<"skip-paper">, now: Situation): Decision {
  const { paper, skipped } = command;
  const found = now.progress.papers.find(({ id }) => id === paper);
  if (!found) return paperFault(now, paper) ?? nothing;
  return found.skipped === skipped ? nothing : entries({ type: "paper.skipped", paper, skipped });
}

export function removePaper(command: CommandOf<"remove-paper">, now: Situation): Decision {
  const found = now.progress.papers.find(({ id }) => id === command.paper);
  if (!found) return paperFault(now, command.paper) ?? nothing;
  if (!found.own) {
    return refuse(
      "not-own",
      `"${found.name}" belongs to the curriculum; only your own papers can be removed; \`study paper skip\` leaves it out.`,
    );
  }
  return entries({ type: "paper.removed", paper: command.paper });
}

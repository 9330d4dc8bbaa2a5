/** Papers: their ticks, and those that the learner adds. */

import type { PaperId } from "../content/curriculum.ts";
import { freshId, plainName } from "../content/names.ts";
import type { CommandOf } from "./command.ts";
import {
  type Decision,
  entries,
  lineFault,
  nothing,
  paperFault,
  refuse,
  type Situation,
} from "./decision.ts";

export function markPaper(command: CommandOf<"mark-paper">, now: Situation): Decision {
  const found = now.progress.papers.find(({ id }) => id === command.paper);
  if (!found) return paperFault(now, command.paper) ?? nothing;
  const { paper, aspect, done } = command;
  return found.done[aspect] === done
    ? nothing
    : entries({ type: "paper.marked", paper, aspect, done });
}

export function addPaper(command: CommandOf<"add-paper">, now: Situation): Decision {
  const fault = lineFault(command.name);
  if (fault) return fault;
  if (command.name.includes("|")) {
    return refuse("not-one-line", `A paper's name stands in a table: leave out the "|".`);
  }
  const { phase, name } = command;
  if (phase !== null && !now.progress.phases.some(({ number }) => number === phase)) {
    return refuse("unknown-phase", `There is no phase ${phase}.`);
  }
  const taken = now.progress.papers.find((paper) => plainName(paper.name) === plainName(name));
  if (taken) return refuse("name-taken", `"${taken.name}" is in the tracker already.`);
  const used = new Set<string>(now.progress.papers.map(({ id }) => id));
  return entries({ type: "paper.added", paper: freshId(name, used) as PaperId, name, phase });
}

export function removePaper(command: CommandOf<"remove-paper">, now: Situation): Decision {
  const found = now.progress.papers.find(({ id }) => id === command.paper);
  if (!found) return paperFault(now, command.paper) ?? nothing;
  if (!found.own) {
    return refuse("not-own", `"${found.name}" belongs to the curriculum; only own papers can go.`);
  }
  return entries({ type: "paper.removed", paper: command.paper });
}

/** The one thing to do now, and why. */
import type { Curriculum, PaperId } from "./curriculum.ts";
import type { Activity } from "./entry.ts";
import { type PaperProgress, type Progress, phaseName } from "./progress.ts";

export interface NextStep {
  readonly what: string;
  readonly why: string;
  /** The command line that starts or records it. */
  readonly command: string;
  /** What a timer would count, if it is work on a paper. */
  readonly session: { readonly paper: PaperId; readonly activity: Activity } | null;
}

/** Null when the whole curriculum is done. */
export function nextStep(curriculum: Curriculum, progress: Progress): NextStep | null {
  const { nextCheckin, today } = progress;
  if (nextCheckin !== null && nextCheckin.on === today) {
    return {
      what: nextCheckin.what,
      why: "The check-in stands for today.",
      command: `study checkin ${nextCheckin.checkin}`,
      session: null,
    };
  }
  const paper = currentPaper(progress);
  if (paper !== null) return paperStep(curriculum, paper);
  const milestone = progress.milestones.find(({ done }) => !done);
  if (milestone === undefined) return null;
  return {
    what: milestone.text,
    why: "All papers of the phases are complete; this milestone is open.",
    command: `study milestone done ${progress.milestones.indexOf(milestone) + 1}`,
    session: null,
  };
}

/** The first paper of the phases, in order, that is not complete. */
export function currentPaper(progress: Progress): PaperProgress | null {
  return progress.phases.flatMap(({ papers }) => papers).find(({ complete }) => !complete) ?? null;
}

function paperStep(curriculum: Curriculum, paper: PaperProgress): NextStep {
  const phase = curriculum.phases.find(({ number }) => number === paper.phase);
  const where = phase === undefined ? "" : ` of ${phaseName(phase)}`;
  if (!paper.done.read) {
    const index = paper.passes.length;
    const step = curriculum.reading[Math.min(index, 2)];
    return {
      what: `Read ${paper.name}${step === undefined ? "" : `: ${step.name.toLowerCase()}. ${step.what}`}`,
      why: `It is the next open paper${where}.`,
      ...start(paper.id, "read"),
    };
  }
  if (!paper.done.notes) {
    return {
      what: `Write your notes on ${paper.name}`,
      why: "The paper is read, its notes are open.",
      command: `study open ${paper.id}`,
      session: { paper: paper.id, activity: "notes" },
    };
  }
  return {
    what: `Implement ${paper.name}`,
    why: "The paper is read and noted, its implementation is open.",
    ...start(paper.id, "implement"),
  };
}

function start(paper: PaperId, activity: Activity): Pick<NextStep, "command" | "session"> {
  const flag = activity === "read" ? "" : ` --activity ${activity}`;
  return { command: `study start ${paper}${flag}`, session: { paper, activity } };
}

/** The one thing to do now, and why. */
import type { Curriculum, PaperId } from "../content/curriculum.ts";
import type { Activity, AspectState } from "../entries/entry.ts";
import { nextPass, type PaperProgress } from "./paper-progress.ts";
import { type Progress, phaseName } from "./progress.ts";

export interface NextStep {
  readonly what: string;
  readonly why: string;
  /** The command line that starts or records it. */
  readonly command: string;
  /** What a timer would count, if it is work on a paper. */
  readonly session: {
    readonly paper: PaperId;
    readonly activity: Activity;
    readonly pass?: 1 | 2 | 3;
  } | null;
  /** What kind of step it is, for a screen that leads there. */
  readonly kind: "checkin" | "cards" | "paper" | "milestone";
}

/**
 * Null when the whole curriculum is done. `due` is the number of cards to answer; null where the decks were not
 * read, as at a start of the terminal.
 */
export function nextStep(
  curriculum: Curriculum,
  progress: Progress,
  due: number | null,
): NextStep | null {
  const { nextCheckin, today } = progress;
  // On the very first day there is nothing yet to look back on or to be asked about.
  const nothingYet = progress.start === today && progress.minutes === 0 && progress.read === 0;
  if (nextCheckin !== null && nextCheckin.on === today && !nothingYet) {
    return {
      what: nextCheckin.what,
      why: "This check-in is due today.",
      command:
        nextCheckin.checkin === "quiz" ? "study quiz" : `study checkin ${nextCheckin.checkin}`,
      session: null,
      kind: "checkin",
    };
  }
  if (due !== null && due > 0) {
    return {
      what: due === 1 ? "Answer the card that is due" : `Answer the ${due} cards that are due`,
      why: "A card is kept best when it is asked on its day; it takes a few minutes.",
      command: "study review",
      session: null,
      kind: "cards",
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
    kind: "milestone",
  };
}

/** The first paper of the phases, in order, that is not complete. */
function currentPaper(progress: Progress): PaperProgress | null {
  return progress.phases.flatMap(({ papers }) => papers).find(({ complete }) => !complete) ?? null;
}

function paperStep(curriculum: Curriculum, paper: PaperProgress): NextStep {
  const phase = curriculum.phases.find(({ number }) => number === paper.phase);
  const where = phase === undefined ? "" : ` of ${phaseName(phase)}`;
  if (!paper.done.read) {
    const pass = nextPass(paper.passes);
    const step = curriculum.reading[pass - 1];
    return {
      what: `Read ${paper.name}${step === undefined ? "" : `: ${step.name.toLowerCase()}. ${step.what}`}`,
      why:
        paper.state.read === "started"
          ? "Its reading is in progress."
          : `It is the next open paper${where}.`,
      ...start(paper.id, "read", pass),
    };
  }
  if (!paper.done.notes) {
    return {
      what: `Write your notes on ${paper.name}`,
      why: `The paper is read, its notes are ${stand(paper.state.notes)}.`,
      command: `study open ${paper.id}`,
      session: { paper: paper.id, activity: "notes" },
      kind: "paper",
    };
  }
  const open = paper.exercises.filter(({ passed }) => !passed);
  const [first] = open;
  if (first === undefined) {
    return {
      what: `Implement ${paper.name}`,
      why: `The paper is read and noted, its implementation is ${stand(paper.state.implemented)}.`,
      ...start(paper.id, "implement"),
    };
  }
  const passed = paper.exercises.length - open.length;
  return {
    what: `Implement ${paper.name}: ${first.title}`,
    why: `The paper is read and noted; ${passed} of its ${paper.exercises.length} exercises pass.`,
    ...start(paper.id, "implement"),
  };
}

function stand(state: AspectState): string {
  return state === "started" ? "in progress" : "open";
}

function start(
  paper: PaperId,
  activity: Activity,
  pass?: 1 | 2 | 3,
): Pick<NextStep, "command" | "session" | "kind"> {
  const flag = activity === "read" ? "" : ` --activity ${activity}`;
  const of = pass === undefined ? {} : { pass };
  return {
    command: `study start ${paper}${flag}`,
    session: { paper, activity, ...of },
    kind: "paper",
  };
}

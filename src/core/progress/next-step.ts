/** The one thing to do now, and why. Who does what it says comes to another step, until the end. */
import { coreOf } from "../check/verified.ts";
import type { Curriculum, PaperId } from "../content/curriculum.ts";
import type { Activity, Aspect } from "../entries/entry.ts";
import { addDays, type SayDay, sayDay } from "../time/calendar.ts";
import { type Stretch, stretchOn } from "../time/time-off.ts";
import { openPass, type PaperProgress } from "./paper-progress.ts";
import { phaseName } from "./phase.ts";
import type { Progress } from "./progress.ts";
import type { ScheduledCheckin } from "./schedule.ts";

/** Work that a timer can count. */
export interface Session {
  readonly paper: PaperId;
  readonly activity: Activity;
  readonly pass?: 1 | 2 | 3;
}

export interface NextStep {
  readonly what: string;
  readonly why: string;
  /** The command line that starts or records it. */
  readonly command: string;
  /** What a timer would count, if it is work on a paper. */
  readonly session: Session | null;
  /** What is to be ticked, where the work has had its time. */
  readonly tick: { readonly paper: PaperId; readonly aspect: Aspect } | null;
  /** What kind of step it is, for a screen that leads there. */
  readonly kind: "away" | "checkin" | "cards" | "paper" | "task" | "teach-back" | "milestone";
}

/**
 * Null when the whole curriculum is done. Time off comes before all, then the queue of the day; after it the papers go
 * on in their order.
 */
export function nextStep(
  at: {
    readonly curriculum: Curriculum;
    readonly progress: Progress;
    /** As a situation has it. */
    readonly sayDay?: SayDay;
  },
  queue: readonly (NextStep & { readonly done: boolean })[],
): NextStep | null {
  const { curriculum, progress } = at;
  const off = stretchOn(progress.away, progress.today);
  if (off !== null && progress.timers.length === 0) return backFrom(off, at.sayDay ?? sayDay);
  const open = queue.find(({ done }) => !done);
  const step = open === undefined ? onwards(curriculum, progress) : stepIn(open);
  return step === null ? null : underWay(step, progress);
}

function backFrom(off: Stretch, say: SayDay): NextStep {
  return {
    what: `You are away until ${say(off.until)}`,
    why: `Nothing is asked before ${say(addDays(off.until, 1))}, unless you are back earlier.`,
    command: "study away end",
    session: null,
    tick: null,
    kind: "away",
  };
}

function stepIn({ what, why, command, session, tick, kind }: NextStep): NextStep {
  return { what, why, command, session, tick, kind };
}

function onwards(curriculum: Curriculum, progress: Progress): NextStep | null {
  const paper = currentPaper(progress);
  if (paper !== null) return paperStep(curriculum, paper);
  const task = openTask(progress);
  if (task !== null) return task;
  const milestone = progress.milestones.find(({ done }) => !done);
  if (milestone === undefined) return null;
  return {
    what: milestone.text,
    why: "All papers of the phases are complete; this milestone is open.",
    command: `study milestone done ${progress.milestones.indexOf(milestone) + 1}`,
    session: null,
    tick: null,
    kind: "milestone",
  };
}

export function checkinStep({ checkin, what }: ScheduledCheckin): NextStep {
  return {
    what,
    why: "This check-in is due today.",
    command: checkin === "quiz" ? "study quiz" : `study checkin ${checkin}`,
    session: null,
    tick: null,
    kind: "checkin",
  };
}

/** Cards that are due and cards that are new are different things: the first can be forgotten. */
export function cardsStep(cards: { readonly due: number; readonly fresh: number }): NextStep {
  return {
    what: sayCards(cards),
    why:
      cards.due > 0
        ? "A card is kept best when it is asked on its day; it takes a few minutes."
        : "New cards of what you have read; none is due.",
    command: "study review",
    session: null,
    tick: null,
    kind: "cards",
  };
}

function sayCards({ due, fresh }: { readonly due: number; readonly fresh: number }): string {
  const cards = (count: number) => (count === 1 ? "card" : "cards");
  if (due + fresh === 0) return "Answer the cards that are due";
  if (due === 0) return `Learn ${fresh} new ${cards(fresh)}`;
  const dueNow = due === 1 ? "Answer the card that is due" : `Answer the ${due} cards that are due`;
  return fresh === 0 ? dueNow : `${dueNow}, and ${fresh} new ${cards(fresh)}`;
}

/** In a course without papers, the first open task: of the week at hand, or else of the first that has one. */
function openTask({ papers, weeks, workWeek }: Progress): NextStep | null {
  if (papers.length > 0) return null;
  const open = weeks.filter(({ tasks }) => tasks.some(({ done }) => !done));
  const week = open.find(({ number }) => number === workWeek) ?? open[0];
  const at = week?.tasks.findIndex(({ done }) => !done) ?? -1;
  const task = week?.tasks[at];
  if (week === undefined || task === undefined) return null;
  return {
    what: task.text,
    why: `It is the next open task of week ${week.number}.`,
    command: `study task done ${at + 1} --week ${week.number}`,
    session: null,
    tick: null,
    kind: "task",
  };
}

/** Where a timer counts this very work, what is left to do is to end it. */
function underWay(step: NextStep, { timers }: Progress): NextStep {
  const { session } = step;
  if (session === null) return step;
  const { paper, activity } = session;
  if (!timers.some((timer) => timer.paper === paper && timer.activity === activity)) return step;
  return { ...step, why: "Its timer is running.", command: "study stop" };
}

/** The first paper of the phases, in order, that is not complete. */
export function currentPaper(progress: Progress): PaperProgress | null {
  // Where a phase is pinned, its papers come first.
  const [pinned, others] = [true, false].map((is) =>
    progress.phases.filter(({ number }) => (number === progress.phaseNumber) === is),
  );
  const papers = [...(pinned ?? []), ...(others ?? [])].flatMap((phase) => phase.papers);
  return papers.find(({ complete, skipped }) => !complete && !skipped) ?? null;
}

/** The work that is open on a paper; null where all of it had its time. */
export function sessionOf(
  curriculum: Curriculum,
  { papers }: Pick<Progress, "papers">,
  id: PaperId,
): Session | null {
  const paper = papers.find((one) => one.id === id);
  return paper === undefined || paper.complete ? null : paperStep(curriculum, paper).session;
}

export function paperStep(curriculum: Curriculum, paper: PaperProgress): NextStep {
  if (!paper.done.read) return readStep(curriculum, paper);
  if (!paper.done.notes) return notesStep(paper);
  return implementStep(paper);
}

function readStep(curriculum: Curriculum, paper: PaperProgress): NextStep {
  const pass = openPass(paper, curriculum.reading);
  if (pass === null) {
    return {
      what: `Mark ${paper.name} as read`,
      why: "All three passes have had their time.",
      ...tick(paper.id, "read"),
    };
  }
  return passStep(curriculum, paper, pass);
}

export function passStep(curriculum: Curriculum, paper: PaperProgress, pass: 1 | 2 | 3): NextStep {
  const phase = curriculum.phases.find(({ number }) => number === paper.phase);
  const where = phase === undefined ? "" : ` of ${phaseName(phase)}`;
  const step = curriculum.reading[pass - 1];
  const begun = paper.state.read === "started" || paper.minutesBy.read > 0;
  return {
    what: `Read ${paper.name}${step === undefined ? "" : `: ${step.name.toLowerCase()}. ${step.what}`}`,
    why: begun ? "Its reading is in progress." : `It is the next open paper${where}.`,
    ...start(paper.id, "read", pass),
  };
}

export function notesStep(paper: PaperProgress): NextStep {
  if (paper.minutesBy.notes > 0 || paper.state.notes === "started") {
    return {
      what: `Finish your notes on ${paper.name}, and tick them`,
      why: "The paper is read; its notes are in progress.",
      ...tick(paper.id, "notes"),
    };
  }
  return {
    what: `Write your notes on ${paper.name}`,
    why: "The paper is read; its notes are open.",
    ...start(paper.id, "notes"),
  };
}

function implementStep(paper: PaperProgress): NextStep {
  const exercises = coreOf(paper.exercises);
  const open = exercises.filter(({ passed }) => !passed);
  const [first] = open;
  const begun = paper.minutesBy.implement > 0 || paper.state.implemented === "started";
  if (first === undefined) {
    if (begun || exercises.length > 0) {
      return {
        what: `Finish the implementation of ${paper.name}, and tick it`,
        why:
          exercises.length > 0
            ? "All of its exercises pass."
            : "The paper is read and noted; its implementation is in progress.",
        ...tick(paper.id, "implemented"),
      };
    }
    return {
      what: `Implement ${paper.name}`,
      why: "The paper is read and noted; its implementation is open.",
      ...start(paper.id, "implement"),
    };
  }
  const passed = exercises.length - open.length;
  const step = {
    what: `Implement ${paper.name}: ${first.title}`,
    why: `The paper is read and noted; ${passed} of its ${exercises.length} exercises pass.`,
    ...start(paper.id, "implement"),
  };
  return begun || passed > 0 ? { ...step, command: `study check ${paper.id}/${first.id}` } : step;
}

export function start(
  paper: PaperId,
  activity: Activity,
  pass?: 1 | 2 | 3,
): Pick<NextStep, "command" | "session" | "tick" | "kind"> {
  const flag =
    pass === undefined ? (activity === "read" ? "" : ` --activity ${activity}`) : ` --pass ${pass}`;
  const of = pass === undefined ? {} : { pass };
  return {
    command: `study start ${paper}${flag}`,
    session: { paper, activity, ...of },
    tick: null,
    kind: "paper",
  };
}

function tick(
  paper: PaperId,
  aspect: Aspect,
): Pick<NextStep, "command" | "session" | "tick" | "kind"> {
  return {
    command: `study ${aspect} ${paper}`,
    session: null,
    tick: { paper, aspect },
    kind: "paper",
  };
}

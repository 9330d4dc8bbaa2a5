/**
 * What a group sees of its members: their weeks side by side, where each is on the map, and what came since the last
 * check-in. It is read from what each shares; what is not shared is null and never a zero. Members stand by their names.
 */
import { isVerified } from "../check/verified.ts";
import type { Curriculum, ItemId, PaperId } from "../content/curriculum.ts";
import { type Aspect, aspects, type Entry } from "../entries/entry.ts";
import { fold } from "../entries/ledger.ts";
import type { Tally, TeachBack } from "../entries/tally.ts";
import type { PaperProgress } from "../progress/paper-progress.ts";
import { type Progress, progressOf } from "../progress/progress.ts";
import { addDays, type Day, dayAt, type Weekday, weekdayOf, weekdays } from "../time/calendar.ts";
import type { Minutes } from "../time/duration.ts";
import type { Role, Topic } from "./topic.ts";

export interface Companion {
  readonly name: string;
  readonly role: Role;
  readonly topics: ReadonlySet<Topic>;
  readonly tally: Tally;
  readonly progress: Progress;
}

export interface CompanionOf {
  readonly name: string;
  readonly role: Role;
  readonly topics: readonly Topic[];
  /** What is shared, in any order. */
  readonly entries: readonly Entry[];
}

export function companion(of: CompanionOf, curriculum: Curriculum, today: Day): Companion {
  const tally = fold(of.entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  const progress = progressOf(curriculum, tally, today);
  return { name: of.name, role: of.role, topics: new Set(of.topics), tally, progress };
}

export interface WeekTogether {
  readonly number: number;
  readonly title: string;
  /** Whose week it is. */
  readonly at: readonly string[];
  readonly tasks: readonly {
    readonly id: ItemId;
    readonly text: string;
    /** Who has ticked it, of those who share that. */
    readonly done: readonly string[];
  }[];
}

/** The weeks that somebody is in, each with its tasks. */
export function weeksTogether(companions: readonly Companion[]): readonly WeekTogether[] {
  const numbers = new Set(companions.flatMap((one) => weekAt(one) ?? []));
  const ticking = companions.filter(({ topics }) => topics.has("progress"));
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number) => {
      const at = companions.filter((one) => weekAt(one) === number);
      const weeks = at.flatMap(({ progress }) =>
        progress.weeks.filter((week) => week.number === number),
      );
      const tasks = new Map(weeks.flatMap((week) => week.tasks.map((task) => [task.id, task])));
      return {
        number,
        title: weeks[0]?.title ?? "",
        at: at.map(({ name }) => name),
        tasks: [...tasks.values()].map(({ id, text }) => ({
          id,
          text,
          done: ticking.filter((one) => isTicked(one, number, id)).map(({ name }) => name),
        })),
      };
    });
}

/** Null for who does not share it, or has no start date. */
export function weekAt({ topics, progress }: Companion): number | null {
  return topics.has("plan") && progress.week !== null ? progress.workWeek : null;
}

function isTicked({ progress }: Companion, number: number, id: ItemId): boolean {
  const week = progress.weeks.find((one) => one.number === number);
  return week?.tasks.some((task) => task.id === id && task.done) ?? false;
}

export interface Whereabouts {
  readonly paper: PaperId;
  readonly name: string;
  /** Who has begun it, and with what. */
  readonly begun: readonly { readonly name: string; readonly aspects: readonly Aspect[] }[];
  readonly complete: readonly string[];
  readonly verified: readonly string[];
}

/** The papers that somebody has touched, in the order of the curriculum. */
export function mapTogether(companions: readonly Companion[]): readonly Whereabouts[] {
  const found = new Map<PaperId, Whereabouts>();
  const order = companions.flatMap(({ progress }) => progress.papers.map(({ id }) => id));
  for (const id of new Set(order)) {
    const papers = companions.flatMap((one) => {
      const paper = one.progress.papers.find((candidate) => candidate.id === id);
      return paper === undefined ? [] : [{ one, paper }];
    });
    const names = (which: (paper: PaperProgress) => boolean) =>
      papers.filter(({ paper }) => which(paper)).map(({ one }) => one.name);
    const begun = papers
      .filter(({ paper }) => !paper.complete)
      .map(({ one, paper }) => ({
        name: one.name,
        aspects: aspects.filter((aspect) => paper.state[aspect] !== "none"),
      }))
      .filter((one) => one.aspects.length > 0);
    const [complete, verified] = [names((one) => one.complete), names(isPassed)];
    if (begun.length + complete.length + verified.length === 0) continue;
    const name = papers[0]?.paper.name ?? id;
    found.set(id, { paper: id, name, begun, complete, verified });
  }
  return [...found.values()];
}

/** The code has passed all that the paper is verified by, whether or not the tick is shared. */
function isPassed({ exercises }: PaperProgress): boolean {
  return isVerified(exercises, (id) => exercises.some((one) => one.id === id && one.passed));
}

export interface Span {
  readonly from: Day;
  /** The day of the check-in. */
  readonly until: Day;
}

/** The seven days that end with the next check-in; today's, where it is today. */
export function checkinSpan(curriculum: Curriculum, said: string | null, today: Day): Span {
  const weekday = weekdayIn(said) ?? curriculum.weekly[0]?.weekday ?? "sunday";
  let until = today;
  while (weekdayOf(until) !== weekday) until = addDays(until, 1);
  return { from: addDays(until, -6), until };
}

function weekdayIn(said: string | null): Weekday | undefined {
  return weekdays.find((weekday) => weekday === said);
}

/** What one member did in a span; null where it is not shared. */
export interface Digest {
  readonly name: string;
  readonly papers: readonly { readonly name: string; readonly aspects: readonly Aspect[] }[] | null;
  readonly tasks: number | null;
  readonly verified: readonly string[] | null;
  readonly milestones: readonly string[] | null;
  readonly teachBacks: readonly TeachBack[] | null;
  readonly minutes: Minutes | null;
}

export function digestOf({ name, topics, tally, progress }: Companion, span: Span): Digest {
  const within = (on: Day) => span.from <= on && on <= span.until;
  const then = (at: number | null | undefined) =>
    typeof at === "number" && within(dayAt(at, progress));
  const shared = <T>(topic: Topic, found: () => T): T | null =>
    topics.has(topic) ? found() : null;
  const exercises = [
    ...progress.papers.flatMap((paper) =>
      paper.exercises.map((one) => ({ key: `${paper.id}/${one.id}`, title: one.title })),
    ),
    ...progress.milestones.flatMap(({ exercise }) =>
      exercise === null ? [] : [{ key: `/${exercise.id}`, title: exercise.title }],
    ),
  ];
  return {
    name,
    papers: shared("progress", () =>
      progress.papers
        .map((paper) => ({
          name: paper.name,
          aspects: aspects.filter((aspect) => then(tally.papers[paper.id]?.done[aspect])),
        }))
        .filter((paper) => paper.aspects.length > 0),
    ),
    tasks: shared(
      "progress",
      () =>
        progress.weeks.flatMap(({ tasks }) => tasks.filter(({ doneAt }) => then(doneAt))).length,
    ),
    verified: shared("verified", () =>
      exercises.filter(({ key }) => then(tally.checks[key]?.passed)).map(({ title }) => title),
    ),
    milestones: shared("milestones", () =>
      progress.milestones.filter(({ doneAt }) => then(doneAt)).map(({ text }) => text),
    ),
    teachBacks: shared("teach-backs", () => tally.teachBacks.filter(({ on }) => within(on))),
    minutes: shared("hours", () =>
      Object.entries(tally.days)
        .filter(([on]) => within(on as Day))
        .flatMap(([, spent]) => Object.values(spent))
        .reduce((sum, one) => sum + one, 0),
    ),
  };
}

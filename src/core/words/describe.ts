/** Entries in words: for the history, for replies and for "undone: …". */

import type { Curriculum, ItemId, PaperId } from "../content/curriculum.ts";
import { firstLine } from "../content/first-line.ts";
import type { Aspect, Body, BodyOf, Grade, Spent } from "../entries/entry.ts";
import type { Tally } from "../entries/tally.ts";
import { activityWords } from "../progress/activity-words.ts";
import { namedNow } from "../progress/lists.ts";
import { nameOfPaper } from "../progress/named-paper.ts";
import { monthOf } from "../progress/period.ts";
import type { Progress } from "../progress/progress.ts";
import {
  type Day,
  dateAt,
  type OffsetSpan,
  type SayDay,
  timeAt,
  type Weekday,
  type Zone,
} from "../time/calendar.ts";
import { sayClock, sayDuration } from "../time/duration.ts";
import type { Stretch } from "../time/time-off.ts";

export interface Naming {
  readonly curriculum: Curriculum;
  readonly progress: Progress;
  readonly tally: Tally;
  /** How the reader's screen writes days; as `2026-11-25` where nothing is said. */
  readonly sayDay?: SayDay;
  /** What is known of the time zone around now, where it is known. */
  readonly span?: OffsetSpan | null;
  /** What entries around say things are called; it names what an undo took away again. */
  readonly called?: Called;
}

export type Called = ReadonlyMap<string, string>;

/** What papers and lines are called by the entries that made or renamed them; the last word counts. */
export function calledIn(bodies: readonly Body[]): Called {
  return new Map(
    bodies.flatMap((body): readonly (readonly [string, string])[] => {
      if (body.type === "paper.added" || body.type === "paper.renamed")
        return [[body.paper, body.name]];
      if (body.type === "item.added" || body.type === "item.edited")
        return [[body.item, body.text]];
      return [];
    }),
  );
}

/** One command's entries, a clause each: together they say more than each alone. */
export function describeAll(bodies: readonly Body[], known: Naming): readonly string[] {
  const own = calledIn(bodies);
  const naming =
    own.size === 0 ? known : { ...known, called: new Map([...(known.called ?? []), ...own]) };
  const merged = bodies.find(({ type }) => type === "workspace.merged");
  if (merged !== undefined) return [describe(merged, naming)];
  const logs = bodies.some(({ type }) => type === "session.logged");
  const answers = bodies.filter((body) => body.type === "card.reviewed");
  const areMany = answers.length > mostAnswersNamed;
  const named = asOne(bodies).filter((body) => !areMany || body.type !== "card.reviewed");
  const clauses = named.map((body) =>
    body.type === "timer.stopped" && !logs
      ? "Timer stopped, no time logged"
      : describe(body, naming),
  );
  return areMany ? [...clauses, sayAnswers(answers)] : clauses;
}

const everyGrade: readonly Grade[] = [1, 2, 3, 4];
/** A sitting of more is counted, not listed. */
const mostAnswersNamed = 3;

function sayAnswers(answers: readonly BodyOf<"card.reviewed">[]): string {
  const counts = everyGrade.flatMap((grade) => {
    const of = answers.filter((answer) => answer.grade === grade).length;
    return of === 0 ? [] : [`${of} ${gradeWords[grade]}`];
  });
  return `${answers.length} cards answered: ${counts.join(", ")}`;
}

/** Hours that were taken from several days or activities of a paper were taken from the paper. */
function asOne(bodies: readonly Body[]): readonly Body[] {
  const taken = Map.groupBy(bodies.filter(isTaken), ({ paper }) => paper);
  return bodies.flatMap((body) => {
    if (!isTaken(body)) return [body];
    const parts = taken.get(body.paper) ?? [];
    if (parts[0] !== body) return [];
    return [{ ...body, minutes: parts.reduce((sum, { minutes }) => sum + minutes, 0) }];
  });
}

function isTaken(body: Body): body is BodyOf<"hours.adjusted"> {
  return body.type === "hours.adjusted" && body.minutes < 0;
}

/** A clause that ends in words of the learner's may bring its own full stop. */
export function asSentence(clause: string): string {
  return /[.!?…]$/.test(clause) ? clause : `${clause}.`;
}

/** What is under way where an aspect is begun: `Reading in progress: BERT`. */
export const aspectWork: { readonly [A in Aspect]: string } = {
  read: "reading",
  notes: "notes",
  implemented: "implementation",
};

const aspectWords: { readonly [A in Aspect]: readonly [done: string, undone: string] } = {
  read: ["Read", "Not read"],
  notes: ["Notes written", "Notes not written"],
  implemented: ["Implemented", "Not implemented"],
};

/** A clause that starts with a capital and has no full stop: `Read: BERT`. */
export function describe(body: Body, naming: Naming): string {
  const { progress, sayDay = String } = naming;
  const paper = (id: PaperId) => nameOfPaper(id, naming);
  const about = (id: PaperId | null) => (id === null ? "" : ` on ${paper(id)}`);
  switch (body.type) {
    case "workspace.started":
      return `Workspace started with the curriculum ${body.curriculum}`;
    case "workspace.merged":
      return `Merged ${body.entries} entries of another workspace`;
    case "plan.changed":
      return `Plan: ${describePlan(body, sayDay)}`;
    case "day.begins":
      return `Days begin at ${sayClock(body.at)}`;
    case "away.set":
      return `${body.away ? "Away" : "Not away"} ${sayStretch(body, sayDay)}`;
    case "week.eased":
      return `Easy days: ${sayWeekdays(body.days)}`;
    case "paper.marked":
      return `${aspectWords[body.aspect][body.done ? 0 : 1]}: ${paper(body.paper)}`;
    case "paper.progressed":
      return describeProgress(body, paper(body.paper));
    case "paper.added":
      return `Paper added: ${body.name}`;
    case "paper.renamed":
      return isAtHand(body.paper, progress)
        ? `Paper renamed: ${body.name}`
        : `Paper of before: ${body.name}`;
    case "paper.skipped":
      return `${body.skipped ? "Left out" : "Taken in again"}: ${paper(body.paper)}`;
    case "paper.removed":
      return `Paper removed: ${paper(body.paper)}`;
    case "session.logged":
      return `Logged ${describeSpent(body, naming)}`;
    case "session.edited":
      return `The session is now ${describeSpent(body.now, naming)}`;
    case "session.removed":
      return `Session removed: ${describeSpent(body.logged, naming)}`;
    case "hours.adjusted": {
      const sign = body.minutes < 0 ? "−" : "+";
      return `Hours ${sign}${sayDuration(Math.abs(body.minutes))}${about(body.paper)}`;
    }
    case "timer.started":
      return `Timer started: ${body.pass === undefined ? activityWords[body.activity] : `pass ${body.pass}`}${about(body.paper)}`;
    case "timer.rings":
      return `It rings after ${sayDuration(body.after)}`;
    case "timer.paused":
      return "Timer paused";
    case "timer.resumed":
      return "Timer goes on";
    case "timer.stopped":
      return "Timer stopped";
    case "item.marked":
      return `${body.done ? "Done" : "Open again"}: ${itemText(body.item, naming)}`;
    case "item.added":
      return `Added: ${body.text}`;
    case "item.edited":
      return `Changed to: ${body.text}`;
    case "item.removed":
      return `Removed: ${itemText(body.item, naming)}`;
    case "item.moved":
      return `Moved: ${itemText(body.item, naming)}`;
    case "card.reviewed":
      return `Card answered (${gradeWords[body.grade]})${about(body.paper)}`;
    case "card.added":
      return `Card added${about(body.paper)}: ${firstLine(body.front, 80)}`;
    case "card.edited":
      return `Card changed: ${firstLine(body.front, 80)}`;
    case "card.suspended":
      return body.suspended ? "Card suspended" : "Card resumed";
    case "recall.fitted":
      return body.weights === null
        ? "Cards are scheduled by FSRS's own parameters"
        : `Cards are scheduled by what ${body.answers} of your answers say`;
    case "card.removed":
      return "Card removed";
    case "quiz.taken": {
      const known = body.answers.filter(({ grade }) => grade > 1).length;
      return `Quiz of ${sayDay(body.on)}: ${known} of ${body.answers.length} known`;
    }
    case "highlight.added":
      return `Highlighted${about(body.paper)}, page ${body.page}: ${firstLine(body.quote, 80)}`;
    case "paper.linked":
      return `Linked${about(body.paper)} to ${body.arxiv === null ? body.url : `arXiv:${body.arxiv}`}`;
    case "highlight.edited":
      return body.comment === undefined
        ? `Highlight in ${body.colour}`
        : `Comment on a highlight: ${firstLine(body.comment, 80)}`;
    case "highlight.removed":
      return "Highlight removed";
    case "teachback.written":
      return `Teach-back written${about(body.paper)}`;
    case "measurement.kept":
      return `Measured ${body.model}: ${describeValues(body.values)}`;
    case "measurement.removed":
      return `Measurement removed: ${body.model}`;
    case "settings.changed":
      return `Settings: ${describeSettings(body)}`;
    case "exercise.checked":
      return describeCheck(body, naming);
    case "goal.set":
      return `Goal of week ${body.week}: ${body.text === "" ? "none" : body.text}`;
    case "reward.set": {
      const label = naming.curriculum.rewards.find(({ after }) => after === body.reward)?.label;
      return `Reward, ${label ?? body.reward}: ${body.text === "" ? "none" : body.text}`;
    }
    case "checkin.skipped":
      return `${checkinOf(body, sayDay)} ${body.skipped ? "skipped" : "not skipped"}: ${checkinText(body.checkin, naming)}`;
    case "checkin.marked":
      return `${checkinOf(body, sayDay)} ${body.done ? "done" : "open again"}: ${checkinText(body.checkin, naming)}`;
    case "conflict.found":
      return `Both sides changed ${body.field}: the file to "${body.file}", the journal to "${body.journal}"`;
    case "conflict.settled":
      return `Settled: ${body.field}`;
    case "command.undone":
      return "Undone";
    case "command.redone":
      return "Redone";
    default:
      return body satisfies never;
  }
}

/** Not one of a curriculum of before, and not removed. */
function isAtHand(paper: PaperId, { papers }: Progress): boolean {
  return papers.some(({ id }) => id === paper);
}

/** `45m pass 1 on BERT (2026-11-20)`. */
export function describeSpent(
  { pass, activity, minutes, paper, on }: Spent,
  naming: Naming,
): string {
  const { sayDay = String } = naming;
  const what = pass === undefined ? activityWords[activity] : `pass ${pass}`;
  const name = paper === null ? null : nameOfPaper(paper, naming);
  return `${sayDuration(minutes)} ${what}${name === null ? "" : ` on ${name}`} (${sayDay(on)})`;
}

function describeProgress(
  { aspect, state }: Extract<Body, { type: "paper.progressed" }>,
  paper: string,
): string {
  if (state === "done") return `${aspectWords[aspect][0]}: ${paper}`;
  const work = aspectWork[aspect];
  const capital = work.charAt(0).toUpperCase() + work.slice(1);
  return `${capital} ${state === "started" ? "in progress" : "not in progress"}: ${paper}`;
}

export const gradeWords: { readonly [G in Grade]: string } = {
  1: "again",
  2: "hard",
  3: "good",
  4: "easy",
};

function describeSettings(body: Extract<Body, { type: "settings.changed" }>): string {
  const parts: string[] = [];
  if (body.retention !== undefined) {
    parts.push(`desired retention ${Math.round(body.retention * 100)} %`);
  }
  if (body.newCardsADay !== undefined) parts.push(`${body.newCardsADay} new cards a day`);
  if (body.reviewsADay !== undefined) parts.push(`${body.reviewsADay} reviews a day`);
  if (body.python !== undefined)
    parts.push(`Python ${body.python ?? "as found"} (by an older version, without effect)`);
  return parts.join(", ");
}

function describeValues(values: Readonly<Record<string, number | string>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key} ${value}`)
    .join(", ");
}

function describeCheck(
  { paper, exercise, passed, verdict, mistakes }: Extract<Body, { type: "exercise.checked" }>,
  { curriculum, progress }: Naming,
): string {
  const found =
    paper === null
      ? curriculum.milestones.find((known) => known.exercise?.id === exercise)?.exercise
      : curriculum.papers
          .find(({ id }) => id === paper)
          ?.exercises.find(({ id }) => id === exercise);
  const name = progress.papers.find(({ id }) => id === paper)?.name;
  const what = `${name === undefined ? "" : `${name}: `}${found?.title ?? exercise}`;
  if (passed) return `Checked ${what}: passed`;
  const named = mistakes.length === 0 ? "" : ` (${mistakes.join(", ")})`;
  return `Checked ${what}: ${verdict.replaceAll("-", " ")}${named}`;
}

function describePlan(body: Extract<Body, { type: "plan.changed" }>, sayDay: SayDay): string {
  const day = (on: Day | null) => (on === null ? "none" : sayDay(on));
  const parts: string[] = [];
  if (body.start !== undefined) parts.push(`start ${day(body.start)}`);
  if (body.target !== undefined) parts.push(`target ${day(body.target)}`);
  if (body.minutesAWeek !== undefined) {
    parts.push(
      body.minutesAWeek === null ? "no hours a week" : `${sayDuration(body.minutesAWeek)} a week`,
    );
  }
  if (body.timeZone !== undefined) parts.push(`time zone ${body.timeZone}`);
  if (body.phase !== undefined) parts.push(`current phase ${body.phase ?? "by progress"}`);
  if (body.nextReview !== undefined) parts.push(`next review ${day(body.nextReview)}`);
  return parts.join(", ");
}

/** `from 2026-12-24 to 2026-12-26`, or `on 2026-12-24`. */
export function sayStretch({ from, until }: Stretch, sayDay: SayDay): string {
  return from === until ? `on ${sayDay(from)}` : `from ${sayDay(from)} to ${sayDay(until)}`;
}

/** `Saturday and Sunday`; `none`. */
export function sayWeekdays(days: readonly Weekday[]): string {
  const names = days.map((day) => day.charAt(0).toUpperCase() + day.slice(1));
  const [last = "none", ...before] = names.reverse();
  return before.length === 0 ? last : `${before.reverse().join(", ")} and ${last}`;
}

function itemText(id: string, { curriculum, progress, tally, called }: Naming): string {
  // A removed line is not in the progress any more; its text still is in the tally.
  const own = tally.items[id as ItemId]?.text;
  if (own !== undefined) return own;
  const shipped = new Map(
    curriculum.resources.flatMap((group) => group.items.map((item) => [item.id, item] as const)),
  );
  const items = [
    ...progress.weeks.flatMap((week) => week.tasks),
    ...progress.milestones,
    ...progress.resources.flatMap((group) =>
      group.items.map((item) => ({ ...item, text: namedNow(item, shipped.get(item.id)) })),
    ),
    ...curriculum.weeks.flatMap((week) => week.tasks),
    ...curriculum.milestones,
    ...curriculum.resources.flatMap((group) => group.items),
  ];
  const found = items.find((item) => item.id === id);
  const label = found !== undefined && "label" in found ? found.label : null;
  return found === undefined
    ? (called?.get(id) ?? "a line that is gone")
    : label
      ? `${label}: ${found.text}`
      : found.text;
}

/** A month's review is named by its month, whenever it was done. */
function checkinOf(
  { checkin, on }: { readonly checkin: string; readonly on: Day },
  sayDay: (on: Day) => string,
): string {
  const month = monthOf(checkin);
  return month === null ? `Check-in of ${sayDay(on)}` : `Review of month ${month}`;
}

function checkinText(checkin: string, { curriculum }: Pick<Naming, "curriculum">): string {
  const weekly = curriculum.weekly.find(({ kind }) => kind === checkin);
  const monthly = curriculum.monthly.find(({ month }) => `month:${month}` === checkin);
  return weekly?.what ?? monthly?.what ?? checkin;
}

/** A moment for a list: `2026-11-23 14:05`. */
export function sayMoment(at: number, zone: Zone): string {
  return `${dateAt(at, zone)} ${timeAt(at, zone)}`;
}

/** The words that may stand for an argument or behind an option: what the learner has, by the names it is found by. */
import { ownOf } from "../../core/content/bare.ts";
import type { Curriculum } from "../../core/content/curriculum.ts";
import { activities } from "../../core/entries/entry.ts";
import type { Tally } from "../../core/entries/tally.ts";
import { topics } from "../../core/group/topic.ts";
import type { Progress } from "../../core/progress/progress.ts";
import { weekdays } from "../../core/time/calendar.ts";

export interface Known {
  readonly curriculum: Curriculum;
  readonly progress: Progress;
  readonly tally: Tally;
  /** Of all models that can be compared; read only where they are asked for. */
  readonly models: () => Promise<readonly string[]>;
  readonly guideSections: () => Promise<readonly string[]>;
}

/** Where the word stands: `task done`, and the name of its argument or its option, `line` or `--week`. */
export interface Place {
  readonly command: string;
  readonly of: string;
}

type Words = (known: Known, command: string) => readonly string[] | Promise<readonly string[]>;

const papers: Words = ({ progress }) => progress.papers.map(({ id }) => id);
const exercises: Words = ({ progress }) => [
  ...progress.papers.flatMap((paper) =>
    paper.exercises.length === 0
      ? []
      : [paper.id, ...paper.exercises.map(({ id }) => `${paper.id}/${id}`)],
  ),
  ...progress.milestones.flatMap(({ exercise }) => (exercise === null ? [] : [exercise.id])),
];
const weeks: Words = ({ progress }) => progress.weeks.map(({ number }) => String(number));
const phases: Words = ({ progress }) => progress.phases.map(({ number }) => String(number));
const passes: Words = () => ["1", "2", "3"];
const days: Words = () => ["today", "yesterday"];
const durations: Words = () => ["25m", "45m", "1h", "1h30", "2h"];
const groups: Words = ({ progress }) => progress.resources.map(({ title }) => title);

/** A line's number; a milestone's is found by its label too. */
const lines: Words = ({ progress }, command) => {
  const items = command.startsWith("milestone")
    ? progress.milestones
    : command.startsWith("resource")
      ? progress.resources.flatMap((group) => group.items)
      : (progress.weeks.find(({ number }) => number === progress.workWeek)?.tasks ?? []);
  return items.map((_, index) => String(index + 1));
};

const cards: Words = ({ tally }) =>
  Object.entries(tally.cards).flatMap(([id, { removed }]) => (removed ? [] : [id]));

/** By the command and the argument, or by the argument alone. */
const rules: Readonly<Record<string, Words>> = {
  paper: papers,
  "paper remove name": ({ progress }) =>
    progress.papers.flatMap(({ id, own }) => (own ? [id] : [])),
  "paper rename paper": ({ progress }) =>
    progress.papers.flatMap(({ id, own }) => (own ? [id] : [])),
  "open what": papers,
  exercise: exercises,
  line: lines,
  card: cards,
  "week number": weeks,
  "goal week": weeks,
  "checkin which": ({ curriculum }) => [
    ...curriculum.weekly.map(({ kind }) => kind),
    ...curriculum.monthly.map(({ month }) => `month:${month}`),
  ],
  "reward after": ({ progress }) => progress.rewards.map(({ after }) => String(after)),
  "settle field": ({ tally }) => Object.keys(tally.conflicts),
  "compare names": async (known) => [
    ...(await known.models()),
    ...known.progress.papers.map(({ id }) => id),
  ],
  "sessions edit number": ({ tally }) => tally.lately.map((_, index) => String(index + 1)),
  "sessions split number": ({ tally }) => tally.lately.map((_, index) => String(index + 1)),
  "sessions remove number": ({ tally }) => tally.lately.map((_, index) => String(index + 1)),
  "share on what": () => topics,
  "share off what": () => [...topics, "all"],
  duration: durations,
  "--paper": papers,
  "--activity": () => activities,
  "--pass": passes,
  "--week": weeks,
  "--phase": phases,
  "plan --phase": (known, command) => [...(phases(known, command) as readonly string[]), "auto"],
  "--month": ({ curriculum }) => curriculum.monthly.map(({ month }) => String(month)),
  "--group": (known, command) => (/^(share|hub)/.test(command) ? [] : groups(known, command)),
  "--checkin": () => weekdays,
  "--section": ({ guideSections }) => guideSections(),
  "export --csv": () => ["sessions", "cards", "checks"],
  "forget what": papers,
  "python program": () => ["setup"],
  "--target": () => ["sunday", "in 12 weeks"],
  "--next-review": () => ["sunday", "none"],
  "--hours": () => ["6", "8", "10"],
  "--points": () => ["none"],
  "--at": days,
  "--on": days,
  "--from": days,
  "--to": days,
  "away remove number": ({ progress }) => progress.away.map((_, index) => String(index + 1)),
  "--until": () => ["tomorrow", "sunday"],
  "--easy": () => ["sat,sun", "none"],
  "--retention": () => ["85", "90", "95"],
  "--start": () => ["today", "tomorrow"],
  "--for": durations,
  "--remove": ({ tally }) => Object.keys(tally.measurements),
  "--timer": ({ progress }) => progress.timers.map((_, index) => String(index + 1)),
};

/** Words that no workspace is needed for; the first one is made with some of them. */
const everywhere: Readonly<Record<string, () => readonly string[] | Promise<readonly string[]>>> = {
  "--zone": () => Intl.supportedValuesOf("timeZone"),
  "--curriculum": async () => (await import("../../workspace/content.ts")).builtInCurricula(),
  "--day-starts": () => ["00:00", "03:00", "04:00", "05:00"],
};

/** Null where it takes a workspace to tell. */
export async function wordsAnywhere({ of }: Place): Promise<readonly string[] | null> {
  return (await ownOf(everywhere, of)?.()) ?? null;
}

export async function wordsAt({ command, of }: Place, known: Known): Promise<readonly string[]> {
  const words = ownOf(rules, `${command} ${of}`) ?? ownOf(rules, of);
  return words === undefined ? [] : await words(known, command);
}

/** `status`: the dashboard. */

import { version } from "../../../package.json";
import type { Curriculum } from "../../core/content/curriculum.ts";
import { aspects } from "../../core/entries/entry.ts";
import type { Tally } from "../../core/entries/tally.ts";
import { type Outlook, outlookOf } from "../../core/forecast/outlook.ts";
import { type CardsNow, dayQueue, noCards } from "../../core/progress/day-queue.ts";
import { type NextStep, nextStep } from "../../core/progress/next-step.ts";
import { sayTimer, sayTimerSince } from "../../core/progress/open-timers.ts";
import { type Progress, percent, progressOf } from "../../core/progress/progress.ts";
import type { ScheduledCheckin } from "../../core/progress/schedule.ts";
import { heldCards, isBegun, queueOf } from "../../core/recall/recall.ts";
import { addDays, dayBegins, type Millis, sayDay, weekdayOf } from "../../core/time/calendar.ts";
import { sayDuration } from "../../core/time/duration.ts";
import { onAnotherDay } from "../../core/time/elsewhere.ts";
import { aspectWork } from "../../core/words/describe.ts";
import { endingOf } from "../../core/words/ending.ts";
import { foreignSentence } from "../../core/words/foreign.ts";
import type { Look, Workspace } from "../../workspace/workspace.ts";
import { choosePast } from "../choose.ts";
import { bar, spread, tickBox } from "../picture.ts";
import { type CommonOptions, inWorkspace, lookFresh, printJson, Stop } from "../run.ts";
import { systemZone } from "../system-zone.ts";
import type { Terminal } from "../terminal.ts";
import { columns } from "../width.ts";
import { fit, wrap } from "../wrap.ts";
import { tallyAt } from "./past.ts";

export async function status(
  terminal: Terminal,
  options: CommonOptions & { readonly at?: string },
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const { curriculum } = workspace;
    const look = await lookFresh(terminal, workspace);
    let { progress } = look;
    let { tally } = look;
    let now = terminal.now();
    if (options.at !== undefined) {
      const at = await choosePast(options.at, now, progress);
      now = at.timed ? at.start : dayBegins(addDays(at.on, 1), progress) - 1;
      tally = await tallyAt(workspace.journal, now);
      if (tally.curriculum === null && !options.json) {
        throw new Stop(`Nothing was recorded by ${at.on}: the journal begins later.`);
      }
      progress = progressOf(curriculum, tally, at.on);
    }
    const outlook = outlookOf(curriculum, tally, progress, sayDay);
    const at = { curriculum, tally, progress };
    const { rhythm } = await workspace.material();
    const next = nextStep(at, dayQueue(at, rhythm, await cardsNow(workspace, at, now)));
    if (options.json) printJson(terminal, statusJson(curriculum, tally, progress, outlook, next));
    else {
      const past = options.at === undefined ? null : progress.today;
      const then = { paint: terminal.paint, now: () => now };
      terminal.print(
        dashboard(then, curriculum, progress, { outlook, next }, workspace.demo, past),
      );
      const here = past === null ? onAnotherDay(progress, systemZone(), now) : null;
      if (here !== null) terminal.print(terminal.paint("faint", wrap(here)));
      const left = foreignSentence(await workspace.journal.foreign(), version);
      if (left !== null) terminal.print(terminal.paint("late", left));
    }
  });
}

/** The cards to answer, as the page counts them. Decks are read only where one of their cards can be due. */
async function cardsNow(
  workspace: Workspace,
  { tally, progress }: Pick<Look, "tally" | "progress">,
  now: number,
): Promise<CardsNow> {
  const begun = progress.papers.some(({ id }) => isBegun(progress, id));
  if (!begun && Object.keys(tally.cards).length === 0) return noCards;
  const held = heldCards(await workspace.material(), tally);
  return queueOf(held, tally, now, progress);
}

/** The documented JSON of `status`; see docs/json.md. */
function statusJson(
  curriculum: Curriculum,
  tally: Tally,
  progress: Progress,
  outlook: Outlook | null,
  next: NextStep | null,
) {
  return {
    curriculum: { id: curriculum.id, title: curriculum.title },
    ...progress,
    next,
    outlook,
    days: tally.days,
  };
}

function dashboard(
  { paint, now }: Pick<Terminal, "paint" | "now">,
  curriculum: Curriculum,
  progress: Progress,
  { outlook, next }: { readonly outlook: Outlook | null; readonly next: NextStep | null },
  demo: boolean,
  past: string | null,
): string {
  const { week } = progress;
  const lastWeek = progress.weeks.at(-1)?.number ?? 0;
  const when =
    week === null
      ? ""
      : week > lastWeek
        ? `week ${week}, past the plan`
        : `week ${week} of ${lastWeek}`;
  const lines: string[] = [];
  if (demo) lines.push(paint("late", "Example workspace: a made-up learner, not your progress."));
  if (past !== null) lines.push(paint("late", `As it was on ${past}.`));
  lines.push(spread(paint("strong", curriculum.title), when));
  lines.push(
    [
      progress.currentPhase,
      progress.start && `start ${progress.start}`,
      progress.target && `target ${progress.target}`,
    ]
      .filter(Boolean)
      .join(" · "),
    "",
  );
  const figure = (label: string, part: number) =>
    figureOf(paint, label, { part, whole: progress.counted });
  if (progress.counted > 0) {
    lines.push(figure("Papers read", progress.read));
    lines.push(figure("Papers implemented", progress.implemented));
  } else lines.push(figureOf(paint, "Tasks done", tasksIn(progress, null)));
  lines.push(
    `${"Study hours".padEnd(19)}${sayDuration(progress.minutes)}, of these ${sayDuration(progress.implementMinutes)} implementing`,
    "",
  );
  const names = Math.min(46, columns() - 27);
  for (const phase of progress.phases) {
    const title = `${phase.number} ${phase.title}`.slice(0, names - 2).padEnd(names);
    const { part, whole } =
      phase.counted > 0
        ? { part: phase.complete, whole: phase.counted }
        : tasksIn(progress, phase.weeks);
    const what = phase.counted > 0 ? "complete" : "tasks";
    lines.push(`${title}${bar(paint, part, whole, 12)}  ${part}/${whole} ${what}`);
  }
  const begun = inProgress(progress);
  if (begun !== "") lines.push(wrap(`${"In progress".padEnd(13)}${begun}`, " ".repeat(13)));
  lines.push("");
  if (outlook !== null) {
    lines.push(wrap(outlook.sentence));
    const { early, late } = outlook.forecast;
    if (early !== null && late !== null && early !== late) {
      lines.push(
        paint(
          "faint",
          wrap(
            `In four cases out of five, you finish between ${sayDay(early)} and ${sayDay(late)}.`,
          ),
        ),
      );
    }
    lines.push("");
  } else if (progress.start === null)
    lines.push("No start date yet: `study plan --start today` sets one.", "");
  lines.push(...thisWeek(paint, progress));
  lines.push(...openTimers(paint, progress, now()));
  if (next === null) {
    for (const line of endingOf(curriculum, progress)) lines.push(wrap(paint("good", line)));
  } else {
    lines.push(wrap(`${paint("strong", "Next")}         ${next.what}`, " ".repeat(13)));
    lines.push(paint("faint", `             ${next.command}`));
  }
  lines.push(...reviews(paint, progress));
  for (const [field, { file, journal }] of Object.entries(progress.conflicts)) {
    lines.push(
      paint(
        "late",
        wrap(
          `Both sides changed ${field}: TRACKER.md says "${file}", the journal said "${journal}". The file's is shown; \`study settle ${field}\` accepts it.`,
        ),
      ),
    );
  }
  return fit(lines.join("\n"));
}

interface Share {
  readonly part: number;
  readonly whole: number;
}

function figureOf(paint: Terminal["paint"], label: string, { part, whole }: Share): string {
  const width = Math.min(30, columns() - 34);
  return `${label.padEnd(19)}${bar(paint, part, whole, width)}  ${part}/${whole} (${percent(part, whole)}%)`;
}

/** The tasks of some weeks, or of all: what a course without papers is counted by. */
function tasksIn(
  { weeks }: Progress,
  range: { readonly least: number; readonly most: number } | null,
): Share {
  const tasks = weeks
    .filter(({ number }) => range === null || (range.least <= number && number <= range.most))
    .flatMap((week) => week.tasks);
  return { part: tasks.filter(({ done }) => done).length, whole: tasks.length };
}

/** `BERT (reading), LoRA (notes, implementation)`. */
function inProgress({ papers }: Progress): string {
  return papers
    .map(({ name, state }) => ({
      name,
      begun: aspects.filter((aspect) => state[aspect] === "started"),
    }))
    .filter(({ begun }) => begun.length > 0)
    .map(({ name, begun }) => `${name} (${begun.map((aspect) => aspectWork[aspect]).join(", ")})`)
    .join(", ");
}

function thisWeek(paint: Terminal["paint"], progress: Progress): readonly string[] {
  const week = progress.weeks.find(({ number }) => number === progress.workWeek);
  if (week === undefined) return [];
  return [
    paint("strong", `Week ${week.number}: ${week.title}`),
    ...week.tasks.map(({ text, done }, index) =>
      wrap(`  ${String(index + 1).padStart(2)} ${tickBox(paint, done)} ${text}`, " ".repeat(7)),
    ),
    ...(week.goal === "" ? [] : [wrap(`  ${paint("faint", "Goal")}  ${week.goal}`, " ".repeat(8))]),
    "",
  ];
}

function openTimers(paint: Terminal["paint"], progress: Progress, now: Millis): readonly string[] {
  const { timers } = progress;
  const at = { progress, now };
  if (timers.length < 2) {
    return timers.map((timer) => {
      const state = timer.runningSince === null ? "Paused" : "Running";
      return paint("accent", `${state}: ${sayTimer(timer, at)}`);
    });
  }
  return [
    ...timers.map((timer, index) =>
      wrap(
        paint("accent", `${`Timer ${index + 1}`.padEnd(13)}${sayTimerSince(timer, at)}`),
        " ".repeat(13),
      ),
    ),
    paint(
      "faint",
      wrap(
        "Each was started where the other was not known. `study stop --timer 1` settles one; `--discard` logs nothing.",
      ),
    ),
    "",
  ];
}

/** A month's review goes by its month: that is what `study checkin` takes. */
function sayMissed({ checkin, on, what }: ScheduledCheckin): string {
  return checkin.startsWith("month:") ? `${checkin} ${what}` : `${on} ${what}`;
}

function reviews(paint: Terminal["paint"], progress: Progress): readonly string[] {
  const { nextCheckin, missedCheckins, nextReview } = progress;
  const lines: string[] = [];
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  if (nextCheckin !== null) {
    const day = nextReview ?? nextCheckin.on;
    lines.push(
      wrap(
        `${paint("strong", "Next review")}  ${capital(weekdayOf(day))} ${day}${day === nextCheckin.on ? `: ${nextCheckin.what}` : ""}`,
        " ".repeat(13),
      ),
    );
  }
  if (missedCheckins.length > 0) {
    const missed = missedCheckins.map(sayMissed).join("; ");
    lines.push(paint("late", wrap(`${"Missed".padEnd(13)}${missed}`, " ".repeat(13))));
  }
  return lines;
}

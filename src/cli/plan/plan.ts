/** `plan`, `reward`, `settle`, `tips`. */

import type { Command } from "../../core/decide/command.ts";
import { sayNeeded } from "../../core/forecast/forecast-sentence.ts";
import { outlookOf } from "../../core/forecast/outlook.ts";
import { plannedPace } from "../../core/progress/pace.ts";
import type { RewardProgress } from "../../core/progress/progress.ts";
import { defaultTarget } from "../../core/progress/schedule.ts";
import { sayDay, type Weekday } from "../../core/time/calendar.ts";
import {
  doubtOf,
  parseClock,
  parseDuration,
  sayClock,
  sayDuration,
} from "../../core/time/duration.ts";
import { elsewhere, readZone } from "../../core/time/elsewhere.ts";
import { readWeekdays } from "../../core/time/weekday-words.ts";
import { sayStretch, sayWeekdays } from "../../core/words/describe.ts";
import { sayRange } from "../../tracker/fixed.ts";
import type { Look, Workspace } from "../../workspace/workspace.ts";
import { chooseDay } from "../choose.ts";
import type { Toward } from "../day-words.ts";
import {
  type CommonOptions,
  inWorkspace,
  lookFresh,
  perform,
  printJson,
  Stop,
  sayNewer,
} from "../run.ts";
import { systemZone } from "../system-zone.ts";
import type { Terminal } from "../terminal.ts";
import { fit, wrap } from "../wrap.ts";

export interface PlanOptions extends CommonOptions {
  readonly start?: string;
  readonly target?: string;
  readonly hours?: string;
  readonly phase?: string;
  readonly zone?: string;
  readonly dayStarts?: string;
  readonly easy?: string;
  readonly nextReview?: string;
}

export async function plan(terminal: Terminal, options: PlanOptions): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    let look = await lookFresh(terminal, workspace);
    const change = await planChange(options, terminal.now(), look);
    const { today } = look;
    if (Object.keys(change).length > 1) look = await perform(terminal, workspace, [change]);
    if (!options.json && look.today !== today) {
      terminal.print(`It is ${sayDay(look.today)} for you now; days that were written stay.`);
    }
    showPlan(terminal, workspace, look, options);
    await sayNewer(terminal, workspace.journal);
  });
}

async function planChange(options: PlanOptions, now: number, look: Look) {
  const day = async (said: string, toward: Toward = "ahead") =>
    said === "none" ? null : chooseDay(said, now, look.progress, toward);
  const change: Extract<Command, { do: "change-plan" }> = { do: "change-plan" };
  if (options.start !== undefined) change.start = await day(options.start, "near");
  if (options.target !== undefined) change.target = await day(options.target);
  if (options.nextReview !== undefined) {
    const on = await day(options.nextReview);
    if (on !== null && on < look.today) {
      throw new Stop(`${on} is over; the next review is today or later.`, 2);
    }
    change.nextReview = on;
  }
  if (options.hours !== undefined) change.minutesAWeek = weeklyMinutes(options.hours);
  if (options.zone !== undefined) change.timeZone = checkedZone(options.zone);
  if (options.dayStarts !== undefined) change.dayStarts = dayStartMinutes(options.dayStarts);
  if (options.easy !== undefined) change.easyDays = easyDays(options.easy);
  if (options.phase !== undefined) {
    change.phase = options.phase === "auto" ? null : options.phase;
  }
  return change;
}

/** `8`, `8h`, `7h30`: hours a week. */
export function weeklyMinutes(said: string): number {
  const minutes = parseDuration(said, "hours");
  if (minutes === null || minutes === 0) {
    const why =
      doubtOf(said) ?? `"${said}" is not an amount of hours a week: write 8, 7.5 or 7h30.`;
    throw new Stop(why, 2);
  }
  if (minutes > 7 * 24 * 60) throw new Stop(`A week has 168 hours; "${said}" is more.`, 2);
  return minutes;
}

/** `04:00`, `4`, `4am`: minutes after midnight. */
export function dayStartMinutes(said: string): number {
  const minutes = parseClock(said);
  if (minutes === null) {
    throw new Stop(`"${said}" is not a time of day: write 04:00, or 00:00 for midnight.`, 2);
  }
  if (minutes <= 12 * 60) return minutes;
  throw new Stop(`A day begins between 00:00 and 12:00; "${said}" is later.`, 2);
}

/** `sat,sun`, `none`. */
function easyDays(said: string): Weekday[] {
  const days = readWeekdays(said);
  if (days === null) {
    throw new Stop(`"${said}" does not name days of the week: write sat,sun, or none.`, 2);
  }
  return [...days];
}

export function checkedZone(said: string): string {
  const read = readZone(said);
  if (read.ok) return read.zone;
  throw new Stop(read.fault, 2);
}

function showPlan(
  terminal: Terminal,
  { curriculum }: Workspace,
  { progress, picture }: Look,
  options: CommonOptions,
): void {
  const outlook = outlookOf(curriculum, picture.settled.tally, progress, sayDay);
  const { start, target, currentPhase, week, minutesAWeek, timeZone } = progress;
  if (options.json) {
    const { dayStarts, easyDays, away } = progress;
    const said = { start, target, currentPhase, week, minutesAWeek, timeZone, dayStarts };
    const plan = { ...said, easyDays, away };
    printJson(terminal, { ...plan, outlook });
    return;
  }
  const line = (label: string, value: string) => terminal.print(fit(`${label.padEnd(16)}${value}`));
  line("Start", start ?? "none: `study plan --start today` sets one");
  const end =
    target ?? (start === null ? null : defaultTarget(curriculum, { start, away: progress.away }));
  line(
    "Target",
    end === null ? "none" : `${end}${target === null ? " (the curriculum's end)" : ""}`,
  );
  line("Current phase", currentPhase ?? "none before the start");
  line(
    "Hours a week",
    minutesAWeek === null
      ? `${sayDuration(plannedPace(curriculum, progress))}, the curriculum's; \`study plan --hours 6\` sets yours`
      : sayDuration(minutesAWeek),
  );
  line("Time zone", timeZone);
  const here = elsewhere(progress, systemZone(), terminal.now());
  if (here !== null) terminal.print(terminal.paint("faint", wrap(here)));
  line("Day begins", sayClock(progress.dayStarts));
  if (progress.easyDays.length > 0) line("Easy days", sayWeekdays(progress.easyDays));
  const off = progress.away.filter(({ until }) => until >= progress.today);
  if (off.length > 0) line("Away", off.map((one) => sayStretch(one, sayDay)).join("; "));
  if (outlook === null) return;
  const { forecast, sentence } = outlook;
  if (forecast.remainingMinutes <= 0) {
    terminal.print(wrap(sentence));
    return;
  }
  line("Work left", `about ${Math.round(forecast.remainingMinutes / 60)}h`);
  if (forecast.early !== null && forecast.late !== null) {
    line("Finish", `${sayDay(forecast.early)} to ${sayDay(forecast.late)} (80 % of simulations)`);
  }
  const needed = sayNeeded(forecast);
  if (needed !== null) line("Needed", `${needed} a week to meet the target`);
  terminal.print(wrap(sentence));
}

export async function reward(
  terminal: Terminal,
  which: string | undefined,
  text: readonly string[],
  options: CommonOptions,
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const { rewards } = look.progress;
    if (which === undefined) {
      if (options.json) printJson(terminal, rewards);
      else for (const one of rewards) terminal.print(sayReward(terminal, one));
      return;
    }
    const found = rewards.find(({ after }) => String(after) === which.toLowerCase());
    if (found === undefined) {
      const known = rewards.map(({ after }) => after).join(", ");
      throw new Stop(`There is no reward "${which}": use ${known}.`);
    }
    // Without a text the reward is shown; an empty one, in quotes, takes it back.
    if (text.length === 0) {
      terminal.print(sayReward(terminal, found));
      return;
    }
    await perform(terminal, workspace, [
      { do: "set-reward", reward: found.after, text: text.join(" ").trim() },
    ]);
  });
}

function sayReward({ paint }: Terminal, { label, text, earned }: RewardProgress): string {
  const state = earned ? paint("good", "  earned") : "";
  return `${label}: ${text === "" ? "nothing promised yet" : text}${state}`;
}

export async function settle(
  terminal: Terminal,
  field: string,
  options: CommonOptions,
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const nothing = `Nothing is open under "${field}"; \`study status\` shows what is.`;
    await perform(terminal, workspace, [{ do: "settle-conflict", field }], nothing);
  });
}

export async function tips(terminal: Terminal, options: CommonOptions): Promise<void> {
  await inWorkspace(terminal, options, async ({ curriculum }) => {
    const { reading, guidelines, notePractices } = curriculum;
    if (options.json) {
      printJson(terminal, { reading, guidelines, notePractices });
      return;
    }
    const { print, paint } = terminal;
    print(paint("strong", "Reading strategy"));
    reading.forEach(({ name, what, minutes }, index) => {
      print(wrap(`  ${index + 1} ${name}: ${what} (${sayRange(minutes)})`, "    "));
    });
    for (const [title, lines] of [
      ["Implementation guidelines", guidelines],
      ["Note-taking", notePractices],
    ] as const) {
      print(paint("strong", title));
      for (const text of lines) print(wrap(`  - ${text}`, "    "));
    }
  });
}

/** The plan and what goes with it: dates, settings, goals, rewards, check-ins. */

import type { Body } from "../entries/entry.ts";
import { phaseMeant, phaseName } from "../progress/phase.ts";
import { isSkipped, keptCheckin } from "../progress/schedule.ts";
import { type Day, earliest, weekdayOf, weekdays } from "../time/calendar.ts";
import { type Minutes, sayDuration } from "../time/duration.ts";
import { daysOff, lengthOf, longestOff } from "../time/time-off.ts";
import type { CommandOf } from "./command.ts";
import {
  breakFault,
  type Decision,
  dayWords,
  entries,
  nothing,
  type Refusal,
  refuse,
  type Situation,
} from "./decision.ts";

export function startWorkspace(command: CommandOf<"start-workspace">, now: Situation): Decision {
  if (now.tally.curriculum !== null) {
    return refuse("already-started", "This workspace has been started already.");
  }
  const { curriculum, timeZone, start, target, minutesAWeek } = command;
  const fault = orderFault(start, target) ?? hoursFault(minutesAWeek);
  if (fault) return fault;
  return entries({ type: "workspace.started", curriculum, timeZone, start, target, minutesAWeek });
}

export function changePlan(command: CommandOf<"change-plan">, now: Situation): Decision {
  const { do: _, dayStarts, easyDays, ...change } = command;
  const { tally, progress } = now;
  if (typeof change.phase === "string") {
    const phase = phaseMeant(change.phase, progress.phases);
    if (phase === null) {
      const known = progress.phases.map(({ number, title }) => `${number} (${title})`).join(", ");
      return refuse("unknown-phase", `There is no phase "${change.phase}": use ${known}, or auto.`);
    }
    change.phase = phaseName(phase);
  }
  const tooMany = hoursFault(change.minutesAWeek ?? null);
  if (tooMany) return tooMany;
  const fault = orderFault(
    change.start === undefined ? tally.start : change.start,
    change.target === undefined ? tally.target : change.target,
  );
  if (fault && (change.start !== undefined || change.target !== undefined)) return fault;
  const changed = Object.entries(change).filter(
    ([key, value]) => value !== undefined && value !== tally[key as keyof typeof change],
  );
  const bodies: Body[] = [];
  if (changed.length > 0) bodies.push({ type: "plan.changed", ...Object.fromEntries(changed) });
  if (dayStarts !== undefined && dayStarts !== tally.dayStarts) {
    bodies.push({ type: "day.begins", at: dayStarts });
  }
  if (easyDays !== undefined) {
    const days = weekdays.filter((day) => easyDays.includes(day));
    if (days.join() !== tally.easyDays.join()) bodies.push({ type: "week.eased", days });
  }
  return entries(...bodies);
}

export function setAway(command: CommandOf<"set-away">, { tally }: Situation): Decision {
  const { from, until, away } = command;
  if (until < from) {
    return refuse("no-time-off", `Time off from ${from} can't end on ${until}, which is earlier.`);
  }
  const length = lengthOf({ from, until });
  if (length > longestOff) {
    return refuse(
      "no-time-off",
      `From ${from} to ${until} is ${length} days; time off is ${longestOff} days at most.`,
    );
  }
  const off = daysOff(tally.away, from, until);
  if (off === (away ? length : 0)) return nothing;
  return entries({ type: "away.set", from, until, away });
}

export function orderFault(start: Day | null, target: Day | null): Refusal | null {
  if (start === null || target === null || start <= target) return null;
  return refuse(
    "target-before-start",
    `The target ${target} is before the start ${start}; give a later target or an earlier start.`,
  );
}

const minutesOfAWeek = 7 * 24 * 60;

function hoursFault(minutes: Minutes | null): Refusal | null {
  if (minutes === null || minutes <= minutesOfAWeek) return null;
  return refuse(
    "too-many-hours",
    `A week has only 168 hours, fewer than ${sayDuration(minutes)}. Say how many you mean to study.`,
  );
}

export function changeSettings(command: CommandOf<"change-settings">, now: Situation): Decision {
  const { do: _, ...change } = command;
  const { settings } = now.tally;
  const changed = Object.entries(change).filter(
    ([key, value]) => value !== undefined && value !== settings[key as keyof typeof settings],
  );
  if (changed.length === 0) return nothing;
  return entries({ type: "settings.changed", ...Object.fromEntries(changed) });
}

export function setGoal(command: CommandOf<"set-goal">, now: Situation): Decision {
  const week = now.progress.weeks.find(({ number }) => number === command.week);
  if (!week) return refuse("unknown-week", `There is no week ${command.week}.`);
  if (week.goal === command.text) return nothing;
  return (
    breakFault(command.text) ?? entries({ type: "goal.set", week: week.number, text: command.text })
  );
}

export function setReward(command: CommandOf<"set-reward">, now: Situation): Decision {
  const reward = now.progress.rewards.find(({ after }) => after === command.reward);
  if (!reward) return refuse("unknown-reward", `There is no reward "${command.reward}".`);
  if (reward.text === command.text) return nothing;
  return (
    breakFault(command.text) ??
    entries({ type: "reward.set", reward: reward.after, text: command.text })
  );
}

function unknownCheckin(checkin: string, { curriculum }: Situation): Decision | null {
  const known = [
    ...curriculum.weekly.map((weekly) => weekly.kind as string),
    ...curriculum.monthly.map((monthly) => `month:${monthly.month}`),
  ];
  return known.includes(checkin)
    ? null
    : refuse("unknown-checkin", `There is no check-in "${checkin}": use ${known.join(", ")}.`);
}

export function skipCheckin(command: CommandOf<"skip-checkin">, now: Situation): Decision {
  const { checkin, on, skipped } = command;
  const unknown = unknownCheckin(checkin, now);
  if (unknown !== null) return unknown;
  if (skipped && keptCheckin(now.tally, checkin, on) !== undefined) {
    return refuse(
      "checkin-done",
      `The check-in of ${dayWords(now)(on)} is done; there is nothing to skip.`,
    );
  }
  if (isSkipped(now.tally, checkin, on) === skipped) return nothing;
  return entries({ type: "checkin.skipped", checkin, on, skipped });
}

export function markCheckin(command: CommandOf<"mark-checkin">, now: Situation): Decision {
  const { checkin, done, answers } = command;
  const unknown = unknownCheckin(checkin, now);
  if (unknown !== null) return unknown;
  const { today } = now.progress;
  const isMonth = checkin.startsWith("month:");
  const was = keptCheckin(now.tally, checkin, command.on);
  // A month is marked as such: where it was marked before, that mark changes; before its day, it is done today.
  const on = isMonth ? (was?.on ?? earliest(command.on, today)) : command.on;
  if (done && was === undefined && on > today) {
    return refuse(
      "in-the-future",
      `The check-in of ${dayWords(now)(on)} has not come yet; it is for ${weekdayOf(on)[0]?.toUpperCase()}${weekdayOf(on).slice(1)}.`,
    );
  }
  const same = done ? was !== undefined && answers === undefined : was === undefined;
  if (same) return nothing;
  return entries({
    type: "checkin.marked",
    checkin,
    on,
    done,
    ...(answers === undefined ? {} : { answers }),
  });
}

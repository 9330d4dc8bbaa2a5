/** The forecast as the one sentence that matters. */

import { type Day, sayDay } from "../time/calendar.ts";
import type { Forecast } from "./forecast.ts";

/** A pace above this, 16 hours on each day, is no advice. */
const mostMinutesAWeek = 7 * 16 * 60;

export function forecastSentence(
  forecast: Forecast,
  days: { readonly start: Day; readonly target: Day; readonly today: Day },
): string {
  const { state, paceMinutesAWeek: pace, finish, daysLate } = forecast;
  if (state === "finished") return "All papers are done.";
  const tenths = Math.round(neededHours(forecast.neededMinutesAWeek ?? Infinity) * 10);
  const feasible = tenths * 6 <= mostMinutesAWeek;
  const needed = `${tenths / 10} h a week`;

  if (finish === null || daysLate === null) {
    const why = stillness(forecast);
    if (feasible) return `${why}: ${needed} would ${pace > 0 ? "" : "still "}make it.`;
    const gone = days.target < days.today ? "is past" : "is out of reach";
    return `${why}, and the target, ${sayDay(days.target)}, ${gone}.`;
  }
  const planned = state === "not-started" ? "the planned " : "";
  const when = `At ${planned}${sayPace(pace)} you finish on ${sayDay(finish)}`;
  if (daysLate === 0) return `${when}, on the day.`;
  const count = Math.abs(daysLate);
  const off = `${when}, ${count} ${count === 1 ? "day" : "days"} ${daysLate > 0 ? "late" : "early"}`;
  if (daysLate < 0 || !feasible) return `${off}.`;
  // The median falls a little behind the mean pace, so the needed pace can round to the same number.
  const more = tenths > Math.round(pace / 6) ? needed : "a little more";
  return `${off}; ${more} would make it.`;
}

/** Hours with one decimal, rounded up, because a rounded-down pace would miss the target. */
export function neededHours(minutesAWeek: number): number {
  return Math.ceil(minutesAWeek / 6 - 1e-9) / 10;
}

function stillness({ state, paceMinutesAWeek: pace }: Forecast): string {
  if (pace > 0) return `At ${sayPace(pace)} you do not finish within ten years`;
  if (state === "not-started") return "Nothing is planned or logged yet";
  return "You have logged nothing for a while";
}

function sayPace(minutesAWeek: number): string {
  const tenths = Math.round(minutesAWeek / 6);
  return tenths === 0 ? "less than 0.1 h a week" : `${tenths / 10} h a week`;
}

/** The forecast as the one sentence that matters. */

import type { Day, SayDay } from "../time/calendar.ts";
import { type Minutes, sayDuration } from "../time/duration.ts";
import type { Forecast } from "./forecast.ts";

/** A pace above this, 16 hours on each day, is no advice. */
const mostMinutesAWeek = 7 * 16 * 60;

export function forecastSentence(
  forecast: Forecast,
  days: { readonly start: Day; readonly target: Day; readonly today: Day },
  sayDay: SayDay,
): string {
  const { state, finish, daysLate } = forecast;
  if (state === "finished") return "All papers are done.";
  const needed = sayNeeded(forecast);

  if (finish === null || daysLate === null) {
    const why = stillness(forecast);
    const still = forecast.paceMinutesAWeek > 0 ? "" : "still ";
    if (needed !== null) return `${why}: ${needed} a week would ${still}make it.`;
    const gone = days.target < days.today ? "is past" : "is out of reach";
    return `${why}, and the target, ${sayDay(days.target)}, ${gone}.`;
  }
  const planned = state === "not-started" ? "the planned " : "";
  const when = `At ${planned}${sayPace(forecast)} you finish on ${sayDay(finish)}`;
  if (daysLate === 0) return `${when}, on the day.`;
  const count = Math.abs(daysLate);
  const off = `${when}, ${count} ${count === 1 ? "day" : "days"} ${daysLate > 0 ? "late" : "early"}`;
  return daysLate < 0 || needed === null ? `${off}.` : `${off}; ${needed} a week would make it.`;
}

/**
 * The pace that meets the target, in words that agree with the pace and the finish beside them; null where no pace
 * does. The median falls a little after the mean pace, so the figures alone could be the same or turned round.
 */
export function sayNeeded(forecast: Forecast): string | null {
  const { neededMinutesAWeek, daysLate } = forecast;
  const least = neededPace(neededMinutesAWeek ?? Infinity);
  if (least > mostMinutesAWeek) return null;
  const pace = shownPace(forecast);
  const late = daysLate === null || daysLate > 0;
  if (late) return least > pace ? sayDuration(least) : `a little more than ${sayDuration(pace)}`;
  return sayDuration(Math.min(least, pace));
}

/** A pace is no more certain than this. */
const paceStep = 5;

/** The pace that meets a target as it is shown: rounded up, because a rounded-down one would miss it. */
function neededPace(minutesAWeek: number): Minutes {
  return Math.max(1, Math.ceil(minutesAWeek / paceStep - 1e-9)) * paceStep;
}

/** The pace as it is shown: a planned one as it was said. */
function shownPace({ state, paceMinutesAWeek }: Forecast): Minutes {
  return state === "not-started"
    ? Math.round(paceMinutesAWeek)
    : Math.round(paceMinutesAWeek / paceStep) * paceStep;
}

function stillness(forecast: Forecast): string {
  const { state, paceMinutesAWeek: pace } = forecast;
  if (pace > 0) return `At ${sayPace(forecast)} you do not finish within ten years`;
  if (state === "not-started") return "Nothing is planned or logged yet";
  return "You have logged nothing for a while";
}

function sayPace(forecast: Forecast): string {
  const shown = shownPace(forecast);
  return shown === 0 ? "less than 5m a week" : `${sayDuration(shown)} a week`;
}

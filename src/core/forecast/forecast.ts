/**
 * When will the learner be finished? The answer is a range, because a pace is never known for sure. Days off are no
 * days here: all is reckoned on a calendar without them.
 *
 * 1. Pace. Days are grouped into blocks of seven, counted back from the last day that is over. Block k
 *    covers the share fₖ of a week (only the oldest can be partial), holds xₖ minutes, and weighs
 *    wₖ = 2^(−k/4). The learner's own rate is r = Σwₖxₖ / Σwₖfₖ over n = Σfₖ weeks. It is shrunk towards
 *    the plan p as if two more weeks had gone exactly as planned: m = (n·r + 2p) / (n + 2).
 * 2. Work. The learner's ratio of spent to estimated time is shrunk to 1 as if ten more hours had taken
 *    exactly as long as estimated: ρ = (spent + 10 h) / (estimated + 10 h). The work left is ρ · estimate.
 * 3. Simulation. Each run draws week after week from the learner's own weeks (by weight) and, for the two
 *    weeks of the plan, from values spread around p. The mean of these draws is m exactly. A run is also
 *    quicker or slower as a whole by a log-normal factor with median 1, because m and ρ are themselves
 *    uncertain. The finish inside the last week is interpolated; the answer is quantiles of the runs.
 */

import { addDays, type Day, daysBetween } from "../time/calendar.ts";
import type { Minutes } from "../time/duration.ts";
import { type StudyCalendar, studyCalendar, type TimeOff } from "../time/time-off.ts";
import { evenTable, generator, normal } from "./random.ts";

export interface ForecastInput {
  readonly today: Day;
  readonly start: Day;
  readonly target: Day;
  readonly away: TimeOff;
  /** What the learner said they would do; 0 when they did not say. */
  readonly plannedMinutesAWeek: Minutes;
  /** Real sessions; an adjustment can make a day negative. */
  readonly minutesByDay: ReadonlyMap<Day, Minutes>;
  /** The curriculum's estimate of all work. */
  readonly totalMinutes: Minutes;
  /** The curriculum's estimate of what is not done yet. */
  readonly remainingMinutes: Minutes;
  /** Real minutes spent on papers that are done, and the curriculum's estimate for these. */
  readonly spentOnDone: Minutes;
  readonly estimatedForDone: Minutes;
}

export interface Forecast {
  readonly state: "not-started" | "under-way" | "finished";
  readonly paceMinutesAWeek: number;
  /** The work left, corrected by the learner's own ratio. */
  readonly remainingMinutes: Minutes;
  /** The median; like the 10 % and 90 % quantiles, null when it is more than ten years away. */
  readonly finish: Day | null;
  readonly early: Day | null;
  readonly late: Day | null;
  /** The pace that meets the target; null when the target is past. */
  readonly neededMinutesAWeek: number | null;
  /** Finish minus target; negative is early. */
  readonly daysLate: number | null;
}

const halfLifeWeeks = 4;
const planWeeks = 2;
const ratioMinutes = 10 * 60;
/** How far the estimate of the rest may be off before the learner has done anything, as a share of it. */
const ratioSpread = 0.25;
/** After so many empty weeks the pace is taken to be zero: neither the plan nor old weeks describe now. */
const silentWeeks = 4;
const horizonWeeks = 522;
/** A planned week as it turns out, as factors of the plan; the mean is 1, and one in seven is lost. */
const planFactors = [0, 0.5, 0.8, 1, 1.2, 1.5, 2];

export interface ForecastOptions {
  readonly seed?: number;
  readonly runs?: number;
}

/** `spread` is the standard deviation of ln(mean); `weeks` are evenly likely weeks to draw from. */
interface Pace {
  readonly mean: number;
  readonly spread: number;
  readonly weeks: Float64Array;
}

const standstill: Pace = { mean: 0, spread: 0, weeks: new Float64Array(1) };

export function forecast(input: ForecastInput, options: ForecastOptions = {}): Forecast {
  const calendar = studyCalendar(input.away);
  const { numberOf, numberOfWork } = calendar;
  const workedOn = [...input.minutesByDay]
    .filter(([on, minutes]) => minutes > 0 && on <= input.today)
    .map(([on]) => on);
  // A day with a session counts as over; one without is still ahead, or each morning would slow the pace.
  const begun = (input.minutesByDay.get(input.today) ?? 0) > 0;
  const over = begun ? numberOfWork(input.today) + 1 : numberOf(input.today);
  const first = Math.max(over, numberOf(input.start));
  const work = workLeft(input);
  const remaining = work.minutes;
  const pace = paceOf(input, workedOn.map(numberOfWork), over, calendar);
  const studyDays = numberOf(addDays(input.target, 1)) - first;
  const needed = input.target < input.today ? null : (remaining * 7) / Math.max(1, studyDays);

  const ends = simulate(remaining, Math.hypot(pace.spread, work.spread), pace, options);
  const lastWorked = workedOn.toSorted().at(-1) ?? input.today;
  const endAt = (share: number): Day | null => {
    if (remaining === 0) return lastWorked;
    const weeks = ends[Math.max(0, Math.ceil(share * ends.length) - 1)] ?? Infinity;
    // The first day ends 1/7 week in; the small number keeps rounding from adding a day.
    if (!Number.isFinite(weeks)) return null;
    return calendar.dayOf(first + Math.max(0, Math.ceil(weeks * 7 - 1e-9) - 1));
  };
  const finish = endAt(0.5);
  const untouched = workedOn.length === 0 && input.remainingMinutes >= input.totalMinutes;
  return {
    state: remaining === 0 ? "finished" : untouched ? "not-started" : "under-way",
    paceMinutesAWeek: pace.mean,
    remainingMinutes: remaining,
    finish,
    early: endAt(0.1),
    late: endAt(0.9),
    neededMinutesAWeek: needed,
    daysLate: finish === null ? null : daysBetween(input.target, finish),
  };
}

/** The work left, and the standard deviation of its logarithm: σ = 0.25 · √(10 h / (10 h + estimated)). */
function workLeft(input: ForecastInput): { readonly minutes: Minutes; readonly spread: number } {
  // Papers ticked off without logged time say nothing about speed; the limits catch papers half logged.
  const known = input.spentOnDone > 0 && input.estimatedForDone > 0;
  const spent = ratioMinutes + (known ? input.spentOnDone : 0);
  const estimated = ratioMinutes + (known ? input.estimatedForDone : 0);
  const corrected = input.remainingMinutes * Math.min(3, Math.max(1 / 3, spent / estimated));
  const minutes = input.remainingMinutes > 0 ? Math.max(1, Math.round(corrected)) : 0;
  return { minutes, spread: ratioSpread * Math.sqrt(ratioMinutes / estimated) };
}

function sumOf<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}

function paceOf(
  input: ForecastInput,
  worked: readonly number[],
  over: number,
  { numberOf, numberOfWork }: StudyCalendar,
): Pace {
  const start = numberOf(input.start);
  const firstWorked = worked.reduce((least, on) => (on >= start && on < least ? on : least), over);
  // Weeks before the first session tell when the learner began, not how fast they go.
  const begin = start + 7 * Math.floor((firstWorked - start) / 7);
  const days = firstWorked < over ? over - begin : 0;
  const sums = new Array<number>(Math.ceil(days / 7)).fill(0);
  for (const [on, minutes] of input.minutesByDay) {
    const age = over - 1 - numberOfWork(on);
    const block = Math.floor(age / 7);
    if (age >= 0 && age < days) sums[block] = (sums[block] ?? 0) + minutes;
  }
  const own = sums.map((sum, k) => ({
    minutes: Math.max(0, sum),
    share: Math.min(1, (days - 7 * k) / 7),
    weight: 2 ** (-k / halfLifeWeeks),
  }));
  const recent = sumOf(own.slice(0, silentWeeks), (week) => week.minutes);
  if (own.length > silentWeeks && recent === 0) return standstill;

  const n = days / 7;
  const weighed = sumOf(own, (week) => week.weight * week.share);
  const rate = sumOf(own, (week) => week.weight * week.minutes) / (weighed || 1);
  // Without a plan the learner's own rate is the centre; the first days count as a whole week.
  const centre = input.plannedMinutesAWeek > 0 ? input.plannedMinutesAWeek : rate * Math.min(1, n);
  const mean = (n * rate + planWeeks * centre) / (n + planWeeks);
  // What a partial week lacks is filled at the mean pace, which keeps the mean of all draws at m.
  const lived = own.map(({ minutes, share, weight }) => ({
    value: minutes + (1 - share) * mean,
    weight: (weight * n) / weighed,
  }));
  const weight = planWeeks / planFactors.length;
  const draws = [...lived, ...planFactors.map((factor) => ({ value: centre * factor, weight }))];
  // The variance of a mean: s² / (n_eff + 2), where n_eff = (Σw)² / Σw² counts weeks of equal weight.
  const squares = sumOf(draws, (d) => d.weight * (d.value - mean) ** 2);
  const effective = sumOf(lived, (d) => d.weight) ** 2 / (sumOf(lived, (d) => d.weight ** 2) || 1);
  const ofMean = squares / sumOf(draws, (d) => d.weight) / (effective + planWeeks);
  const spread = mean > 0 ? Math.sqrt(Math.log1p(ofMean / mean ** 2)) : 0;
  return { mean, spread, weeks: evenTable(draws) };
}

/** The weeks that each run needs, in order; Infinity for a run that does not end within the horizon. */
function simulate(
  remaining: Minutes,
  deviation: number,
  { mean, weeks }: Pace,
  { seed = 1, runs = 1000 }: ForecastOptions,
): Float64Array {
  const ends = new Float64Array(Math.max(1, Math.floor(runs))).fill(Infinity);
  if (mean <= 0) return ends;
  const seeds = generator(seed);
  for (let run = 0; run < ends.length; run++) {
    // A sequence for each run: more work then lengthens every run and cannot reshuffle the others.
    const random = generator(seeds() * 2 ** 32);
    let left = remaining * Math.exp(-deviation * normal(random));
    for (let week = 0; week < horizonWeeks; week++) {
      const minutes = weeks[(random() * weeks.length) | 0] ?? 0;
      if (minutes >= left && minutes > 0) {
        ends[run] = week + left / minutes;
        break;
      }
      left -= minutes;
    }
  }
  return ends.sort();
}

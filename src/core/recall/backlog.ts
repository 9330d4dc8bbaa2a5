/**
 * What becomes of the cards that fell due while nothing was asked. They come back a share a day, for as many days as
 * were off: the longest overdue first. Which cards a day asks follows from the morning of that day alone, so every
 * device, at every hour, asks the same ones.
 */
import { addDays, type Day, daysBetween, latest } from "../time/calendar.ts";
import { lengthOf, type Stretch, type TimeOff } from "../time/time-off.ts";

/** After so many days the backlog is over, however long the time off was. */
const longestSpread = 14;

export interface DueCard<C> {
  readonly card: C;
  readonly due: Day;
}

/** The time off whose backlog is spread over days that have not all passed; the last one that has begun. */
export function stretchBehind(off: TimeOff, today: Day): Stretch | null {
  const last = off.findLast(({ from }) => from <= today);
  return last !== undefined && today <= lastDayOf(last) ? last : null;
}

function lastDayOf(stretch: Stretch): Day {
  return addDays(stretch.until, Math.min(lengthOf(stretch), longestSpread));
}

/**
 * On which day each card is asked, of `cards` in the order of their due days. `today` is the first day that can ask;
 * what fell due after the time off keeps its day.
 */
export function spreadAfter<C>(
  stretch: Stretch,
  cards: readonly DueCard<C>[],
  today: Day,
): readonly DueCard<C>[] {
  const { until } = stretch;
  const behind = cards.filter(({ due }) => due <= until);
  const first = latest(addDays(until, 1), today);
  const days = daysBetween(first, lastDayOf(stretch)) + 1;
  if (days < 1) return cards;
  let place = 0;
  return cards.map((one) => {
    if (one.due > until) return one;
    const due = addDays(first, Math.floor((place * days) / behind.length));
    place += 1;
    return { ...one, due };
  });
}

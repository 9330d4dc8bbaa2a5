/** Cards that keep failing: asking them again and again teaches nothing; other words would. */
import type { DayNumber } from "./card-memory.ts";
import type { Grade } from "./entry.ts";
import type { CardTally } from "./tally.ts";

/** Forgotten on so many days, a card is set aside. */
export const asideAfter = 4;
/** Known after so many days, it is learned: what was before is forgiven. */
const wellKnownAfter = 21;

/** What a card's failures come to with one answer more. Several on one day are one. */
export function failingAfter(
  { failing, answers }: Pick<CardTally, "failing" | "answers">,
  grade: Grade,
  day: DayNumber,
): Pick<CardTally, "failing"> {
  const { days = 0, known = 0, last = null } = failing ?? {};
  if (grade === 1) return { failing: { days: last === day ? days : days + 1, known, last: day } };
  const before = answers.at(-1);
  if (failing === undefined || before === undefined || day - before >= wellKnownAfter) return {};
  return { failing: { ...failing, known: before < day ? known + 1 : known } };
}

/** Whether a card is set aside until its words change or it is taken up again: it is forgotten as often as known. */
export function isAside(card: Pick<CardTally, "failing"> | undefined): boolean {
  const { days = 0, known = 0 } = card?.failing ?? {};
  return days >= asideAfter && days >= known;
}

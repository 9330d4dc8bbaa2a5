/** Cards that keep failing: asking them again and again teaches nothing; other words would. */
import { answerSize, type DayNumber } from "./card-memory.ts";
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
  if (grade === 1) {
    const days = failing?.last === day ? failing.days : (failing?.days ?? 0) + 1;
    return { failing: { days, last: day } };
  }
  const before = answers.at(-1);
  const known =
    answers.length >= answerSize && before !== undefined && day - before >= wellKnownAfter;
  return failing === undefined || known ? {} : { failing };
}

/** Whether a card is set aside until its words change or it is taken up again. */
export function isAside(card: Pick<CardTally, "failing"> | undefined): boolean {
  return (card?.failing?.days ?? 0) >= asideAfter;
}

/**
 * Which cards a quiz asks. The draw is a function of the day and the journal: the hour, the device and what was
 * answered since the morning do not change it, so the same quiz can be left and taken up again.
 */

import type { Curriculum, PaperId, Range } from "../content/curriculum.ts";
import { papersOfWeek, type WeekRhythm } from "../content/rhythm.ts";
import { answerSize, type Recalled } from "../entries/card-memory.ts";
import type { Tally } from "../entries/tally.ts";
import { planWeek } from "../progress/planned-days.ts";
import type { Progress } from "../progress/progress.ts";
import { monthDays, weekOf } from "../progress/schedule.ts";
import { type Day, dayBegins } from "../time/calendar.ts";
import { lotOf } from "./lot.ts";
import { chanceOf, type HeldCard, isBegun, memoryOf } from "./recall.ts";

/** How many cards a week's quiz asks. */
export const quizLength = 10;
/** How many cards a month's review asks. */
export const monthLength = 15;

/**
 * Cards of the week's papers first, then of the phase's, then of other begun papers; of each the least certain
 * first. A card that was never answered counts as even odds.
 */
export function quizCards(
  held: readonly HeldCard[],
  tally: Tally,
  progress: Progress,
  on: Day,
  rhythm: readonly WeekRhythm[],
): readonly HeldCard[] {
  const week = planWeek(progress, on);
  const ofWeek = week === null ? new Set<PaperId>() : papersOfWeek(rhythm, week);
  const ofPhase = phasePapers(progress, week === null ? null : { least: week, most: week });
  const rank = (paper: PaperId | null) => {
    if (paper === null) return 2;
    return ofWeek.has(paper) ? 0 : ofPhase.has(paper) ? 1 : 2;
  };
  return ranked(held, tally, progress, on)
    .toSorted((a, b) => rank(a.card.paper) - rank(b.card.paper))
    .slice(0, quizLength);
}

/**
 * The review at a month's end: by turns a card of each paper of the month's phases, the cards that need thought
 * before those of memory, the least certain first.
 */
export function monthCards(
  held: readonly HeldCard[],
  tally: Tally,
  progress: Progress,
  curriculum: Curriculum,
  month: number,
): readonly HeldCard[] {
  const { start } = progress;
  const days = start === null ? null : monthDays(curriculum, start, month);
  if (start === null || days === null) return [];
  const { from, to } = days;
  const papers = phasePapers(progress, { least: weekOf(start, from), most: weekOf(start, to) });
  const thought = ({ card }: HeldCard) => (card.kind === "recall" ? 1 : 0);
  const byPaper = Map.groupBy(
    ranked(held, tally, progress, to)
      .filter(({ card }) => card.paper !== null && papers.has(card.paper))
      .toSorted((a, b) => thought(a) - thought(b)),
    ({ card }) => card.paper,
  );
  const turns = [...byPaper.values()].flatMap((cards) =>
    cards.map((card, turn) => ({ card, turn })),
  );
  return turns
    .toSorted((a, b) => a.turn - b.turn)
    .slice(0, monthLength)
    .map(({ card }) => card);
}

/** The papers of the phases that touch these weeks. */
function phasePapers(progress: Progress, weeks: Range | null): ReadonlySet<PaperId> {
  if (weeks === null) return new Set();
  const touched = progress.phases.filter(
    (phase) => phase.weeks.least <= weeks.most && weeks.least <= phase.weeks.most,
  );
  return new Set(touched.flatMap(({ papers }) => papers.map(({ id }) => id)));
}

/** Begun and not suspended, the least certain at the beginning of `on` first. */
function ranked(
  held: readonly HeldCard[],
  tally: Tally,
  progress: Progress,
  on: Day,
): readonly HeldCard[] {
  const morning = dayBegins(on, progress);
  const { retention } = tally.settings;
  return held
    .filter(({ suspended, card }) => !suspended && isBegun(progress, card.paper))
    .map((one) => {
      const past = knownBefore(tally.cards[one.card.id], morning);
      const chance = chanceOf(one.card.id, past, retention, on) ?? 0.5;
      // As it was in the morning, so that its numbers too are those of the day.
      const memory = memoryOf(one.card.id, past, retention);
      return { one: { ...one, memory }, chance, lot: lotOf(`${on} ${one.card.id}`) };
    })
    .toSorted((a, b) => a.chance - b.chance || a.lot - b.lot)
    .map(({ one }) => one);
}

/**
 * A card's past as it was at `moment`. Of a card that was answered more often since than answers are kept, the
 * earliest that is known.
 */
function knownBefore(past: Recalled | undefined, moment: number): Recalled | undefined {
  if (past === undefined) return undefined;
  const first = past.answers.findIndex(
    (value, index) => index % answerSize === 0 && value >= moment,
  );
  return first < 0 ? past : { ...past, answers: past.answers.slice(0, first) };
}

/** What a desired retention costs: the higher it is, the sooner each card comes again. */
import { type Model, schedulerFor } from "../entries/card-memory.ts";
import { modelOf, type Tally } from "../entries/tally.ts";
import { type HeldCard, isAsked } from "./recall.ts";

/** How many cards come on a day, once all that were answered go their way: a card of interval n comes every nth day. */
export function cardsADay(held: readonly HeldCard[], model: Model): number {
  const modifier = schedulerFor(model).interval_modifier;
  return held
    .filter((one) => isAsked(one) && one.memory.stage === "review")
    .reduce((sum, { memory }) => sum + 1 / Math.max(1, Math.round(memory.stability * modifier)), 0);
}

/** From here on a card comes so often that the time is better spent on new ones. */
export const dearRetention = 0.97;

/** What another retention would change, in a sentence; null where it changes nothing. */
export function sayCost(
  retention: number,
  held: readonly HeldCard[],
  tally: Pick<Tally, "settings" | "fitted">,
): string | null {
  const now = modelOf(tally);
  if (now.retention === retention) return null;
  const then = { ...now, retention };
  const times = schedulerFor(now).interval_modifier / schedulerFor(then).interval_modifier;
  const [before, after] = [cardsADay(held, now), cardsADay(held, then)].map(sayADay);
  const cards =
    before === after ? "" : `; with the cards you have, ${after} a day instead of ${before}`;
  return `At ${percent(retention)} a card comes ${sayOften(times)} at ${percent(now.retention)}${cards}.`;
}

function sayADay(cards: number): string {
  return cards < 1 ? "less than one" : `about ${Math.round(cards)}`;
}

function sayOften(times: number): string {
  if (times >= 1) return `about ${sayTimes(times)} as often as`;
  const less = sayTimes(1 / times);
  return less === "just" ? "about as often as" : `about ${less} less often than`;
}

function percent(retention: number): string {
  return `${Math.round(retention * 100)} %`;
}

function sayTimes(times: number): string {
  const shown = times < 10 ? Math.round(times * 10) / 10 : Math.round(times);
  return shown === 1 ? "just" : `${shown} times`;
}

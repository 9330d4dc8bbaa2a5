/** Cards whose answers do not stand in the order of their moments: a clock was set, or a file says so. */
import type { CardId } from "../core/content/material.ts";
import type { Millis } from "../core/time/calendar.ts";
import { clockSlack } from "../core/time/clock.ts";
import type { Journal } from "../journal/port.ts";

export interface OddAnswer {
  readonly card: CardId;
  readonly at: Millis;
  /** The latest answer before it in the order of the journal. */
  readonly behind: Millis;
}

/** The first odd answer of each card. */
export async function oddAnswers(journal: Journal): Promise<readonly OddAnswer[]> {
  const latest = new Map<CardId, Millis>();
  const odd = new Map<CardId, OddAnswer>();
  for await (const { entry } of journal.lines()) {
    if (entry?.type !== "card.reviewed") continue;
    const { card, at } = entry;
    const behind = latest.get(card) ?? at;
    if (at < behind - clockSlack && !odd.has(card)) odd.set(card, { card, at, behind });
    latest.set(card, Math.max(at, behind));
  }
  return [...odd.values()];
}

export function sayOddAnswer({ card, at, behind }: OddAnswer): string {
  return `Card ${card}: an answer of ${dayAndTime(at)} comes after one of ${dayAndTime(behind)}; it counts as right after that.`;
}

function dayAndTime(at: Millis): string {
  return new Date(at).toISOString().slice(0, 16).replace("T", " ");
}

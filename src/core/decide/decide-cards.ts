/** Deciding on what helps to remember: cards, quizzes, highlights and teach-backs. */

import type { ItemId } from "../content/curriculum.ts";
import { markColour } from "../content/marks.ts";
import type { CardId } from "../content/material.ts";
import { freshId } from "../content/names.ts";
import { withoutNumbers } from "../content/number-text.ts";
import { readNumbers, type Sides } from "../content/written-numbers.ts";
import { isAside } from "../entries/failing.ts";
import { checkinKey } from "../entries/tally.ts";
import { dayAt } from "../time/calendar.ts";
import { clockSlack } from "../time/clock.ts";
import type { CommandOf } from "./command.ts";
import {
  type Decision,
  dayWords,
  entries,
  nothing,
  paperFault,
  type Refusal,
  refuse,
  type Situation,
} from "./decision.ts";

/**
 * The deck is not at hand here: a card of the curriculum is known by the form of its id, `<paper>.<card>`, and
 * one of the learner's by its entry.
 */
const cardForm = /^[a-z0-9][a-z0-9-]*\.[a-z0-9][a-z0-9.-]*$/;

function cardFault(card: CardId, { tally }: Situation): Refusal | null {
  const known = tally.cards[card];
  const own = card.startsWith("own.");
  const there = known?.removed !== true && (own ? known?.own !== undefined : cardForm.test(card));
  return there ? null : refuse("unknown-card", `There is no card "${card}".`);
}

export function reviewCard(command: CommandOf<"review-card">, now: Situation): Decision {
  const fault = cardFault(command.card, now) ?? paperFault(now, command.paper);
  if (fault) return fault;
  const { card, paper, grade, took } = command;
  const at = command.at ?? now.now;
  if (at > now.now + clockSlack) {
    return refuse("in-the-future", "The answer is dated in the future.");
  }
  return entries({
    type: "card.reviewed",
    card,
    paper,
    grade,
    at,
    on: dayAt(at, now.tally, now.span),
    ...(took === undefined ? {} : { took }),
  });
}

export function addCard(command: CommandOf<"add-card">, now: Situation): Decision {
  const { paper, front, back, source } = command;
  const fault = paperFault(now, paper) ?? sidesFault(front, back);
  if (fault) return fault;
  const used = new Set(Object.keys(now.tally.cards).map((id) => id.slice("own.".length)));
  const card = `own.${freshId(`${paper ?? ""} ${wordsOf({ front, back })}`, used)}` as CardId;
  return entries({ type: "card.added", card, paper, front, back, source: source || null });
}

/** The question's words, which an id is made of. */
function wordsOf(sides: Sides): string {
  const read = readNumbers(sides);
  return withoutNumbers(read.ok ? read.sides.front : sides.front).replaceAll("…", " ");
}

export function editCard(command: CommandOf<"edit-card">, now: Situation): Decision {
  const { card, front, back } = command;
  const fault = cardFault(card, now) ?? sidesFault(front, back);
  if (fault) return fault;
  const text = now.tally.cards[card]?.text;
  if (text?.front === front && text.back === back) return nothing;
  return entries({ type: "card.edited", card, front, back });
}

function sidesFault(front: string, back: string): Refusal | null {
  if (front === "" || back === "") {
    return refuse("empty-text", `The card's ${front === "" ? "front" : "back"} is empty.`);
  }
  // Their formulas are looked at where the card is written: that takes an evaluator.
  const numbers = readNumbers({ front, back });
  return numbers.ok ? null : refuse("not-numbers", numbers.message);
}

export function suspendCard(command: CommandOf<"suspend-card">, now: Situation): Decision {
  const { card, suspended } = command;
  const fault = cardFault(card, now);
  if (fault) return fault;
  const known = now.tally.cards[card];
  const same = suspended ? known?.suspended === true : !known?.suspended && !isAside(known);
  if (same) return nothing;
  return entries({ type: "card.suspended", card, suspended });
}

export function splitCard(command: CommandOf<"split-card">, now: Situation): Decision {
  const { card, paper, first, second } = command;
  const fault = cardFault(card, now) ?? sidesFault(first.front, first.back);
  if (fault) return fault;
  const added = addCard({ do: "add-card", paper, ...second }, now);
  if (!added.ok) return added;
  return entries({ type: "card.edited", card, ...first }, ...added.bodies);
}

/** The parameters come from outside, so they are held to what they say: no fit is kept that gains nothing. */
export function fitRecall(command: CommandOf<"fit-recall">, { tally }: Situation): Decision {
  const { weights, answers, before, after } = command;
  if (weights === null && tally.fitted === null) return nothing;
  if (weights !== null && after >= before) {
    return refuse(
      "no-gain",
      "The fitted parameters predict your answers no better; nothing changes.",
    );
  }
  return entries({ type: "recall.fitted", weights, answers, before, after });
}

export function removeCard({ card }: CommandOf<"remove-card">, now: Situation): Decision {
  const fault = cardFault(card, now);
  if (fault) return fault;
  if (now.tally.cards[card]?.own === undefined) {
    return refuse(
      "not-own",
      "The card belongs to the curriculum: suspend it, and it is no longer asked.",
    );
  }
  return entries({ type: "card.removed", card });
}

export function takeQuiz(command: CommandOf<"take-quiz">, now: Situation): Decision {
  const { on, answers } = command;
  if (answers.length === 0) return refuse("unknown-quiz", "The quiz has no answers yet.");
  if (on > now.progress.today) {
    return refuse("in-the-future", `The quiz of ${dayWords(now)(on)} has not come yet.`);
  }
  const scheduled = now.curriculum.weekly.some(({ kind }) => kind === "quiz");
  const done = now.tally.checkins[checkinKey("quiz", on)] !== undefined;
  return entries(
    { type: "quiz.taken", on, answers },
    ...(scheduled && !done
      ? [{ type: "checkin.marked" as const, checkin: "quiz", on, done: true }]
      : []),
  );
}

export function addHighlight(command: CommandOf<"add-highlight">, now: Situation): Decision {
  const { paper, page, quote, rects, further, colour } = command;
  const fault = paperFault(now, paper);
  if (fault) return fault;
  if (quote === "" || rects.length === 0) {
    return refuse("empty-text", "Nothing is selected: select a passage of the paper first.");
  }
  const used = new Set<string>(now.tally.highlights.map(({ id }) => id));
  const highlight = freshId(`${paper} p${page} ${quote.slice(0, 40)}`, used) as ItemId;
  return entries({
    ...{ type: "highlight.added", highlight, paper, page, quote, rects },
    ...(further === undefined || further.length === 0 ? {} : { further }),
    ...(colour === undefined ? {} : { colour }),
  });
}

export function editHighlight(command: CommandOf<"edit-highlight">, now: Situation): Decision {
  const { highlight, colour, comment } = command;
  const known = now.tally.highlights.find(({ id }) => id === highlight);
  if (known === undefined) return unknownHighlight(highlight);
  const other = {
    ...(colour === undefined || colour === markColour(known) ? {} : { colour }),
    ...(comment === undefined || comment === (known.comment ?? "") ? {} : { comment }),
  };
  if (Object.keys(other).length === 0) return nothing;
  return entries({ type: "highlight.edited", highlight, ...other });
}

const unknownHighlight = (highlight: ItemId): Refusal =>
  refuse("unknown-highlight", `There is no highlight "${highlight}".`);

export function removeHighlight(command: CommandOf<"remove-highlight">, now: Situation): Decision {
  const { highlight } = command;
  return now.tally.highlights.some(({ id }) => id === highlight)
    ? entries({ type: "highlight.removed", highlight })
    : unknownHighlight(highlight);
}

export function writeTeachBack(command: CommandOf<"write-teach-back">, now: Situation): Decision {
  const { paper, text, points } = command;
  const fault = paperFault(now, paper);
  if (fault) return fault;
  if (text === "") return refuse("empty-text", "The explanation is empty.");
  const on = dayAt(now.now, now.tally, now.span);
  return entries({ type: "teachback.written", paper, on, text, points });
}

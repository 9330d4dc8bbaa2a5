/** `quiz`: the week's ten cards, or a month's; drawn by rule, the result kept. */

import type { Card } from "../../core/content/material.ts";
import type { Command } from "../../core/decide/command.ts";
import type { Grade } from "../../core/entries/entry.ts";
import { checkinsBetween } from "../../core/progress/schedule.ts";
import { drawCards } from "../../core/recall/draw-cards.ts";
import { monthCards, quizCards } from "../../core/recall/quiz.ts";
import { heldCards } from "../../core/recall/recall.ts";
import { addDays } from "../../core/time/calendar.ts";
import type { Look, Workspace } from "../../workspace/workspace.ts";
import { chooseDay } from "../choose.ts";
import { openKeys } from "../keys.ts";
import { layProse } from "../prose.ts";
import { type CommonOptions, inWorkspace, lookFresh, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { askCards } from "./ask-cards.ts";
import { record } from "./review.ts";

interface QuizOptions extends CommonOptions {
  readonly on?: string;
  readonly month?: string;
  readonly list?: boolean;
}

export async function quiz(terminal: Terminal, options: QuizOptions): Promise<void> {
  const month = options.month === undefined ? null : Number(options.month);
  if (month !== null && !(Number.isInteger(month) && month >= 1)) {
    throw new Stop(`"${options.month}" is not a month's number.`, 2);
  }
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const months = workspace.curriculum.monthly.map((monthly) => monthly.month);
    if (month !== null && !months.includes(month)) {
      throw new Stop(`There is no review of month ${month}: use ${months.join(", ")}.`, 2);
    }
    const { tally, progress } = look;
    const material = await workspace.material();
    const held = heldCards(material, tally);
    const on =
      options.on === undefined
        ? quizDay(workspace, look)
        : await chooseDay(options.on, terminal.now(), progress);
    if (month === null && on > progress.today) {
      throw new Stop(`The quiz of ${on} has not come yet; take it on its day.`, 2);
    }
    const drawn =
      month === null
        ? quizCards(held, tally, progress, on, material.rhythm)
        : monthCards(held, tally, progress, workspace.curriculum, month);
    const cards = await drawCards(drawn);
    const kept = month === null ? (tally.quizzes[on]?.answers ?? null) : null;
    if (options.json) {
      printJson(terminal, { on: month === null ? on : null, month, cards, result: kept });
      return;
    }
    if (cards.length === 0) {
      terminal.print("No cards yet: they come with the papers that you have begun.");
      return;
    }
    if (options.list) {
      cards.forEach((card, index) => {
        terminal.print(`${index + 1} ${terminal.paint("faint", card.id)}`);
        terminal.verbatim(layProse(card.front, "  "));
      });
      return;
    }
    if (kept !== null) terminal.print(`The quiz of ${on} was taken; this takes its place.`);
    const answers = await ask(terminal, cards);
    if (answers === null) {
      terminal.print("Left before the end; nothing is kept.");
      return;
    }
    const reviews = answers.map(
      ({ card, grade }): Command => ({
        do: "review-card",
        card: card.id,
        paper: card.paper,
        grade,
      }),
    );
    const result = answers.map(({ card, grade }) => ({ card: card.id, grade }));
    const first: readonly Command[] =
      month === null ? [{ do: "take-quiz", on, answers: result }] : [];
    await record(workspace, terminal, [...first, ...reviews]);
    report(terminal, answers);
    terminal.print(
      `\`study checkin ${month === null ? "quiz" : `month:${month}`}\` asks the questions of the ${month === null ? "week" : "month"}.`,
    );
  });
}

interface Answer {
  readonly card: Card;
  readonly grade: Grade;
}

/** Null when it was left: half a quiz is none. */
async function ask(terminal: Terminal, cards: readonly Card[]): Promise<readonly Answer[] | null> {
  const answers: Answer[] = [];
  const keys = openKeys();
  try {
    const ended = await askCards(terminal, keys, {
      question: async () => {
        const card = cards[answers.length];
        return card === undefined
          ? null
          : { card, place: `question ${answers.length + 1} of ${cards.length}` };
      },
      answer: async (card, grade) => {
        answers.push({ card, grade });
      },
      undo: async () => answers.pop() !== undefined,
    });
    return ended === "left" ? null : answers;
  } finally {
    keys.close();
  }
}

function report({ print, verbatim, paint }: Terminal, answers: readonly Answer[]): void {
  const missed = answers.filter(({ grade }) => grade === 1);
  print(paint("strong", `${answers.length - missed.length} of ${answers.length} known.`));
  if (missed.length > 0) print("Missed:");
  for (const { card } of missed) {
    verbatim(layProse(card.front, "  "));
    if (card.source !== null) print(paint("faint", `  ${card.source}`));
  }
}

/** The quiz that now is for: the last one of the schedule while it is open, else one of today's own. */
function quizDay({ curriculum }: Workspace, { tally, today }: Look) {
  const weekly = curriculum.weekly.find(({ kind }) => kind === "quiz");
  if (weekly === undefined || tally.start === null) return today;
  const past = checkinsBetween(curriculum, tally, addDays(today, -6), today).filter(
    ({ checkin }) => checkin === "quiz",
  );
  const last = past.at(-1);
  return last !== undefined && !last.done && !last.skipped ? last.on : today;
}

/** `review`: the cards that are due, by FSRS. */

import type { PaperId } from "../../core/content/curriculum.ts";
import type { Card, Material } from "../../core/content/material.ts";
import { asideAfter, isAside } from "../../core/entries/failing.ts";
import { modelOf } from "../../core/entries/tally.ts";
import { drawCards } from "../../core/recall/draw-cards.ts";
import { heldCards, intervalsOf, type Queue, queueOf } from "../../core/recall/recall.ts";
import { sayDay, timeAt } from "../../core/time/calendar.ts";
import { stretchOn } from "../../core/time/time-off.ts";
import type { Look, Workspace } from "../../workspace/workspace.ts";
import { choosePaper } from "../choose.ts";
import { openKeys } from "../keys.ts";
import { type CommonOptions, inWorkspace, lookFresh, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { wrap } from "../wrap.ts";
import { askCards } from "./ask-cards.ts";
import { intervalText } from "./interval.ts";
import { offerSection } from "./read-again.ts";

interface ReviewOptions extends CommonOptions {
  readonly paper?: string;
}

export async function review(
  terminal: Terminal,
  said: readonly string[],
  options: ReviewOptions,
): Promise<void> {
  const named = said.length === 0 ? options.paper : said.join(" ");
  if (said.length > 0 && options.paper !== undefined) {
    throw new Stop("The paper is named twice; leave out --paper.", 2);
  }
  await inWorkspace(terminal, options, async (workspace) => {
    let look = await lookFresh(terminal, workspace);
    const material = await workspace.material();
    const paper = named === undefined ? null : choosePaper(named, workspace, look);
    if (options.json) {
      printJson(terminal, await queueJson(queueNow(material, look, paper, terminal.now())));
      return;
    }
    const zone = look.progress.timeZone;
    if (queueNow(material, look, paper, terminal.now()).cards.length === 0) {
      terminal.print(nothingDue(queueNow(material, look, paper, terminal.now()), look, zone));
      return;
    }
    const answered: Card[] = [];
    let wanted: Card | null = null;
    const keys = openKeys();
    try {
      const ended = await askCards(terminal, keys, {
        question: async () => {
          const queue = queueNow(material, look, paper, terminal.now());
          const next = queue.cards.find(({ card }) => card.id === wanted?.id) ?? queue.cards[0];
          if (next === undefined) return null;
          const { tally } = look;
          const [card = next.card] = await drawCards([next]);
          const intervals = intervalsOf(
            next.card.id,
            tally.cards[next.card.id],
            modelOf(tally),
            look.today,
          );
          const held = queue.held > 0 ? `, ${queue.held} left for another day` : "";
          return {
            card,
            place: `${queue.cards.length} to go${held}`,
            beside: {
              1: intervalText(intervals[1]),
              2: intervalText(intervals[2]),
              3: intervalText(intervals[3]),
              4: intervalText(intervals[4]),
            },
          };
        },
        answer: async (card, grade, took) => {
          look = await record(workspace, terminal, [
            { do: "review-card", card: card.id, paper: card.paper, grade, took },
          ]);
          answered.push(card);
          if (grade === 1) offerSection(terminal, material, card);
          if (isAside(look.tally.cards[card.id])) sayAside(terminal, card);
          wanted = null;
        },
        undo: async () => {
          const last = answered.pop();
          if (last === undefined) return false;
          look = await record(workspace, terminal, [{ do: "undo" }]);
          wanted = last;
          return true;
        },
      });
      const queue = queueNow(material, look, paper, terminal.now());
      terminal.print(
        ended === "left"
          ? `${count(answered.length, "card")} answered, ${queue.cards.length} still due.`
          : `${count(answered.length, "card")} answered. ${nothingDue(queue, look, zone)}`,
      );
    } finally {
      keys.close();
    }
  });
}

/** Asking once more would not help; other words may. */
function sayAside({ print, paint }: Terminal, { id }: Card): void {
  print(
    paint(
      "late",
      wrap(`${id} was forgotten on ${asideAfter} days, as often as known: it is set aside.`),
    ),
  );
  print(
    wrap(
      `Other words may help: \`study cards edit ${id} --front … --back …\`, or two cards of it: \`study cards split ${id} …\`. \`study cards resume ${id}\` asks it again as it is.`,
      "  ",
    ),
  );
}

/** Records without printing: the session itself shows what happened. */
export async function record(
  workspace: Workspace,
  terminal: Terminal,
  commands: Parameters<Workspace["run"]>[0],
): Promise<Look> {
  const outcome = await workspace.run(commands, "cli", terminal.now());
  if (!outcome.ok) throw new Stop(outcome.message);
  return outcome.look;
}

function queueNow(material: Material, look: Look, paper: PaperId | null, now: number): Queue {
  const held = heldCards(material, look.tally).filter(
    ({ card }) => paper === null || card.paper === paper,
  );
  return queueOf(held, look.tally, now, look.progress);
}

function nothingDue(queue: Queue, look: Look, zone: string): string {
  if (queue.next !== null) return `The next card comes at ${timeAt(queue.next, zone)}.`;
  const off = stretchOn(look.progress.away, look.today);
  if (off !== null && queue.held > 0) {
    return `You are away until ${sayDay(off.until)}; ${count(queue.held, "card")} wait. \`study away end\` goes on with them.`;
  }
  if (queue.held > 0) {
    return `Today's limit is reached: ${count(queue.held, "card")} left for another day.`;
  }
  const begun = look.progress.minutes > 0 || look.progress.read > 0;
  return begun
    ? "Nothing is due today."
    : "Nothing is due: the cards of a paper come once you have begun it.";
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

/** The documented JSON of `review`; see docs/json.md. */
async function queueJson({ cards, due, fresh, held, next }: Queue) {
  const drawn = await drawCards(cards);
  return {
    due,
    fresh,
    held,
    next,
    cards: cards.map(({ own, memory }, at) => ({ ...drawn[at], own, memory })),
  };
}

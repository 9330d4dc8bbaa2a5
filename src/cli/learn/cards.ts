/** `cards`: the decks and the learner's own cards. */

import type { CardId, CardNumbers } from "../../core/content/material.ts";
import { editDistance } from "../../core/content/names.ts";
import type { Sides } from "../../core/content/written-numbers.ts";
import type { Command } from "../../core/decide/command.ts";
import { drawCards } from "../../core/recall/draw-cards.ts";
import { type HeldCard, heldCards } from "../../core/recall/recall.ts";
import { dayAt, type LearnersClock } from "../../core/time/calendar.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { choosePaper } from "../choose.ts";
import { layProse } from "../prose.ts";
import { type CommonOptions, inWorkspace, lookFresh, perform, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

export async function listCards(
  terminal: Terminal,
  said: readonly string[],
  options: CommonOptions & { readonly answers?: boolean; readonly aside?: boolean },
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const all = heldCards(await workspace.material(), look.tally);
    const named = all.filter(({ card }) => said.includes(card.id));
    const paper =
      said.length === 0 || named.length > 0 ? null : choosePaper(said.join(" "), workspace, look);
    const meant =
      named.length > 0 ? named : all.filter(({ card }) => paper === null || card.paper === paper);
    const cards = options.aside ? meant.filter(({ aside }) => aside) : meant;
    const drawn = await drawCards(cards);
    if (options.json) {
      printJson(
        terminal,
        cards.map(({ card, ...rest }, at) => ({ ...(drawn[at] ?? card), ...rest })),
      );
      return;
    }
    const { print, verbatim, paint } = terminal;
    if (cards.length === 0 && options.aside) print("No card is set aside.");
    else if (cards.length === 0) print("No cards here. `study cards add` makes one of your own.");
    for (const [at, held] of cards.entries()) {
      const card = drawn[at] ?? held.card;
      print(
        `${paint("strong", card.id)} ${paint("faint", `${card.kind} · ${stateOf(held, look.progress)}`)}`,
      );
      verbatim(layProse(card.front, "  "));
      if (options.answers || named.length > 0) verbatim(`${layProse(card.back, "    ")}\n`);
    }
    if (cards.length > 0) print(paint("faint", `${cards.length} cards.`));
  });
}

function stateOf({ suspended, aside, memory }: HeldCard, clock: LearnersClock): string {
  if (suspended) return "suspended";
  if (aside) return "set aside: it was forgotten as often as known";
  if (memory.due === null) return "new";
  const lapses = memory.lapses === 0 ? "" : `, forgotten ${memory.lapses}×`;
  return `due ${dayAt(memory.due, clock)}, answered ${memory.answered}×${lapses}`;
}

export async function addCard(
  terminal: Terminal,
  front: string,
  back: string,
  options: CommonOptions & { readonly paper?: string; readonly source?: string },
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const paper = options.paper === undefined ? null : choosePaper(options.paper, workspace, look);
    await checkNumbers({ front, back }, null);
    const { source } = options;
    await perform(terminal, workspace, [
      { do: "add-card", paper, front, back, ...(source === undefined ? {} : { source }) },
    ]);
  });
}

export async function editCard(
  terminal: Terminal,
  said: string,
  options: CommonOptions & { readonly front?: string; readonly back?: string },
): Promise<void> {
  if (options.front === undefined && options.back === undefined) {
    throw new Stop("Say what changes: --front or --back.", 2);
  }
  await inWorkspace(terminal, options, async (workspace) => {
    await lookFresh(terminal, workspace);
    const { card, written } = await chooseCard(said, workspace, terminal.now());
    const front = options.front ?? written.front;
    const back = options.back ?? written.back;
    await checkNumbers({ front, back }, await deckNumbers(card.id, workspace));
    await perform(terminal, workspace, [{ do: "edit-card", card: card.id, front, back }]);
  });
}

export async function splitCard(
  terminal: Terminal,
  said: string,
  [first, second]: readonly [Sides, Sides],
  options: CommonOptions,
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    await lookFresh(terminal, workspace);
    const { id, paper } = (await chooseCard(said, workspace, terminal.now())).card;
    await checkNumbers(first, await deckNumbers(id, workspace));
    await checkNumbers(second, null);
    await perform(terminal, workspace, [{ do: "split-card", card: id, paper, first, second }]);
  });
}

/** Numbers that can't be drawn well are told before the card is kept. */
async function checkNumbers(sides: Sides, deck: CardNumbers | null): Promise<void> {
  if (deck === null && !`${sides.front}${sides.back}`.includes("{{")) return;
  const { ownNumbersFault } = await import("../../core/recall/own-numbers.ts");
  const fault = ownNumbersFault(sides, deck);
  if (fault !== null) throw new Stop(fault, 2);
}

/** The numbers that the curriculum gives a card. */
async function deckNumbers(card: CardId, workspace: Workspace): Promise<CardNumbers | null> {
  const { decks } = await workspace.material();
  return (
    Object.values(decks)
      .flat()
      .find(({ id }) => id === card)?.numbers ?? null
  );
}

export async function changeCard(
  terminal: Terminal,
  action: "suspend" | "resume" | "remove",
  said: string,
  options: CommonOptions,
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    await lookFresh(terminal, workspace);
    const { id } = (await chooseCard(said, workspace, terminal.now())).card;
    const command: Command =
      action === "remove"
        ? { do: "remove-card", card: id }
        : { do: "suspend-card", card: id, suspended: action === "suspend" };
    await perform(terminal, workspace, [command]);
  });
}

/** By its id, as the list shows it. */
async function chooseCard(said: string, workspace: Workspace, now: number): Promise<HeldCard> {
  const { tally } = await workspace.look(now);
  const cards = heldCards(await workspace.material(), tally);
  const found = cards.find(({ card }) => card.id === (said as CardId));
  if (found !== undefined) return found;
  const near = cards
    .map(({ card }) => ({ id: card.id, distance: editDistance(said, card.id) }))
    .toSorted((a, b) => a.distance - b.distance)[0];
  const hint = near !== undefined && near.distance <= 3 ? `; did you mean ${near.id}?` : ".";
  throw new Stop(`There is no card "${said}"${hint} \`study cards\` lists them all.`);
}

/** `cards settings`: how many cards a day, and how well they are to be kept. */
import type { Command } from "../../core/decide/command.ts";
import { dearRetention, sayCost } from "../../core/recall/cost.ts";
import { heldCards } from "../../core/recall/recall.ts";
import { dateAt } from "../../core/time/calendar.ts";
import type { Look } from "../../workspace/workspace.ts";
import { type CommonOptions, inWorkspace, lookFresh, perform, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { wrap } from "../wrap.ts";

export interface RecallOptions extends CommonOptions {
  readonly retention?: string;
  readonly new?: string;
  readonly reviews?: string;
  readonly yes?: boolean;
}

export async function recallSettings(terminal: Terminal, options: RecallOptions): Promise<void> {
  const change: Extract<Command, { do: "change-settings" }> = { do: "change-settings" };
  if (options.retention !== undefined) change.retention = readRetention(options.retention);
  if (options.new !== undefined) change.newCardsADay = readCount(options.new);
  if (options.reviews !== undefined) change.reviewsADay = readCount(options.reviews);
  await inWorkspace(terminal, options, async (workspace) => {
    let look = await lookFresh(terminal, workspace);
    if (Object.keys(change).length > 1) {
      const { retention } = change;
      const held = heldCards(await workspace.material(), look.tally);
      const cost = retention === undefined ? null : sayCost(retention, held, look.tally);
      if (cost !== null) terminal.print(wrap(cost));
      if (
        cost !== null &&
        (retention ?? 0) >= dearRetention &&
        !(await agreed(terminal, options))
      ) {
        throw new Stop("Nothing was changed; with --yes it is saved at that cost.");
      }
      look = await perform(terminal, workspace, [change]);
    }
    if (options.json) {
      printJson(terminal, { ...look.tally.settings, fitted: look.tally.fitted });
    } else show(terminal, look);
  });
}

async function agreed(terminal: Terminal, options: RecallOptions): Promise<boolean> {
  if (options.yes) return true;
  if (!terminal.person) return false;
  const { confirm } = await import("@clack/prompts");
  return (await confirm({ message: "Save it?", initialValue: false })) === true;
}

function show({ print }: Terminal, { tally }: Look): void {
  const { retention, newCardsADay, reviewsADay } = tally.settings;
  print(`Desired retention  ${Math.round(retention * 100)} %`);
  print(`New cards a day    ${newCardsADay}`);
  print(`Reviews a day      ${reviewsADay}`);
  const { fitted } = tally;
  const parameters =
    fitted === null
      ? "FSRS's own; `study cards fit` fits them to your answers"
      : `fitted ${dateAt(fitted.at, tally.timeZone)} to ${fitted.answers} answers: log loss ${fitted.before} → ${fitted.after}`;
  print(wrap(`Parameters         ${parameters}`, " ".repeat(19)));
}

function readRetention(said: string): number {
  // FSRS writes it as a share: 0.9.
  const share = /^0?\.(\d{2}|[789])$/.exec(said.trim())?.[1];
  const percent =
    share === undefined ? Number(said.replace(/\s*%$/, "")) : Number(share.padEnd(2, "0"));
  if (Number.isInteger(percent) && percent >= 70 && percent <= 99) return percent / 100;
  throw new Stop(`"${said}" is not a retention: write a whole number from 70 to 99.`, 2);
}

function readCount(said: string): number {
  if (/^\d{1,4}$/.test(said)) return Number(said);
  throw new Stop(`"${said}" is not a number of cards: write one such as 20.`, 2);
}

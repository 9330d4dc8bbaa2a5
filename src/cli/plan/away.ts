/** `away`: time off. */

import { outlookOf } from "../../core/forecast/outlook.ts";
import { sayDay } from "../../core/time/calendar.ts";
import { lengthOf, type Stretch, stretchOn } from "../../core/time/time-off.ts";
import { sayStretch } from "../../core/words/describe.ts";
import type { Look, Workspace } from "../../workspace/workspace.ts";
import { chooseDay } from "../choose.ts";
import { type CommonOptions, inWorkspace, lookFresh, perform, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { wrap } from "../wrap.ts";

export interface AwayOptions extends CommonOptions {
  readonly from?: string;
  readonly until?: string;
}

/** Lists the time off or, with days, takes some. */
export async function away(terminal: Terminal, options: AwayOptions): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    let look = await lookFresh(terminal, workspace);
    if (options.from !== undefined || options.until !== undefined) {
      const stretch = await chooseStretch(options, terminal.now(), look);
      look = await perform(
        terminal,
        workspace,
        [{ do: "set-away", ...stretch, away: true }],
        "You are already away on these days.",
      );
      if (!options.json) sayForecast(terminal, workspace, look);
    }
    if (options.json) printJson(terminal, look.progress.away);
    else if (options.from === undefined && options.until === undefined) list(terminal, look);
  });
}

async function chooseStretch(
  { from, until }: AwayOptions,
  now: number,
  { progress }: Look,
): Promise<Stretch> {
  if (until === undefined) {
    throw new Stop(`Say until when: \`study away --from ${from} --until DAY\`.`, 2);
  }
  const last = await chooseDay(until, now, progress, "ahead");
  return {
    from: from === undefined ? progress.today : await chooseDay(from, now, progress, "ahead"),
    until: last,
  };
}

function list({ print, paint }: Terminal, { progress }: Look): void {
  const { away: off, today } = progress;
  if (off.length === 0) {
    print("No time off. `study away --from 2026-12-24 --until 2027-01-06` takes some.");
    return;
  }
  off.forEach((stretch, index) => {
    const days = lengthOf(stretch);
    const now = stretchOn([stretch], today) === null ? "" : paint("accent", "  now");
    const text = `${String(index + 1).padStart(2)}  ${sayStretch(stretch, sayDay)}, ${days} ${days === 1 ? "day" : "days"}`;
    print(`${stretch.until < today ? paint("faint", text) : text}${now}`);
  });
}

export async function removeAway(
  terminal: Terminal,
  number: string,
  options: CommonOptions,
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const { away: off } = look.progress;
    const stretch = /^[1-9]\d*$/.test(number) ? off[Number(number) - 1] : undefined;
    if (stretch === undefined) {
      throw new Stop(
        off.length === 0
          ? "There is no time off to remove."
          : `There is no time off "${number}"; \`study away\` numbers it from 1 to ${off.length}.`,
        2,
      );
    }
    const then = await perform(terminal, workspace, [{ do: "set-away", ...stretch, away: false }]);
    sayForecast(terminal, workspace, then);
  });
}

/** Back sooner: from today on, study goes on. */
export async function endAway(terminal: Terminal, options: CommonOptions): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const { away: off, today } = look.progress;
    const stretch = stretchOn(off, today);
    if (stretch === null) {
      throw new Stop("You are not away today; `study away` lists your time off.");
    }
    const then = await perform(terminal, workspace, [
      { do: "set-away", from: today, until: stretch.until, away: false },
    ]);
    sayForecast(terminal, workspace, then);
  });
}

function sayForecast(terminal: Terminal, { curriculum }: Workspace, look: Look): void {
  const outlook = outlookOf(curriculum, look.tally, look.progress, sayDay);
  if (outlook !== null) terminal.print(terminal.paint("faint", wrap(outlook.sentence)));
}

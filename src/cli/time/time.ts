/** `log`, `start`, `stop`, `pause`, `resume`: time spent. */

import { timerElapsed } from "../../core/decide/decide-time.ts";
import { untimedStart } from "../../core/progress/free-time.ts";
import { sayDuration } from "../../core/time/duration.ts";
import { chooseActivity, chooseDuration, choosePaper, choosePast } from "../choose.ts";
import { type CommonOptions, inWorkspace, lookFresh, perform, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

export interface WorkOptions extends CommonOptions {
  readonly activity?: string;
  readonly pass?: string;
}

function work(options: WorkOptions) {
  const pass = options.pass === undefined ? undefined : readPass(options.pass);
  const activity = chooseActivity(options.activity ?? "read");
  if (pass !== undefined && activity !== "read") {
    throw new Stop("--pass counts readings of a paper; leave it out or use --activity read.", 2);
  }
  return { activity, ...(pass === undefined ? {} : { pass }) };
}

export function readPass(said: string): 1 | 2 | 3 {
  const pass = ([1, 2, 3] as const).find((known) => String(known) === said);
  if (pass === undefined) throw new Stop(`"${said}" is not a pass: use 1, 2 or 3.`, 2);
  return pass;
}

export async function log(
  terminal: Terminal,
  duration: string,
  paper: readonly string[],
  options: WorkOptions & { readonly at?: string },
): Promise<void> {
  const minutes = chooseDuration(duration);
  const kind = work(options);
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const now = terminal.now();
    const at = options.at === undefined ? null : await choosePast(options.at, now, look.progress);
    const id = paper.length === 0 ? null : choosePaper(paper.join(" "), workspace, look);
    const did = { paper: id, ...kind, minutes };
    const start = at?.timed ? at.start : untimedStart(look.tally, at?.on ?? null, did, now);
    await perform(terminal, workspace, [{ do: "log", ...did, start }]);
  });
}

export async function start(
  terminal: Terminal,
  paper: readonly string[],
  options: WorkOptions & { readonly for?: string },
): Promise<void> {
  const kind = work(options);
  const ring = options.for === undefined ? {} : { ring: chooseDuration(options.for) };
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const id = paper.length === 0 ? null : choosePaper(paper.join(" "), workspace, look);
    await perform(terminal, workspace, [{ do: "start-timer", paper: id, ...kind, ...ring }]);
  });
  if (options.for !== undefined && terminal.person) await ringLater(terminal, options);
}

/** Waits as long as this timer runs, and rings when it is time. Ctrl-C leaves the timer running. */
async function ringLater(terminal: Terminal, options: CommonOptions): Promise<void> {
  const timerNow = () =>
    inWorkspace(terminal, options, async (workspace) => {
      const { progress } = await workspace.look(terminal.now());
      return progress.timer;
    });
  const begun = await timerNow();
  terminal.print(terminal.paint("faint", "Ctrl-C leaves the timer running, without a ring."));
  for (let timer = begun; timer !== null && timer.started === begun?.started; ) {
    const { ringsAfter } = timer;
    if (ringsAfter === undefined) return;
    const left = ringsAfter * 60_000 - timerElapsed(timer, terminal.now());
    if (left <= 0) {
      terminal.print(`\u0007${sayDuration(ringsAfter)} are over; \`study stop\` logs them.`);
      return;
    }
    // A pause or another device may change what is left.
    await Bun.sleep(Math.min(left, 5000));
    timer = await timerNow();
  }
}

export async function stop(
  terminal: Terminal,
  duration: string | undefined,
  options: CommonOptions & { readonly discard?: boolean },
): Promise<void> {
  const minutes = duration === undefined ? undefined : chooseDuration(duration);
  await inWorkspace(terminal, options, async (workspace) => {
    await perform(terminal, workspace, [
      options.discard
        ? { do: "discard-timer" }
        : { do: "stop-timer", ...(minutes === undefined ? {} : { minutes }) },
    ]);
  });
}

export async function pause(terminal: Terminal, options: CommonOptions): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await perform(
      terminal,
      workspace,
      [{ do: "pause-timer" }],
      "It is already paused.",
    );
    const { timer } = look.progress;
    if (timer === null) return;
    const counted = Math.round(timerElapsed(timer, terminal.now()) / 60_000);
    terminal.print(`${sayDuration(counted)} so far; \`study resume\` goes on.`);
  });
}

export async function resume(terminal: Terminal, options: CommonOptions): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    await perform(terminal, workspace, [{ do: "resume-timer" }], "It is already running.");
  });
}
